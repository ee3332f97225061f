import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { locales } from '../../schemas/words'
import { themePresets } from '../../widgets/themes'
import { axe, isGrave } from '../axe'
import { chromiumPath, launchBrowser } from '../browser'
import { endlessAnimations, measureStates } from './measureStates'
import { stateCells, stateSheet, type PresetName } from './stateSheet'

const widths = [320, 375, 430]

let browser: Browser
let tab: Page

beforeAll(async () => {
  browser = await launchBrowser()
  // What axe reads must not be in the middle of fading in.
  tab = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
})
afterAll(() => browser?.close())

/** What axe finds wrong gravely, by cell. A page of all states repeats ids and landmarks as no visitor's page does. */
async function graveViolations(only?: readonly string[]): Promise<string[]> {
  await tab.addScriptTag({ content: axe })
  const { violations } = await tab.evaluate(
    (rules) =>
      (window as unknown as { axe: { run(options: unknown): Promise<AxeResults> } }).axe.run({
        resultTypes: ['violations'],
        elementRef: false,
        ...(rules ? { runOnly: rules } : { rules: { 'duplicate-id-aria': { enabled: false } } }),
      }),
    only,
  )
  return violations.filter(isGrave).flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`))
}

describe.skipIf(!chromiumPath())('every widget in every state', () => {
  const firstPreset = Object.keys(themePresets)[0]
  const looks = (Object.keys(themePresets) as PresetName[]).flatMap((preset) => locales.map((locale) => [preset, locale] as const))

  describe.each(looks)('in %s, %s', (preset, locale) => {
    beforeAll(() => tab.setContent(stateSheet(stateCells, preset, locale)))

    it.each(widths)('fits a window of %i px, with controls that a thumb hits', async (width) => {
      await tab.setViewportSize({ width, height: 700 })
      expect(await tab.evaluate(measureStates)).toEqual([])
    })
    // Another theme changes nothing but colours, and another language none of them.
    it.skipIf(preset !== firstPreset && locale !== locales[0])('has no grave fault of access', { timeout: 120_000 }, async () => {
      expect(await graveViolations(preset === firstPreset ? undefined : ['color-contrast'])).toEqual([])
    })
  })

  it('stands still where motion is unwelcome, and moves where it is not', async () => {
    const sheet = stateSheet(stateCells, 'festive', 'zh-CN')
    await tab.setContent(sheet)
    expect(await tab.evaluate(endlessAnimations)).toEqual([])
    await tab.emulateMedia({ reducedMotion: 'no-preference' })
    expect(await tab.evaluate(endlessAnimations)).not.toEqual([])
  })
})
