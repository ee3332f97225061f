import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds serious or critical on the screen as it is. */
export async function findings(page: Page): Promise<string[]> {
  await page.waitForTimeout(300)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(where: unknown, options: unknown): Promise<AxeResults> } }).axe.run(
      { exclude: [['iframe']] },
      { iframes: false, resultTypes: ['violations'] },
    ),
  )
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)
}
