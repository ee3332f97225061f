import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import type { Dice } from '../world'

/** Names one coupon code for ever: codes are numbered from 1 in their pool. */
export interface CodeNumber {
  readonly pool: string
  readonly number: number
}

/** Keeps coupon codes unreadable in the database. */
export interface Vault {
  seal(activity: string, id: CodeNumber, code: string): string
  /** @throws when the text was altered, or sealed as another code. */
  open(activity: string, id: CodeNumber, sealed: string): string
  /** Equal for equal codes of a pool, so that the database can tell a repeated one without knowing it. */
  blind(activity: string, pool: string, code: string): string
}

const algorithm = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

/** A vault under 32 bytes of key. AES-256-GCM with the code's name as additional data; blind indexes are HMAC-SHA256 under a key of their own. */
export function createVault(key: Uint8Array, dice: Dice): Vault {
  const [sealing, blinding] = ['seal codes', 'blind codes'].map((use) => createHmac('sha256', key).update(use).digest())
  return {
    seal(activity, id, code) {
      const iv = dice.bytes(ivBytes)
      const cipher = createCipheriv(algorithm, sealing!, iv).setAAD(nameOf(activity, id))
      return Buffer.concat([iv, cipher.update(code, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url')
    },
    open(activity, id, sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv(algorithm, sealing!, bytes.subarray(0, ivBytes), { authTagLength: tagBytes }).setAAD(nameOf(activity, id))
      decipher.setAuthTag(bytes.subarray(-tagBytes))
      return decipher.update(bytes.subarray(ivBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8')
    },
    blind: (activity, pool, code) =>
      createHmac('sha256', blinding!)
        .update(JSON.stringify([activity, pool, code]))
        .digest('base64url'),
  }
}

function nameOf(activity: string, { pool, number }: CodeNumber): Buffer {
  return Buffer.from(JSON.stringify([activity, pool, number]))
}
