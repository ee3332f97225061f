import type { Build } from '../releases/build'
import { readBuild } from '../releases/builds'
import { selectServed, servingEpoch, type ServedRow } from '../releases/store'
import { perWorld } from '../perWorld'
import { createWatch, type Watch } from '../watch'
import type { World } from '../world'
import type { Rollout } from './rollout'
import { Showing } from './showing'

/** One activity as visitors find it. */
export interface Served {
  readonly activity: string
  readonly slug: string
  readonly isOffline: boolean
  /** The live release. */
  readonly release: string
  readonly build: Build
  readonly showing: Showing
  readonly candidate: { readonly release: string; readonly build: Build; readonly showing: Showing; readonly rollout: Rollout } | null
}

/** What is served under which address, kept in memory; other processes' changes are noticed by polling an epoch, once it is started. */
export interface LiveIndex extends Watch {
  find(slug: string): Served | undefined
  /** Reads everything anew. A publish awaits it, so that the next request on this node is answered by the new release. */
  refresh(): Promise<void>
}

function createLiveIndex(world: World): LiveIndex {
  const { db } = world.store
  let served = new Map<string, Served>()
  let epoch = -1
  let reading: Promise<void> = Promise.resolve()

  async function read(isForced: boolean): Promise<void> {
    // The epoch is read first: a change in between is then seen again by the next look, never missed.
    const now = await servingEpoch(db)
    if (!isForced && now === epoch) return
    served = await gather(world, await selectServed(db), served)
    epoch = now
  }

  function queue(isForced: boolean): Promise<void> {
    const next = reading.catch(() => undefined).then(() => read(isForced))
    reading = next
    return next
  }

  return {
    find: (slug) => served.get(slug),
    refresh: () => queue(true),
    ...createWatch(() => queue(false), { usualMs: 1000, failed: (error) => world.log.error({ err: error }, 'cannot read what is served') }),
  }
}

async function gather(world: World, rows: readonly ServedRow[], known: ReadonlyMap<string, Served>): Promise<Map<string, Served>> {
  const showings = new Map<string, Showing>()
  for (const { activity, showing, candidate } of known.values()) {
    showings.set(`${activity}|${showing.build.mark}`, showing)
    if (candidate) showings.set(`${activity}|${candidate.build.mark}`, candidate.showing)
  }
  const showingOf = async ({ activity, mark }: ServedRow): Promise<Showing | undefined> => {
    const old = showings.get(`${activity}|${mark}`)
    const build = old ? undefined : await readBuild(world.store.db, activity, mark ?? '')
    return old ?? (build && new Showing(build))
  }
  const found = new Map<string, Served>()
  for (const row of rows.filter(({ state }) => state === 'live')) {
    const showing = await showingOf(row)
    if (showing)
      found.set(row.slug, {
        activity: row.activity,
        slug: row.slug,
        isOffline: row.activityState === 'offline',
        release: row.id,
        build: showing.build,
        showing,
        candidate: null,
      })
  }
  for (const row of rows.filter(({ state }) => state === 'candidate')) {
    const base = found.get(row.slug)
    const showing = await showingOf(row)
    if (base && showing && row.rollout)
      found.set(row.slug, { ...base, candidate: { release: row.id, build: showing.build, showing, rollout: JSON.parse(row.rollout) as Rollout } })
  }
  return found
}

export const liveIndexOf = perWorld(createLiveIndex)
