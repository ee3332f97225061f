import { roles } from '../../schemas/api/management'
import { templateDetailSchema, templateListSchema } from '../../schemas/api/templates'
import { speak } from '../../schemas/words'
import { route, type Route } from '../http/route'
import { Refuse } from '../problem'
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
  route(
    {
      method: 'GET',
      path: '/api/templates/:id',
      operationId: 'getTemplate',
      summary: 'The page that a template begins with, to look at, and the kinds of play in its rules.',
      who: roles,
      answers: { 200: templateDetailSchema },
    },
    ({ world, param, locale, answer }) => {
      const template = templates.find(({ id }) => id === param('id'))
      if (!template) throw new Refuse('not-found')
      const { plays, schedule } = template.rules(world.clock.now())
      const kinds = Object.values(plays).map(({ kind }) => kind)
      return answer(200, { page: template.page({ name: speak(template.title, locale), locale }), schedule, kinds: [...new Set(kinds)] })
    },
  ),
]
