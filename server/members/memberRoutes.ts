import { v7 as uuid } from 'uuid'
import { changedMemberSchema, memberListSchema } from '../../schemas/api/members'
import { memberSchema, newMemberSchema } from '../../schemas/api/management'
import { route, type Route } from '../http/route'
import { Refuse } from '../problem'
import { isUniqueViolation } from '../store/isUniqueViolation'
import { hashPassword, refuseEasyPassword } from './password'
import { publicMember } from './signIn'
import { countOwners, deleteMember, deleteSessionsOf, insertMember, selectMember, selectMembers, updateMember } from './store'

const owners = ['owner'] as const

export const memberRoutes: readonly Route[] = [
  route(
    { method: 'GET', path: '/api/members', operationId: 'listMembers', summary: 'Everyone in the team.', who: owners, answers: { 200: memberListSchema } },
    async ({ world, answer }) => answer(200, { members: (await selectMembers(world.store.db)).map(publicMember) }),
  ),
  route(
    {
      method: 'POST',
      path: '/api/members',
      operationId: 'createMember',
      summary: 'Adds a member.',
      who: owners,
      body: newMemberSchema,
      answers: { 201: memberSchema },
      refusals: ['email-taken'],
    },
    async ({ world, body: { email, password, name, role }, record, answer }) => {
      refuseEasyPassword(password, email)
      const row = { id: uuid(), email: email.toLowerCase(), name, role, password_hash: await hashPassword(password), time_created: world.clock.now() }
      try {
        await world.store.write(null, async (trx) => {
          await insertMember(trx, row)
          await record(trx, { target: `member:${row.email}`, reason: role })
        })
      } catch (error) {
        throw isUniqueViolation(error) ? new Refuse('email-taken') : error
      }
      return answer(201, publicMember(row))
    },
  ),
  route(
    {
      method: 'PATCH',
      path: '/api/members/:id',
      operationId: 'changeMember',
      summary: 'Changes a name, role or password. Ends the member’s sessions unless only the name changed.',
      who: owners,
      body: changedMemberSchema,
      answers: { 200: memberSchema },
      refusals: ['not-found', 'last-owner'],
    },
    async ({ world, param, body: { name, role, password }, record, answer }) => {
      const before = await selectMember(world.store.db, { id: param('id') })
      if (!before) throw new Refuse('not-found')
      if (password !== undefined) refuseEasyPassword(password, before.email)
      const changes = {
        ...(name === undefined ? {} : { name }),
        ...(role === undefined ? {} : { role }),
        ...(password === undefined ? {} : { password_hash: await hashPassword(password) }),
      }
      await world.store.write(null, async (trx) => {
        if (Object.keys(changes).length) await updateMember(trx, before.id, changes)
        if ((await countOwners(trx)) === 0) throw new Refuse('last-owner')
        if (role !== undefined || password !== undefined) await deleteSessionsOf(trx, before.id)
        await record(trx, {
          target: `member:${before.email}`,
          reason: [role && `${before.role} → ${role}`, password && 'password', name && 'name'].filter(Boolean).join(', '),
        })
      })
      return answer(200, publicMember({ ...before, ...changes }))
    },
  ),
  route(
    {
      method: 'DELETE',
      path: '/api/members/:id',
      operationId: 'removeMember',
      summary: 'Takes a member out of the team and ends their sessions.',
      who: owners,
      answers: { 204: null },
      refusals: ['not-found', 'last-owner'],
    },
    async ({ world, param, record, answer }) => {
      const member = await selectMember(world.store.db, { id: param('id') })
      if (!member) throw new Refuse('not-found')
      await world.store.write(null, async (trx) => {
        await deleteMember(trx, member.id)
        if ((await countOwners(trx)) === 0) throw new Refuse('last-owner')
        await record(trx, { target: `member:${member.email}`, reason: member.role })
      })
      return answer(204)
    },
  ),
]
