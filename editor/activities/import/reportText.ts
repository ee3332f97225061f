import type { ImportedPage } from '../../../schemas/api/imports'

/** A report as CSV, for spreadsheets: one line a part. Cells that a spreadsheet would run are made plain text. */
export function reportText({ lines }: ImportedPage, heads: readonly string[]): string {
  const rows = lines.map(({ was, name = '', fate, now = '', node = '', reasons }) => [was, name, fate, now, node, reasons.map(({ text }) => text).join(' ')])
  return [heads, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')
}

function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
