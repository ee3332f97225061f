import { dice } from '../../../schemas/dice'
import { awardedKey, balanceKey, entriesPrefix } from '../../../schemas/keys'
import { accept, definePlay, refuse, type Command, type Effect, type PlayKind } from '../../../schemas/play'
import type { PlayRules } from '../../../schemas/rules'

interface RaffleRules extends PlayRules {
  readonly prize: string
  readonly perDay: number
  /** Chance of a win in parts per million. */
  readonly winPpm: number
}

function todayKey(id: string, { visitor, dayKey }: Command): string {
  return `${id}/drawn/${visitor}/${dayKey}`
}

/** The entries of the first days of 2026, under a name of their own. */
function lastPrefix(id: string, visitor: string): string {
  return `${entriesPrefix(id, visitor)}2026-01-0`
}

/** A lottery of one prize. Every draw earns a point, in a ledger that `reads` does not name. */
const raffle = definePlay<RaffleRules>({
  kind: 'raffle',
  title: { zh: '抽奖', en: 'Raffle' },
  schema: { type: 'object' },
  defaults: { kind: 'raffle', title: '', prize: '', perDay: 1, winPpm: 0 },
  actions: { draw: { title: { zh: '抽', en: 'Draw' }, by: 'visitor', input: { type: 'object', additionalProperties: false, properties: {} } } },
  reads: ({ id, play, rules }, command) => ({
    counts: [todayKey(id, command), awardedKey(play.prize)],
    ...(rules.prizes[play.prize]?.codePool ? { pools: [rules.prizes[play.prize]!.codePool!] } : {}),
  }),
  decide({ id, play, rules }, command, state) {
    const prize = rules.prizes[play.prize]!
    if (state.count(todayKey(id, command)) >= play.perDay) return refuse('no-chance-left')
    const isWin = dice(command.random)(1_000_000) < play.winPpm && state.count(awardedKey(play.prize)) < (prize.stock ?? Infinity)
    const drawn = state.count(todayKey(id, command))
    const effects: Effect[] = [
      { do: 'count', key: todayKey(id, command), by: 1, max: play.perDay },
      { do: 'count', key: balanceKey(id, command.visitor), by: 1 },
      { do: 'fact', key: `${entriesPrefix(id, command.visitor)}${command.dayKey}/${drawn}`, value: { delta: 1 } },
    ]
    if (!isWin) return accept({ won: null }, effects)
    return accept({ won: play.prize }, [
      ...effects,
      { do: 'count', key: awardedKey(play.prize), by: 1, ...(prize.stock === null ? {} : { max: prize.stock }), refusal: 'sold-out' },
      {
        do: 'award',
        source: `${id}/${command.visitor}/${command.key}`,
        snapshot: { prize: play.prize, title: prize.title as string, type: prize.type },
        ...(prize.codePool ? { pool: prize.codePool } : {}),
      },
      { do: 'emit', name: 'won', body: { prize: play.prize } },
    ])
  },
  publicReads: ({ id, play }) => ({ counts: [awardedKey(play.prize)], winners: [{ play: id, n: 10 }] }),
  publicView: ({ id, play }, state) => ({ awarded: state.count(awardedKey(play.prize)), winners: state.winners(id).map(({ name }) => name) }),
  mineReads: ({ id }, { visitor }) => ({
    counts: [balanceKey(id, visitor)],
    factsUnder: [entriesPrefix(id, visitor), { prefix: lastPrefix(id, visitor), last: 2 }],
  }),
  mineView: ({ id }, { visitor }, state) => ({
    points: state.count(balanceKey(id, visitor)),
    entries: state.factsUnder(entriesPrefix(id, visitor)).length,
    last: state.factsUnder(lastPrefix(id, visitor)).map(({ key }) => Number(key.split('/').at(-1))),
  }),
  check: () => [],
  changes: () => [],
})

interface ArcadeInput {
  readonly by: number
}

const byInput = { type: 'object', additionalProperties: false, required: ['by'], properties: { by: { type: 'integer' } } } as const

/** Scores on a board, and the ways in which a kind may misbehave. */
const arcade = definePlay<PlayRules, ArcadeInput>({
  kind: 'arcade',
  title: { zh: '得分', en: 'Arcade' },
  schema: { type: 'object' },
  defaults: { kind: 'arcade', title: '' },
  actions: {
    add: { title: { zh: '加', en: 'Add' }, by: 'visitor', input: byInput },
    set: { title: { zh: '设', en: 'Set' }, by: 'backend', input: byInput },
    once: { title: { zh: '一次', en: 'Once' }, by: 'visitor', input: { type: 'object' } },
    boom: { title: { zh: '炸', en: 'Boom' }, by: 'visitor', input: { type: 'object' } },
    poison: { title: { zh: '毒', en: 'Poison' }, by: 'visitor', input: { type: 'object' } },
  },
  reads: () => ({}),
  decide({ id }, { action, visitor, input }) {
    const board = `${id}/board`
    if (action === 'boom') throw new Error('boom')
    // PostgreSQL and SQLite alike cannot make a whole number of this.
    if (action === 'poison') return accept(null, [{ do: 'rank', board, member: visitor, to: Number.NaN }])
    if (action === 'once')
      return accept('done', [
        { do: 'fact', key: `${id}/once/${visitor}`, value: true },
        { do: 'count', key: `${id}/onces`, by: 1 },
      ])
    return accept(null, [action === 'set' ? { do: 'rank', board, member: visitor, to: input.by } : { do: 'rank', board, member: visitor, by: input.by }])
  },
  publicReads: ({ id }) => ({ tops: [{ board: `${id}/board`, n: 1000 }] }),
  publicView: ({ id }, state) => ({ size: state.size(`${id}/board`), top: state.top(`${id}/board`).map(({ place, name, score }) => ({ place, name, score })) }),
  mineReads: ({ id }, { visitor }) => ({ places: [{ board: `${id}/board`, member: visitor }] }),
  mineView: ({ id }, { visitor }, state) => state.place(`${id}/board`, visitor)?.place ?? null,
  check: () => [],
  changes: () => [],
})

export const testKinds: { readonly [kind: string]: PlayKind } = { raffle, arcade }
