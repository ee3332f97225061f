import type { Browser, BrowserContext } from 'playwright'
import { beforeAll, describe, expect, it } from 'vitest'
import { findings } from '../axe'
import { chromiumPath } from '../browser'
import { standard } from '../fiveWidgets'
import { loseSaves } from '../intercept'
import type { Product } from '../product'
import { createActivity, inStudio, openDesk, signedIn, type Desk } from '../studio'

describe.skipIf(!chromiumPath())(
  'editing together',
  () => {
    let product: Product
    let browser: Browser
    let contexts: readonly [BrowserContext, BrowserContext]
    inStudio((studio) => ({ product, browser } = studio))
    beforeAll(async () => void (contexts = [await signedIn(browser, product), await signedIn(browser, product)]))

    const text = (id: string, order: string, words: string) => standard('text', id, { order, props: { text: words, level: 'body', align: 'left' } })

    async function two(): Promise<readonly [Desk, Desk]> {
      const id = await createActivity(product, [text('a', 'a0', '甲'), text('b', 'a1', '乙'), text('c', 'a2', '丙')])
      return [await openDesk(contexts[0], product, id), await openDesk(contexts[1], product, id)]
    }

    async function write(desk: Desk, id: string, words: string): Promise<void> {
      await desk.select(id)
      await desk.tab.locator('.inspector').getByRole('textbox', { name: '文字', exact: true }).fill(words)
    }

    const seen = (desk: Desk, id: string) => expect.poll(() => desk.node(id).innerText())

    it('shows each where the other is, and both see what either writes', async () => {
      const [one, other] = await two()
      await one.select('b')
      await other.tab.locator('[data-peer="b"]').waitFor()
      expect(await other.tab.locator('.peers button').count()).toBe(1)
      await write(one, 'a', '一号写的')
      await write(other, 'c', '二号写的')
      await seen(other, 'a').toBe('一号写的')
      await seen(one, 'c').toBe('二号写的')
      await one.saved()
      await other.saved()
      // Undo is each person's own.
      await other.tab.keyboard.press('Escape')
      await other.tab.locator('[data-stage]').focus()
      await other.tab.keyboard.press('Control+z')
      await seen(one, 'c').toBe('丙')
      expect(await one.node('a').innerText()).toBe('一号写的')
      await one.tab.close()
      await expect.poll(() => other.tab.locator('.peers button').count()).toBe(0)
      await other.tab.close()
    })

    it('merges what was written offline, and asks about a place that both changed', async () => {
      const [one, other] = await two()
      await contexts[1].setOffline(true)
      await write(other, 'b', '离线写的')
      await write(one, 'a', '在线写的')
      await one.saved()
      await contexts[1].setOffline(false)
      await seen(one, 'b').toBe('离线写的')
      await seen(other, 'a').toBe('在线写的')

      await contexts[1].setOffline(true)
      await write(other, 'c', '我的丙')
      await write(one, 'c', '对方的丙')
      await one.saved()
      await contexts[1].setOffline(false)
      const dialog = other.tab.getByRole('dialog')
      await dialog.getByText('对方的丙').waitFor({ timeout: 15_000 })
      await dialog.getByText('我的丙').first().waitFor()
      await other.tab.close()
      await one.tab.close()
    })

    it('tells of places and of what is gone in words, and lets whole widgets be chosen', async () => {
      const [one, other] = await two()
      await contexts[1].setOffline(true)
      await other.select('a')
      await other.tab.keyboard.press('Alt+ArrowDown')
      await write(other, 'b', '我的乙')
      await one.select('a')
      await one.tab.keyboard.press('Alt+ArrowDown')
      await one.tab.keyboard.press('Alt+ArrowDown')
      await one.select('b')
      await one.tab.keyboard.press('Delete')
      await one.saved()
      await contexts[1].setOffline(false)
      const dialog = other.tab.getByRole('dialog')
      await dialog.getByRole('radiogroup', { name: '文字“甲” › 位置' }).waitFor({ timeout: 15_000 })
      expect(await dialog.getByRole('radio').allInnerTexts()).toEqual(['我的\n第 2 位', '对方的\n第 3 位', '我的\n文字“我的乙”', '对方的\n（已删除）'])
      expect(await findings(other.tab)).toEqual([])
      await dialog.getByRole('radio').nth(3).click()
      await dialog.getByRole('button', { name: '合并并保存' }).click()
      await other.saved()
      expect(Object.keys((await other.draft()).nodes)).not.toContain('b')
      await other.tab.close()
      await one.tab.close()
    })

    it('offers what a lost tab could not save, and keeps what was saved at that place since', async () => {
      const [one, other] = await two()
      await loseSaves(one.tab)
      await write(one, 'a', '丢了的甲')
      await write(one, 'b', '丢了的乙')
      await one.tab.waitForTimeout(600)
      await one.tab.close()
      await write(other, 'a', '后来的甲')
      await other.saved()
      const again = await openDesk(contexts[0], product, other.tab.url().split('/')[5]!)
      const dialog = again.tab.getByRole('dialog')
      await dialog.getByText('丢了的乙').waitFor()
      expect(await dialog.locator('del').allInnerTexts()).toEqual(['乙'])
      expect(await dialog.getByRole('radio', { checked: true }).innerText()).toContain('后来的甲')
      expect(await findings(again.tab)).toEqual([])
      await dialog.getByRole('button', { name: '恢复修改' }).click()
      await seen(again, 'b').toBe('丢了的乙')
      expect(await again.node('a').innerText()).toBe('后来的甲')
      await again.tab.close()
      await other.tab.close()
    })

    it('keeps the history over a reload, and goes to any step of it by mouse and keyboard', async () => {
      const [one, other] = await two()
      await other.tab.close()
      for (const words of ['第一步', '第二步']) {
        await write(one, 'a', words)
        await one.tab.waitForTimeout(1100)
      }
      await one.saved()
      await one.tab.reload()
      await one.node('a').waitFor()
      await one.tab.keyboard.press('Alt+3')
      const steps = one.tab.getByRole('listbox', { name: '历史' }).getByRole('option')
      await expect.poll(() => steps.count()).toBe(3)
      expect(await steps.nth(1).innerText()).toContain('文字')
      await steps.first().click()
      await seen(one, 'a').toBe('甲')
      await one.tab.getByRole('listbox', { name: '历史' }).focus()
      await one.tab.keyboard.press('ArrowDown')
      await seen(one, 'a').toBe('第一步')
      await one.tab.keyboard.press('End')
      await seen(one, 'a').toBe('第二步')
      await one.saved()
      expect((await one.draft()).nodes['a']!.props['text']).toBe('第二步')
      // The list takes its own keys only.
      await one.tab.keyboard.press('Control+z')
      await seen(one, 'a').toBe('第一步')
      await one.tab.keyboard.press('Alt+2')
      await one.tab.locator('[data-row="a"]').waitFor()
    })

    it('shows the page where what was selected is gone, by somebody else or by an undo', async () => {
      const [one, other] = await two()
      await one.select('b')
      await other.select('b')
      await other.tab.keyboard.press('Delete')
      await one.tab.locator('.inspector .theme-presets').waitFor()
      await one.select('a')
      await one.tab.keyboard.press('Control+d')
      await one.tab.locator('[data-selected^="text-"]').waitFor()
      await one.tab.keyboard.press('Alt+3')
      await one.tab.getByRole('option', { name: '复制一份 文字' }).waitFor()
      await one.tab.keyboard.press('Control+z')
      await one.tab.locator('.inspector .theme-presets').waitFor()
      await one.saved()
      await other.tab.close()
    })

    it('keeps what is half written when the page is left, in the panel and on the page', async () => {
      const [one, other] = await two()
      await other.tab.close()
      one.tab.on('dialog', (dialog) => void dialog.accept())
      await loseSaves(one.tab)
      await one.select('a')
      await one.tab.locator('.inspector').getByRole('textbox', { name: '文字', exact: true }).click()
      await one.tab.keyboard.type('没写')
      const { x, y } = await one.at(one.node('b'))
      await one.tab.mouse.dblclick(x, y)
      await one.frame.locator('[contenteditable]').waitFor()
      await one.tab.keyboard.type('写到一半')
      await one.tab.reload()
      await one.tab.getByRole('dialog').getByRole('button', { name: '恢复修改' }).click()
      await seen(one, 'b').toBe('写到一半')
      expect(await one.node('a').innerText()).toContain('没写')
    })
  },
  240_000,
)
