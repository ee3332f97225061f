import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refuse } from '../problem'
import { encodings } from '../serving/negotiate'
import type { World } from '../world'
import { pageFile, splitFile, stretchAt, variantOf } from './build'
import { readBuild } from './builds'
import { squeeze } from './squeeze'
import { selectReleaseIn } from './store'

const ends = { br: '.br', gzip: '.gz', identity: '' } as const

/**
 * Writes what the live release serves as plain files: `index.html` is the page of now in its own language, the others are
 * named by phase and language, each beside its `.br` and `.gz`; `manifest.json` says when which is shown, and with what
 * policy. Gives the names written. @throws Refuse `not-found` before the first release
 */
export async function exportFiles(world: World, activity: string, folder: string): Promise<string[]> {
  const live = await selectReleaseIn(world.store.db, activity, 'live')
  const build = live?.mark ? await readBuild(world.store.db, activity, live.mark) : undefined
  if (!live || !build) throw new Refuse('not-found', { detail: 'Nothing was released yet.' })
  await mkdir(join(folder, 'f'), { recursive: true })
  const written: string[] = []
  const read = async (name: string): Promise<Buffer> => {
    const bytes = await world.files.get(name)
    if (!bytes) throw new Error(`The file store has lost ${name}.`)
    return bytes
  }
  const write = async (bytes: Buffer, to: string): Promise<void> => {
    await writeFile(join(folder, to), bytes)
    written.push(to)
  }
  const copy = async (from: string, to: string): Promise<void> => write(await read(from), to)
  const now = stretchAt(build, world.clock.now())
  for (const [variant, { hash }] of Object.entries(build.pages)) {
    for (const encoding of encodings) {
      await copy(pageFile(hash, encoding), `${variant.replace(/^\./, 'page.')}.html${ends[encoding]}`)
      if (variant === variantOf(now, build.locale)) await copy(pageFile(hash, encoding), `index.html${ends[encoding]}`)
    }
  }
  for (const name of build.files) {
    const squeezed = await squeeze(await read(splitFile(name)))
    for (const encoding of encodings) await write(squeezed[encoding], `f/${name}${ends[encoding]}`)
  }
  const pages = Object.fromEntries(Object.entries(build.pages).map(([variant, { hash, csp }]) => [`${variant.replace(/^\./, 'page.')}.html`, { hash, csp }]))
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify({ release: live.id, mark: build.mark, stretches: build.stretches, pages }, null, 2)}\n`)
  return [...written, 'manifest.json']
}
