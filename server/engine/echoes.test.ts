import fc from 'fast-check'
import { expect, it } from 'vitest'
import { accept, definePlay, type PlayKind } from '../../schemas/play'
import type { PlayRules, RulesDocument } from '../../schemas/rules'
import { playKinds } from '../../widgets/rules'
import { storedTables } from './fold'
import { onStores } from './testing/onStores'
import { rulesOf, told } from './testing/stage'
import { testKinds } from './testing/kinds'

/** Gives the commanding visitor's patron a mug for each of the acts in other plays, while there are any; `greedy` wants more than there may be. */
const patron = definePlay<PlayRules & { readonly to: string; readonly greedy?: boolean }>({
  kind: 'patron',
  title: { zh: '赞助', en: 'Patron' },
  schema: { type: 'object' },
  defaults: { kind: 'patron', title: '', to: '' },
  actions: {},
  reads: () => ({}),
  decide: () => accept(null, []),
  echoReads: ({ id }) => ({ counts: [`${id}/given`] }),
  echo: ({ id, play }, { command }, state) => [
    { do: 'count', key: `${id}/given`, by: 1, ...(play.greedy ? { max: 0 } : {}) },
    {
      do: 'award',
      source: `${id}/${command.visitor}/${command.key}/${state.count(`${id}/given`)}`,
      snapshot: { prize: 'gift', title: 'Mug', type: 'physical' },
      pool: 'mugs',
      to: play.to,
    },
  ],
  publicReads: ({ id }) => ({ counts: [`${id}/given`] }),
  publicView: ({ id }, state) => state.count(`${id}/given`),
  mineReads: () => ({}),
  mineView: ({ play }, _who, state) => state.name(play.to),
  check: () => [],
  changes: () => [],
})
const kinds: { readonly [kind: string]: PlayKind } = { ...testKinds, patron }

function withPatron(patrons: { readonly [id: string]: object }): RulesDocument {
  const rules = rulesOf({ stock: null, perDay: 9 })
  return { ...rules, plays: { ...rules.plays, ...(patrons as RulesDocument['plays']) } }
}
const one = withPatron({ mia: { kind: 'patron', title: 'P', to: 'mia' } })

onStores(
  'an echo',
  ({ stage, fair }) => {
    const kept = async (own: string) => (await stage().engine.verify(own)).problems

    it('gives something to somebody else: theirs in every list, and not on the receipt of who acted', async () => {
      const { own, act } = await fair(one)
      await stage().engine.addCodes(own, 'mugs', ['M1', 'M2'])
      const answer = await act('bo', 'draw')
      const again = await act('bo', 'draw', { key: 'receipt' in answer ? 'same' : '' })
      expect('receipt' in again && again.receipt.awards.map(({ snapshot }) => snapshot.title)).toEqual(['Gift'])
      const replayed = await act('bo', 'draw', { key: 'same' })
      expect('receipt' in replayed && replayed.receipt.awards).toHaveLength(1)
      const { awards } = await stage().engine.mine(own, 'live', 'mia')
      expect(awards.map(({ code, snapshot }) => [code, snapshot.title])).toEqual([
        ['M2', 'Mug'],
        ['M1', 'Mug'],
      ])
      expect((await stage().engine.mine(own, 'live', 'bo')).awards).toHaveLength(2)
      expect(await kept(own)).toEqual([])
      const before = await storedTables(stage().store.reader, { activity: own, realm: 'live' })
      await stage().engine.rebuild(own)
      expect((await storedTables(stage().store.reader, { activity: own, realm: 'live' })).awards.map(String).sort()).toEqual(before.awards.map(String).sort())
    })

    it('never refuses an act: what does not hold is left out, whole', async () => {
      const { own, act } = await fair(one)
      // No codes at all.
      expect(told(await act('bo', 'draw'))).toEqual({ won: 'gift' })
      expect((await stage().engine.publicState(own, 'live'))?.plays['mia']?.shown).toBe(0)
      expect(await kept(own)).toEqual([])
    })

    it('is heard by further plays, and dies away', async () => {
      const { own, act } = await fair(
        withPatron({
          a: { kind: 'patron', title: 'A', to: 'ann' },
          b: { kind: 'patron', title: 'B', to: 'bea' },
          c: { kind: 'patron', title: 'C', to: 'cy', greedy: true },
        }),
      )
      await stage().engine.addCodes(
        own,
        'mugs',
        Array.from({ length: 50 }, (_, i) => `M${i}`),
      )
      await act('bo', 'draw')
      // The draw, then each other’s echoes down to the fourth.
      expect((await stage().engine.publicState(own, 'live'))?.plays).toMatchObject({ a: { shown: 4 }, b: { shown: 4 }, c: { shown: 0 } })
      expect(await kept(own)).toEqual([])
    })

    it('comes out the same for 300 acts at once, in whatever batches', async () => {
      const { own, act } = await fair(one)
      await stage().engine.addCodes(
        own,
        'mugs',
        Array.from({ length: 120 }, (_, i) => `M${i}`),
      )
      await Promise.all(Array.from({ length: 300 }, (_, i) => act(`v${i}`, 'draw')))
      const { awards } = await stage().engine.mine(own, 'live', 'mia')
      expect([awards.length, new Set(awards.map(({ code }) => code)).size]).toEqual([120, 120])
      expect(await kept(own)).toEqual([])
    })

    it('is told visitors’ names only masked', async () => {
      const { own } = await fair(one)
      await stage().store.write(null, (trx) =>
        trx.insertInto('visitors').values({ id: 'mia', activity: own, name: '阿花', claims: null, time_created: 0 }).execute(),
      )
      expect((await stage().engine.mine(own, 'live', 'bo')).plays['mia']).toBe('阿*')
    })
  },
  { kinds },
)

onStores(
  'an invitation',
  ({ stage, fair }) => {
    it('is taken up once a friend however many links are opened at once, and pays once a friend who counts, seed 20260109', async () => {
      const { own, act } = await fair(invitations())
      const links = fc.sample(fc.record({ friend: fc.nat(59).map((n) => `f${n}`), by: fc.nat(4).map((n) => `h${n}`) }), { seed: 20260109, numRuns: 300 })
      const friends = new Set(links.map(({ friend }) => friend))
      const bound = await Promise.all(links.map(({ friend, by }) => act(friend, 'bind', { play: 'friends', input: { by } })))
      expect(bound.filter((answer) => 'receipt' in answer)).toHaveLength(friends.size)
      await Promise.all(links.map(({ friend }) => act(friend, 'check-in', { play: 'sign' })))
      const hosts = await Promise.all(Array.from({ length: 5 }, (_, i) => stage().engine.mine(own, 'live', `h${i}`)))
      const counted = hosts.map(({ plays }) => (plays['friends'] as { counted: number }).counted)
      expect(counted.reduce((sum, n) => sum + n, 0)).toBe(friends.size)
      expect(hosts.map(({ plays }) => (plays['points'] as { balance: number }).balance)).toEqual(counted.map((n) => 10 * n))
      // One mug a host who has three friends, and the third mug is the last.
      expect(hosts.flatMap(({ awards }) => awards)).toHaveLength(3)
      const { problems } = await stage().engine.verify(own)
      expect(problems).toEqual([])
      const before = await stage().engine.publicState(own, 'live')
      await stage().engine.rebuild(own)
      expect(await stage().engine.publicState(own, 'live')).toEqual(before)
    })
  },
  { kinds: playKinds },
)

onStores(
  'a team',
  ({ stage, fair }) => {
    it('of 20 takes 20 of 300 who join at once, and pays each of them once', async () => {
      const { own, act } = await fair(teams(20))
      const founded = await act('v0', 'create', { play: 'squad', input: { name: 'All' } })
      const code = 'receipt' in founded ? (founded.receipt.result as { team: string }).team : ''
      const answers = await Promise.all(
        Array.from({ length: 300 }, (_, i) => act(`v${i + 1}`, 'join', { play: 'squad', input: i % 2 ? { team: code } : { by: 'v0' } })),
      )
      expect(answers.filter((answer) => 'receipt' in answer)).toHaveLength(19)
      expect(new Set(answers.filter((answer) => 'refused' in answer).map(told))).toEqual(new Set(['full']))
      const all = await Promise.all(Array.from({ length: 301 }, (_, i) => stage().engine.mine(own, 'live', `v${i}`)))
      expect(all.filter(({ plays }) => (plays['squad'] as { team: object | null }).team !== null)).toHaveLength(20)
      expect(all.map(({ plays }) => (plays['points'] as { balance: number }).balance).filter((balance) => balance > 0)).toEqual(
        Array.from({ length: 20 }, () => 10),
      )
      expect((await stage().engine.verify(own)).problems).toEqual([])
    })

    it('scores what its members do, wherever they stand, and its place is theirs, seed 20260111', async () => {
      const { own, act } = await fair(teams(3))
      for (const [i, name] of ['A', 'B', 'C'].entries()) await act(`h${i}`, 'create', { play: 'squad', input: { name } })
      const joining = fc.sample(fc.record({ who: fc.nat(9).map((n) => `f${n}`), by: fc.nat(2).map((n) => `h${n}`) }), { seed: 20260111, numRuns: 40 })
      await Promise.all(joining.map(({ who, by }) => act(who, 'join', { play: 'squad', input: { by } })))
      await Promise.all(
        Array.from({ length: 10 }, (_, i) => [act(`f${i}`, 'check-in', { play: 'sign' }), act(`h${i % 3}`, 'check-in', { play: 'sign' })]).flat(),
      )
      const { top } = (await stage().engine.publicState(own, 'live'))!.plays['squad']!.shown as {
        top: { name: string; score: number; size: number; place: number }[]
      }
      expect(top.map(({ score, size }) => score / size)).toEqual(top.map(() => 4))
      for (const { name, place, score } of top) {
        const mine = (await stage().engine.mine(own, 'live', `h${'ABC'.indexOf(name)}`)).plays['squad']
        expect(mine).toMatchObject({ team: { name, place, score } })
      }
      expect((await stage().engine.verify(own)).problems).toEqual([])
      const before = await stage().engine.publicState(own, 'live')
      await stage().engine.rebuild(own)
      expect(await stage().engine.publicState(own, 'live')).toEqual(before)
    })
  },
  { kinds: playKinds },
)

function teams(capacity: number): RulesDocument {
  const squad = {
    kind: 'team',
    title: 'Teams',
    capacity,
    canLeave: true,
    score: { by: 'acts', plays: ['sign'], each: 4 },
    size: 10,
    full: { give: 'points', play: 'points', min: 10, max: 10 },
    goals: [],
  }
  return { ...rulesOf(), plays: { squad, points: playKinds['points']!.defaults, sign: playKinds['check-in']!.defaults } as unknown as RulesDocument['plays'] }
}

function invitations(): RulesDocument {
  const points = { give: 'points', play: 'points', min: 10, max: 10 }
  const plays = {
    friends: {
      kind: 'invite',
      title: 'Invite',
      qualify: { by: 'acts', plays: ['sign'], acts: 1, days: 3 },
      newOnly: true,
      reward: points,
      gift: null,
      perDay: null,
      inAll: null,
      rungs: [{ friends: 3, grant: { give: 'prize', prize: 'mug' } }],
    },
    points: playKinds['points']!.defaults,
    sign: playKinds['check-in']!.defaults,
  }
  return { ...rulesOf(), prizes: { mug: { title: 'Mug', type: 'physical', stock: 3 } }, plays: plays as unknown as RulesDocument['plays'] }
}
