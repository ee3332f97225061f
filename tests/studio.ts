import type { Browser, BrowserContext, BrowserContextOptions, FrameLocator, Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Role } from '../schemas/api/management'
import type { PageDocument, PageNode } from '../schemas/page'
import type { RulesDocument } from '../schemas/rules'
import { outline } from '../schemas/tree'
import { launchBrowser } from './browser'
import { apiToken, owner, startProduct, type Product } from './product'

export interface Point {
  readonly x: number
  readonly y: number
}

/** What a suite of journeys works with: a product of its own, a browser, and somebody who is signed in there. */
export interface Studio {
  readonly product: Product
  readonly browser: Browser
  readonly context: BrowserContext
}

export interface StudioWish extends BrowserContextOptions {
  /** With the demo activity. */
  readonly seed?: boolean
}

/** Opens a studio before the tests around, hands it over, and closes it after them. */
export function inStudio(take: (studio: Studio) => unknown, { seed = false, ...look }: StudioWish = {}): void {
  let product: Product | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    product = await startProduct({ seed })
    browser = await launchBrowser()
    take({ product, browser, context: await signedIn(browser, product, look) })
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })
}

/** A browser that is signed in to the editor, as its owner unless an account is given. */
export async function signedIn(browser: Browser, product: Product, options: BrowserContextOptions = {}, account = owner): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', ...options })
  // Newcomers are shown around first; people at work are not.
  await context.addInitScript(() => localStorage.setItem('festoon.tour', 'done'))
  const answer = await context.request.post(`${product.url}/api/session`, { data: account, headers: { Origin: product.url } })
  if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()}.`)
  return context
}

/** A new member of this role, signed in. */
export async function signedInAs(role: Role, { browser, product }: Studio, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const account = { email: `${role}@example.com`, password: 'correct horse battery' }
  await product.api('POST', '/api/members', { ...account, name: role, role })
  return signedIn(browser, product, options, account)
}

/** A new activity with these nodes on its page, in their order; their own `order` and `parent` hold. @returns its id */
export async function createActivity(
  product: Product,
  nodes: readonly PageNode[] = [],
  change: (rules: RulesDocument) => RulesDocument = (it) => it,
): Promise<string> {
  const { id } = await product.api<{ id: string }>('POST', '/api/activities', { name: '设计', template: 'blank', locale: 'zh-CN' })
  await rewrite<PageDocument>(product, id, 'page', (page) => ({
    ...page,
    nodes: { root: page.nodes['root']!, ...Object.fromEntries(nodes.map((node) => [node.id, node])) },
  }))
  await rewrite(product, id, 'rules', change)
  return id
}

async function rewrite<T>(product: Product, activity: string, of: 'page' | 'rules', change: (document: T) => T): Promise<void> {
  const path = `/api/activities/${activity}/${of}`
  const answer = await fetch(product.url + path, { headers: { Authorization: `Bearer ${apiToken}` } })
  // The route declares this document.
  await product.api('PUT', path, change((await answer.json()) as T), { 'If-Match': answer.headers.get('ETag')! })
}

/** The design tab of one activity, as a person at mouse and keyboard has it. */
export interface Desk {
  readonly tab: Page
  readonly frame: FrameLocator
  /** The page as the server has it. */
  draft(): Promise<PageDocument>
  /** The draft in one line; new nodes without their ids. */
  shape(): Promise<string>
  /** Waits until all edits are on the server. */
  saved(): Promise<void>
  node(id: string): Locator
  /** The middle of something on the screen, moved by some px. */
  at(target: Locator, dx?: number, dy?: number): Promise<Point>
  /** Presses at the first point and moves over the others, without letting go. */
  hold(...points: readonly Point[]): Promise<void>
  drag(...points: readonly Point[]): Promise<void>
  select(id: string): Promise<void>
  tile(type: string): Locator
}

/** Opens the design tab in a new tab of the browser. `query` names a node to show: `?node=wheel`. */
export async function openDesk(context: BrowserContext, product: Product, activity: string, query = ''): Promise<Desk> {
  // Each desk in view keeps a connection open, and a browser has six to one server: of earlier desks only the last one stays.
  for (const old of context.pages().slice(0, -1)) await old.close()
  const tab = await context.newPage()
  // Which panel was open last is remembered; each desk begins with the palette.
  await tab.addInitScript(() => localStorage.removeItem('festoon.panels'))
  await tab.goto(`${product.url}/studio/activities/${activity}/design${query}`)
  const frame = tab.frameLocator('iframe:not([title=""])')
  await frame.locator('[data-n="root"]').waitFor({ state: 'attached' })
  const draft = (): Promise<PageDocument> => product.api('GET', `/api/activities/${activity}/page`)

  async function at(target: Locator, dx = 0, dy = 0): Promise<Point> {
    // The palette is longer than its panel.
    await target.evaluate((element) => element.matches('[data-palette]') && element.scrollIntoView({ block: 'nearest' }))
    const box = await target.boundingBox()
    if (!box) throw new Error('It is not on the screen.')
    return { x: box.x + box.width / 2 + dx, y: box.y + box.height / 2 + dy }
  }

  async function hold(...[from, ...points]: readonly Point[]): Promise<void> {
    await tab.mouse.move(from!.x, from!.y)
    await tab.mouse.down()
    for (const { x, y } of points) await tab.mouse.move(x, y, { steps: 5 })
    await tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  }

  const node = (id: string): Locator => frame.locator(`[data-n="${id}"]`)
  return {
    tab,
    frame,
    draft,
    node,
    at,
    hold,
    shape: async () => outline((await draft()).nodes).replace(/:[a-z-]+-[a-z0-9]{5}(?:-\d+)?\b/g, ''),
    saved: () => expect.poll(() => tab.locator('[data-save]').getAttribute('data-save'), { timeout: 10_000 }).toBe('saved'),
    async drag(...points) {
      await hold(...points)
      await tab.mouse.up()
    },
    async select(id) {
      const { x, y } = await at(node(id))
      await tab.mouse.click(x, y)
      await tab.locator(`[data-selected="${id}"]`).waitFor()
    },
    tile: (type) => tab.locator(`[data-palette="${type}"]`),
  }
}
