import { createDraw, drawRules } from '../server/testing/draw'
import type { Wish } from '../server/testing/testWorld'
import { createVisitor } from '../server/testing/visitor'
import type { Product } from './product'

/** A running activity at /a/new-year in which every draw wins. @returns its id */
export async function publishDraw({ api }: Product): Promise<string> {
  const rules = drawRules()
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()
  const id = await createDraw(
    { read: <T>(path: string, { method = 'GET', body, headers }: Wish = {}) => api<T>(method, path, body, headers) },
    { rules: { ...rules, schedule: { ...rules.schedule, startsAt: day(-2), endsAt: day(20) } } },
  )
  await api('POST', `/api/activities/${id}/releases`, {})
  return id
}

/** Somebody new on that page wins. @returns who @throws where they do not */
export async function someoneWins({ url }: Product): Promise<string> {
  const ask = (path: string, { method = 'GET', body, headers = {} }: Wish = {}) =>
    fetch(url + path, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const visitor = await createVisitor({ ask }, 'new-year')
  const { status } = await visitor.act('draw', 'draw')
  if (status !== 200) throw new Error(`The draw answered ${status}.`)
  return visitor.id
}
