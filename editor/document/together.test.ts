import fc from 'fast-check'
import { expect, it } from 'vitest'
import { setProp } from './commands/setProp'
import { createAutosave } from './autosave'
import { createDocumentStore } from './documentStore'
import type { Draft, Saved } from './draftPort'
import { node, page } from './littleLanguage'
import type { PageDocument } from '../../schemas/page'

/** Where drafts are kept, by the rule that the server keeps: a save names the revision it was made from. */
function keeper(document: PageDocument) {
  let held: Draft<PageDocument> = { document, revision: '1' }
  return {
    held: () => held,
    async save(mine: PageDocument, { revision }: Draft<PageDocument>): Promise<Saved<PageDocument>> {
      if (revision !== held.revision) return { kind: 'stale', ...held }
      held = { document: mine, revision: String(Number(revision) + 1) }
      return { kind: 'saved', revision: held.revision }
    },
  }
}

const ids = ['a', 'b', 'c', 'd']
const names = ['x', 'y', 'z']
const seed = 20_261_124

/** Each tab has props of its own, so that no two edits are of the same place. */
const deed = fc.record({
  tab: fc.constantFrom(0, 1),
  id: fc.constantFrom(...ids),
  name: fc.constantFrom(...names),
  value: fc.integer({ min: 1, max: 99 }),
  after: fc.constantFrom('nothing', 'save', 'hear', 'undo'),
})

it(`two tabs that save, hear each other and undo in any order end with the same page, and nothing is lost (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 40 }), async (deeds) => {
      const server = keeper(page(...ids.map((id) => node('text', id))))
      const tabs = [0, 1].map((number) => {
        const store = createDocumentStore(server.held().document, () => Math.random() * 1e12)
        const autosave = createAutosave({ store, draft: server.held(), port: server, delayMs: 1e9, retryMs: 1e9 })
        store.onChange(() => autosave.touch())
        return { number, store, autosave, wanted: new Map<string, unknown>() }
      })
      for (const { tab, id, name, value, after } of deeds) {
        const { number, store, autosave, wanted } = tabs[tab]!
        const prop = `${name}${number}`
        const before = store.document().nodes[id]!.props[prop]
        store.commit(setProp(store.document(), { id, path: [prop], value }), { name: { zh: '', en: '' } })
        wanted.set(`${id}/${prop}`, value)
        if (after === 'save') await autosave.flush()
        if (after === 'hear') autosave.takeNews(server.held())
        if (after === 'undo' && before !== value) {
          store.undo()
          wanted.set(`${id}/${prop}`, before)
        }
      }
      for (const { autosave } of [...tabs, ...tabs]) await autosave.flush()
      for (const { autosave } of tabs) autosave.takeNews(server.held())
      expect(tabs[0]!.store.document()).toEqual(tabs[1]!.store.document())
      for (const [place, value] of tabs.flatMap(({ wanted }) => [...wanted])) {
        const [id, prop] = place.split('/') as [string, string]
        expect(tabs[0]!.store.document().nodes[id]!.props[prop]).toEqual(value)
      }
      for (const { autosave } of tabs) autosave.stop()
    }),
    { seed, numRuns: 150 },
  )
})
