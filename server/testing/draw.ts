import type { PageDocument } from '../../schemas/page'
import type { RulesDocument } from '../../schemas/rules'
import { versionOf } from '../../schemas/widget'
import { specs } from '../../widgets/specs'
import type { TestWorld } from './testWorld'

/** A page with a title, a text and a wheel. */
export function drawPage(title: string): PageDocument {
  const node = (id: string, type: string, order: string, more: object = {}) => ({
    id,
    type,
    v: versionOf(specs[type]!),
    parent: 'root',
    order,
    props: { ...specs[type]!.defaults },
    ...more,
  })
  return {
    format: 1,
    title,
    locale: 'zh-CN',
    theme: { preset: 'festive' },
    nodes: {
      root: { ...node('root', 'page', 'a0'), parent: null },
      hello: node('hello', 'text', 'a1', { props: { ...specs['text']!.defaults, text: title } }),
      wheel: node('wheel', 'lottery-wheel', 'a2', { play: 'draw' }),
    },
  }
}

/** Rules under which every draw wins a mug, while there are any. The activity runs for the first three weeks of 2026. */
export function drawRules({ stock = 100, perDay = 3, weightPpm = 1_000_000 }: { stock?: number; perDay?: number; weightPpm?: number } = {}): RulesDocument {
  // A play's own members are its kind's business.
  return {
    format: 1,
    schedule: { timeZone: 'Asia/Shanghai', dayCutoffHour: 0, startsAt: '2026-01-01T00:00:00+08:00', endsAt: '2026-01-22T00:00:00+08:00', phases: [] },
    prizes: { mug: { title: { 'zh-CN': '保温杯', 'en': 'Mug' }, type: 'physical', stock } },
    plays: {
      draw: {
        kind: 'lottery',
        title: 'Draw',
        slots: [{ id: 'one', prize: 'mug', weightPpm }],
        chances: { perDay, inAll: null, earned: false },
        outOfStock: 'no-win',
      } as RulesDocument['plays'][string],
    },
  }
}

/** An activity with these drafts, not yet released. */
export async function createDraw(
  { read }: Pick<TestWorld, 'read'>,
  { slug = 'new-year', title = 'First', rules = drawRules() }: { slug?: string; title?: string; rules?: RulesDocument } = {},
): Promise<string> {
  const { id } = await read<{ id: string }>('/api/activities', { method: 'POST', body: { name: 'New year', slug } })
  await saveDraw({ read }, id, { page: drawPage(title), rules })
  return id
}

/** Saves drafts over whatever is there. */
export async function saveDraw({ read }: Pick<TestWorld, 'read'>, id: string, documents: { page?: PageDocument; rules?: RulesDocument }): Promise<void> {
  const { revisions } = await read<{ revisions: { page: string; rules: string } }>(`/api/activities/${id}`)
  if (documents.page) await read(`/api/activities/${id}/page`, { method: 'PUT', body: documents.page, headers: { 'If-Match': `"${revisions.page}"` } })
  if (documents.rules) await read(`/api/activities/${id}/rules`, { method: 'PUT', body: documents.rules, headers: { 'If-Match': `"${revisions.rules}"` } })
}
