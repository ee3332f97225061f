import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright'
import { launchBrowser } from './browser'
import { takeEveryScreen } from './everyScreen'
import { owner, startProduct, type Product } from './product'

/**
 * Takes pictures of the built product with its demo activity: those of the README, or, where a folder is named, every screen in every look
 * to look through: `npm run screenshots -- /tmp/screens 'studio en dark'`.
 */
const [everything, only, named] = process.argv.slice(2)
const folder = new URL('../docs/images/', import.meta.url).pathname

async function takeAll(): Promise<void> {
  const product = await startProduct({ seed: true })
  const browser = await launchBrowser()
  try {
    if (everything) await takeEveryScreen(browser, product, { folder: everything, only, named: named ? new RegExp(named) : undefined })
    else await takeReadme(browser, product)
  } finally {
    await browser.close()
    await product.stop()
  }
}

async function takeReadme(browser: Browser, product: Product): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await takePage(browser, product)
  await takeStudio(browser, product)
}

async function takePage(browser: Browser, { url }: Product): Promise<void> {
  const phone = await browser.newContext({
    viewport: { width: 375, height: 812 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  })
  const page = await phone.newPage()
  await page.goto(`${url}/a/new-year`)
  await page.waitForTimeout(1500)
  await page.screenshot({ path: `${folder}page.png` })
  await phone.close()
}

async function takeStudio(browser: Browser, product: Product): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  await context.addInitScript(() => localStorage.setItem('festoon.tour', 'done'))
  const studio = await context.newPage()
  await signIn(studio, product)
  const { activities } = await product.api<{ activities: { id: string }[] }>('GET', '/api/activities')
  await studio.goto(`${product.url}/studio/activities/${activities[0]!.id}/design?node=wheel`)
  await studio.waitForTimeout(3000)
  await studio.screenshot({ path: `${folder}editor.png` })
  await context.close()
}

async function signIn(studio: Page, { url }: Product): Promise<void> {
  await studio.goto(`${url}/studio/`)
  await studio.locator('input[type="email"]').fill(owner.email)
  await studio.locator('input[type="password"]').fill(owner.password)
  await studio.keyboard.press('Enter')
  await studio.getByRole('button', { name: '新建活动' }).first().waitFor()
}

await takeAll()
