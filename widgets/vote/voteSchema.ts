import { idSchema, instantSchema, schema, wordsSchema, type Admitted } from '../../schemas/schema'
import { grantSchema } from '../points/grant'

const limitSchema = schema({ oneOf: [{ type: 'integer', minimum: 1, maximum: 1000 }, { type: 'null' }] })
const limitsSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['perDay', 'inAll'],
  properties: {
    perDay: { ...limitSchema, title: { zh: '每天', en: 'A day' } },
    inAll: { ...limitSchema, title: { zh: '总共', en: 'In all' } },
  },
})

export const candidateSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['id', 'title'],
  properties: {
    image: { 'type': 'string', 'maxLength': 300, 'title': { zh: '图片', en: 'Picture' }, 'x-control': 'asset' },
    title: { ...wordsSchema, title: { zh: '名称', en: 'Title' } },
    text: { ...wordsSchema, title: { zh: '介绍', en: 'Description' } },
    id: { ...idSchema, default: 'candidate', title: { zh: '编号', en: 'Id' } },
  },
})
export type Candidate = Admitted<typeof candidateSchema>

export const voteSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'title', 'candidates', 'perVisitor', 'perCandidate', 'choice', 'results', 'order', 'freezeAt', 'reward'],
  properties: {
    kind: { const: 'vote' },
    title: { ...wordsSchema, title: { zh: '名称', en: 'Title' } },
    phases: { type: 'array', maxItems: 32, items: { ...idSchema, 'x-control': 'phase' }, title: { zh: '开放阶段', en: 'Open in phases' } },
    choice: {
      'enum': ['several', 'one'],
      'title': { zh: '每人可投', en: 'A visitor votes for' },
      'x-names': [
        { zh: '多个候选项', en: 'Several candidates' },
        { zh: '只能一个', en: 'Only one' },
      ],
    },
    results: {
      'enum': ['live', 'end'],
      'title': { zh: '票数', en: 'Votes are shown' },
      'x-names': [
        { zh: '实时公开', en: 'As they come in' },
        { zh: '结束后公布', en: 'When it is over' },
      ],
    },
    order: {
      'enum': ['given', 'votes', 'shuffled'],
      'title': { zh: '排列', en: 'Order' },
      'x-names': [
        { zh: '按下面的顺序', en: 'As listed' },
        { zh: '按票数', en: 'Most votes first' },
        { zh: '每人随机', en: 'Shuffled for each visitor' },
      ],
    },
    freezeAt: {
      oneOf: [instantSchema, { type: 'null' }],
      title: { zh: '截止投票', en: 'Voting closes at' },
      description: { zh: '关闭则到活动结束', en: 'Off: when the activity ends' },
    },
    perVisitor: { ...limitsSchema, title: { zh: '每人票数', en: 'Votes per visitor' } },
    perCandidate: { ...limitsSchema, title: { zh: '每人投给同一候选项', en: 'Votes of one visitor for one candidate' } },
    reward: {
      oneOf: [grantSchema, { type: 'null', title: { zh: '无', en: 'None' } }],
      title: { zh: '每票奖励', en: 'Reward per vote' },
      description: { zh: '发完后仍可投票', en: 'Voting goes on when it has run out' },
    },
    candidates: { type: 'array', minItems: 2, maxItems: 100, items: candidateSchema, title: { zh: '候选项', en: 'Candidates' } },
  },
})
export type VoteRules = Admitted<typeof voteSchema>
