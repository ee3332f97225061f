import { createBoard } from '../server/engine/testing/board'
import { newPlace, openStage } from '../server/engine/testing/stage'
import { memberOf, placeOf } from '../server/engine/boards'
import { told, toldAtLeast } from './limit'
import { median } from './median'

/** A member's own place among a million: digit-count sums against `count(*)` over everyone ahead, and near the end of the board against near its head; in turns. */
const members = 1_000_000
const places = [1000, 500_000, 950_000] as const
const turns = 21

const place = await newPlace(process.argv.includes('postgres') ? 'postgres' : 'sqlite')
const stage = await openStage(place)
const scope = { activity: 'bench', realm: 'live' } as const
const board = 'game/board'
await createBoard(stage.store, scope, board, members)
const { reader } = stage.store

async function counted(member: string): Promise<number> {
  const [row] = await reader.all<{ n: number }>(
    `select count(*) as n from board_scores o join board_scores m on m.activity = o.activity and m.realm = o.realm and m.board = o.board and m.member = ?
      where o.activity = ? and o.realm = ? and o.board = ? and (o.score > m.score or (o.score = m.score and o.reached < m.reached))`,
    member,
    scope.activity,
    scope.realm,
    board,
  )
  return row!.n + 1
}

async function summed(member: string): Promise<number> {
  return placeOf(reader, scope, board, (await memberOf(reader, scope, board, member))!)
}

async function memberAt(place: number): Promise<string> {
  const [row] = await reader.all<{ member: string }>(
    'select member from board_scores where activity = ? and realm = ? and board = ? order by score desc, reached, member limit 1 offset ?',
    scope.activity,
    scope.realm,
    board,
    place - 1,
  )
  return row!.member
}

async function timed(times: number[], ask: () => Promise<number>): Promise<number> {
  const start = performance.now()
  const answer = await ask()
  times.push(performance.now() - start)
  return answer
}

const asked = await Promise.all(places.map(async (place) => ({ place, member: await memberAt(place), sums: [] as number[], counts: [] as number[] })))
for (let turn = 0; turn < turns; turn++) {
  for (const { member, sums, counts } of asked) {
    const [here, there] = [await timed(sums, () => summed(member)), await timed(counts, () => counted(member))]
    if (here !== there) throw new Error(`Two places for ${member}: ${here} and ${there}.`)
  }
}
await stage.close()
await place.remove()
for (const { place, sums, counts } of asked)
  console.log(`own place, ${place} of ${members}: digit counts ${median(sums).toFixed(2)} ms, count(*) ${median(counts).toFixed(2)} ms`)
const [head, ...far] = asked.map(({ sums }) => median(sums))
console.log(told('own place far down ÷ at 1,000', Math.max(...far) / head!, 3))
const cheaper = asked.slice(1).map(({ sums, counts }) => median(counts) / median(sums))
console.log(toldAtLeast('count(*) ÷ digit counts, far down', Math.min(...cheaper), 200))
