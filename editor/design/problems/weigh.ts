import { ask } from '../../api/request'
import type { Finding } from './finding'

/** Bytes of the first answer of a server that a phone gets in one round trip: ten segments of TCP, less the headers. */
export const firstBudget = 13_800

/** What a visitor's first request would bring, in bytes as they are sent, by the drafts that the server has. @throws ApiProblem */
export async function weigh(activity: string): Promise<number> {
  return (await ask<{ readonly bytes: number }>(`/api/activities/${activity}/weight`)).bytes
}

/** What to say of a page that is too heavy; nothing of others. */
export function tooHeavy(bytes: number): readonly Finding[] {
  if (bytes <= firstBudget) return []
  const [size, budget] = [(bytes / 1024).toFixed(1), (firstBudget / 1024).toFixed(1)]
  return [
    {
      subject: 'weight',
      severity: 'warning',
      message: {
        zh: `页面首次打开约 ${size} KB，超过一次往返能传完的 ${budget} KB，弱网下会慢一拍`,
        en: `The page opens with about ${size} KB; ${budget} KB arrive in one round trip, so weak networks feel it`,
      },
    },
  ]
}
