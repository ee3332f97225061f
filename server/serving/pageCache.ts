import { createHash } from 'node:crypto'
import { pageFile, splitFile, type StoredPage } from '../releases/build'
import { squeeze } from '../releases/squeeze'
import type { Files } from '../files'
import { encodings, type Encoding } from './negotiate'

/** One stored page in one encoding, ready to be written. Headers are flat name, value lists as `writeHead` takes them. */
export interface Representation {
  readonly body: Buffer
  readonly etag: string
  readonly headers: readonly string[]
  readonly notModified: readonly string[]
  /** The same with what lets every reader's cache keep it: made once, for this is how nearly all pages go out. */
  readonly shared: { readonly headers: string[]; readonly notModified: string[] }
}

export type ReadyPage = { readonly [encoding in Encoding]: Representation }

const common = [
  'x-content-type-options',
  'nosniff',
  'referrer-policy',
  'strict-origin-when-cross-origin',
  'cross-origin-opener-policy',
  'same-origin-allow-popups',
  'permissions-policy',
  'camera=(), microphone=(), geolocation=()',
]

const forEveryone = ['cache-control', 'no-cache', 'vary', 'Accept-Encoding, Accept-Language'] as const

function encodedAs(encoding: Encoding): readonly string[] {
  return encoding === 'identity' ? [] : ['content-encoding', encoding]
}

function represent(page: StoredPage, encoding: Encoding, body: Buffer): Representation {
  const etag = `"${page.hash.slice(0, 32)}-${encoding}"`
  const always = ['etag', etag, 'content-security-policy', page.csp, ...common]
  const headers = ['content-type', 'text/html; charset=utf-8', 'content-length', String(body.length), ...encodedAs(encoding), ...always]
  return { body, etag, headers, notModified: always, shared: { headers: [...headers, ...forEveryone], notModified: [...always, ...forEveryone] } }
}

/** While a candidate is out, the answer depends on who asks. */
export const forThisVisitor = ['cache-control', 'private, no-cache', 'vary', 'Accept-Encoding, Accept-Language, Cookie'] as const

async function readPage(files: Files, page: StoredPage): Promise<ReadyPage> {
  const bodies = await Promise.all(encodings.map((encoding) => files.get(pageFile(page.hash, encoding))))
  const [br, gzip, identity] = encodings.map((encoding, i) => {
    const body = bodies[i]
    if (!body) throw new Error(`The page ${page.hash} (${encoding}) is missing from the file store.`)
    return represent(page, encoding, body)
  })
  return { br: br!, gzip: gzip!, identity: identity! }
}

/** A split file is stored plain and compressed when it is first asked for: it is small, and stays in the cache. */
async function readSplit(files: Files, name: string): Promise<ReadyPage | null> {
  const plain = await files.get(splitFile(name))
  if (!plain) return null
  const type = name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8'
  const hash = createHash('sha256').update(plain).digest('hex').slice(0, 32)
  const bodies = await squeeze(plain)
  const ready = (encoding: Encoding): Representation => {
    const body = bodies[encoding]
    const etag = `"${hash}-${encoding}"`
    const always = ['etag', etag, 'cache-control', 'public, max-age=31536000, immutable', 'vary', 'Accept-Encoding', 'x-content-type-options', 'nosniff']
    const headers = ['content-type', type, 'content-length', String(body.length), ...encodedAs(encoding), ...always]
    return { body, etag, headers, notModified: always, shared: { headers, notModified: always } }
  }
  return { br: ready('br'), gzip: ready('gzip'), identity: ready('identity') }
}

function bytesOf(page: ReadyPage): number {
  return page.br.body.length + page.gzip.body.length + page.identity.body.length + 4096
}

interface Kept {
  readonly page: ReadyPage
  wasAsked: boolean
}

/** Pages that were asked for of late, at most `maxBytes` of them. Many askers of one page that is not here cause one read. */
export class PageCache {
  private readonly kept = new Map<string, Kept>()
  private readonly loading = new Map<string, Promise<ReadyPage | null>>()
  private bytes = 0

  constructor(
    private readonly files: Files,
    private readonly maxBytes = 64 * 1024 * 1024,
  ) {}

  /** What was asked for by this name of late; else undefined, and one of the loaders brings it. */
  at(name: string): ReadyPage | undefined {
    const found = this.kept.get(name)
    if (found === undefined) return undefined
    found.wasAsked = true
    return found.page
  }

  /** @throws when the file store has lost it. */
  async loadPage(stored: StoredPage): Promise<ReadyPage | null> {
    return this.load(stored.hash, () => readPage(this.files, stored))
  }

  /** Null when there is no such file; that is not remembered, for a publish may be writing it now. */
  async loadSplit(name: string): Promise<ReadyPage | null> {
    return this.load(name, () => readSplit(this.files, name))
  }

  private async load(name: string, read: () => Promise<ReadyPage | null>): Promise<ReadyPage | null> {
    const underWay = this.loading.get(name)
    if (underWay) return underWay
    const started = read()
      .then((page) => {
        if (page) this.keep(name, page)
        return page
      })
      .finally(() => this.loading.delete(name))
    this.loading.set(name, started)
    return started
  }

  /** Makes room from the oldest on; what was asked for since it was last looked at is spared once, and comes last. */
  private keep(name: string, page: ReadyPage): void {
    this.kept.set(name, { page, wasAsked: false })
    this.bytes += bytesOf(page)
    for (const [oldest, old] of this.kept) {
      if (this.bytes <= this.maxBytes) break
      if (oldest === name) continue
      this.kept.delete(oldest)
      if (old.wasAsked) this.kept.set(oldest, { page: old.page, wasAsked: false })
      else this.bytes -= bytesOf(old.page)
    }
  }
}
