import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderPage } from '../renderer/renderPage'
import type { PageNode } from '../schemas/page'
import type { JsonSchema } from '../schemas/schema'
import { samples } from '../widgets/samples'
import { specs } from '../widgets/specs'
import { chromiumPath, launchBrowser } from './browser'
import { startPhoneServer, type PhoneServer } from './phoneServer'
import { node, page, testWish } from './renderWorld'

const hostile = [
  `"><img src=x onerror="window.hit=1"><script>window.hit=1</script>`,
  `' onclick='window.hit=1' onfocus='window.hit=1' autofocus tabindex=1 x='`,
  'javascript:window.hit=1',
  'java\tscript:window.hit=1',
  '</script><script>window.hit=1</script><!--<script>',
  '</style><svg onload=window.hit=1>',
  '\u2028\u2029${window.hit=1}`',
]

/** A value of the schema with `text` wherever a text may stand. */
function fill(schema: JsonSchema, text: string): unknown {
  if (schema.oneOf) return fill(schema.oneOf[0]!, text)
  if (schema.const !== undefined) return schema.const
  if (schema.type === 'string' || Array.isArray(schema.type)) return schema.enum?.length && text.length % 2 ? schema.enum[0] : text
  if (schema.enum) return text
  if (schema.type === 'array') return [fill(schema.items ?? {}, text), fill(schema.items ?? {}, text)]
  if (schema.type === 'object') return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, fill(inner, text)]))
  if (schema.type === 'boolean') return true
  return schema.minimum ?? 3
}

/** The same value with `text` for every string in it. */
function poisoned(value: unknown, text: string): unknown {
  if (typeof value === 'string') return text
  if (Array.isArray(value)) return value.map((each) => poisoned(each, text))
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, poisoned(each, text)]))
  return value
}

const types = Object.keys(specs).filter((type) => type !== 'page')

function nodesOf(text: string): PageNode[] {
  return types.map((type, i) =>
    node(type, `n${i}`, fill(specs[type]!.props, text) as PageNode['props'], { play: `p${i}`, on: { tap: [{ do: 'go', url: text }] }, name: text }),
  )
}

let browser: Browser
let server: PhoneServer
beforeAll(async () => {
  browser = await launchBrowser()
  server = await startPhoneServer(renderPage(page(), testWish()), ({ path }) => ({ body: path === 'state' ? said.state : said.me }))
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

let said: { state: unknown; me: unknown } = { state: {}, me: {} }

/** What a server that was lied to would say: every text in every play hostile. */
function lies(text: string): typeof said {
  const ready = (type: string) => samples[type]?.find(({ name }) => name === 'ready')?.play
  const plays = (pick: (type: string) => unknown) => Object.fromEntries(types.map((type, i) => [`p${i}`, pick(type)]))
  return {
    state: {
      now: 1_767_400_000_000,
      release: 'r1',
      stage: 'running',
      offline: false,
      plays: plays((type) => ({ kind: 'x', stage: 'running', shown: poisoned(ready(type)?.shown ?? null, text) })),
    },
    me: {
      now: 1_767_400_000_000,
      visitor: text,
      name: text,
      plays: plays((type) => poisoned(ready(type)?.mine ?? null, text)),
      awards: [
        { id: text, play: 'p1', state: 'granted', at: 1, code: text, snapshot: { prize: text, title: text, type: text, icon: text, image: text, terms: text } },
      ],
    },
  }
}

describe.skipIf(!chromiumPath()).each([
  ['honoured', false],
  ['bypassed', true],
] as const)('hostile text in every prop and every answer, CSP %s', (_name, bypassCSP) => {
  it.each(hostile.map((text, i) => [i, text] as const))('%i stays text: %s', async (_i, text) => {
    server.page = renderPage(page(...nodesOf(text)), testWish({ release: 'r1' }))
    said = lies(text)
    const context = await browser.newContext({ bypassCSP })
    const tab = await context.newPage()
    const blocked: string[] = []
    tab.on('console', (line) => line.text().includes('Content Security Policy') && blocked.push(line.text()))
    await tab.goto(server.url)
    await tab.waitForTimeout(250)
    const found = await tab.evaluate(() => ({
      hit: (window as unknown as { hit?: number }).hit,
      scripts: document.querySelectorAll('script').length,
      handlers: Array.from(document.querySelectorAll('*'))
        .flatMap((element) => Array.from(element.attributes))
        .filter(({ name }) => name.startsWith('on')).length,
      links: Array.from(document.querySelectorAll('[href],[src]'))
        .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '')
        .filter((url) => /^\s*java/i.test(url)).length,
    }))
    expect(found).toEqual({ hit: undefined, scripts: 1, handlers: 0, links: 0 })
    expect(blocked.filter((line) => /script/i.test(line))).toEqual([])
    await context.close()
  })
})
