/** `wanted` where nobody has it yet, else `wanted-2`, `wanted-3` … */
export function freeId(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted
  for (let n = 2; ; n++) {
    if (!taken.includes(`${wanted}-${n}`)) return `${wanted}-${n}`
  }
}
