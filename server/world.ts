import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { createChecker, type Checker } from '../schemas/check'
import { compileValidators } from '../schemas/compile'
import type { PlayKind } from '../schemas/play'
import type { WidgetSpec } from '../schemas/widget'
import { playKinds } from '../widgets/rules'
import { specs } from '../widgets/specs'
import type { Config } from './config'
import { createEngine, type Engine } from './engine/engine'
import { diskFiles, type Files } from './files'
import { prepareFirstOwner } from './members/setUp'
import { openStore } from './store/openStore'
import type { Store } from './store/store'
import { keptKey } from './visitors/visitorKey'

export interface Clock {
  /** Epoch ms. */
  now(): number
}

export interface Dice {
  /** `n` unpredictable bytes. */
  bytes(n: number): Uint8Array
}

/** Where a server writes what its operators should know: an object of facts, then a sentence. */
export interface Log {
  info(facts: object, text: string): void
  warn(facts: object, text: string): void
  error(facts: object, text: string): void
}

/** Everything outside of a request that a server works with. */
export interface World {
  readonly config: Config
  readonly store: Store
  readonly engine: Engine
  readonly files: Files
  readonly clock: Clock
  readonly dice: Dice
  readonly log: Log
  readonly specs: { readonly [type: string]: WidgetSpec }
  readonly kinds: { readonly [kind: string]: PlayKind }
  readonly checker: Checker
  /** The folder of the built editor; null: this server has none to offer. */
  readonly studioDir: string | null
  close(): Promise<void>
}

export const systemClock: Clock = { now: () => Date.now() }
export const systemDice: Dice = { bytes: (n) => randomBytes(n) }

/** Opens everything that the configuration names, and makes the configured first owner. `given` replaces parts of it: a test's clock, its dice, a silent log. */
export async function openWorld(config: Config, given: Partial<Pick<World, 'clock' | 'dice' | 'log' | 'studioDir'>> = {}): Promise<World> {
  const clock = given.clock ?? systemClock
  const dice = given.dice ?? systemDice
  const log = given.log ?? pino()
  const store = await openStore(config)
  const engine = createEngine({ store, clock, dice, kinds: playKinds, log, codeKey: () => keptKey({ store, dice }, 'codes') })
  const world: World = {
    config,
    store,
    engine,
    clock,
    dice,
    log,
    specs,
    kinds: playKinds,
    studioDir: given.studioDir ?? null,
    files: diskFiles(join(config.dataDir, 'files')),
    checker: createChecker({ specs, kinds: playKinds, validators: compileValidators(specs, playKinds) }),
    async close() {
      await engine.close()
      await store.close()
    },
  }
  if (config.redisUrl) log.warn({}, 'FESTOON_REDIS_URL is set, but nothing uses it yet: limits and hints stay in this process and in the database.')
  await prepareFirstOwner(world)
  return world
}
