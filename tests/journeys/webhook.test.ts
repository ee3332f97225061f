import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findings } from '../axe'
import { chromiumPath } from '../browser'
import { inStudio, signedIn, signedInAs, type Studio } from '../studio'
import { publishDraw, someoneWins } from '../wins'

describe.skipIf(!chromiumPath())(
  'an owner has a backend told of awards',
  () => {
    let studio: Studio
    let backend: Server
    let status = 204
    const told: { readonly signature: string; readonly text: string }[] = []
    let id: string
    let tab: Page
    let secret: string
    inStudio((opened) => (studio = opened))

    beforeAll(async () => {
      backend = createServer((request, response) => {
        let text = ''
        request.on('data', (chunk: Buffer) => (text += chunk.toString()))
        request.on('end', () => {
          told.push({ signature: String(request.headers['festoon-signature']), text })
          response.writeHead(status).end()
        })
      })
      await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve))
      id = await publishDraw(studio.product)
      tab = await studio.context.newPage()
      await tab.goto(`${studio.product.url}/studio/activities/${id}/publish`)
    })
    afterAll(() => new Promise((resolve) => backend.close(resolve)))

    const address = (): string => `http://127.0.0.1:${(backend.address() as AddressInfo).port}/hook`
    const cardOf = (page: Page): Locator => page.getByRole('region', { name: /^(回调|Webhook)$/ })
    const win = (): Promise<unknown> => someoneWins(studio.product)

    it('turns it on by keyboard alone, and is shown the secret once', async () => {
      const card = cardOf(tab)
      await card.getByRole('textbox', { name: '接收地址' }).focus()
      await tab.keyboard.type('shop.example/festoon')
      await tab.keyboard.press('Enter')
      await card.getByRole('alert').getByText('请填写以 http:// 或 https:// 开头的完整地址').waitFor()
      await tab.keyboard.press('Control+a')
      await tab.keyboard.type(address())
      await tab.keyboard.press('Enter')
      secret = await card.getByRole('textbox', { name: '签名密钥' }).inputValue()
      expect(secret).toMatch(/^[0-9a-f]{64}$/)
      expect(await findings(tab)).toEqual([])
      await tab.reload()
      await card.getByText('还没有').waitFor()
      expect(await card.getByRole('textbox', { name: '签名密钥' }).count()).toBe(0)
    })

    it('sees that an award arrived, signed with that secret', async () => {
      await win()
      await expect.poll(() => told.length).toBe(1)
      const [t, v1] = told[0]!.signature.split(',').map((part) => part.split('=')[1])
      expect(v1).toBe(createHmac('sha256', secret).update(`${t}.${told[0]!.text}`).digest('hex'))
      await expect
        .poll(async () => {
          await cardOf(tab).getByRole('button', { name: '刷新' }).click()
          return cardOf(tab).locator('dd').first().textContent()
        })
        .not.toContain('还没有')
    })

    it('is told in words what goes wrong and when it is tried again, in English and in the dark too', async () => {
      status = 503
      await win()
      await expect.poll(() => told.length).toBeGreaterThan(1)
      const context = await signedIn(studio.browser, studio.product, { locale: 'en', colorScheme: 'dark' })
      const other = await context.newPage()
      await other.goto(`${studio.product.url}/studio/activities/${id}/publish`)
      const card = cardOf(other)
      for (const words of ['Failing', 'Your backend answered 503', 'Next attempt', '1 act']) await card.getByText(words, { exact: true }).waitFor()
      expect(await findings(other)).toEqual([])
      await context.close()
    })

    it('removes it, after being asked', async () => {
      await cardOf(tab).getByRole('button', { name: '移除' }).focus()
      await tab.keyboard.press('Enter')
      const dialog = tab.getByRole('alertdialog')
      await dialog.getByRole('button', { name: '移除' }).focus()
      await tab.keyboard.press('Enter')
      await cardOf(tab).getByText('每次中奖，几秒内通知你的后端。').waitFor()
      await expect(studio.product.api('GET', `/api/activities/${id}/webhook`)).rejects.toThrow('404')
    })

    it('is not there for those who are no owners', async () => {
      const context = await signedInAs('operator', studio, { locale: 'en' })
      const page = await context.newPage()
      await page.goto(`${studio.product.url}/studio/activities/${id}/publish`)
      await page.getByRole('heading', { name: 'Releases' }).waitFor()
      expect(await cardOf(page).count()).toBe(0)
      await context.close()
    })
  },
  300_000,
)
