import { Refuse } from '../problem'
import { blank } from './blank'
import { checkInChallenge } from './checkInChallenge'
import { learningLevels } from './learningLevels'
import { inviteFriends } from './inviteFriends'
import { teamChallenge } from './teamChallenge'
import { flashSale } from './flashSale'
import { voteContest } from './voteContest'
import { liveClass } from './liveClass'
import { survey } from './survey'
import { resourceDownload } from './resourceDownload'
import { newYear } from './new-year/template'
import type { Template } from './template'

/** In the order that people are offered them. One line a template. */
export const templates: readonly Template[] = [
  blank,
  newYear,
  checkInChallenge,
  learningLevels,
  inviteFriends,
  teamChallenge,
  flashSale,
  voteContest,
  liveClass,
  survey,
  resourceDownload,
]

/** @throws Refuse `bad-input` naming those that exist */
export function templateOf(id: string): Template {
  const template = templates.find((one) => one.id === id)
  const known = templates.map((one) => one.id).join(', ')
  if (!template)
    throw new Refuse('bad-input', { problems: [{ document: 'body', path: '/template', message: `No template "${id}". Known: ${known}.`, severity: 'error' }] })
  return template
}
