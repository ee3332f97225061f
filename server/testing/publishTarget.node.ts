import type { Activity, Release } from '../../schemas/api/management'
import { drawPage, saveDraw } from './draw'
import { createTestWorld } from './testWorld'

/** Publishes one page after another and prints the number and title of each that was acknowledged. Somebody else ends it. */
async function publishForever([dataDir, cycle]: readonly string[]): Promise<void> {
  const test = await createTestWorld({ dataDir: dataDir! })
  const { activities } = await test.read<{ activities: Activity[] }>('/api/activities')
  const { id } = activities[0]!
  for (let n = 1; ; n++) {
    const title = `${cycle}-${n}`
    await saveDraw(test, id, { page: drawPage(title) })
    const { number } = await test.read<Release>(`/api/activities/${id}/releases`, { method: 'POST', body: {} })
    process.stdout.write(`${number} ${title} ok\n`)
  }
}

await publishForever(process.argv.slice(2))
