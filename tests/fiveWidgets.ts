import type { PageDocument, PageNode } from '../schemas/page'
import type { Json } from '../schemas/play'
import { samples } from '../widgets/samples'
import { specs } from '../widgets/specs'
import type { Answer, Asked } from './phoneServer'
import { node, page } from './renderWorld'

/** A node with its type's defaults. */
export function standard(type: string, id: string, more: Partial<PageNode> = {}): PageNode {
  return node(type, id, specs[type]!.defaults, more)
}

/** The page that limits are measured on: poster, countdown, wheel, check-in calendar, leaderboard. */
export function fiveWidgets(...more: readonly PageNode[]): PageDocument {
  return page(
    standard('poster', 'n1'),
    standard('countdown', 'n2'),
    standard('lottery-wheel', 'n3', { play: 'draw', props: { ...specs['lottery-wheel']!.defaults, spinMs: 1000 } }),
    standard('check-in-calendar', 'n4', { play: 'days' }),
    standard('leaderboard', 'n5', { play: 'board' }),
    ...more,
  )
}

function ready(type: string): { shown: Json; mine: Json } {
  const { play } = samples[type]!.find(({ name }) => name === 'ready')!
  return { shown: play!.shown, mine: play!.mine }
}

const plays: { readonly [play: string]: string } = { draw: 'lottery-wheel', days: 'check-in-calendar', board: 'leaderboard' }
export const testNow = Date.parse('2026-01-03T12:00:00+08:00')

/** The API of a page of those widgets, with everything well. */
export function wellAnswer({ path }: Asked): Answer {
  const each = (make: (type: string) => Json): { [play: string]: Json } => Object.fromEntries(Object.entries(plays).map(([play, type]) => [play, make(type)]))
  if (path === 'state')
    return {
      body: {
        now: testNow,
        release: 'r1',
        stage: 'running',
        offline: false,
        plays: each((type) => ({ kind: type, stage: 'running', shown: ready(type).shown })),
      },
    }
  if (path === 'me') return { body: { now: testNow, visitor: 'v1', name: 'Mia', plays: each((type) => ready(type).mine), awards: [] } }
  if (path === 'plays/draw/draw')
    return {
      body: receipt('draw', 'draw', {
        slot: 'mug',
        prize: null,
        granted: { give: 'points', play: 'points', amount: 8, base: 8, multiplier: 1 },
        chances: { left: 2, today: 0, earned: 2, inAll: null },
      }),
    }
  if (path === 'plays/days/check-in') return { body: receipt('days', 'check-in', { day: '2026-01-15', streak: 2, total: 9, gained: [], missed: [] }) }
  return { status: 202, body: {} }
}

function receipt(play: string, action: string, result: Json): Json {
  return { id: 'r1', seq: 1, play, action, at: testNow, dayKey: '2026-01-03', rulesVersion: 'v', release: 'r1', result, awards: [] }
}
