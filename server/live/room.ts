import type { LiveNews, Peer } from '../../schemas/api/live'
import { perWorld } from '../perWorld'
import type { World } from '../world'

/** How long somebody who says nothing more counts as there (ms). */
const staysMs = 20_000
/** How often a room looks whether another server saved (ms), and tells its listeners that it is alive. */
const lookMs = 2000
const beatMs = 15_000

type Of = LiveNews['saved']['of']

/** One who listens to a room. */
export interface Listener {
  tell<Name extends keyof LiveNews>(name: Name, news: LiveNews[Name]): void
  /** Keeps proxies from closing a connection that is silent. */
  beat(): void
  end(): void
}

interface Room {
  readonly listeners: Set<Listener>
  readonly peers: Map<string, Peer & { readonly until: number }>
  /** The last revision of each draft that was told. */
  readonly told: { [of in Of]?: number }
  readonly timers: readonly ReturnType<typeof setInterval>[]
}

export interface Rooms {
  /** Listens until the returned function is called. */
  join(activity: string, listener: Listener): () => void
  /** Tells everybody at once that a draft was saved here. */
  saved(activity: string, news: LiveNews['saved']): void
  present(activity: string, peer: Omit<Peer, 'seat'>): void
  left(activity: string, tab: string): void
  peers(activity: string): readonly Peer[]
  listeners(): number
  /** Ends all connections. */
  close(): void
}

function freeSeat(taken: readonly Peer[]): number {
  const seats = new Set(taken.map(({ seat }) => seat))
  let seat = 0
  while (seats.has(seat)) seat++
  return seat
}

/** Who has which activity open, and what they are told. Rooms live in this process; saves of other servers on the same database are noticed by looking. */
export const roomsOf = perWorld((world): Rooms => {
  const rooms = new Map<string, Room>()

  function roomOf(activity: string): Room {
    const known = rooms.get(activity)
    if (known) return known
    const timers = [setInterval(() => void look(world, activity, room), lookMs), setInterval(() => beat(activity, room), beatMs)]
    for (const timer of timers) timer.unref()
    const room: Room = { listeners: new Set(), peers: new Map(), told: {}, timers }
    rooms.set(activity, room)
    return room
  }

  function tellAll<Name extends keyof LiveNews>({ listeners }: Room, name: Name, news: LiveNews[Name]): void {
    for (const listener of listeners) listener.tell(name, news)
  }

  function peersIn({ peers }: Room): readonly Peer[] {
    const now = world.clock.now()
    for (const [tab, { until }] of peers) if (until <= now) peers.delete(tab)
    return [...peers.values()].map(({ until: _until, ...peer }) => peer)
  }

  function beat(activity: string, room: Room): void {
    const before = room.peers.size
    const peers = peersIn(room)
    if (peers.length !== before) tellAll(room, 'present', { peers })
    for (const listener of room.listeners) listener.beat()
    closeEmpty(activity, room)
  }

  function closeEmpty(activity: string, { listeners, timers }: Room): void {
    if (listeners.size) return
    for (const timer of timers) clearInterval(timer)
    rooms.delete(activity)
  }

  async function look({ store, log }: World, activity: string, room: Room): Promise<void> {
    try {
      const rows = await store.db.selectFrom('drafts').select(['of', 'revision']).where('activity', '=', activity).execute()
      for (const { of, revision } of rows) {
        const known = room.told[of]
        room.told[of] = Number(revision)
        if (known !== undefined && Number(revision) > known) tellAll(room, 'saved', { of, revision: String(revision), tab: '' })
      }
    } catch (error) {
      log.warn({ err: error }, 'Could not look for drafts saved elsewhere.')
    }
  }

  return {
    join(activity, listener) {
      const room = roomOf(activity)
      room.listeners.add(listener)
      listener.tell('present', { peers: peersIn(room) })
      return () => {
        room.listeners.delete(listener)
        closeEmpty(activity, room)
      }
    },
    saved(activity, news) {
      const room = rooms.get(activity)
      if (!room) return
      room.told[news.of] = Number(news.revision)
      tellAll(room, 'saved', news)
    },
    present(activity, peer) {
      const room = rooms.get(activity)
      if (!room) return
      const others = peersIn(room)
      room.peers.set(peer.tab, { ...peer, seat: room.peers.get(peer.tab)?.seat ?? freeSeat(others), until: world.clock.now() + staysMs })
      tellAll(room, 'present', { peers: peersIn(room) })
    },
    left(activity, tab) {
      const room = rooms.get(activity)
      if (room?.peers.delete(tab)) tellAll(room, 'present', { peers: peersIn(room) })
    },
    peers: (activity) => (rooms.has(activity) ? peersIn(rooms.get(activity)!) : []),
    listeners: () => [...rooms.values()].reduce((sum, room) => sum + room.listeners.size, 0),
    close() {
      for (const room of rooms.values()) for (const listener of room.listeners) listener.end()
    },
  }
})
