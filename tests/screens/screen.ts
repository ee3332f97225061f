import type { BrowserContext, Page } from 'playwright'
import type { Product } from '../product'
import type { World } from './world'

/** What a screen is reached in: the tab whose picture is taken, and what is needed to bring others about. */
export interface Reach {
  readonly tab: Page
  readonly context: BrowserContext
  readonly product: Product
  readonly world: World
}

/** A screen of the editor, and the steps that lead to it. They know no language: every screen is taken in both. */
export interface Screen {
  readonly name: string
  /** Below `/studio/`; none: the screen before stays. */
  readonly path?: string
  reach?(it: Reach): Promise<unknown>
}

const patience = { timeout: 8000 }

export const press =
  (...keys: readonly string[]) =>
  async ({ tab }: Reach): Promise<void> => {
    for (const key of keys) await tab.keyboard.press(key)
  }

export const click =
  (...selectors: readonly string[]) =>
  async ({ tab }: Reach): Promise<void> => {
    for (const selector of selectors) await tab.locator(selector).first().click(patience)
  }

export const see =
  (selector: string) =>
  ({ tab }: Reach): Promise<void> =>
    // The first editor of source is a long time coming.
    tab.locator(selector).first().waitFor({ timeout: 20_000 })

export const type =
  (selector: string, words: string) =>
  ({ tab }: Reach): Promise<void> =>
    tab.locator(selector).first().fill(words, patience)

export const inTurn =
  (...steps: readonly ((it: Reach) => Promise<unknown>)[]) =>
  async (it: Reach): Promise<void> => {
    for (const step of steps) await step(it)
  }

/** Chooses a widget by its line among the layers, and unfolds all of its panel. */
export const choose = (node: string) =>
  inTurn(press('Alt+2'), click(`[data-row="${node}"]`), async ({ tab }) => {
    await tab.locator(`[data-selected="${node}"]`).waitFor(patience)
    await tab
      .locator('.inspector .panel-section > header > button[aria-expanded="false"]')
      .evaluateAll((all) => all.forEach((one) => (one as HTMLElement).click()))
  })

/** Brings a part of the panel into view. */
export const showPart =
  (selector: string) =>
  ({ tab }: Reach): Promise<void> =>
    tab
      .locator(selector)
      .first()
      .evaluate((element) => element.scrollIntoView({ block: 'center' }), undefined, patience)
