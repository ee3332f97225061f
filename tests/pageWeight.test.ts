import { brotliCompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { renderPage, type RenderedPage } from '../renderer/renderPage'
import { locales } from '../schemas/words'
import { templates } from '../server/templates/registry'
import type { Template } from '../server/templates/template'
import { testNow } from './fiveWidgets'
import { testWish } from './renderWorld'

/** The first window of a connection, without the headers that the server sends before a page. */
const firstWindow = 14_600 - 860

const cases = templates.map((template) => [template.id, template] as const)

/** A template's pages, in every phase and language. */
function pagesOf(template: Template): RenderedPage[] {
  const rules = template.rules(testNow)
  const phases = [null, ...rules.schedule.phases.map(({ id }) => id)]
  return locales.flatMap((locale) => {
    const page = template.page({ name: '新年活动', locale })
    return phases.map((phase) => renderPage(page, testWish({ rules, phase, locale })))
  })
}

it.each(cases)('%s fits the first window in every phase and language', (_id, template) => {
  const drawn = new Set(pagesOf(template).map(({ html }) => html))
  for (const html of drawn) expect(brotliCompressSync(html).length).toBeLessThan(firstWindow)
})

it.each(cases)('%s comes with the files that it names, and may run them', (_id, template) => {
  for (const { html, files, csp } of pagesOf(template)) {
    const named = new Set(Array.from(html.matchAll(/\/f\/(\w+\.js)/g), ([, name]) => name))
    expect(new Set(files.map(({ name }) => name))).toEqual(named)
    expect(/script-src [^;]*'self'/.test(csp)).toBe(named.size > 0)
  }
})
