/** A measured figure beside the most that it may be, and whether it keeps it. */
export const told = (name: string, measured: number, limit: number, unit = ''): string => line(measured <= limit, name, measured, `of ${figure(limit)}`, unit)

/** A measured figure beside the least that it must be. */
export const toldAtLeast = (name: string, measured: number, limit: number, unit = ''): string =>
  line(measured >= limit, name, measured, `of at least ${figure(limit)}`, unit)

const figure = (n: number): string => String(Math.abs(n) < 100 ? Math.round(n * 100) / 100 : Math.round(n))

const line = (met: boolean, name: string, measured: number, limit: string, unit: string): string =>
  `${met ? 'met   ' : 'MISSED'} ${name}: ${[figure(measured), unit, limit].filter(Boolean).join(' ')}`
