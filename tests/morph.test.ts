import { resolve } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compile } from '../renderer/build/phonePlugin.node'
import { chromiumPath, launchBrowser } from './browser'

let browser: Browser
let tab: Page
beforeAll(async () => {
  browser = await launchBrowser()
  tab = await browser.newPage()
  await tab.addScriptTag({
    content: await compile(`import { morph } from ${JSON.stringify(resolve(import.meta.dirname, '../renderer/kit/morph.ts'))}\nwindow.morph = morph`),
  })
})
afterAll(() => browser?.close())

/** Shows `before`, lets the visitor do something, morphs to `after`, and tells what `look` sees. */
async function morphed<T>(before: string, visitor: () => void, after: string, look: () => T): Promise<T> {
  await tab.evaluate((text) => (document.body.innerHTML = text), before)
  await tab.evaluate(visitor)
  await tab.evaluate((text) => (window as unknown as { morph(element: Element, text: string): void }).morph(document.body, text), after)
  return tab.evaluate(look)
}

const row = (key: string, more = ''): string => `<li data-key="${key}"><input${more}><b>${key}</b></li>`

describe.skipIf(!chromiumPath())('morphing', () => {
  it('moves a keyed row with its focus, its caret and what was typed', async () => {
    const visitor = (): void => {
      const field = document.querySelectorAll('input')[2]!
      field.focus()
      field.value = 'typed'
      field.setSelectionRange(2, 2)
      Object.assign(window, { field })
    }
    const seen = await morphed(`<ul>${row('a')}${row('b')}${row('c')}</ul>`, visitor, `<ul>${row('c')}${row('d')}${row('a')}</ul>`, () => {
      const field = document.querySelector<HTMLInputElement>('[data-key=c] input')!
      return {
        text: document.body.textContent,
        value: field.value,
        caret: field.selectionStart,
        isSame: field === (window as unknown as { field: Element }).field,
        isFocused: document.activeElement === field,
      }
    })
    expect(seen).toEqual({ text: 'cda', value: 'typed', caret: 2, isSame: true, isFocused: true })
  })
  it('keeps a tick, an opened detail, and what a field shows while it is written in', async () => {
    const visitor = (): void => {
      document.querySelector<HTMLInputElement>('[type=checkbox]')!.checked = true
      document.querySelector('details')!.open = true
      const field = document.querySelector<HTMLInputElement>('#name')!
      field.focus()
      field.value = 'mine'
    }
    const drawn = (name: string): string => `<input type="checkbox"><details><summary>s</summary></details><input id="name" value="${name}"><p>${name}</p>`
    const seen = await morphed(drawn('one'), visitor, drawn('two'), () => ({
      ticked: document.querySelector<HTMLInputElement>('[type=checkbox]')!.checked,
      open: document.querySelector('details')!.open,
      value: document.querySelector<HTMLInputElement>('#name')!.value,
      text: document.querySelector('p')!.textContent,
    }))
    expect(seen).toEqual({ ticked: true, open: true, value: 'mine', text: 'two' })
  })
  it('leaves what is marked as the same alone, and removes what is gone', async () => {
    const seen = await morphed(
      '<p>x</p><div data-key="k">live</div><i>y</i>',
      () => {},
      '<div data-key="k" data-same></div>',
      () => document.body.innerHTML,
    )
    expect(seen).toBe('<div data-key="k">live</div>')
  })
  it('makes any list of rows into any other (seed 20261122)', async () => {
    let seed = 20_261_122
    const dice = (bound: number): number => (seed = (seed * 48_271) % 2_147_483_647) % bound
    const list = (): string => {
      const keys = [...'abcdefg'].filter(() => dice(2)).sort(() => dice(3) - 1)
      return `<ul>${keys.map((key) => `<li ${dice(2) ? `data-key="${key}"` : ''} class="${dice(3)}">${key}${dice(2) ? '<b>x</b>' : ''}</li>`).join('')}</ul>`
    }
    for (let round = 0; round < 60; round++) {
      const after = list()
      const wanted = await tab.evaluate((text) => Object.assign(document.createElement('div'), { innerHTML: text }).innerHTML, after)
      expect(
        await morphed(
          list(),
          () => {},
          after,
          () => document.body.innerHTML,
        ),
      ).toBe(wanted)
    }
  })
})
