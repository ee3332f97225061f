/** A measured figure beside its limit, and whether it keeps it. */
export function told(name: string, measured: number, limit: number, unit = ''): string {
  const figure = (n: number): string => String(Math.abs(n) < 100 ? Math.round(n * 100) / 100 : Math.round(n))
  return `${measured <= limit ? 'met   ' : 'MISSED'} ${name}: ${figure(measured)} ${unit} of ${figure(limit)}`.replace('  of', ' of')
}
