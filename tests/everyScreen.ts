import { mkdirSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright'
import type { Activity } from '../schemas/api/management'
import type { Locale } from '../schemas/words'
import { templates } from '../server/templates/registry'
import type { Product } from './product'
import { wholeStudio } from './screens/studio'
import type { Reach, Screen } from './screens/screen'
import { createWorld, type World } from './screens/world'
import { signedIn } from './studio'

const sizes = { laptop: { width: 1280, height: 720 }, desk: { width: 1440, height: 900 }, wall: { width: 1920, height: 1080 } }
const phones = { phone: { width: 375, height: 812 }, small: { width: 320, height: 640 }, desktop: { width: 1440, height: 900 } }

export interface Wish {
  readonly folder: string
  /** Parts of the looks that are wanted, such as `studio en dark` or `page zh-CN`; none: all. */
  readonly only?: string | undefined
  /** The names of the screens that are wanted; none: all. */
  readonly named?: RegExp | undefined
}

/** Takes every screen into a folder: the editor in light and dark and both languages, and visitors’ pages on three sizes of screen. */
export async function takeEveryScreen(browser: Browser, product: Product, { folder, only = '', named = /./ }: Wish): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const isWanted = (name: string): boolean => only.split(' ').every((part) => name.includes(part))
  const shoot = async (page: Page, name: string): Promise<void> => {
    await page.waitForTimeout(300)
    await page.screenshot({ path: `${folder}/${name}.png` })
  }
  const world = await createWorld(product)
  for (const locale of ['zh-CN', 'en'] as const)
    for (const colorScheme of ['light', 'dark'] as const) {
      const look = `${locale}-${colorScheme}`
      if (isWanted(`studio-${look}`)) await takeStudio(await signedIn(browser, product, { colorScheme, locale }), { product, world, shoot, look, named })
    }
  for (const locale of ['zh-CN', 'en'] as const) if (isWanted(`page-${locale}`)) await takePages(browser, { product, world, shoot, locale })
}

type Shoot = (page: Page, name: string) => Promise<void>

interface StudioTour {
  readonly product: Product
  readonly world: World
  readonly shoot: Shoot
  readonly look: string
  readonly named: RegExp
}

async function takeStudio(context: BrowserContext, { product, world, shoot, look, named }: StudioTour): Promise<void> {
  // What asks before it lets a tab go is answered with yes.
  context.on('page', (page) => page.on('dialog', (dialog) => void dialog.accept().catch(() => {})))
  const tab = await context.newPage()
  const take = (screen: Screen): Promise<void> => takeScreen({ tab, context, product, world }, screen, { shoot, look, named })
  for (const strand of strandsOf(wholeStudio(world))) if (strand.some(({ name }) => named.test(name))) for (const screen of strand) await take(screen)
  for (const [size, viewport] of Object.entries(sizes)) {
    await tab.setViewportSize(viewport)
    const demo = `activities/${world.demo}`
    const paths = {
      design: `${demo}/design?node=wheel`,
      rules: `${demo}/rules?at=/plays/new-year-draw`,
      prizes: `${demo}/rules?at=/prizes`,
      publish: `${demo}/publish`,
      activities: 'activities',
      members: 'members',
    }
    for (const [name, path] of Object.entries(paths)) if (named.test(`${size}-${name}`)) await take({ name: `${size}-${name}`, path })
  }
  await tab.setViewportSize(sizes.desk)
  await context.clearCookies()
  for (const screen of [
    { name: 'sign-in', path: '' },
    { name: 'sign-in-refused', reach: refusedSignIn },
  ])
    if (named.test(screen.name)) await take(screen)
  await context.close()
}

async function refusedSignIn({ tab }: Reach): Promise<void> {
  await tab.locator('input[type="email"]').fill('nobody@example.com')
  await tab.locator('input[type="password"]').fill('not the password')
  await tab.keyboard.press('Enter')
  await tab.locator('[role="alert"]').waitFor({ timeout: 5000 })
}

/** Screens that begin where the last one ended belong together. */
function strandsOf(screens: readonly Screen[]): Screen[][] {
  return screens.reduce<Screen[][]>((strands, screen) => {
    if (screen.path === undefined && strands.length) strands.at(-1)!.push(screen)
    else strands.push([screen])
    return strands
  }, [])
}

async function takeScreen(it: Reach, { name, path, reach }: Screen, { shoot, look, named }: Pick<StudioTour, 'shoot' | 'look' | 'named'>): Promise<void> {
  if (path !== undefined) await visit(it.tab, `${it.product.url}/studio/${path}`)
  try {
    await reach?.(it)
  } catch (error) {
    console.error(`${look} ${name}: ${String(error).split('\n')[0]}`)
  }
  if (named.test(name)) await shoot(it.tab, `studio-${name}-${look}`)
}

async function visit(tab: Page, url: string): Promise<void> {
  await tab.context().setOffline(false)
  // What is still on its way to the server would be asked about on the next screen.
  await tab
    .locator('[data-save]:not([data-save="saved"])')
    .waitFor({ state: 'detached', timeout: 3000 })
    .catch(() => {})
  await tab.goto(url)
  await tab
    .locator('.e-spinner')
    .first()
    .waitFor({ state: 'detached', timeout: 5000 })
    .catch(() => {})
  if (url.includes('/design'))
    await tab
      .frameLocator('iframe')
      .locator('[data-n="root"]')
      .waitFor({ state: 'attached', timeout: 5000 })
      .catch(() => {})
  await tab.waitForTimeout(400)
}

/** Visitors’ pages from every template, as they open; and the way through the demo. */
async function takePages(
  browser: Browser,
  { product, world, shoot, locale }: Pick<StudioTour, 'product' | 'world' | 'shoot'> & { readonly locale: Locale },
): Promise<void> {
  for (const { id: template } of templates) {
    const { id, slug } = await product.api<Activity>('POST', '/api/activities', { name: `${template} ${locale}`, template, locale })
    await product.api('POST', `/api/activities/${id}/releases`, { note: 'first' })
    for (const [size, viewport] of Object.entries(phones)) {
      const context = await visitor(browser, locale, viewport)
      const page = await context.newPage()
      await page.goto(`${product.url}/a/${slug}`)
      await shoot(page, `page-${template}-${locale}-${size}`)
      await context.close()
    }
  }
  await takeGifts(browser, { product, world, shoot, locale })
  const context = await visitor(browser, locale, phones.phone)
  await playDemo(await context.newPage(), product, (page, name) => shoot(page, `demo-${name}-${locale}`))
  await context.close()
}

/** A wheel and lists whose prizes have pictures: as it opens, after a draw, and further down. */
async function takeGifts(
  browser: Browser,
  { product, world, shoot, locale }: Pick<StudioTour, 'product' | 'world' | 'shoot'> & { readonly locale: Locale },
): Promise<void> {
  const { slug } = await product.api<Activity>('GET', `/api/activities/${world.gifts}`)
  await product.api('POST', `/api/activities/${world.gifts}/releases`, { note: 'gifts' })
  for (const size of ['phone', 'small'] as const) {
    const context = await visitor(browser, locale, phones[size])
    const page = await context.newPage()
    await page.goto(`${product.url}/a/${slug}`)
    await page.waitForTimeout(1200)
    await shoot(page, `gifts-opened-${locale}-${size}`)
    await page
      .locator('[data-n="wheel"] button')
      .first()
      .click({ timeout: 4000 })
      .catch((error: unknown) => console.error(`gifts: ${String(error).split('\n')[0]}`))
    await page.waitForTimeout(3000)
    await shoot(page, `gifts-drawn-${locale}-${size}`)
    await page.keyboard.press('Escape')
    for (const id of ['ticket', 'prizes']) {
      await page.locator(`[data-n="${id}"]`).evaluate((element) => element.scrollIntoView({ block: 'start' }))
      await shoot(page, `gifts-${id}-${locale}-${size}`)
    }
    await context.close()
  }
}

const visitor = (browser: Browser, locale: Locale, viewport: { readonly width: number; readonly height: number }): Promise<BrowserContext> =>
  browser.newContext({ viewport, locale, reducedMotion: 'reduce', ...(viewport.width < 500 ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}) })

/** Draw, win, check in, compare, read the rules, share. */
async function playDemo(page: Page, { url }: Product, shoot: Shoot): Promise<void> {
  const step = async (name: string, selector: string, wait = 600): Promise<void> => {
    const target = page.locator(selector).first()
    await target.click({ timeout: 4000 }).catch((error: unknown) => console.error(`demo ${name}: ${String(error).split('\n')[0]}`))
    await page.waitForTimeout(wait)
    await shoot(page, name)
  }
  await page.goto(`${url}/a/new-year`)
  await page.waitForTimeout(800)
  await shoot(page, 'opened')
  await step('drawn', '[data-n="wheel"] button', 3000)
  await page.keyboard.press('Escape')
  for (const id of ['wheel', 'winners', 'calendar', 'points', 'board', 'prizes']) {
    await page
      .locator(`[data-n="${id}"]`)
      .evaluate((element) => element.scrollIntoView({ block: 'start' }))
      .catch(() => {})
    await shoot(page, `at-${id}`)
  }
  await step('checked-in', '[data-n="calendar"] button', 1500)
  await step('rules', '[data-n="how"] button')
  await page.keyboard.press('Escape')
  await step('share', '[data-n="share"] button', 1500)
}
