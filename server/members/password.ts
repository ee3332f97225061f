import { hash, verify } from '@node-rs/argon2'
import { Refuse } from '../problem'
import type { Bilingual } from '../../schemas/words'

/** OWASP's smallest setting for Argon2id (the library's default algorithm): 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

let decoy: Promise<string> | undefined

/** Whether the password is right. Without a stored hash it takes as long and says no, so that nobody learns who has an account. */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password')
  const isRight = await verify(stored ?? (await decoy), password)
  return stored !== undefined && isRight
}

const tooEasy: Bilingual = { zh: '这个密码太容易猜到，请换一个。', en: 'This password is too easy to guess. Choose another.' }

/** @throws Refuse for passwords that guessers try first: common words and keyboard runs, padded with digits or repeated, and the account's own name. */
export function refuseEasyPassword(password: string, email: string): void {
  const plain = password.toLowerCase()
  const name = email.split('@')[0]!.toLowerCase()
  const rest = [...easyWords, ...(name.length >= 4 ? [name] : [])].reduce((left, word) => left.split(word).join(''), plain)
  const isEasy =
    new Set(plain).size < 5 || isRun(plain) || (rest.replace(/[^a-z\u4e00-\u9fff]/g, '').length < 3 && rest.length < 8 && rest.length < plain.length)
  if (isEasy)
    throw new Refuse('bad-input', {
      detail: tooEasy,
      problems: [{ document: 'body', path: '/password', message: `${tooEasy.zh} ${tooEasy.en}`, severity: 'error' }],
    })
}

const easyWords = [
  'password',
  'passw0rd',
  'p@ssword',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r',
  '1qaz2wsx',
  'q1w2e3r4',
  'letmein',
  'welcome',
  'iloveyou',
  'administrator',
  'admin',
  'festoon',
  'changeme',
  'football',
  'baseball',
  'sunshine',
  'princess',
  'superman',
  'starwars',
  'woaini',
  'abc123',
  'secret',
]

/** Every character follows the one before it, up or down, as in 123456789012 or abcdefghijkl. */
function isRun(text: string): boolean {
  const steps = Array.from(text)
    .slice(1)
    .map((_, i) => text.charCodeAt(i + 1) - text.charCodeAt(i))
  const wraps = (step: number): number => (step === -9 ? 1 : step === 9 ? -1 : step)
  return steps.every((step) => wraps(step) === 1) || steps.every((step) => wraps(step) === -1)
}
