import type { PageDocument } from '../../schemas/page'
import { addAsset } from '../assets/addAsset'
import type { Recording } from '../http/route'
import { Refuse } from '../problem'
import type { World } from '../world'

const dataAddress = /^data:image\/([a-z+]+);base64,([a-z0-9+/=\s]*)$/i
const imageProps = ['src', 'image'] as const

interface By {
  readonly by: string
  readonly record: Recording
}

/** The page with every embedded picture put into the library. One that cannot be read leaves its place empty. */
export async function storePictures(world: World, page: PageDocument, by: By): Promise<PageDocument> {
  const nodes = { ...page.nodes }
  for (const [id, node] of Object.entries(nodes)) {
    for (const prop of imageProps) {
      const address = node.props[prop]
      if (typeof address !== 'string' || !address.startsWith('data:')) continue
      const reference = await keep(world, address, { ...by, name: node.name ?? id })
      nodes[id] = { ...nodes[id]!, props: { ...nodes[id]!.props, [prop]: reference } }
    }
  }
  return { ...page, nodes }
}

async function keep(world: World, address: string, { by, record, name }: By & { name: string }): Promise<string> {
  const [, kind, base64] = dataAddress.exec(address) ?? []
  if (kind === undefined || base64 === undefined) return ''
  try {
    const row = await addAsset(world, { name: `${name.slice(0, 80)}.${kind}`, bytes: Buffer.from(base64, 'base64') }, by, record)
    return `asset:${row.id}`
  } catch (error) {
    if (error instanceof Refuse) return ''
    throw error
  }
}
