import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderPage } from '../renderer/renderPage'
import type { PageNode } from '../schemas/page'
import type { When } from '../schemas/when'
import { chromium79 } from './chromium79'
import { openRawTab, type RawTab } from './debugPipe'
import { fiveWidgets, standard, wellAnswer } from './fiveWidgets'
import { friendRules, playing, rules } from './formAndVote'
import { startPhoneServer, type PhoneServer } from './phoneServer'
import { node, page, testRules, testWish } from './renderWorld'

const old = chromium79()
if ('missing' in old) console.warn(`${old.missing} The oldest browser was not tested.`)

let tab: RawTab
let server: PhoneServer

beforeAll(async () => {
  if ('missing' in old) return
  const document = fiveWidgets(
    node('button', 'n6', { text: '规则' }, { on: { tap: [{ do: 'open', target: 'n7' }] } }),
    node('overlay', 'n7', { title: '规则' }),
    standard('lottery-prizes', 'n8'),
    standard('points-balance', 'n9', { play: 'board' }),
    node(
      'button',
      'na',
      { text: '更多' },
      {
        on: {
          tap: [
            { do: 'set', name: 'more', value: true },
            { do: 'toggle', target: 'nb' },
          ],
        },
      },
    ),
    node('text', 'nb', { text: '更多' }, { hidden: true }),
  )
  server = await startPhoneServer(renderPage(document, testWish()), wellAnswer)
  tab = await openRawTab({ ...old, args: ['--single-process', '--no-zygote', '--window-size=375,680'] })
  for (const domain of ['Page', 'Runtime', 'Log']) await tab.send(`${domain}.enable`)
  await tab.send('Page.navigate', { url: server.url })
})
afterAll(async () => {
  await tab?.close()
  await server?.close()
})

/** Waits until the page says so. */
async function until(expression: string): Promise<void> {
  await expect.poll(() => tab.evaluate(`Boolean(${expression})`), { timeout: 8000 }).toBe(true)
}
const click = (selector: string): Promise<void> => tab.evaluate(`document.querySelector('${selector}').click()`)

describe.skipIf('missing' in old)('in Chromium 79', () => {
  it('is what runs', async () => {
    expect(await tab.evaluate('navigator.userAgent')).toContain('Chrome/79.')
  })
  it('the wheel spins and shows what was won', async () => {
    await until(`document.querySelector('[data-n=n3]').textContent.includes('📱')`)
    await click('[data-n=n3] [data-click=spin]')
    await until(`document.querySelector('[data-n=n3] .wl-card')`)
  })
  it('the countdown runs', async () => {
    const before = await tab.evaluate<string>(`document.querySelector('[data-n=n2]').textContent`)
    await until(`document.querySelector('[data-n=n2]').textContent !== ${JSON.stringify(before)}`)
  })
  it('a visitor checks in', async () => {
    await click('[data-n=n4] [data-click=go]')
    await until(`document.querySelector('[data-n=n4] .ci-got')`)
  })
  it('the board shows its rows', async () => {
    await until(`document.querySelectorAll('[data-n=n5] li').length > 3`)
  })
  it('an overlay opens and closes', async () => {
    await click('[data-n=n6] button')
    expect(await tab.evaluate(`document.querySelector('[data-n=n7]').hidden`)).toBe(false)
    await click('[data-n=n7] .ovl-close')
    expect(await tab.evaluate(`document.querySelector('[data-n=n7]').hidden`)).toBe(true)
  })
  it('a popup leaves before it is gone', async () => {
    const shown = `getComputedStyle(document.querySelector('[data-n=n7]')).display`
    await click('[data-n=n6] button')
    await click('[data-n=n7] .ovl-close')
    expect(await tab.evaluate(`getComputedStyle(document.querySelector('.ovl-box')).animationName`)).toBe('ovl-down')
    await until(`${shown} === 'none'`)
  })
  it('a tap shows what was hidden', async () => {
    await click('[data-n=na] button')
    expect(await tab.evaluate(`document.querySelector('[data-n=nb]').hidden`)).toBe(false)
  })
  it('nothing was wrong on the way', () => {
    const wrong = tab.heard.filter(
      ({ method, params }) =>
        method === 'Runtime.exceptionThrown' || (method === 'Log.entryAdded' && (params as { entry: { level: string } }).entry.level === 'error'),
    )
    expect(wrong).toEqual([])
  })
  it('a form is filled in and sent, and a vote is given', async () => {
    const document = page(standard('form', 'f', { play: 'form' }), standard('vote', 'v', { play: 'vote' }))
    const other = await startPhoneServer(renderPage(document, testWish({ rules })), playing())
    await tab.send('Page.navigate', { url: other.url })
    await until(`(document.querySelector('[data-n=v]') || document).textContent.includes('还可投 2 票')`)
    await tab.evaluate(`['[name=name]', '[name=phone]'].forEach((field) => (document.querySelector(field).value = '13800000000'))`)
    for (const field of ['[name=topics]', '[name=stars]', '[name=ok]', '[type=submit]']) await click(field)
    await until(`document.querySelector('.fm-done a')`)
    await click('[data-n=v] [data-click=vote]')
    await until(`document.querySelector('[data-n=v]').textContent.includes('还可投 1 票')`)
    expect(tab.heard.filter(({ method }) => method === 'Runtime.exceptionThrown')).toEqual([])
    await other.close()
  })
  it('nodes for some visitors alone show when the server has said who this is and what was played', async () => {
    const when = (id: string, condition: When): PageNode => node('text', id, { text: `我是 ${id}` }, { when: condition })
    const document = page(
      when('c1', { segment: ['members'] }),
      when('c2', { not: { segment: ['members'] } }),
      when('c3', { play: [{ play: 'draw', is: ['won'] }] }),
      when('c4', { not: { play: [{ play: 'draw', is: ['won'] }] } }),
    )
    const plays = { draw: { kind: 'lottery', title: 'Draw' } }
    const other = await startPhoneServer(renderPage(document, testWish({ rules: { ...testRules(), plays } })), (asked) => {
      const answer = wellAnswer(asked)
      const seen = { segments: ['members'], channel: '', visitor: 'returning' }
      return asked.path === 'me' && answer !== 'lost' ? { body: { ...(answer.body as object), seen } } : answer
    })
    await tab.send('Page.navigate', { url: other.url })
    // Of two in one place the one not shown keeps its room.
    const shown = `[...document.querySelectorAll('[data-n^=c]')].filter((one) => getComputedStyle(one).visibility === 'visible').map((one) => one.dataset.n).join()`
    await until(`${shown} === 'c1,c3'`)
    expect(tab.heard.filter(({ method }) => method === 'Runtime.exceptionThrown')).toEqual([])
    await other.close()
  })
  it('an invitation is taken up, its code is shown, and a team is founded and left', async () => {
    const document = page(
      standard('invite-welcome', 'w', { play: 'friends' }),
      standard('invite-card', 'i', { play: 'friends' }),
      standard('team-card', 't', { play: 'teams' }),
      standard('team-board', 'b', { play: 'teams' }),
    )
    const other = await startPhoneServer(renderPage(document, testWish({ rules: friendRules })), playing(friendRules))
    await tab.send('Page.navigate', { url: `${other.url}?by=v9` })
    await until(`(document.querySelector('[data-n=w]') || document).textContent.includes('v9 邀请了你')`)
    expect(other.count('plays/friends/bind')).toBe(1)
    await click('[data-n=i] [data-click=code]')
    await until(`document.querySelector('[data-n=i] img').getAttribute('src').endsWith('qr.svg?by=mia')`)
    await tab.evaluate(`document.querySelector('[name=name]').value = '早起鸟队'`)
    await click('[data-n=t] .btn[type=submit]')
    await until(`document.querySelector('[data-n=t]').textContent.includes('战队码 ')`)
    await click('[data-click=leave]')
    await until(`document.querySelector('[name=name]')`)
    expect(tab.heard.filter(({ method }) => method === 'Runtime.exceptionThrown')).toEqual([])
    await other.close()
  })
})
