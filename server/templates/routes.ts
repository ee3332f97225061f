import { roles } from '../../schemas/api/management'
import { templateListSchema } from '../../schemas/api/templates'
import { speak } from '../../schemas/words'
import { route, type Route } from '../http/route'
import { templates } from './registry'

export const routes: readonly Route[] = [
  route(
    {
      method: 'GET',
      path: '/api/templates',
      operationId: 'listTemplates',
      summary: 'What a new activity can start from.',
      who: roles,
      answers: { 200: templateListSchema },
    },
    ({ locale, answer }) =>
      answer(200, { templates: templates.map(({ id, title, description }) => ({ id, title: speak(title, locale), description: speak(description, locale) })) }),
  ),
]
