import { createChecker } from '../../schemas/check'
import type { Asset } from '../../schemas/api/management'
import type { PageDocument, PageNode } from '../../schemas/page'
import { playKinds } from '../../widgets/rules'
import { specs } from '../../widgets/specs'
import { wordsOf } from '../api/apiProblem'
import { uploadAsset } from '../api/assets'
import { remember } from '../assets/known'
import { readClip } from '../document/clipText'
import type { Clip } from '../document/commands/copyNodes'
import { validators } from '../document/validators'
import { t } from '../i18n/t'
import { toast } from '../ui/toast'
import type { Designer } from './designer'

const longestText = 2000

/** What a paste brings in: widgets from here or from another window, a picture, or a text. What was copied in this tab counts where nothing else is said. */
export async function takePaste(data: DataTransfer | null, designer: Designer): Promise<void> {
  const picture = Array.from(data?.files ?? []).find(({ type }) => type.startsWith('image/'))
  if (picture) return pastePicture(picture, designer)
  const text = data?.getData('text/plain') ?? ''
  const clip = clipIn(text)
  if (clip) designer.session.clip.value = bound(clip, designer)
  else if (text.trim() !== '' && designer.session.clip.value === null) return pasteText(text.trim(), designer)
  designer.edits.paste()
}

function clipIn(text: string): Clip | null {
  if (text === '') return null
  const checker = createChecker({ specs, kinds: playKinds, validators })
  return readClip(text, (page: PageDocument) => checker.structure('page', page).every(({ severity }) => severity !== 'error'))
}

/** A widget from another activity shows a play of its kind here, where there is just one; else none. */
function bound(clip: Clip, { rules }: Designer): Clip {
  const { plays } = rules.rules.value
  const nodes = clip.nodes.map((node) => {
    if (node.play === undefined || node.play in plays) return node
    const fitting = Object.entries(plays).filter(([, play]) => play.kind === specs[node.type]?.shows)
    const { play: _elsewhere, ...unbound } = node
    return fitting.length === 1 ? { ...unbound, play: fitting[0]![0] } : unbound
  })
  return { ...clip, nodes }
}

/** What a picture widget begins with when its picture is there first. */
export function pictureProps({ id, width, height, name, alt, focus }: Asset): PageNode['props'] {
  return { src: `asset:${id}`, width, height, alt: alt || name.replace(/\.\w+$/, ''), ...(focus ? { focus } : {}) }
}

async function pastePicture(picture: File, { edits }: Designer): Promise<void> {
  try {
    const asset = await uploadAsset(picture)
    remember([asset])
    await edits.insert('image', undefined, undefined, pictureProps(asset))
  } catch (error) {
    toast(wordsOf(error), 'bad')
  }
}

async function pasteText(text: string, { edits }: Designer): Promise<void> {
  if (text.length > longestText) return toast(t('design.pasteTooLong'), 'bad')
  await edits.insert('text', undefined, undefined, { text })
}
