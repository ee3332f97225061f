import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright'

/** axe itself, as a script for a page. */
export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A part of the page as a selector, or all but some parts. */
type Where = string | { readonly exclude: readonly (readonly string[])[] }
/** The canvas frame is the page's own affair. */
const editor: Where = { exclude: [['iframe']] }

/** What axe finds wrong with the screen as it is. */
export async function violations(page: Page, where = editor): Promise<AxeResults['violations']> {
  // Appearing dialogs and menus are read when they stand.
  await page.waitForTimeout(300)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const found = await page.evaluate(
    (part) =>
      (window as unknown as { axe: { run(where: unknown, options: unknown): Promise<AxeResults> } }).axe.run(part, {
        iframes: false,
        resultTypes: ['violations'],
      }),
    where,
  )
  return found.violations
}

export function isGrave({ impact }: AxeResults['violations'][number]): boolean {
  return impact === 'serious' || impact === 'critical'
}

export function toldOf({ id, nodes }: AxeResults['violations'][number]): string {
  const places = nodes.slice(0, 4).map(({ html }) => html.slice(0, 160))
  return `${id}: ${places.join(' | ')}`
}

/** What axe finds serious or critical on the screen as it is. */
export async function findings(page: Page, where = editor): Promise<string[]> {
  return (await violations(page, where)).filter(isGrave).map(toldOf)
}
