import { mkdirSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright'
import type { Activity } from '../schemas/api/management'
import type { Locale } from '../schemas/words'
import { specs } from '../widgets/specs'
import { templates } from '../server/templates/registry'
import { standard } from './fiveWidgets'
import type { Product } from './product'
import { createActivity, signedIn } from './studio'

/** A screen of the editor, and the steps that lead to it. They know no language: every screen is taken in both. */
interface Screen {
  readonly name: string
  /** Below `/studio/`; none: the screen before stays. */
  readonly path?: string
  reach?(tab: Page): Promise<unknown>
}

const importable = {
  type: 'app',
  items: [
    {
      type: 'page',
      name: '首页',
      items: [
        { type: 'text', text: '新年快乐', style: { left: 20, top: 20, width: 300 } },
        { type: 'hologram', name: '全息' },
      ],
    },
  ],
}
const sizes = { laptop: { width: 1280, height: 720 }, desk: { width: 1440, height: 900 }, wall: { width: 1920, height: 1080 } }
const phones = { phone: { width: 375, height: 812 }, small: { width: 320, height: 640 }, desktop: { width: 1440, height: 900 } }

/** Takes every screen into a folder: the editor in light and dark and both languages, and visitors’ pages on three sizes of screen. `only`: parts of the editor’s and the pages’ looks, such as `studio en dark`. */
export async function takeEveryScreen(browser: Browser, product: Product, folder: string, only = ''): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const isWanted = (name: string): boolean => only.split(' ').every((part) => name.includes(part))
  const shoot = async (page: Page, name: string): Promise<void> => {
    await page.waitForTimeout(350)
    await page.screenshot({ path: `${folder}/${name}.png` })
  }
  const each = await eachWidget(product)
  for (const locale of ['zh-CN', 'en'] as const)
    for (const colorScheme of ['light', 'dark'] as const) {
      const look = `${locale}-${colorScheme}`
      if (isWanted(`studio-${look}`)) await takeStudio(await signedIn(browser, product, { colorScheme, locale }), { product, each, shoot, look })
    }
  for (const locale of ['zh-CN', 'en'] as const) if (isWanted(`page-${locale}`)) await takePages(browser, { product, shoot, locale })
}

type Shoot = (page: Page, name: string) => Promise<void>

/** An activity with one widget of each type, its containers free and turned things in one of them. */
async function eachWidget(product: Product): Promise<string> {
  const flowing = Object.values(specs)
    .filter(({ type, within }) => type !== 'page' && within !== 'page')
    .map(({ type }, i) => standard(type, type, { order: `a${String.fromCharCode(65 + i)}` }))
  const free = standard('section', 'free', { order: 'aa', props: { ...specs['section']!.defaults, layout: 'free', height: 240 } })
  const placed = ['one', 'two', 'three'].map((id, i) =>
    standard('text', id, { parent: 'free', order: `a${i}`, frame: { x: 20 + i * 115, y: 24 + i * 50, w: 100, h: 60, ...(i === 1 ? { rotate: 15 } : {}) } }),
  )
  return createActivity(product, [free, ...placed, ...flowing, standard('overlay', 'overlay', { order: 'b0' })])
}

interface StudioTour {
  readonly product: Product
  readonly each: string
  readonly shoot: Shoot
  readonly look: string
}

async function takeStudio(context: BrowserContext, { product, each, shoot, look }: StudioTour): Promise<void> {
  const tab = await context.newPage()
  const { activities } = await product.api<{ activities: Activity[] }>('GET', '/api/activities')
  const demo = activities.find(({ slug }) => slug === 'new-year')!.id
  for (const { name, path, reach } of screens(demo, each)) {
    if (path !== undefined) await visit(tab, `${product.url}/studio/${path}`)
    try {
      await reach?.(tab)
    } catch (error) {
      console.error(`${look} ${name}: ${String(error).split('\n')[0]}`)
    }
    await shoot(tab, `studio-${name}-${look}`)
  }
  for (const [size, viewport] of Object.entries(sizes)) {
    await tab.setViewportSize(viewport)
    for (const path of ['design?node=wheel', 'rules?at=/plays/spring-draw', 'publish', '']) {
      await visit(tab, `${product.url}/studio/${path ? `activities/${demo}/${path}` : 'activities'}`)
      await shoot(tab, `studio-${size}-${path.split('?')[0] || 'activities'}-${look}`)
    }
  }
  await context.clearCookies()
  await tab.setViewportSize(sizes.desk)
  await visit(tab, `${product.url}/studio/`)
  await shoot(tab, `studio-sign-in-${look}`)
  await context.close()
}

async function visit(tab: Page, url: string): Promise<void> {
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

const press =
  (...keys: readonly string[]) =>
  async (tab: Page): Promise<void> => {
    for (const key of keys) await tab.keyboard.press(key)
  }
const click = (selector: string) => (tab: Page) => tab.locator(selector).first().click({ timeout: 4000 })

/** In their order: each may begin where the last one ended. */
function screens(demo: string, each: string): readonly Screen[] {
  const design = `activities/${demo}/design`
  const board = `activities/${each}/design`
  const panels = Object.keys(specs).flatMap((type): Screen[] => [
    {
      name: `panel-${type}`,
      path: `${board}?node=${type}`,
      reach: (tab) =>
        tab.locator('.inspector .panel-section > button[aria-expanded="false"]').evaluateAll((all) => all.forEach((one) => (one as HTMLElement).click())),
    },
    { name: `panel-${type}-lower`, reach: (tab) => tab.locator('.inspector').evaluate((element) => element.scrollTo(0, 760)) },
  ])
  return [
    { name: 'activities', path: 'activities' },
    { name: 'activity-menu', reach: click('tbody .last button') },
    { name: 'account-menu', path: 'activities', reach: click('.top-bar .user') },
    { name: 'no-match', path: 'activities', reach: (tab) => tab.locator('input[type="search"]').fill('zzzz') },
    { name: 'new-activity', path: 'activities', reach: click('.head .e-button.primary') },
    { name: 'import', path: 'activities', reach: click('.head .e-button.plain') },
    {
      name: 'import-report',
      reach: (tab) =>
        tab.locator('input[type="file"]').setInputFiles({ name: 'page.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(importable)) }),
    },
    { name: 'members', path: 'members' },
    { name: 'add-member', reach: click('.head .e-button.primary') },
    { name: 'not-found', path: 'nowhere' },
    { name: 'not-an-activity', path: 'activities/none/design' },

    { name: 'design', path: design },
    { name: 'design-selected', path: `${design}?node=wheel`, reach: press('Alt+1') },
    { name: 'palette-menu', reach: (tab) => tab.locator('[data-palette="button"]').click({ button: 'right' }) },
    { name: 'outline', path: `${design}?node=wheel`, reach: press('Alt+2') },
    { name: 'context-menu', reach: (tab) => tab.locator('[data-row="wheel"]').click({ button: 'right' }) },
    { name: 'outline-search', path: `${design}?node=board`, reach: (tab) => tab.locator('.outline input[type="search"]').fill('按') },
    { name: 'history', path: design, reach: press('Alt+3') },
    { name: 'problems', reach: press('Alt+4') },
    { name: 'rulers', reach: press('Shift+R', 'Shift+D') },
    { name: 'rulers-off', reach: press('Shift+R', 'Shift+D') },
    { name: 'command', reach: press('Control+k') },
    { name: 'shortcuts', reach: press('Escape', '?') },
    { name: 'preview', reach: press('Escape', 'Control+Enter') },
    { name: 'source', path: design, reach: (tab) => tab.keyboard.press('Control+e').then(() => tab.locator('.monaco-editor .view-line').first().waitFor()) },
    { name: 'popup', path: `${design}?node=rules` },
    {
      name: 'tour',
      path: design,
      reach: (tab) =>
        tab.keyboard
          .press('Control+k')
          .then(() => tab.keyboard.type('tour'))
          .then(() => tab.keyboard.press('Enter')),
    },

    { name: 'several', path: `${board}?node=one`, reach: (tab) => tab.locator('[data-row="three"]').click({ modifiers: ['Shift'] }) },
    { name: 'turned', reach: (tab) => tab.locator('[data-row="two"]').click() },
    { name: 'drag', reach: holdOverPage },
    { name: 'dropped', reach: (tab) => tab.keyboard.press('Escape').then(() => tab.mouse.up()) },
    ...panels,
    { name: 'colour', path: `${board}?node=text`, reach: click('.inspector [data-prop="color"] button') },
    { name: 'select', path: `${board}?node=text`, reach: click('.inspector [role="combobox"]') },
    { name: 'library', path: `${board}?node=image`, reach: click('.inspector [data-prop="image"] button') },

    { name: 'rules-schedule', path: `activities/${demo}/rules?at=/schedule` },
    { name: 'rules-prizes', path: `activities/${demo}/rules?at=/prizes` },
    ...['new-year-draw', 'final-draw', 'points', 'check-in', 'top'].map((play) => ({
      name: `rules-${play}`,
      path: `activities/${demo}/rules?at=/plays/${play}`,
    })),
    { name: 'rules-add-play', reach: click('nav .heading button') },
    {
      name: 'rules-source',
      path: `activities/${demo}/rules`,
      reach: (tab) => click('#activity-tools button:nth-of-type(3)')(tab).then(() => tab.locator('.monaco-editor .view-line').first().waitFor()),
    },
    { name: 'publish', path: `activities/${demo}/publish` },
    { name: 'publish-roll-back', reach: click('ol li .e-button') },
    { name: 'publish-problems', path: `activities/${each}/publish` },
  ]
}

/** A widget from the palette over the page, held. */
async function holdOverPage(tab: Page): Promise<void> {
  await tab.keyboard.press('Alt+1')
  const tile = (await tab.locator('[data-palette="text"]').boundingBox())!
  await tab.locator('.stage').evaluate((stage) => stage.scrollTo(0, 0))
  const page = (await tab.locator('[data-stage]').boundingBox())!
  await tab.mouse.move(tile.x + 20, tile.y + 20)
  await tab.mouse.down()
  await tab.mouse.move(page.x + 180, page.y + 150, { steps: 8 })
}

/** Visitors’ pages from every template, as they open; and the way through the demo. */
async function takePages(
  browser: Browser,
  { product, shoot, locale }: { readonly product: Product; readonly shoot: Shoot; readonly locale: Locale },
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
  const context = await visitor(browser, locale, phones.phone)
  await playDemo(await context.newPage(), product, (page, name) => shoot(page, `demo-${name}-${locale}`))
  await context.close()
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
