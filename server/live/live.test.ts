import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Activity } from '../../schemas/api/management'
import { createTestWorld, type TestWorld } from '../testing/testWorld'
import { roomsOf } from './room'

let test: TestWorld
let id: string
beforeAll(async () => {
  test = await createTestWorld()
  id = (await test.read<Activity>('/api/activities', { method: 'POST', body: { name: 'Spring' } })).id
})
afterAll(() => test.close())

interface Ear {
  /** The next event of a name. */
  next<T>(name: string): Promise<T>
  close(): Promise<void>
}

async function listen(): Promise<Ear> {
  const answer = await test.ask(`/api/activities/${id}/live`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
  const reader = answer.body!.getReader()
  const heard: { name: string; data: unknown }[] = []
  let text = ''
  async function more(): Promise<void> {
    const { value, done } = await reader.read()
    if (done) throw new Error('The channel was closed.')
    text += new TextDecoder().decode(value)
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const [, name, data] = /event: (\w+)\ndata: (.*)/.exec(text.slice(0, end)) ?? []
      if (name) heard.push({ name, data: JSON.parse(data!) })
      text = text.slice(end + 2)
    }
  }
  return {
    async next<T>(name: string) {
      for (;;) {
        const at = heard.findIndex((one) => one.name === name)
        // The test names the shape that the event has.
        if (at >= 0) return heard.splice(at, 1)[0]!.data as T
        await more()
      }
    },
    close: () => reader.cancel(),
  }
}

async function save(title: string, tab = 'tab-of-a'): Promise<void> {
  const draft = await test.ask(`/api/activities/${id}/page`)
  const page = (await draft.json()) as object
  await test.read(`/api/activities/${id}/page`, {
    method: 'PUT',
    body: { ...page, title },
    headers: { 'If-Match': draft.headers.get('etag')!, 'X-Festoon-Tab': tab },
  })
}

const present = (tab: string, selection: string[], more: object = {}) =>
  test.ask(`/api/activities/${id}/presence`, { method: 'POST', body: { tab, selection, ...more } })

it('tells everybody at once what was saved, and by which tab', async () => {
  const [one, other] = [await listen(), await listen()]
  await save('Saved')
  expect([await one.next('saved'), await other.next('saved')]).toEqual(Array.from({ length: 2 }, () => ({ of: 'page', revision: '2', tab: 'tab-of-a' })))
  await one.close()
  await other.close()
})

it('tells who is there and what they have selected, until they leave or fall silent', async () => {
  const ear = await listen()
  expect(await ear.next('present')).toEqual({ peers: [] })
  expect((await present('tab-of-b', ['root'])).status).toBe(204)
  expect(await ear.next('present')).toMatchObject({ peers: [{ tab: 'tab-of-b', selection: ['root'] }] })
  await present('tab-of-c', [])
  expect(await ear.next('present')).toMatchObject({
    peers: [
      { tab: 'tab-of-b', seat: 0 },
      { tab: 'tab-of-c', seat: 1 },
    ],
  })
  await present('tab-of-b', [], { isLeaving: true })
  expect(await ear.next('present')).toMatchObject({ peers: [{ tab: 'tab-of-c', seat: 1 }] })
  test.pass(21_000)
  await present('tab-of-d', [])
  expect(await ear.next('present')).toMatchObject({ peers: [{ tab: 'tab-of-d' }] })
  await ear.close()
})

it('forgets rooms that nobody listens to, and ends all channels when the server stops', async () => {
  const ear = await listen()
  expect(roomsOf(test.world).listeners()).toBe(1)
  roomsOf(test.world).close()
  await expect(ear.next('saved')).rejects.toThrow('closed')
  expect([roomsOf(test.world).listeners(), roomsOf(test.world).peers(id)]).toEqual([0, []])
})

it.each([
  ['a tab without a name', { tab: '', selection: [] }],
  ['a selection of no ids', { tab: 'tab-of-a', selection: ['<b>'] }],
  ['more than a hundred nodes', { tab: 'tab-of-a', selection: Array.from({ length: 101 }, () => 'a') }],
])('refuses %s', async (_, body) => {
  expect((await test.ask(`/api/activities/${id}/presence`, { method: 'POST', body })).status).toBe(400)
})
