import type { BrowserContext, Locator } from 'playwright'
import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'
import type { RulesDocument } from '../../schemas/rules'
import { toldOf, violations } from '../axe'
import { chromiumPath } from '../browser'
import { standard } from '../fiveWidgets'
import type { Product } from '../product'
import { createActivity, inStudio, openDesk, signedInAs, type Desk, type Studio } from '../studio'

async function picture(name: string, background: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const buffer = await sharp({ create: { width: 80, height: 60, channels: 3, background } })
    .png()
    .toBuffer()
  return { name, mimeType: 'image/png', buffer }
}

describe.skipIf(!chromiumPath())(
  'the picture library',
  () => {
    let product: Product
    let context: BrowserContext
    let studio: Studio
    inStudio((one) => ({ product, context } = studio = one))
    afterEach(async () => {
      for (const page of context.pages()) await page.close()
    })

    const image = (id: string, src = '') => standard('image', id, { props: { ...standard('image', id).props, src } })
    const srcOf = async ({ draft }: Desk, id: string): Promise<unknown> => (await draft()).nodes[id]?.props['src']
    const library = ({ tab }: Desk): Locator => tab.getByRole('dialog')
    const open = async (desk: Desk): Promise<Locator> => {
      await desk.tab.locator('[data-prop="src"] .thumb').click()
      await library(desk).waitFor()
      return library(desk)
    }

    it('takes several at once, refuses in words, finds by name and is clean for axe', async () => {
      const desk = await openDesk(context, product, await createActivity(product, [image('a')]), '?node=a')
      const dialog = await open(desk)
      const note = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') }
      await dialog.locator('input[type=file]').setInputFiles([await picture('红包.png', '#c00'), await picture('灯笼.png', '#e60'), note])
      await dialog.getByRole('alert').getByText('不支持这种文件').waitFor()
      await dialog.getByText('2 张').waitFor()
      expect((await violations(desk.tab, '[role="dialog"]')).map(toldOf)).toEqual([])
      await dialog.getByRole('searchbox').fill('灯笼')
      await dialog.getByText('1 张').waitFor()
      await dialog.locator('.tile').click()
      await expect.poll(() => srcOf(desk, 'a')).toMatch(/^asset:/)
    })

    it('takes a picture that is pasted', async () => {
      const desk = await openDesk(context, product, await createActivity(product, [image('a')]), '?node=a')
      const dialog = await open(desk)
      const { buffer } = await picture('pasted.png', '#0c0')
      await dialog.getByRole('searchbox').evaluate((element, bytes) => {
        const clipboardData = new DataTransfer()
        clipboardData.items.add(new File([new Uint8Array(bytes)], 'pasted.png', { type: 'image/png' }))
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      }, Array.from(buffer))
      await expect.poll(() => srcOf(desk, 'a')).toMatch(/^asset:/)
      expect(await desk.shape()).toBe('image:a')
    })

    it('renames by keyboard, tells who uses a picture, and does not let that one be deleted', async () => {
      const { assets } = await product.api<{ assets: { id: string; name: string }[] }>('GET', '/api/assets?search=png')
      const used = assets.find(({ name }) => name === '红包.png')!
      const desk = await openDesk(context, product, await createActivity(product, [image('a', `asset:${used.id}`)]), '?node=a')
      const dialog = await open(desk)
      await dialog.getByRole('button', { name: '“红包.png”的详情' }).focus()
      await desk.tab.keyboard.press('Enter')
      await dialog.getByRole('link', { name: '设计' }).first().waitFor()
      expect(await dialog.getByRole('button', { name: '删除', exact: true }).isDisabled()).toBe(true)
      await dialog.getByRole('textbox', { name: '名称' }).fill('开门红')
      await desk.tab.keyboard.press('Enter')
      await expect.poll(async () => (await product.api<{ found: number }>('GET', '/api/assets?search=%E5%BC%80%E9%97%A8%E7%BA%A2')).found).toBe(1)
    })

    it('replaces a picture everywhere on the page in one step, and undoes it in one', async () => {
      const { assets } = await product.api<{ assets: { id: string; name: string }[] }>('GET', '/api/assets')
      const [one, other] = assets.map(({ id }) => `asset:${id}`)
      const desk = await openDesk(context, product, await createActivity(product, [image('a', one), image('b', one)]), '?node=a')
      await desk.tab.locator('[data-prop="src"]').getByRole('button', { name: '在本页全部替换（2 处）' }).click()
      await library(desk).getByRole('heading', { name: '选择一张图片，替换本页的 2 处' }).waitFor()
      await library(desk).locator('.tile').nth(1).focus()
      await desk.tab.keyboard.press('Enter')
      await expect.poll(async () => [await srcOf(desk, 'a'), await srcOf(desk, 'b')]).toEqual([other, other])
      await desk.tab.locator('.inspector').getByRole('heading').first().click()
      await desk.tab.keyboard.press('Control+z')
      await expect.poll(async () => [await srcOf(desk, 'a'), await srcOf(desk, 'b')]).toEqual([one, one])
    })

    const prizeOf = (image: string) => ({ mug: { title: '杯子', type: 'physical', stock: 1, image } }) as const
    const imageOfPrize = async (activity: string): Promise<unknown> =>
      (await product.api<RulesDocument>('GET', `/api/activities/${activity}/rules`)).prizes['mug']?.image
    /** Looks for another picture and chooses it for the named one in all activities, from the details of that. */
    async function replaceInAll(desk: Desk, name: string, other: string): Promise<void> {
      const dialog = await open(desk)
      await dialog.getByRole('button', { name: `“${name}”的详情` }).click()
      await dialog.getByRole('button', { name: '在所有活动中替换' }).click()
      await dialog.getByRole('heading', { name: '选择一张图片，在所有活动中替换它' }).waitFor()
      await dialog.getByRole('searchbox').fill(other)
      await dialog.getByText('1 张').waitFor()
      await dialog.getByRole('button', { name: `“${other}”的详情` }).click()
      expect(await dialog.getByRole('button', { name: '在所有活动中替换' }).count()).toBe(0)
      await dialog.getByRole('button', { name: '使用这张图片' }).click()
    }

    it('replaces a picture in the drafts of all activities, pages and prizes, while somebody works there', async () => {
      const { assets } = await product.api<{ assets: { id: string; name: string }[] }>('GET', '/api/assets')
      const [one, other] = assets.map(({ id }) => `asset:${id}`) as [string, string]
      const elsewhere = await createActivity(product, [image('c', one), standard('text', 't')], (rules) => ({ ...rules, prizes: prizeOf(one) }))
      const here = await createActivity(product, [image('a', one)])
      const there = await openDesk(context, product, elsewhere, '?node=t')
      await there.tab.locator('[data-prop="text"]').getByRole('textbox').first().fill('正在写的字')
      const desk = await openDesk(context, product, here, '?node=a')
      await replaceInAll(desk, assets[0]!.name, assets[1]!.name)
      const question = desk.tab.getByRole('alertdialog')
      await question.getByText('本页的 1 处也会替换，可以撤销。').waitFor()
      await question.getByRole('button', { name: '替换' }).click()
      await desk.tab.getByText(/^已在 \d 个活动的草稿中替换 \d 处$/).waitFor()
      await expect.poll(() => srcOf(desk, 'a')).toBe(other)
      await expect.poll(() => there.node('c').locator('img').getAttribute('src')).toContain(other.slice('asset:'.length))
      expect([await srcOf(there, 'c'), await imageOfPrize(elsewhere)]).toEqual([other, other])
      expect(JSON.stringify((await there.draft()).nodes['t']!.props['text'])).toContain('正在写的字')
      await desk.tab.keyboard.press('Control+z')
      await expect.poll(() => srcOf(desk, 'a')).toBe(one)
      expect(await srcOf(there, 'c')).toBe(other)
    })

    it('tells by name where a picture could not be replaced', async () => {
      const { assets } = await product.api<{ assets: { id: string; name: string }[] }>('GET', '/api/assets')
      const one = `asset:${assets[0]!.id}`
      const elsewhere = await createActivity(product, [], (rules) => ({ ...rules, prizes: prizeOf(one) }))
      const here = await createActivity(product, [image('a', one)])
      const designers = await signedInAs('designer', studio)
      const desk = await openDesk(designers, product, here, '?node=a')
      await replaceInAll(desk, assets[0]!.name, assets[1]!.name)
      await desk.tab.getByRole('alertdialog').getByRole('button', { name: '替换' }).click()
      await desk.tab.getByText(/^没有替换：设计（规则）：/).waitFor()
      expect(await imageOfPrize(elsewhere)).toBe(one)
      await designers.close()
    })
  },
  120_000,
)
