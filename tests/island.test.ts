import { resolve } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Plugin } from 'vite'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadRenderer } from './loadRenderer'
import type { RenderedPage } from '../renderer/renderPage'
import { chromiumPath, launchBrowser } from './browser'
import { wellAnswer } from './fiveWidgets'
import { startPhoneServer, type PhoneServer } from './phoneServer'
import { node, page, testWish } from './renderWorld'

const fixture = (file: string): string => resolve(import.meta.dirname, 'fixtures/island', file)

/** The renderer of a product whose registries hold the fixture's widget, and no other. */
const ownRegistries: Plugin = {
  name: 'own-registries',
  enforce: 'pre',
  load: (id) => (id === resolve(import.meta.dirname, '../widgets/views.ts') ? `export * from ${JSON.stringify(fixture('views.ts'))}` : null),
}

let browser: Browser
let server: PhoneServer
let drawn: RenderedPage
beforeAll(async () => {
  const { renderPage } = await loadRenderer({ views: fixture('views.ts'), islands: fixture('islands.ts') }, [ownRegistries])
  drawn = renderPage(page(node('seat-map', 's', { seats: 3 })), testWish())
  server = await startPhoneServer(drawn, wellAnswer)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

describe.skipIf(!chromiumPath())('a widget that is a Vue application', () => {
  it('is in the page as its view draws it, and its script is a file of its own', () => {
    expect(drawn.html).toContain('3 seats')
    expect(drawn.html).not.toContain('createApp')
    expect(drawn.csp).toMatch(/script-src 'sha256-[^ ]+' 'self';/)
    const [file] = drawn.files
    expect(drawn.files).toHaveLength(1)
    expect(brotliCompressSync(file!.body).length).toBeLessThan(30_000)
  })
  it('is loaded when seen, under the page’s policy, and works', async () => {
    const tab = await browser.newPage()
    const errors: string[] = []
    tab.on('pageerror', (error) => errors.push(String(error)))
    await tab.goto(server.url)
    await tab.click('[data-n=s] button >> text=2')
    expect(await tab.textContent('[data-n=s] [role=status]')).toBe('Seat 2')
    expect(errors).toEqual([])
  })
  it('says so when its file cannot be had, and comes with the next try', async () => {
    const tab = await browser.newPage()
    let broken = true
    await tab.route('**/f/*', (route) => (broken ? route.abort() : route.continue()))
    await tab.goto(server.url)
    await tab.waitForSelector('[data-n=s] [data-key=fence]')
    broken = false
    await tab.click('[data-n=s] [data-click=retry]')
    await tab.waitForSelector('[data-n=s] button >> text=3')
  })
})
