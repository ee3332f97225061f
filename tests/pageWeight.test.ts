import { brotliCompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { renderPage } from '../renderer/renderPage'
import { locales } from '../schemas/words'
import { templates } from '../server/templates/registry'
import { testNow } from './fiveWidgets'
import { testWish } from './renderWorld'

/** The first window of a connection, without the headers that the server sends before a page. */
const firstWindow = 14_600 - 860

it.each(templates.map((template) => [template.id, template] as const))('%s fits the first window in every phase and language', (_id, template) => {
  const rules = template.rules(testNow)
  const phases = [null, ...rules.schedule.phases.map(({ id }) => id)]
  for (const locale of locales) {
    const page = template.page({ name: '新年活动', locale })
    const drawn = new Set(phases.map((phase) => renderPage(page, testWish({ rules, phase, locale })).html))
    for (const html of drawn) expect(brotliCompressSync(html).length).toBeLessThan(firstWindow)
  }
})
