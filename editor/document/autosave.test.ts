import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PageDocument } from '../../schemas/page'
import { outline } from '../../schemas/tree'
import { createAutosave, type Autosave, type JournalEntry } from './autosave'
import { insertNode } from './commands/insertNode'
import { moveNodes } from './commands/moveNodes'
import { removeNodes } from './commands/removeNodes'
import { setProp } from './commands/setProp'
import { createDocumentStore, type DocumentStore } from './documentStore'
import type { Draft, Saved } from './draftPort'
import { littleSpecs as specs, node, page } from './littleLanguage'
import { mendTree } from './mendTree'

const name = { zh: '改', en: 'edit' }
const start = page(node('text', 'a'), node('text', 'b'), node('box', 'c'))

/** A server that keeps one draft, as the real one does: a PUT from an old revision is stale. */
function createServer(document: PageDocument) {
  let draft: Draft<PageDocument> = { document, revision: '1' }
  const server = {
    draft: () => draft,
    isReachable: true,
    saves: 0,
    async save(sent: PageDocument, { revision }: Draft<PageDocument>): Promise<Saved<PageDocument>> {
      await Promise.resolve()
      if (!server.isReachable) throw new TypeError('no network')
      server.saves += 1
      if (revision !== draft.revision) return { kind: 'stale', ...draft }
      draft = { document: sent, revision: String(Number(revision) + 1) }
      return { kind: 'saved', revision: draft.revision }
    },
  }
  return server
}

function open(server: ReturnType<typeof createServer>): {
  store: DocumentStore
  autosave: Autosave<PageDocument>
  kept: () => JournalEntry<PageDocument> | null
} {
  let entry: JournalEntry<PageDocument> | null = null
  const draft = server.draft()
  const store = createDocumentStore(draft.document)
  const journal = { keep: async (next: JournalEntry<PageDocument>) => void (entry = next), clear: async () => void (entry = null) }
  const autosave = createAutosave({ store, draft, port: server, journal, mend: mendTree })
  store.onChange(() => autosave.touch())
  return { store, autosave, kept: () => entry }
}

function say(store: DocumentStore, id: string, text: string): void {
  store.commit(setProp(store.document(), { id, path: ['text'], value: text }), { name })
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('autosave', () => {
  it('saves once, a moment after the last of several edits', async () => {
    const server = createServer(start)
    const { store, autosave } = open(server)
    say(store, 'a', 'h')
    await vi.advanceTimersByTimeAsync(500)
    say(store, 'a', 'hi')
    expect(autosave.state.value).toBe('unsaved')
    await vi.advanceTimersByTimeAsync(1000)
    expect([server.saves, autosave.state.value, autosave.revision.value]).toEqual([1, 'saved', '2'])
    expect(server.draft().document).toEqual(store.document())
  })

  it('merges edits of different places by itself', async () => {
    const server = createServer(start)
    const [mia, leo] = [open(server), open(server)]
    say(mia.store, 'a', 'Mia')
    say(leo.store, 'b', 'Leo')
    await mia.autosave.flush()
    expect(await leo.autosave.flush()).toBe(true)
    expect(server.draft().document.nodes['a']?.props['text']).toBe('Mia')
    expect(server.draft().document.nodes['b']?.props['text']).toBe('Leo')
    expect(leo.store.document()).toEqual(server.draft().document)
  })

  it('waits for a decision where both edited the same place, and keeps both until then', async () => {
    const server = createServer(start)
    const [mia, leo] = [open(server), open(server)]
    say(mia.store, 'a', 'Mia')
    say(leo.store, 'a', 'Leo')
    say(leo.store, 'b', 'Leo too')
    await mia.autosave.flush()
    expect(await leo.autosave.flush()).toBe(false)
    expect(leo.autosave.state.value).toBe('conflict')
    expect(leo.autosave.conflicts.value).toEqual([{ at: ['nodes', 'a', 'props', 'text'], mine: 'Leo', theirs: 'Mia' }])
    expect(leo.store.document().nodes['a']?.props['text']).toBe('Leo')
    expect(await leo.autosave.resolve(() => false)).toBe(true)
    expect(server.draft().document.nodes['a']?.props['text']).toBe('Mia')
    expect(server.draft().document.nodes['b']?.props['text']).toBe('Leo too')
  })

  it('lets mine win where I say so', async () => {
    const server = createServer(start)
    const [mia, leo] = [open(server), open(server)]
    say(mia.store, 'a', 'Mia')
    say(leo.store, 'a', 'Leo')
    await mia.autosave.flush()
    await leo.autosave.flush()
    await leo.autosave.resolve(() => true)
    expect(server.draft().document.nodes['a']?.props['text']).toBe('Leo')
  })

  it('brings a widget to the page whose container somebody removed meanwhile', async () => {
    const server = createServer(start)
    const [mia, leo] = [open(server), open(server)]
    mia.store.commit(removeNodes(start, { ids: ['c'] }), { name })
    leo.store.commit(insertNode(start, { id: 'n', spec: specs['text']!, place: { parent: 'c', before: null }, specs }), { name })
    await mia.autosave.flush()
    await leo.autosave.flush()
    expect(outline(server.draft().document.nodes)).toBe('text:a text:b text:n')
  })

  it('opens the circle when two containers were moved into each other', async () => {
    const boxes = page(node('box', 'x'), node('box', 'y'))
    const server = createServer(boxes)
    const [mia, leo] = [open(server), open(server)]
    const into = (store: DocumentStore, id: string, parent: string): void =>
      store.commit(moveNodes(boxes, { ids: [id], place: { parent, before: null }, specs }), { name })
    into(mia.store, 'x', 'y')
    into(leo.store, 'y', 'x')
    await mia.autosave.flush()
    await leo.autosave.flush()
    expect(outline(server.draft().document.nodes)).toBe('box:x(box:y)')
  })

  it('keeps edits in the journal while the server is away, and sends them when it is back', async () => {
    const server = createServer(start)
    const { store, autosave, kept } = open(server)
    server.isReachable = false
    say(store, 'a', 'kept')
    await vi.advanceTimersByTimeAsync(1000)
    expect(autosave.state.value).toBe('offline')
    expect(kept()?.mine.nodes['a']?.props['text']).toBe('kept')
    server.isReachable = true
    await vi.advanceTimersByTimeAsync(5000)
    expect(autosave.state.value).toBe('saved')
    expect(kept()).toBeNull()
    expect(server.draft().document.nodes['a']?.props['text']).toBe('kept')
  })
})
