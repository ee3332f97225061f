const number = /^\+?[\d*#][\d*#\s().,;-]*$/

/** Whether a phone can dial it: three digits at least, among the signs that people write numbers with. */
export function isTelephone(text: string): boolean {
  return number.test(text.trim()) && text.replace(/\D/g, '').length >= 3
}

/** The address that makes a phone offer to dial. A `#` would otherwise begin a fragment. */
export function telephoneLink(text: string): string {
  return `tel:${text.replace(/[^\d+*#,;]/g, '').replace(/#/g, '%23')}`
}
