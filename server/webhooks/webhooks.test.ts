import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ProblemAnswer } from '../../schemas/api/management'
import type { WebhookState } from '../../schemas/api/webhooks'
import { hasPostgres } from '../engine/testing/stage'
import { createDraw } from '../testing/draw'
import { createTestWorld, testTime, type TestWorld } from '../testing/testWorld'
import { createVisitor } from '../testing/visitor'
import type { Notice } from './notices'
import { backoffMs, senderOf } from './sender'

const secret = 'thirty-two characters that are ours alone'

interface Told {
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe.skipIf(dialect === 'postgres' && !hasPostgres)(`a webhook on ${dialect}`, () => {
    let test: TestWorld
    let backend: Server
    let id: string
    /** What the customer's backend was sent, and what it answers. */
    let told: Told[]
    let status: number

    beforeEach(async () => {
      told = []
      status = 204
      backend = createServer((request, response) => {
        let text = ''
        request.on('data', (chunk: Buffer) => (text += chunk.toString()))
        request.on('end', () => {
          told.push({ headers: request.headers, text })
          response.writeHead(status, { Location: '/elsewhere' }).end()
        })
      })
      await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve))
      test = await createTestWorld({}, dialect)
      id = await createDraw(test)
      await test.read(`/api/activities/${id}/releases`, { method: 'POST', body: {} })
    })
    afterEach(async () => {
      await test.close()
      await new Promise((resolve) => backend.close(resolve))
    })

    const path = (): string => `/api/activities/${id}/webhook`
    const set = () =>
      test.read<WebhookState>(path(), { method: 'PUT', body: { url: `http://127.0.0.1:${(backend.address() as AddressInfo).port}/hook`, secret } })
    const state = () => test.read<WebhookState>(path())
    const look = () => senderOf(test.world).look()
    const noticesIn = ({ text }: Told): Notice[] => (JSON.parse(text) as { notices: Notice[] }).notices
    const draw = async (key: string): Promise<string> => {
      const mia = await createVisitor(test, 'new-year')
      return ((await (await mia.act('draw', 'draw', { key })).json()) as { awards: { id: string }[] }).awards[0]!.id
    }

    it('is told of each award from when it was set on, once, in order, signed', async () => {
      await draw('before')
      expect(await set()).toMatchObject({ waiting: 0, takenAt: null })
      const won = [await draw('a'), await draw('b')]
      await look()
      await look()
      expect(told.map(noticesIn)).toEqual([
        won.map((award, i) =>
          expect.objectContaining({ id: `${i + 2}.0`, name: 'award', play: 'draw', award: expect.objectContaining({ id: award, prize: 'mug' }) }),
        ),
      ])
      const { t, v1 } = Object.fromEntries(new URLSearchParams(String(told[0]!.headers['festoon-signature']).replace(',', '&')))
      expect(v1).toBe(createHmac('sha256', secret).update(`${t}.${told[0]!.text}`).digest('hex'))
      expect(await state()).toMatchObject({ sent: 3, waiting: 0, takenAt: testTime, failures: 0, lastError: null, retryAt: null })
    })

    it.each([500, 302])('that answers %i is told the same again, each time after twice the wait', async (refusal) => {
      await set()
      const award = await draw('a')
      status = refusal
      await look()
      await look()
      expect([told.length, await state()]).toMatchObject([1, { waiting: 1, takenAt: null, failures: 1, lastError: `HTTP ${refusal}` }])
      test.pass(backoffMs(1))
      await look()
      expect([told.length, (await state()).failures]).toEqual([2, 2])
      status = 200
      test.pass(backoffMs(2))
      await look()
      expect(told.map((one) => noticesIn(one).map(({ id: name, award: of }) => [name, (of as { id: string }).id]))).toEqual(
        Array.from({ length: 3 }, () => [['1.0', award]]),
      )
      expect(await state()).toMatchObject({ waiting: 0, failures: 0, lastError: null })
    })

    it('is sent to by one server at a time, and what one of several let lie is sent by the next', async () => {
      await set()
      await draw('a')
      await Promise.all([look(), look(), senderOf({ ...test.world }).look()])
      expect(told).toHaveLength(1)
    })

    it.each(['http://shop.example:99999/', 'http://', 'http://256.256.256.256/', 'https://user:word@shop.example/'])(
      'is not set to %s, where nothing can be sent',
      async (url) => {
        const answer = await test.ask(path(), { method: 'PUT', body: { url, secret } })
        expect([answer.status, ((await answer.json()) as ProblemAnswer).problems?.map((problem) => problem.path)]).toEqual([400, ['/url']])
      },
    )

    it('is for owners, and gone when it was taken away', async () => {
      await set()
      expect((await test.ask(path(), { as: 'operator' })).status).toBe(403)
      expect((await test.ask(path(), { method: 'PUT', body: { url: 'file:///etc/passwd', secret } })).status).toBe(400)
      expect((await test.ask(path(), { method: 'DELETE' })).status).toBe(204)
      await draw('a')
      await look()
      expect([told.length, (await test.ask(path())).status]).toEqual([0, 404])
    })
  })
}

it('waits longer each time, but never more than an hour', () => {
  expect([1, 2, 3, 12, 500].map(backoffMs)).toEqual([2000, 4000, 8000, 3_600_000, 3_600_000])
})
