import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, Locator } from 'playwright'
import { afterEach, describe, expect, it } from 'vitest'
import type { SymbolList } from '../../schemas/api/symbols'
import type { PageDocument, PageNode } from '../../schemas/page'
import { findings } from '../axe'
import { chromiumPath } from '../browser'
import { standard } from '../fiveWidgets'
import type { Product } from '../product'
import { createActivity, inStudio, openDesk, type Desk } from '../studio'

const text = (id: string, words: string, order: string): PageNode => standard('text', id, { order, props: { ...standard('text', id).props, text: words } })
const button = (id: string, words: string, order: string): PageNode =>
  standard('button', id, { order, props: { ...standard('button', id).props, text: words } })

describe.skipIf(!chromiumPath())(
  'symbols',
  () => {
    let product: Product
    let context: BrowserContext
    inStudio((studio) => ({ product, context } = studio), { permissions: ['clipboard-read', 'clipboard-write'] })
    afterEach(async () => {
      for (const page of context.pages()) await page.close()
    })

    const inspector = (desk: Desk): Locator => desk.tab.locator('.inspector')
    const wordsOf = ({ nodes }: PageDocument, type: string): unknown[] =>
      Object.values(nodes).flatMap((node) => (node.type === type ? [node.props['text']] : []))
    const idOf = async (desk: Desk, type: string): Promise<string> => Object.values((await desk.draft()).nodes).find((node) => node.type === type)!.id
    const symbols = async (): Promise<SymbolList['symbols']> => (await product.api<SymbolList>('GET', '/api/symbols')).symbols
    /** Chooses a line of the layers, as a person does who looks for what is inside something. */
    async function pick(desk: Desk, id: string): Promise<void> {
      await desk.tab.getByRole('tab', { name: '图层' }).click()
      await desk.tab.locator(`[data-row="${id}"]`).click()
      await desk.tab.locator(`[data-selected="${id}"]`).waitFor()
    }
    async function write(desk: Desk, id: string, words: string): Promise<void> {
      await pick(desk, id)
      const field = inspector(desk).locator('[data-prop="text"] :is(textarea, input, [contenteditable="true"])').first()
      await field.fill(words)
      await field.press('Tab')
    }
    /** Comes back to a tab, as the browser tells it. */
    const comeBack = (desk: Desk): Promise<void> => desk.tab.evaluate(() => void window.dispatchEvent(new Event('focus')))

    it('are saved from two widgets, placed elsewhere, and followed there but for what was changed; and what is published knows nothing of them', async () => {
      const origin = await createActivity(product, [button('ask', '立即参加', 'a1'), button('more', '了解更多', 'a2')])
      const first = await openDesk(context, product, origin)
      await first.select('ask')
      await first.tab.keyboard.down('Shift')
      const { x, y } = await first.at(first.node('more'))
      await first.tab.mouse.click(x, y)
      await first.tab.keyboard.up('Shift')
      await first.tab.keyboard.press('Control+Alt+k')
      await first.tab.getByRole('dialog').getByRole('textbox').fill('行动按钮')
      await first.tab.keyboard.press('Enter')
      await first.tab.locator('[data-symbol]').waitFor()
      await first.saved()
      const [symbol] = await symbols()
      expect([symbol?.name, symbol?.number]).toEqual(['行动按钮', 1])
      expect(await first.shape()).toBe('section(button:ask button:more)')

      // Somebody else's page gets one by the keyboard, and other words in it.
      const target = await createActivity(product, [text('hello', '你好', 'a1')])
      const second = await openDesk(context, product, target)
      await second.tab.locator(`[data-symbol="${symbol!.id}"]`).focus()
      await second.tab.keyboard.press('Enter')
      await expect.poll(second.shape).toBe('text:hello section(button button)')
      await write(second, await idOf(second, 'button'), '马上报名')
      await expect.poll(async () => wordsOf(await second.draft(), 'button')).toEqual(['马上报名', '了解更多'])
      await inspector(second).getByText('1 处改动').waitFor()
      expect(await findings(second.tab)).toEqual([])

      // The first page changes both and gives that to the team.
      await first.tab.bringToFront()
      await write(first, 'ask', '现在就来')
      await write(first, 'more', '看看规则')
      await inspector(first).getByRole('button', { name: '更新到复用块' }).click()
      await expect.poll(async () => (await symbols())[0]?.number).toBe(2)

      // The second is told, and follows where it has said nothing else.
      await second.tab.bringToFront()
      await comeBack(second)
      await inspector(second).getByRole('button', { name: '更新到第 2 版' }).waitFor()
      await second.tab.getByRole('tab', { name: /问题/ }).click()
      await second.tab.locator('.problem-list').getByText('复用块“行动按钮”有新的版本（第 2 版）').waitFor()
      await second.tab.locator('.problem-list').getByRole('button', { name: '更新', exact: true }).click()
      await expect.poll(async () => wordsOf(await second.draft(), 'button')).toEqual(['马上报名', '看看规则'])
      await second.tab.locator('.problem-list').getByText('有新的版本').waitFor({ state: 'detached' })

      // One step back and forth.
      await inspector(second).getByRole('heading').first().click()
      await second.tab.keyboard.press('Control+z')
      await expect.poll(async () => wordsOf(await second.draft(), 'button')).toEqual(['马上报名', '了解更多'])
      await second.tab.keyboard.press('Control+Shift+z')
      await expect.poll(async () => wordsOf(await second.draft(), 'button')).toEqual(['马上报名', '看看规则'])
      await second.saved()

      // Published, it is an ordinary page, whatever becomes of the symbol.
      const page = await publish(target)
      const [{ revision }] = (await symbols()) as [SymbolList['symbols'][number]]
      await product.api('DELETE', `/api/symbols/${symbol!.id}`, undefined, { 'If-Match': revision })
      expect(page).toContain('马上报名')
      expect(page).toContain('看看规则')
      expect(page).not.toContain(symbol!.id)
      expect(page).not.toContain('行动按钮')
      expect(await publish(target, '改一下')).toContain('马上报名')
      await comeBack(second)
      await inspector(second).getByText('它来自一个已不在团队里的复用块').waitFor()
    })

    it('are dragged onto the page, reset value by value and as a whole, and let go', async () => {
      const made = await createActivity(product, [button('ask', '参加', 'a1')])
      const desk = await openDesk(context, product, made)
      await desk.select('ask')
      const { x, y } = await desk.at(desk.node('ask'))
      await desk.tab.mouse.click(x, y, { button: 'right' })
      await desk.tab.getByRole('menuitem', { name: '保存为复用块' }).click()
      await desk.tab.getByRole('dialog').getByRole('textbox').fill('大按钮')
      await desk.tab.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click()
      const tile = desk.tab.locator('[data-symbol]', { hasText: '大按钮' })
      await tile.waitFor()
      await desk.drag(await desk.at(tile), await desk.at(desk.node('ask'), 0, 0), await desk.at(desk.node('ask'), 0, 18))
      await expect.poll(desk.shape).toBe('button:ask button')
      const copy = Object.values((await desk.draft()).nodes).find(({ id, type }) => type === 'button' && id !== 'ask')!.id

      await write(desk, copy, '别的')
      await inspector(desk)
        .getByRole('button', { name: /还原为复用块的值/ })
        .click()
      await expect.poll(async () => (await desk.draft()).nodes[copy]?.props['text']).toBe('参加')
      await inspector(desk).getByText('与复用块一致').waitFor()

      await write(desk, copy, '又变了')
      await inspector(desk).getByRole('button', { name: '全部还原' }).click()
      await expect.poll(async () => (await desk.draft()).nodes[copy]?.props['text']).toBe('参加')

      await inspector(desk).getByRole('heading').first().click()
      await desk.tab.keyboard.press('Control+Alt+b')
      await expect.poll(async () => (await desk.draft()).nodes[copy]?.symbol).toBeUndefined()
      expect((await desk.draft()).nodes['ask']?.symbol).toBeDefined()

      await inspector(desk).getByText('与复用块一致').waitFor({ state: 'detached' })
      await pick(desk, 'ask')
      await inspector(desk).getByRole('button', { name: '更多' }).click()
      await desk.tab.getByRole('menuitem', { name: '查看用在哪里' }).click()
      await desk.tab.getByRole('dialog').getByText('当前活动').waitFor()
      expect(await findings(desk.tab)).toEqual([])
      await desk.tab.keyboard.press('Escape')

      await desk.tab.getByRole('tab', { name: '组件' }).click()
      await desk.tab.getByPlaceholder('搜索组件').fill('大按')
      await tile.click({ button: 'right' })
      await desk.tab.getByRole('menuitem', { name: '重命名复用块' }).click()
      await desk.tab.getByRole('dialog').getByRole('textbox').fill('大按钮二号')
      await desk.tab.keyboard.press('Enter')
      await desk.tab.locator('[data-symbol]', { hasText: '大按钮二号' }).waitFor()
    })

    it('are carried by a file of the activity, unharmed', async () => {
      const version = 'a'.repeat(64)
      const linked = { ...button('one', '按', 'a1'), symbol: { id: 'sym-elsewhere', version }, of: 'top' }
      const id = await createActivity(product, [linked])
      const file = join(product.dataDir, 'carried.json')
      await writeFile(file, await product.run('export', id))
      const [copied = ''] = (await product.run('import', file, '--name', 'Copied')).trim().split(' ')
      expect((await product.api<PageDocument>('GET', `/api/activities/${copied}/page`)).nodes['one']).toEqual(linked)
    })

    /** Publishes an activity. @returns what visitors get */
    async function publish(id: string, title?: string): Promise<string> {
      if (title !== undefined) {
        const answer = await product.api<PageDocument>('GET', `/api/activities/${id}/page`)
        const { revisions } = await product.api<{ revisions: { page: string } }>('GET', `/api/activities/${id}`)
        await product.api('PUT', `/api/activities/${id}/page`, { ...answer, title }, { 'If-Match': revisions.page })
      }
      await product.api('POST', `/api/activities/${id}/releases`, {})
      const { slug } = await product.api<{ slug: string }>('GET', `/api/activities/${id}`)
      return (await fetch(`${product.url}/a/${slug}`, { headers: { 'Accept-Language': 'zh-CN' } })).text()
    }
  },
  120_000,
)
