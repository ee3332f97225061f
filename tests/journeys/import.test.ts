import type { Browser, Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { chromiumPath } from '../browser'
import type { Product } from '../product'
import { inStudio, signedIn } from '../studio'

const app = {
  type: 'app',
  items: [
    {
      type: 'page',
      name: '抽奖首页',
      items: [
        { type: 'text', name: '标题', text: '新年快乐', style: { left: 20, top: 20, width: 300, fontSize: 30 } },
        {
          type: 'button',
          text: '打开',
          style: { left: 20, top: 90, width: 120, height: 40 },
          events: [{ name: 'magic:common:events:click', actions: [{ actionType: 'comp', to: 'o', method: 'openOverlay' }] }],
        },
        { type: 'overlay', id: 'o', items: [] },
        { type: 'hologram', name: '全息', secret: 7 },
      ],
    },
    { type: 'page', name: '第二页', items: [] },
  ],
}
const file = (content: string) => ({ name: 'page.json', mimeType: 'application/json', buffer: Buffer.from(content) })

describe.skipIf(!chromiumPath())(
  'importing a page from another system',
  () => {
    let product: Product
    let browser: Browser
    inStudio((studio) => ({ product, browser } = studio))

    async function openDialog(): Promise<Page> {
      const page = await (await signedIn(browser, product)).newPage()
      await page.goto(`${product.url}/studio/`)
      await page.getByRole('button', { name: '导入', exact: true }).click()
      return page
    }

    it('tells what became of each part, draws the page, and makes an activity of it', async () => {
      const page = await openDialog()
      await page.locator('input[type=file]').setInputFiles(file(JSON.stringify(app)))
      const report = page.getByRole('dialog')
      await report.getByText('tmagic-editor · 2 个页面').waitFor()
      await report.frameLocator('iframe').getByText('新年快乐').waitFor()
      expect(await report.locator('tbody tr').count()).toBe(5)
      await report.getByRole('radio', { name: '保留为占位 1' }).click()
      expect(await report.locator('tbody tr').innerText()).toContain('这里没有对应的组件')
      await report.getByRole('button', { name: '导入为新活动' }).click()
      await page.waitForURL('**/design')
      await page.frameLocator('iframe').getByText('新年快乐').waitFor()
      const { activities } = await product.api<{ activities: { id: string; name: string }[] }>('GET', '/api/activities')
      const { nodes } = await product.api<{ nodes: { [id: string]: { type: string; props: object } } }>('GET', `/api/activities/${activities[0]!.id}/page`)
      expect(activities[0]!.name).toBe('抽奖首页')
      expect(Object.values(nodes).find(({ type }) => type === 'imported-hologram')?.props).toMatchObject({ source: { secret: 7 } })
      await page.context().close()
    })

    it('says what is wrong with a file that is no JSON, or of no known kind, and takes another', async () => {
      const page = await openDialog()
      const choose = page.locator('input[type=file]')
      await choose.setInputFiles(file('{"type": "app", '))
      await page.getByRole('alert').getByText('这不是有效的 JSON 文件').waitFor()
      await choose.setInputFiles(file(' '))
      await page.getByRole('alert').getByText('文件是空的').waitFor()
      await choose.setInputFiles(file('{"hello": "world"}'))
      await page.getByRole('alert').getByText('认不出这个文件').waitFor()
      await page.evaluate((text) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text', text)
        window.dispatchEvent(new ClipboardEvent('paste', { clipboardData }))
      }, JSON.stringify(app))
      await page.getByText('tmagic-editor · 2 个页面').waitFor()
      expect(await page.getByRole('alert').count()).toBe(0)
      await page.context().close()
    })
  },
  180_000,
)
