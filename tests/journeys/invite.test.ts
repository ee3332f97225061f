import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { findings } from '../axe'
import { createActivity, inStudio, openDesk, type Studio } from '../studio'

const phone = { viewport: { width: 375, height: 812 }, isMobile: true, hasTouch: true, reducedMotion: 'reduce', locale: 'zh-CN', deviceScaleFactor: 2 } as const

describe('friends invite friends', () => {
  let studio: Studio
  let slug: string
  let mia: Page
  let bo: Page
  inStudio((opened) => (studio = opened))

  /** Opens a page on a phone of its own. */
  async function onPhone(path: string): Promise<Page> {
    const context = await studio.browser.newContext(phone)
    const page = await context.newPage()
    await page.goto(studio.product.url + path)
    return page
  }
  const widget = (page: Page, type: string) => page.locator(`.w-${type}`)

  it('a page from the template is published as it is', async () => {
    const { product } = studio
    const made = await product.api<{ id: string; slug: string }>('POST', '/api/activities', { name: '邀请', template: 'invite-friends', locale: 'zh-CN' })
    slug = made.slug
    await product.api('POST', `/api/activities/${made.id}/releases`, { note: 'first' })
  })

  it('an inviter sees the deal and nobody yet, and opens their code', async () => {
    mia = await onPhone(`/a/${slug}`)
    const card = widget(mia, 'invite-card')
    await card.getByText('还没有好友，发出你的链接吧').waitFor()
    await card.getByText('好友 7 天内完成 1 次“每日签到”后计入 · 今天还可奖励 10 位').waitFor()
    await card.getByRole('button', { name: '二维码' }).tap()
    await expect.poll(() => card.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
    expect(await findings(mia)).toEqual([])
  })

  it('a friend who opens their link is welcomed by name and bound', async () => {
    const me = await mia.evaluate(async (path) => ((await (await fetch(`${path}/me`)).json()) as { visitor: string }).visitor, `/a/${slug}`)
    bo = await onPhone(`/a/${slug}?by=${me}`)
    await widget(bo, 'invite-welcome')
      .getByText(/#\w{4} 邀请了你/)
      .waitFor()
    await widget(bo, 'invite-welcome').getByText('再完成 1 次“每日签到”').waitFor()
    await mia.reload()
    await widget(mia, 'invite-card').getByText('已计入 0 位，共来了 1 位').waitFor()
    await widget(mia, 'invite-card').getByText('还差 1 次互动').waitFor()
  })

  it('once the friend has checked in, both have what was promised', async () => {
    await widget(bo, 'check-in-calendar')
      .getByRole('button', { name: /打卡|签到/ })
      .first()
      .tap()
    await widget(bo, 'invite-welcome').getByText('你已获得 新人 20 元券').waitFor()
    await widget(bo, 'lottery-prizes').getByText('新人 20 元券').first().waitFor()
    await mia.reload()
    await widget(mia, 'invite-card').getByText('已计入 1 位，共来了 1 位').waitFor()
    await widget(mia, 'invite-card').getByText('✓ 已得 1 次好友转盘').waitFor()
    await widget(mia, 'leaderboard').getByText('50').first().waitFor()
    expect(await findings(bo)).toEqual([])
  })

  it('an own link, and one opened by who took part before, bind nobody', async () => {
    const me = await bo.evaluate(async (path) => ((await (await fetch(`${path}/me`)).json()) as { visitor: string }).visitor, `/a/${slug}`)
    await bo.goto(`${studio.product.url}/a/${slug}?by=${me}`)
    await widget(bo, 'invite-welcome').getByText('你已获得').waitFor()
    await mia.goto(`${studio.product.url}/a/${slug}?by=${me}`)
    await widget(mia, 'invite-card').getByText('共来了 1 位').waitFor()
    expect(await widget(mia, 'invite-welcome').textContent()).toContain('邀请好友，一起领券抽大奖')
  })

  it('a designer drags an invite card onto a page; its play comes joined to what is there, and it is published', async () => {
    const { context, product } = studio
    const id = await createActivity(product)
    const desk = await openDesk(context, product, id)
    await desk.tile('check-in-calendar').click()
    await desk.frame.locator('.w-check-in-calendar').waitFor()
    await desk.tile('invite-card').scrollIntoViewIfNeeded()
    await desk.drag(await desk.at(desk.tile('invite-card')), await desk.at(desk.frame.locator('.w-check-in-calendar'), 0, 40))
    await desk.frame.locator('.w-invite-card').waitFor()
    await desk.saved()
    const { plays } = await product.api<{ plays: { [id: string]: object } }>('GET', `/api/activities/${id}/rules`)
    expect(plays['invite']).toMatchObject({ kind: 'invite', qualify: { by: 'acts', plays: ['check-in'] }, reward: { give: 'points' } })
    await product.api('POST', `/api/activities/${id}/releases`, { note: 'first' })
    await desk.tab.getByRole('link', { name: '规则' }).click()
    await desk.tab.getByRole('navigation', { name: '规则目录' }).getByText('邀请有礼').click()
    await desk.tab.getByText('哪些玩法的互动算数').waitFor()
    await desk.tab.getByText('含接受邀请当天').waitFor()
    expect(await findings(desk.tab)).toEqual([])
  }, 90_000)
})
