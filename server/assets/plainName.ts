/** A name for people to find an image by; files are never stored under it. */
export function plainName(given: string): string {
  const plain = given
    .replace(/[\p{Cc}<>]/gu, '')
    .trim()
    .slice(0, 120)
  return plain || 'image'
}
