import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balanceKey } from '../../schemas/keys'
import { isRefused, type Json, type Outcome } from '../../schemas/play'
import type { RulesDocument } from '../../schemas/rules'
import { createLedgerWorld } from '../points/ledgerWorld'
import { points, type PointsRules } from '../points/rules'
import { readAnswers, type Answers } from './answers'
import type { Field, FormRules } from './formSchema'
import { form, type FormMine, type FormShown } from './rules'
import { sentKey, type SubmitResult } from './submit'

const seed = 20260105
const kinds = { form, points }
const coins: PointsRules = { kind: 'points', title: 'Coins', multipliers: [] }
const field = (id: string, type: Field['type'], more: Partial<Field> = {}): Field => ({ id, type, label: id, required: true, ...more })
const size = field('size', 'choice', {
  options: [
    { id: 's', text: 'S' },
    { id: 'm', text: 'M' },
  ],
})
const survey: FormRules = { kind: 'form', title: 'Survey', every: 'once', limit: null, reward: null, fields: [field('phone', 'phone'), size] }
const good: Answers = { phone: ['138 0000-0000'], size: ['m'] }

function rulesWith(over: Partial<FormRules>, prizes: RulesDocument['prizes'] = {}): RulesDocument {
  return {
    format: 1,
    prizes,
    schedule: { timeZone: 'Asia/Shanghai', dayCutoffHour: 0, startsAt: '2026-01-01T00:00:00+08:00', endsAt: '2026-01-04T00:00:00+08:00', phases: [] },
    plays: { ask: { ...survey, ...over }, coins },
  }
}

const at = (day: number) => `2026-01-0${day}T12:00:00+08:00`
function worldOf(...over: Parameters<typeof rulesWith>) {
  const world = createLedgerWorld(rulesWith(...over), kinds)
  return {
    ...world,
    submit: (day = 1, answers: Answers = good, visitor = 'mia') => world.act('ask', 'submit', at(day), { visitor, input: { answers } as unknown as Json }),
    shownOn: (day = 1) => world.shown('ask', at(day)) as unknown as FormShown,
    mineOn: (day = 1, visitor = 'mia') => world.mine('ask', at(day), visitor) as unknown as FormMine,
  }
}
const resultOf = (outcome: Outcome) => {
  if (isRefused(outcome)) throw new Error(`Refused: ${outcome.refusal}`)
  return outcome.result as unknown as SubmitResult
}
const contextOf = (over: Partial<FormRules>, prizes?: RulesDocument['prizes']) => {
  const rules = rulesWith(over, prizes)
  return { rules, id: 'ask', play: rules.plays['ask']! }
}
const problemsOf = (over: Partial<FormRules>) => form.check(contextOf(over)).map(({ path, severity }) => `${severity} ${path}`)
const changesOf = (before: Partial<FormRules>, after: Partial<FormRules>) => form.changes(contextOf(before), contextOf(after)).map((change) => change.class)

describe('a form', () => {
  it('is submitted once by each visitor', () => {
    const world = worldOf({})
    expect(resultOf(world.submit())).toEqual({ gained: null, missed: false, reveal: null })
    expect(world.submit(2)).toMatchObject({ refusal: 'already-done' })
    expect(isRefused(world.submit(2, good, 'noa'))).toBe(false)
    expect([world.mineOn().done, world.mineOn(3).done, world.mineOn(3, 'ben').done]).toEqual([true, true, false])
  })

  it('is submitted once a day where the rules say so, and says when it is open again', () => {
    const world = worldOf({ every: 'day' })
    world.submit(1)
    expect(world.submit(1)).toMatchObject({ refusal: 'already-done', retryAt: Date.parse('2026-01-02T00:00:00+08:00') })
    expect(isRefused(world.submit(2))).toBe(false)
    world.submit(3)
    expect(world.submit(3)).not.toHaveProperty('retryAt')
    expect([world.mineOn(3).done, world.state.count(sentKey('ask'))]).toEqual([true, 3])
  })

  it('counts submissions of earlier days when it becomes one that is submitted once', () => {
    const daily = worldOf({ every: 'day' })
    daily.submit(1)
    const once = form.decide(contextOf({}), { visitor: 'mia', dayKey: '2026-01-02', at: 0, input: { answers: good } } as never, daily.state)
    expect(once).toMatchObject({ refusal: 'already-done' })
  })

  it('is full when its places are taken', () => {
    const world = worldOf({ limit: 2 })
    expect(world.shownOn().left).toBe(2)
    world.submit(1, good, 'a')
    world.submit(1, good, 'b')
    expect(world.submit(1, good, 'c')).toEqual({ refusal: 'full' })
    expect(world.shownOn().left).toBe(0)
  })

  it('keeps answers as facts, but not those that tell who somebody is', () => {
    const world = worldOf({ fields: [field('phone', 'phone'), field('name', 'text', { personal: true }), size] })
    world.submit(1, { ...good, name: ['Mia'] })
    expect(world.effects.find((effect) => effect.do === 'fact')).toMatchObject({ value: { answers: { size: ['m'] } } })
    expect(JSON.stringify(world.effects)).not.toMatch(/Mia|138/)
  })

  it('gives its reward, and goes on without when that has run out', () => {
    const badge = { title: 'Badge', type: 'badge', stock: 1 } as const
    const world = worldOf({ reward: { give: 'prize', prize: 'badge' } }, { badge })
    expect(resultOf(world.submit(1, good, 'a'))).toMatchObject({ gained: { give: 'prize', title: 'Badge' }, missed: false })
    expect(resultOf(world.submit(1, good, 'b'))).toMatchObject({ gained: null, missed: true })
  })

  it('pays points once a submission', () => {
    const world = worldOf({ every: 'day', reward: { give: 'points', play: 'coins', min: 20, max: 20 } })
    expect([1, 1, 2].map((day) => isRefused(world.submit(day)))).toEqual([false, true, false])
    expect(world.state.count(balanceKey('coins', 'mia'))).toBe(40)
  })

  it('reveals what it reveals to those who submitted, and to nobody else', () => {
    const reveal = { text: 'Here it is', link: 'https://files.example/secret.pdf' }
    const world = worldOf({ reveal })
    const seen = () => JSON.stringify([world.shownOn(), form.still!(contextOf({ reveal })), world.mineOn(1, 'noa')])
    expect([seen().includes('secret'), world.mineOn().reveal]).toEqual([false, null])
    expect(resultOf(world.submit()).reveal).toEqual(reveal)
    expect([seen().includes('secret'), world.mineOn(3).reveal]).toEqual([false, reveal])
  })

  it('never takes more than its places, nor one visitor twice, seed 20260105', () => {
    const tries = fc.array(fc.record({ visitor: fc.integer({ min: 0, max: 9 }), day: fc.integer({ min: 1, max: 3 }) }), { maxLength: 40 })
    fc.assert(
      fc.property(tries, fc.integer({ min: 1, max: 12 }), fc.constantFrom('once' as const, 'day' as const), (round, limit, every) => {
        const world = worldOf({ limit, every })
        const done = [...round]
          .sort((a, b) => a.day - b.day)
          .flatMap(({ visitor, day }) => (isRefused(world.submit(day, good, `v${visitor}`)) ? [] : [`${visitor}/${every === 'day' ? day : ''}`]))
        const possible = new Set(round.map(({ visitor, day }) => `${visitor}/${every === 'day' ? day : ''}`)).size
        expect(new Set(done).size).toBe(done.length)
        expect(done.length).toBe(Math.min(limit, possible))
        expect(world.state.count(sentKey('ask'))).toBe(done.length)
        expect(world.shownOn(3).left).toBe(limit - done.length)
      }),
      { seed, numRuns: 150 },
    )
  })
})

describe('answers', () => {
  const faults = (fields: readonly Field[], answers: Answers) => readAnswers(fields, answers).problems.map(({ path, message }) => `${path}: ${message.en}`)

  it('are kept without blanks, and left out where there are none', () => {
    const fields = [field('name', 'text', { required: false }), field('phone', 'phone'), field('note', 'text', { required: false })]
    expect(readAnswers(fields, { name: ['  Mia '], phone: ['+86 (138) 0000-0000'], note: ['   '] })).toEqual({
      answers: { name: ['Mia'], phone: ['+8613800000000'] },
      problems: [],
    })
  })

  it('are refused field by field', () => {
    const fields = [
      field('name', 'text', { maxLength: 3 }),
      field('phone', 'phone'),
      field('mail', 'email'),
      size,
      field('stars', 'rating'),
      field('ok', 'consent'),
    ]
    expect(faults(fields, {})).toEqual([
      '/answers/name: Please fill this in',
      '/answers/phone: Please fill this in',
      '/answers/mail: Please fill this in',
      '/answers/size: Please choose',
      '/answers/stars: Please choose',
      '/answers/ok: Your consent is needed',
    ])
    expect(faults(fields, { name: ['四个汉字'], phone: ['12'], mail: ['a@b'], size: ['xl'], stars: ['6'], ok: ['yes'], more: ['x'] })).toEqual([
      '/answers/name: At most 3 characters',
      '/answers/phone: Enter a valid phone number',
      '/answers/mail: Enter a valid e-mail address',
      '/answers/size: There is no such option',
      '/answers/stars: Please choose',
      '/answers/more: There is no such question',
    ])
  })

  it('hold as many options as may be picked, each once', () => {
    const several = { ...size, several: true, mostPicks: 2 }
    expect(faults([several], { size: ['s', 'm'] })).toEqual([])
    expect(faults([several], { size: ['s', 's'] })).toEqual(['/answers/size: Pick at most 2'])
    expect(faults([size], { size: ['s', 'm'] })).toEqual(['/answers/size: Pick at most 1'])
  })

  it('come with the refusal, as a page can show them', () => {
    expect(worldOf({}).submit(1, { ...good, phone: ['1'] })).toEqual({
      refusal: 'bad-input',
      detail: {
        zh: '请检查标出的内容',
        en: 'Please check what is marked',
        problems: [{ path: '/answers/phone', message: { zh: '请填写正确的手机号', en: 'Enter a valid phone number' } }],
      },
    })
  })

  it('to fields that are named like what every object has are answers all the same', () => {
    expect(faults([field('constructor', 'text')], {})).toEqual(['/answers/constructor: Please fill this in'])
  })
})

describe('rules of a form', () => {
  it('of a new play are sound', () => {
    expect(problemsOf(form.defaults as FormRules)).toEqual([])
  })

  it('are told what is wrong with them', () => {
    const options = [{ id: 'a', text: 'A' }]
    expect(problemsOf({ fields: [field('a', 'text'), field('a', 'choice', { options })] })).toEqual(['error /fields/1/id', 'error /fields/1/options'])
    expect(problemsOf({ fields: [field('ok', 'consent', { link: 'javascript:alert(1)' })], reveal: { text: 'x', link: 'ftp://x' } })).toEqual([
      'error /fields/0/link',
      'error /reveal/link',
    ])
    expect(problemsOf({ fields: [field('a', 'text', { label: ' ' }), { ...size, options: [...size.options!, { id: 'l', text: '' }] }] })).toEqual([
      'error /fields/0/label',
      'error /fields/1/options/2/text',
    ])
    expect(problemsOf({ fields: [size], reward: { give: 'chances', play: 'none', amount: 1 } })).toEqual(['error /reward/play'])
  })

  it('are warned when personal data is asked for without consent, and when a submission could not be sent', () => {
    expect(problemsOf({ fields: [field('phone', 'phone')] })).toEqual(['warning /fields'])
    expect(problemsOf({ fields: Array.from({ length: 4 }, (_, i) => field(`t${i}`, 'text', { maxLength: 1000 })) })).toEqual(['warning /fields'])
  })

  it('change in visitors’ favour or against them', () => {
    expect(changesOf({}, {})).toEqual([])
    expect(changesOf({}, { every: 'day' })).toEqual(['favourable'])
    expect(changesOf({ every: 'day', limit: 10 }, { limit: 5 })).toEqual(['adverse', 'adverse'])
    expect(changesOf({}, { fields: [survey.fields[0]!, { ...size, type: 'rating' }] })).toEqual(['breaking'])
    expect(changesOf({}, { fields: [size, field('more', 'text')] })).toEqual(['neutral', 'neutral'])
    expect(changesOf({ reveal: { text: 'x' } }, {})).toEqual(['adverse'])
  })
})

describe('what everybody sees of a form', () => {
  it('leaves out what only another type of field has', () => {
    const was = field('a', 'phone', { several: true, long: true, link: '/terms', options: size.options!, steps: 7 })
    expect(worldOf({ fields: [was] }).shownOn().fields).toEqual([
      { id: 'a', type: 'phone', label: 'a', required: true, long: false, max: 0, several: false, options: [], link: null },
    ])
  })
})
