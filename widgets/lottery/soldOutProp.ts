import { schema, wordsSchema } from '../../schemas/schema'

/** What visitors read once nothing is left to win: every look of a lottery that says so takes it from here. */
export const soldOutProp = schema({ ...wordsSchema, 'title': { zh: '奖品发完时', en: 'When prizes are gone' }, 'x-group': 'content' })
