/** A name for people to find an image by; files are never stored under it. What turns the direction of writing would disguise its ending. */
export function plainName(given: string): string {
  const plain = given
    .replace(/[\p{Cc}\p{Bidi_Control}<>]/gu, '')
    .trim()
    .slice(0, 120)
  return plain || 'image'
}
