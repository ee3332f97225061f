import type { SchemaError } from './validators'
import type { Bilingual } from './words'

/** One thing that a schema finds wrong, in words. `path` is a JSON pointer to the culprit. */
export interface SchemaProblem {
  readonly path: string
  readonly message: Bilingual
  /** True for a key that the schema does not know: it is kept, so it is only worth a warning. */
  readonly isUnknownKey: boolean
}

/** What is said of an unknown key where it is refused. */
export const unknownField: Bilingual = { zh: '不认识的字段', en: 'Unknown field' }

/** ajv's errors in words, one a mistake: of a choice between shapes only the shape that was meant is reported. */
export function schemaProblems(errors: readonly SchemaError[]): SchemaProblem[] {
  const choices = errors.filter(({ keyword }) => keyword === 'oneOf')
  const quiet = new Set(choices.flatMap((choice) => quietErrors(choice, errors)))
  return errors.filter((error) => !quiet.has(error)).map(inWords)
}

/** Of a failed `oneOf`, the errors that need not be shown: those of the shapes that were not meant, and the choice itself when one was. */
function quietErrors(choice: SchemaError, errors: readonly SchemaError[]): SchemaError[] {
  const within = errors.filter(
    (error) => error !== choice && error.schemaPath.startsWith(`${choice.schemaPath}/`) && error.instancePath.startsWith(choice.instancePath),
  )
  const branchOf = (error: SchemaError): string => error.schemaPath.slice(choice.schemaPath.length + 1).split('/')[0]!
  const atTop = within.filter(({ instancePath }) => instancePath === choice.instancePath)
  const wrong = new Set(atTop.filter(({ keyword }) => keyword === 'type' || keyword === 'const').map(branchOf))
  const lacking = new Set(atTop.filter(({ keyword }) => keyword === 'required').map(branchOf))
  // A shape whose keys are all there was meant rather than one that lacks some.
  if (within.some((error) => !wrong.has(branchOf(error)) && !lacking.has(branchOf(error)))) for (const branch of lacking) wrong.add(branch)
  const meant = within.filter((error) => !wrong.has(branchOf(error)))
  return meant.length ? [choice, ...within.filter((error) => wrong.has(branchOf(error)))] : within
}

function inWords(error: SchemaError): SchemaProblem {
  const isUnknownKey = error.keyword === 'additionalProperties'
  const key = error.params['missingProperty'] ?? error.params['additionalProperty']
  const path = typeof key === 'string' ? `${error.instancePath}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}` : error.instancePath
  return { path, message: wordsOf(error), isUnknownKey }
}

function wordsOf({ keyword, params, message }: SchemaError): Bilingual {
  const limit = String(params['limit'] ?? '')
  switch (keyword) {
    case 'required':
      return { zh: '必填', en: 'Required' }
    case 'additionalProperties':
      return {
        zh: `不认识的字段“${String(params['additionalProperty'])}”，会原样保留`,
        en: `Unknown field "${String(params['additionalProperty'])}"; it is kept as it is`,
      }
    case 'type':
      return { zh: `应为${typeNames[String(params['type'])] ?? String(params['type'])}`, en: `Must be ${String(params['type'])}` }
    case 'enum':
      return { zh: `只能是：${listOf(params['allowedValues'])}`, en: `Must be one of: ${listOf(params['allowedValues'])}` }
    case 'const':
      return { zh: `只能是 ${JSON.stringify(params['allowedValue'])}`, en: `Must be ${JSON.stringify(params['allowedValue'])}` }
    case 'minimum':
      return { zh: `不能小于 ${limit}`, en: `Must be at least ${limit}` }
    case 'exclusiveMinimum':
      return { zh: `必须大于 ${limit}`, en: `Must be more than ${limit}` }
    case 'maximum':
      return { zh: `不能大于 ${limit}`, en: `Must be at most ${limit}` }
    case 'minLength':
      return limit === '1' ? { zh: '不能为空', en: 'Must not be empty' } : { zh: `至少 ${limit} 个字`, en: `At least ${limit} characters` }
    case 'maxLength':
      return { zh: `最多 ${limit} 个字`, en: `At most ${limit} characters` }
    case 'minItems':
      return { zh: `至少 ${limit} 项`, en: `At least ${limit} items` }
    case 'maxItems':
      return { zh: `最多 ${limit} 项`, en: `At most ${limit} items` }
    case 'maxProperties':
      return { zh: `最多 ${limit} 个`, en: `At most ${limit} entries` }
    case 'uniqueItems':
      return { zh: '不能有重复项', en: 'Items must differ' }
    case 'multipleOf':
      return { zh: `必须是 ${String(params['multipleOf'])} 的倍数`, en: `Must be a multiple of ${String(params['multipleOf'])}` }
    case 'format':
      return { zh: `格式不正确（${formatNames[String(params['format'])] ?? String(params['format'])}）`, en: `Not a valid ${String(params['format'])}` }
    case 'pattern':
      return { zh: '包含不允许的字符', en: 'Contains characters that are not allowed' }
    case 'propertyNames':
      return { zh: `名称“${String(params['propertyName'])}”不符合要求`, en: `The name "${String(params['propertyName'])}" is not allowed` }
    case 'discriminator':
      return { zh: `类型“${String(params['tagValue'])}”不认识`, en: `Unknown kind "${String(params['tagValue'])}"` }
    case 'oneOf':
      return { zh: '内容不符合任何一种允许的形式', en: 'Does not match any of the allowed shapes' }
    default:
      return { zh: `不符合要求（${message ?? keyword}）`, en: message ?? keyword }
  }
}

const typeNames: { readonly [type: string]: string } = {
  string: '文字',
  number: '数字',
  integer: '整数',
  boolean: '是或否',
  object: '对象',
  array: '列表',
  null: '空',
}
const formatNames: { readonly [format: string]: string } = { 'date-time': '日期时间', 'date': '日期', 'uri': '网址', 'email': '邮箱' }

function listOf(values: unknown): string {
  return Array.isArray(values) ? values.join(', ') : ''
}
