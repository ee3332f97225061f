import { Refuse } from '../problem'
import { blank } from './blank'
import { newYear } from './new-year/template'
import type { Template } from './template'

/** In the order that people are offered them. One line a template. */
export const templates: readonly Template[] = [blank, newYear]

/** @throws Refuse `bad-input` naming those that exist */
export function templateOf(id: string): Template {
  const template = templates.find((one) => one.id === id)
  const known = templates.map((one) => one.id).join(', ')
  if (!template)
    throw new Refuse('bad-input', { problems: [{ document: 'body', path: '/template', message: `No template "${id}". Known: ${known}.`, severity: 'error' }] })
  return template
}
