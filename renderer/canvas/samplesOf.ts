import type { PageNode } from '../../schemas/page'
import type { Json } from '../../schemas/play'
import type { PlayState } from '../../schemas/when'
import type { PlayScene, Scene, Times } from '../../widgets/host'
import type { Sample } from '../../widgets/sample'
import { samples } from '../../widgets/samples'
import type { Look } from './canvasMessages'

const hour = 3_600_000

/** As a published page starts: nothing is known yet. */
const loading: PlayScene = { status: 'loading', stage: 'before', shown: null, mine: null }

/** The published state, of a node of any type. */
const published: Sample = { name: 'published', title: { zh: '发布时', en: 'As published' } }

/** The samples of stages, which widgets call by other names than conditions do. */
const sampleNames: { readonly [state in PlayState]?: string } = { 'not-started': 'before', 'running': 'ready' }

/** The state that a node is shown in; undefined: its type has none, and time runs an hour into the activity. */
export function sampleOf(node: PageNode, { samples: chosen, plays }: Pick<Look, 'samples' | 'plays'>): Sample | undefined {
  const state = node.play === undefined ? undefined : plays?.[node.play]
  const name = state === undefined ? (chosen?.[node.type] ?? chosen?.['*'] ?? 'ready') : (sampleNames[state] ?? state)
  if (name === published.name) return published
  const known = samples[node.type] ?? []
  return known.find((sample) => sample.name === name) ?? known.find((sample) => sample.name === 'ready')
}

/** What a node's scene says of play, winnings, trouble and time in a sample. */
export function stagedBy(
  node: PageNode,
  sample: Sample | undefined,
  { times, stills }: { readonly times: Times; readonly stills: { readonly [play: string]: Json } },
): Pick<Scene, 'play' | 'won' | 'trouble' | 'times'> {
  const now = sample === published || sample?.sinceStart === null ? null : times.startsAt + (sample?.sinceStart ?? hour)
  const play = sample?.play ?? (node.play === undefined ? null : loading)
  const own = sample?.byRules && node.play !== undefined ? stills[node.play] : undefined
  return {
    play: play && own !== undefined ? { ...play, shown: own } : play,
    won: sample?.won ?? null,
    trouble: sample?.trouble ?? null,
    times: { ...times, now },
  }
}
