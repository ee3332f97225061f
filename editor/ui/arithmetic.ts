/** What a typed text may refer to. */
export interface Sums {
  /** What a leading operator goes on from: `*2`, `+=10`. */
  readonly now: number | null
  /** What `100%` is; absent: per cent mean nothing here. */
  readonly whole?: number | undefined
}

const signs: { readonly [sign: string]: string } = { '×': '*', '÷': '/', '−': '-', '。': '.', ',': '' }

/**
 * The number that a text means: `12`, `100/3+4`, `(2+3)*4`, `50%` of the whole; beginning with `*`, `/`, `+`, `+=` or `-=`
 * it goes on from the number as it is. Null for anything else.
 */
export function calculate(text: string, { now, whole }: Sums): number | null {
  // Chinese keyboards write digits and signs of full width.
  const plain = text
    .normalize('NFKC')
    .replace(/[×÷−。,]/g, (sign) => signs[sign]!)
    .replace(/\s|px$|°$/g, '')
  const relative = /^(?:([+-])=|([*/+]))(.+)$/.exec(plain)
  if (relative && now === null) return null
  const written = relative ? `${now!} ${relative[1] ?? relative[2]} (${relative[3]})` : plain
  const tokens = written.match(/\d+\.?\d*|\.\d+|[-+*/()%]|\S/g) ?? []
  const result = tokens.length ? sum({ tokens, at: 0, whole }) : null
  return result !== null && Number.isFinite(result) ? result : null
}

interface Reading {
  readonly tokens: readonly string[]
  at: number
  readonly whole: number | undefined
}

/** Everything that was written, to its end. */
function sum(reading: Reading): number | null {
  const total = added(reading)
  return reading.at === reading.tokens.length ? total : null
}

function added(reading: Reading): number | null {
  let total = multiplied(reading)
  for (let sign = reading.tokens[reading.at]; total !== null && (sign === '+' || sign === '-'); sign = reading.tokens[reading.at]) {
    reading.at++
    const next = multiplied(reading)
    total = next === null ? null : sign === '+' ? total + next : total - next
  }
  return total
}

function multiplied(reading: Reading): number | null {
  let total = single(reading)
  for (let sign = reading.tokens[reading.at]; total !== null && (sign === '*' || sign === '/'); sign = reading.tokens[reading.at]) {
    reading.at++
    const next = single(reading)
    total = next === null ? null : sign === '*' ? total * next : total / next
  }
  return total
}

/** A number, a share of the whole, something in brackets, or one of these with a minus before it. */
function single(reading: Reading): number | null {
  const token = reading.tokens[reading.at++]
  if (token === '-') return negated(single(reading))
  const value = token === '(' ? bracketed(reading) : token !== undefined && /^[\d.]/.test(token) ? Number(token) : null
  if (reading.tokens[reading.at] !== '%') return value
  reading.at++
  return value === null || reading.whole === undefined ? null : (value / 100) * reading.whole
}

function negated(value: number | null): number | null {
  return value === null ? null : -value
}

function bracketed(reading: Reading): number | null {
  const value = added(reading)
  return reading.tokens[reading.at++] === ')' ? value : null
}
