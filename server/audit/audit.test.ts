import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import type { AuditRow } from '../../schemas/api/audit'
import type { Activity } from '../../schemas/api/management'
import { hasPostgres } from '../engine/testing/stage'
import { createTestWorld, testPassword, type TestWorld } from '../testing/testWorld'
import { verifyAudit } from './verify'

let test: TestWorld

const rows = async (): Promise<AuditRow[]> => (await test.read<{ rows: AuditRow[] }>('/api/audit')).rows.reverse()
const actions = async (): Promise<string[]> => (await rows()).map(({ action }) => action)
const create = (name: string): Promise<Activity> => test.read('/api/activities', { method: 'POST', body: { name } })

for (const dialect of ['sqlite', 'postgres'] as const)
  describe.skipIf(dialect === 'postgres' && !hasPostgres)(`the audit on ${dialect}`, () => {
    beforeEach(async () => void (test = await createTestWorld({}, dialect)))
    afterEach(() => test.close())

    it('has one row a write, saying who did what to what, from where and in which request', async () => {
      const { id } = await test.read<Activity>('/api/activities', {
        method: 'POST',
        body: { name: 'Audited', slug: 'audited' },
        headers: { 'X-Request-Id': 'request-0001' },
        from: '203.0.113.99',
      })
      expect(await rows()).toMatchObject([
        {
          seq: 1,
          actor: 'api-token@festoon.invalid',
          action: 'createActivity',
          target: `activity/${id}`,
          reason: 'Audited (audited)',
          source: '203.0.113.99',
          request: 'request-0001',
          before: null,
        },
      ])
    })

    it('tells sign-ins, failed ones too', async () => {
      const body = { email: 'owner@team.example', password: testPassword }
      await test.ask('/api/session', { method: 'POST', as: 'nobody', body })
      await test.ask('/api/session', { method: 'POST', as: 'nobody', body: { ...body, password: 'wrong' } })
      expect(await actions()).toEqual(['signIn', 'signInFailed'])
      expect(JSON.stringify(await rows())).not.toContain(testPassword)
    })

    it('chains a save’s hash before to its hash after', async () => {
      const { id } = await create('Chained')
      const plan = await test.read<object>(`/api/activities/${id}/plan`)
      for (const [revision, background] of ['a', 'b'].entries()) {
        await test.ask(`/api/activities/${id}/plan`, { method: 'PUT', body: { ...plan, background }, headers: { 'If-Match': String(revision + 1) } })
      }
      const [, first, second] = await rows()
      expect([first?.action, second?.before]).toEqual(['putPlan', first?.after])
    })

    it('has no row for a write that was refused', async () => {
      const { id } = await create('Refused')
      await test.ask(`/api/activities/${id}/plan`, { method: 'PUT', body: { format: 1, background: 'x' }, headers: { 'If-Match': '7' } })
      await test.ask('/api/activities', { method: 'POST', body: {} })
      expect(await actions()).toEqual(['createActivity'])
    })

    it('is whole after concurrent writes', async () => {
      await Promise.all(Array.from({ length: 20 }, (_, i) => create(`Number ${i}`)))
      expect(await verifyAudit(test.world.store.db)).toEqual({ rows: 20, brokenAt: null })
    })

    it.each([
      ['a changed row', sql`update audit set actor = 'somebody else' where seq = 2`, 2],
      ['a changed reason', sql`update audit set reason = '' where seq = 3`, 3],
      ['a row taken out', sql`delete from audit where seq = 2`, 2],
      ['the last row taken off', sql`delete from audit where seq = 4`, 4],
      ['all rows taken out', sql`delete from audit`, 1],
    ])('shows where %s breaks it', async (_, tamper, brokenAt) => {
      for (const name of ['a', 'b', 'c', 'd']) await create(name)
      await test.world.store.write(null, (trx) => tamper.execute(trx))
      expect(await verifyAudit(test.world.store.db)).toMatchObject({ brokenAt })
    })

    it('is read in pages, newest first', async () => {
      for (const name of ['a', 'b', 'c']) await create(name)
      const first = await test.read<{ rows: AuditRow[]; next: number }>('/api/audit?limit=2')
      const second = await test.read<{ rows: AuditRow[]; next: number | null }>(`/api/audit?limit=2&before=${first.next}`)
      expect([first.rows.map(({ seq }) => seq), second.rows.map(({ seq }) => seq), second.next]).toEqual([[3, 2], [1], null])
    })
  })
