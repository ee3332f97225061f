import type { Asset } from '../../schemas/api/management'
import type { PageDocument, PageNode } from '../../schemas/page'
import { specs } from '../../widgets/specs'
import { wordsOf } from '../api/apiProblem'
import { uploadAsset } from '../api/assets'
import { remember } from '../assets/known'
import { isClipText, readClip } from '../document/clipText'
import type { Clip } from '../document/commands/copyNodes'
import { checker } from '../document/checker'
import { t } from '../i18n/t'
import { toast } from '../ui/toast'
import type { Designer } from './designer'
import { shortcutText } from './shortcuts'

const longestText = 2000

/** What a paste brings in: widgets from here or from another window, a picture, or a text. What was copied in this tab counts where nothing newer is said. */
export async function takePaste(data: DataTransfer | null, designer: Designer): Promise<void> {
  const picture = Array.from(data?.files ?? []).find(({ type }) => type.startsWith('image/'))
  if (picture) return pastePicture(picture, designer)
  const text = data?.getData('text/plain') ?? ''
  if (takeClip(text, designer) || text.trim() === '' || !isOutdated(designer)) return designer.edits.paste()
  await pasteText(text.trim(), designer)
}

/** What a menu pastes: what was copied in this tab, else what the browser lets us see of the clipboard that all windows share. */
export async function pasteAsked(designer: Designer): Promise<void> {
  if (designer.session.clip.value) return designer.edits.paste()
  const text = (await readClipboard()).trim()
  if (takeClip(text, designer)) designer.edits.paste()
  else if (text) await pasteText(text, designer)
  else toast(t('design.pasteByKeys', { keys: shortcutText('Mod V') }))
}

/** The same, right where the originals stand. */
export async function pasteInPlaceAsked(designer: Designer): Promise<void> {
  if (designer.session.clip.value || takeClip(await readClipboard(), designer)) designer.edits.pasteInPlace()
  else toast(t('design.pasteByKeys', { keys: shortcutText('Mod V') }))
}

/** Empty where the browser or the reader does not allow it. */
async function readClipboard(): Promise<string> {
  return (await navigator.clipboard?.readText?.().catch(() => '')) ?? ''
}

/** Whether what was copied in this tab went to the clipboard, where something else is now. */
function isOutdated({ session: { clip, sharedClip } }: Designer): boolean {
  return clip.value === sharedClip.value
}

/** Takes widgets in from a text; false where it holds none. */
function takeClip(text: string, designer: Designer): boolean {
  const found = clipIn(text)
  if (found) designer.session.clip.value = designer.session.sharedClip.value = bound(found, designer)
  return found !== null
}

function clipIn(text: string): Clip | null {
  if (text === '') return null
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
  if (isClipText(text)) return toast(t('design.pasteBroken'), 'bad')
  if (text.length > longestText) return toast(t('design.pasteTooLong'), 'bad')
  await edits.insert('text', undefined, undefined, { text })
}
