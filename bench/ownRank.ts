import { createBoard } from '../server/engine/testing/board'
import { newPlace, openStage } from '../server/engine/testing/stage'
import { memberOf, placeOf } from '../server/engine/boards'

/** A member's own place among many: digit-count sums against `count(*)` over everyone ahead, asked in turn for the same members. */
const members = 200_000
const asked = 60

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

async function timed(times: number[], ask: () => Promise<number>): Promise<number> {
  const start = performance.now()
  const answer = await ask()
  times.push(performance.now() - start)
  return answer
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}

const [sums, counts]: [number[], number[]] = [[], []]
for (let i = 0; i < asked; i++) {
  const member = `m${Math.floor((i * members) / asked)}`
  const [here, there] = [await timed(sums, () => summed(member)), await timed(counts, () => counted(member))]
  if (here !== there) throw new Error(`Two places for ${member}: ${here} and ${there}.`)
}
await stage.close()
await place.remove()
console.log(
  `own place among ${members}: digit counts ${median(sums).toFixed(2)} ms, count(*) ${median(counts).toFixed(2)} ms, ratio ${(median(counts) / median(sums)).toFixed(0)}`,
)
