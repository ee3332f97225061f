import { expect, it } from 'vitest'
import { createTestWorld } from '../testing/testWorld'

it('a bug is logged once with the request’s id, and its answer says nothing of it', async () => {
  const test = await createTestWorld()
  await test.world.store.close()
  const answer = await test.ask('/api/activities', { headers: { 'X-Request-Id': 'request-0500', 'Accept-Language': 'en' } })
  expect([answer.status, await answer.json()]).toEqual([
    500,
    {
      type: 'urn:festoon:refusal:internal',
      code: 'internal',
      title: 'Something went wrong on our side and was logged. Try again later.',
      status: 500,
      requestId: 'request-0500',
    },
  ])
  expect(test.errors).toEqual([expect.objectContaining({ requestId: 'request-0500', path: '/api/activities' })])
})
