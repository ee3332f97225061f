import { openStage, told } from './stage'

/** Draws without end, 64 at a time, and prints a line for each receipt once it is acknowledged. Somebody else ends it. */
async function drawForever([dataDir, databaseUrl, cycle]: readonly string[]): Promise<void> {
  const stage = await openStage({ dataDir: dataDir!, databaseUrl: databaseUrl || null, remove: async () => {} })
  let n = 0
  async function caller(): Promise<void> {
    for (;;) {
      const wish = { visitor: `v${n % 50}`, key: `c${cycle}-${n++}` }
      const answer = await stage.act(wish.visitor, 'draw', { key: wish.key })
      if (!('receipt' in answer)) throw new Error(`A draw was refused: ${String(told(answer))}`)
      process.stdout.write(`${JSON.stringify({ ...wish, receipt: answer.receipt })} ok\n`)
    }
  }
  await Promise.all(Array.from({ length: 64 }, caller))
}

await drawForever(process.argv.slice(2))
