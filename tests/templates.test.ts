import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checks } from '../editor/design/problems/checks'
import type { Activity } from '../schemas/api/management'
import type { RulesDocument } from '../schemas/rules'
import { locales } from '../schemas/words'
import { themePresets } from '../widgets/themes'
import { templates } from '../server/templates/registry'
import { openFront, type FrontClient } from '../server/testing/front'
import { createTestWorld, testTime, type TestWorld } from '../server/testing/testWorld'
import { createVisitor } from '../server/testing/visitor'

const cases = templates.flatMap((template) => locales.map((locale) => [template.id, locale, template] as const))
/** What a phone may have to fetch before it shows a page from a template, in bytes. */
const heaviest = 17_000

let test: TestWorld
let front: FrontClient
beforeAll(async () => {
  test = await createTestWorld()
  front = await openFront(test.world)
})
afterAll(async () => {
  await front.close()
  await test.close()
})

describe('a template', () => {
  it.each(cases)('%s in %s leaves the editor nothing to complain of', (_id, locale, template) => {
    const page = template.page({ name: 'From a template', locale })
    const rules = template.rules(testTime)
    expect(checks.flatMap((check) => check(page, rules, testTime)).map(({ node, message }) => `${node ?? 'page'}: ${message.en}`)).toEqual([])
  })

  it.each(cases)('%s in %s weighs no more than a first view may, and is released as it is', async (template, locale) => {
    const { id, slug } = await test.read<Activity>('/api/activities', { method: 'POST', body: { name: `From ${template}`, template, locale } })
    const { bytes } = await test.read<{ bytes: number }>(`/api/activities/${id}/weight`, { headers: { 'Accept-Language': locale } })
    expect(bytes).toBeLessThanOrEqual(heaviest)
    await release(id)
    const { status, body } = await front.get(`/a/${slug}`, { 'accept-encoding': 'br', 'accept-language': locale })
    expect([status, brotliDecompressSync(body).toString().includes('<main')]).toEqual([200, true])
    expect(body.length).toBeLessThanOrEqual(heaviest)
  })
})

it('gives everybody a voucher of the flash sale, first come, until they are gone', async () => {
  const { id, slug } = await test.read<Activity>('/api/activities', { method: 'POST', body: { name: 'Two vouchers', template: 'flash-sale', locale: 'en' } })
  await keepTwo(id)
  await release(id)
  const said: unknown[] = []
  for (let nth = 0; nth < 3; nth++) {
    const { act } = await createVisitor(test, slug)
    const answer = (await (await act('big', 'draw')).json()) as { result?: { prize: string }; code?: string }
    said.push(answer.result?.prize ?? answer.code)
  }
  expect(said).toEqual(['big', 'big', 'sold-out'])
})

it('shows every theme, and none more than twice besides the demo', () => {
  const presets = templates.filter(({ id }) => id !== 'new-year').map(({ page }) => page({ name: 'x', locale: 'en' }).theme.preset)
  const counts = Object.keys(themePresets).map((preset) => presets.filter((one) => one === preset).length)
  expect([Math.min(...counts), Math.max(...counts)]).toEqual([1, 2])
})

async function release(id: string): Promise<void> {
  const answer = await test.ask(`/api/activities/${id}/releases`, { method: 'POST', body: { note: 'first' } })
  expect([answer.status, answer.ok ? '' : await answer.text()]).toEqual([201, ''])
}

async function keepTwo(id: string): Promise<void> {
  const path = `/api/activities/${id}/rules`
  const answer = await test.ask(path)
  // The route declares this document.
  const rules = (await answer.json()) as RulesDocument
  const prizes = { ...rules.prizes, big: { ...rules.prizes['big'], stock: 2 } }
  await test.read(path, { method: 'PUT', body: { ...rules, prizes }, headers: { 'If-Match': answer.headers.get('ETag')! } })
}
