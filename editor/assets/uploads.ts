import { shallowRef, type ShallowRef } from 'vue'
import type { Asset } from '../../schemas/api/management'
import { wordsOf } from '../api/apiProblem'
import { uploadAsset } from '../api/assets'
import { t } from '../i18n/t'

export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif']
const mostBytes = 10 * 1024 * 1024

export interface Sending {
  readonly id: number
  readonly name: string
  /** 0 to 1. */
  readonly share: number
  /** Why it was refused; empty: it was not. */
  readonly trouble: string
}

export interface Uploads {
  /** Those on their way, and those that were refused. */
  readonly sending: ShallowRef<readonly Sending[]>
  /** Sends pictures one after another. @returns those that were kept. */
  send(files: readonly File[]): Promise<Asset[]>
  forget(id: number): void
}

let lastId = 0

export function createUploads(): Uploads {
  const sending = shallowRef<readonly Sending[]>([])
  const forget = (id: number): void => void (sending.value = sending.value.filter((one) => one.id !== id))
  const change = (id: number, now: Partial<Sending>): void => void (sending.value = sending.value.map((one) => (one.id === id ? { ...one, ...now } : one)))

  async function send(files: readonly File[]): Promise<Asset[]> {
    const queue = files.map((file) => ({ file, id: ++lastId }))
    const fresh = queue.map(({ id, file }) => ({ id, name: file.name, share: 0, trouble: troubleOf(file) }))
    sending.value = [...sending.value.filter(({ trouble }) => trouble === ''), ...fresh]
    const kept: Asset[] = []
    for (const { id, file } of queue.filter(({ file: one }) => troubleOf(one) === '')) {
      try {
        kept.push(await uploadAsset(file, (share) => change(id, { share })))
        forget(id)
      } catch (error) {
        change(id, { trouble: wordsOf(error) })
      }
    }
    return kept
  }
  return { sending, send, forget }
}

/** What can be told before a byte is sent. */
function troubleOf({ type, size }: File): string {
  if (!pictureTypes.includes(type)) return t('assets.wrongType')
  return size > mostBytes ? t('assets.tooLarge') : ''
}
