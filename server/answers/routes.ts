import { findActivity } from '../activities/findActivity'
import { route, type Route } from '../http/route'
import { streamOf } from '../report/stream'
import { answersFile } from './answersFile'

export const routes: readonly Route[] = [
  route(
    {
      method: 'GET',
      path: '/api/activities/:id/plays/:play/answers.csv',
      operationId: 'exportAnswers',
      who: ['owner', 'operator'],
      summary: 'What visitors answered to a form, personal data included, as a file for spreadsheets.',
      answers: { 200: { media: 'text/csv' } },
      refusals: ['not-found', 'unknown-play'],
    },
    async (call) => {
      const { world, param, locale, answer } = call
      const activity = await findActivity(world, param('id'))
      const play = param('play')
      const headers = {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="answers-${activity.slug}.csv"`,
        'Cache-Control': 'no-store',
      }
      const lines = await answersFile(world, { activity: activity.id, play, locale })
      return streamOf(call, answer(200, '', headers), lines)
    },
  ),
]
