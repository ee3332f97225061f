/** `lottery-wheel` → `lotteryWheel`, `game-2048` → `game_2048`: how registries name what belongs to a type. `typeNamed` goes back. */
export function camelCase(type: string): string {
  return type.replace(/-([a-z0-9])/g, (_, first: string) => (first < 'a' ? `_${first}` : first.toUpperCase()))
}

/** The type that an export is named after: `lotteryWheel` → `lottery-wheel`, `h5Card` → `h5-card`. */
export function typeNamed(name: string): string {
  return name.replace(/[A-Z]|_/g, (letter) => (letter === '_' ? '-' : `-${letter.toLowerCase()}`))
}
