/** Codes in one request. */
export const maxCodes = 100_000

/** Codes in one transaction: those who play wait for it. */
export const lot = 1000
