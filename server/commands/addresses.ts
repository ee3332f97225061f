import type { World } from '../world'

/** Where the editor is, and the pages that were put live last. */
export async function addresses({ config, store }: Pick<World, 'config' | 'store'>, port: number): Promise<{ studio: string; pages: string[] }> {
  const here = `http://localhost:${port}`
  const live = await store.db
    .selectFrom('activities')
    .select('slug')
    .where('state', '=', 'live')
    .where('time_archived', 'is', null)
    .orderBy('time_updated', 'desc')
    .limit(3)
    .execute()
  return { studio: `${config.studioUrl ?? here}/studio/`, pages: live.map(({ slug }) => `${config.publicUrl ?? here}/a/${slug}`) }
}
