import { expect, it } from 'vitest'
import { drawSample } from '../../points/drawSample'
import { inviteCardSamples } from '../samples'
import { inviteCard } from './spec'
import { inviteCardView } from './view'

const draw = (name: string) =>
  drawSample(
    inviteCardView,
    inviteCard.defaults,
    inviteCardSamples.find((sample) => sample.name === name)!,
    'zh-CN',
  )
const ways = (text: string) => [...text.matchAll(/data-click="(\w+)"/g)].map(([, way]) => way)

it('sends the link in three ways, before the invitation opens too', () => {
  for (const name of ['ready', 'before', 'offline', 'loading', 'failed'])
    expect(ways(draw(name)), name).toEqual(expect.arrayContaining(['share', 'copy', 'code']))
})

it('sends nothing once nobody can come any more, and keeps who came', () => {
  expect(ways(draw('ended'))).toEqual([])
  expect(draw('ended')).toContain('iv-all')
})
