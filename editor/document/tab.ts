/** This tab, as others and the browser's own store know it. */
export const tab: string = globalThis.crypto?.randomUUID?.() ?? String(Math.random()).slice(2).padEnd(8, '0')
