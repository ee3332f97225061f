import { roles } from '../../schemas/api/management'
import { templateDetailSchema, templateListSchema } from '../../schemas/api/templates'
import { speak } from '../../schemas/words'
import { route, type Route } from '../http/route'
import { Refuse } from '../problem'
import { templates } from './registry'
import type { Template } from './template'

function kindsOf({ rules }: Template, now: number): string[] {
  return [...new Set(Object.values(rules(now).plays).map(({ kind }) => kind))]
}

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
    ({ world, locale, answer }) =>
      answer(200, {
        templates: templates.map((template) => ({
          id: template.id,
          title: speak(template.title, locale),
          description: speak(template.description, locale),
          kinds: kindsOf(template, world.clock.now()),
        })),
      }),
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
      const now = world.clock.now()
      return answer(200, {
        page: template.page({ name: speak(template.title, locale), locale }),
        schedule: template.rules(now).schedule,
        kinds: kindsOf(template, now),
      })
    },
  ),
]
