import type { DocumentProblem } from './documentProblem'
import type { RulesDocument } from './rules'
import type { SegmentTest } from './segment'
import type { Bilingual } from './words'

/** What is wrong with the segments of rules whose shape is sound. */
export function checkSegments({ segments = {} }: RulesDocument): DocumentProblem[] {
  return Object.entries(segments).flatMap(([id, { tests }]) => [
    ...(tests.length
      ? []
      : [problem(`/segments/${id}/tests`, { zh: '这个人群还没有条件，没有人属于它', en: 'This segment has no conditions yet: nobody is in it' }, 'warning')]),
    ...tests.flatMap((test, i) => checkTest(test, `/segments/${id}/tests/${i}`)),
  ])
}

function checkTest(test: SegmentTest, path: string): DocumentProblem[] {
  if ('in' in test) {
    return test.in.length ? [] : [problem(`${path}/in`, { zh: '请至少填写一个值', en: 'Name at least one value' }, 'error')]
  }
  if (test.of !== 'registered' && test.of !== 'arrived') return []
  const { from, to } = test
  if (from === undefined && to === undefined) return [problem(path, { zh: '请填写起止时间中的至少一个', en: 'Give a start, an end, or both' }, 'error')]
  const isEmpty = from !== undefined && to !== undefined && Date.parse(from) >= Date.parse(to)
  return isEmpty ? [problem(`${path}/to`, { zh: '结束时间必须晚于开始时间', en: 'The end must come after the start' }, 'error')] : []
}

function problem(path: string, message: Bilingual, severity: 'error' | 'warning'): DocumentProblem {
  return { document: 'rules', path, message, severity }
}
