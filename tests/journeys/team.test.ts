import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { findings } from '../axe'
import { inStudio, type Studio } from '../studio'

const phone = { viewport: { width: 375, height: 812 }, isMobile: true, hasTouch: true, reducedMotion: 'reduce', locale: 'zh-CN' } as const

describe('friends form a team', () => {
  let studio: Studio
  let path: string
  let captain: Page
  let mate: Page
  let code: string
  inStudio((opened) => (studio = opened))

  /** Opens the page on a phone of its own. */
  async function onPhone(query = ''): Promise<Page> {
    const context = await studio.browser.newContext(phone)
    const page = await context.newPage()
    await page.goto(studio.product.url + path + query)
    return page
  }
  const card = (page: Page) => page.locator('.w-team-card')
  const visitorOf = (page: Page) => page.evaluate(async (at) => ((await (await fetch(`${at}/me`)).json()) as { visitor: string }).visitor, path)

  it('a page from the template is published as it is', async () => {
    const made = await studio.product.api<{ id: string; slug: string }>('POST', '/api/activities', {
      name: '战队',
      template: 'team-challenge',
      locale: 'zh-CN',
    })
    path = `/a/${made.slug}`
    await studio.product.api('POST', `/api/activities/${made.id}/releases`, { note: 'first' })
  })

  it('a captain founds one, by keyboard alone', async () => {
    captain = await onPhone()
    const name = card(captain).getByRole('textbox', { name: '队名' })
    await expect.poll(() => card(captain).getByRole('button', { name: '组建战队' }).isEnabled()).toBe(true)
    await name.focus()
    await captain.keyboard.type('早起鸟队')
    await captain.keyboard.press('Enter')
    await card(captain).getByText('早起鸟队').waitFor()
    code = (await card(captain)
      .getByText(/^战队码 /)
      .textContent())!.replace('战队码 ', '')
    await card(captain).getByRole('button', { name: '喊队友加入' }).waitFor()
    expect(await findings(captain)).toEqual([])
  })

  it('a mate joins by the captain’s link with one tap, another by the code', async () => {
    mate = await onPhone(`?by=${await visitorOf(captain)}`)
    await card(mate).getByRole('button', { name: '加入好友的战队' }).tap()
    await card(mate).getByText('早起鸟队').waitFor()
    const third = await onPhone()
    await card(third).getByRole('textbox', { name: '战队码' }).fill(code.toLowerCase())
    await card(third).getByRole('button', { name: '加入' }).tap()
    await card(third).getByText('早起鸟队').waitFor()
    // Full: everybody was paid.
    await third.locator('.w-points-balance').getByText('30').first().waitFor()
    await captain.reload()
    await captain.locator('.w-points-balance').getByText('30').first().waitFor()
    expect(await card(captain).getByRole('button', { name: '喊队友加入' }).count()).toBe(0)
  })

  it('a fourth is told that it is full', async () => {
    const fourth = await onPhone(`?by=${await visitorOf(captain)}`)
    await card(fourth).getByRole('button', { name: '加入好友的战队' }).tap()
    await card(fourth).getByText('这支战队已经满员。').waitFor()
  })

  it('what a member does counts for all, on every phone and on the board', async () => {
    await mate
      .locator('.w-check-in-calendar')
      .getByRole('button', { name: /签到/ })
      .first()
      .tap()
    await card(mate).getByText('第 1 名').waitFor()
    const row = captain.locator('.w-team-board li').first()
    // What everybody may know is as old as a second.
    await captain.waitForTimeout(1100)
    await captain.reload()
    await card(captain).getByText('第 1 名').waitFor()
    await expect.poll(() => row.textContent()).toBe('1早起鸟队 3/320 战力')
    expect(await findings(mate)).toEqual([])
  })
})
