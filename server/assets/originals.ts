import type { Files } from '../files'
import { Refuse } from '../problem'
import { allVariants, variantFile } from './variants'

/** Where the file lies as it was uploaded: never served, kept so that it can be cut anew without loss. */
const fileOf = (id: string): string => `originals/${id}`

export function keepOriginal(files: Files, id: string, bytes: Uint8Array): Promise<void> {
  return files.put(fileOf(id), bytes)
}

export function removeOriginal(files: Files, id: string): Promise<void> {
  return files.remove(fileOf(id))
}

export interface Original {
  readonly bytes: Buffer
  /** How large it is beside the file that was uploaded: 1, unless only what is served was kept. */
  readonly scale: number
}

/** The picture to cut from. Of one that was kept before originals were, the largest width that is served. @throws Refuse `not-found` */
export async function readOriginal(files: Files, { id, width }: { readonly id: string; readonly width: number }): Promise<Original> {
  const bytes = await files.get(fileOf(id))
  if (bytes) return { bytes, scale: 1 }
  for (const served of allVariants().toSorted((a, b) => b.width - a.width)) {
    const drawn = await files.get(variantFile(id, served))
    if (drawn) return { bytes: drawn, scale: Math.min(1, served.width / width) }
  }
  throw new Refuse('not-found')
}
