import { afterAll, beforeAll, describe } from 'vitest'
import type { RulesDocument } from '../../../schemas/rules'
import type { Answer } from '../engine'
import { activity, hasPostgres, newPlace, openStage, rulesOf, type Place, type StageOptions } from './stage'

type Opened = Awaited<ReturnType<typeof openStage>>

/** One activity of its own on a shared stage. */
export interface Fair {
  readonly own: string
  act(visitor: string, action?: string, more?: Parameters<Opened['act']>[2]): Promise<Answer>
}

export interface OnStore {
  readonly dialect: 'sqlite' | 'postgres'
  place(): Place
  stage(): Opened
  fair(rules?: RulesDocument): Promise<Fair>
}

/** Declares the same tests over each store that can be reached, with a stage that they share. */
export function onStores(title: string, declare: (on: OnStore) => void, options: StageOptions = {}): void {
  for (const dialect of ['sqlite', 'postgres'] as const) {
    const isMissing = dialect === 'postgres' && !hasPostgres
    describe.skipIf(isMissing)(`${title} on ${dialect}${isMissing ? ' (no server reachable, skipped)' : ''}`, () => {
      let place: Place
      let stage: Opened
      let activities = 0
      beforeAll(async () => {
        place = await newPlace(dialect)
        stage = await openStage(place, options)
      })
      afterAll(async () => {
        await stage?.close()
        await place?.remove()
      })
      declare({
        dialect,
        place: () => place,
        stage: () => stage,
        async fair(rules = rulesOf()) {
          const own = `${activity}-${++activities}`
          await stage.release(`r${activities}`, rules, { activity: own })
          return { own, act: (visitor, action = 'draw', more = {}) => stage.act(visitor, action, { activity: own, ...more }) }
        },
      })
    })
  }
}
