import { Clipboard, ClipboardPaste, Copy, CopyPlus, Paintbrush, PaintRoller, Redo2, Scissors, TextCursorInput, Trash2, Type, Undo2 } from '@lucide/vue'
import { specs } from '../../../widgets/specs'
import { copyStyle } from '../../document/commands/copyStyle'
import { pasteStyle } from '../../document/commands/pasteStyle'
import { pasteAsked, pasteInPlaceAsked } from '../clipboard'
import { stepNames } from '../stepNames'
import { chosenOf, hasChosen, type Deed } from './deed'

export const editDeeds: readonly Deed[] = [
  {
    id: 'undo',
    name: { zh: '撤销', en: 'Undo' },
    group: 'edit',
    icon: Undo2,
    keys: ['Mod Z'],
    can: ({ store }) => store.undoName.value !== null,
    run: ({ store }) => void store.undo(),
  },
  {
    id: 'redo',
    name: { zh: '重做', en: 'Redo' },
    group: 'edit',
    icon: Redo2,
    keys: ['Mod Shift Z', 'Mod Y'],
    can: ({ store }) => store.redoName.value !== null,
    run: ({ store }) => void store.redo(),
  },
  { id: 'cut', name: { zh: '剪切', en: 'Cut' }, group: 'edit', icon: Scissors, keys: ['Mod X'], can: hasChosen, run: ({ edits }) => edits.cut() },
  { id: 'copy', name: { zh: '复制', en: 'Copy' }, group: 'edit', icon: Copy, keys: ['Mod C'], can: hasChosen, run: ({ edits }) => edits.copy() },
  { id: 'paste', name: { zh: '粘贴', en: 'Paste' }, group: 'edit', icon: ClipboardPaste, keys: ['Mod V'], run: (designer) => void pasteAsked(designer) },
  {
    id: 'paste-in-place',
    name: { zh: '原位粘贴', en: 'Paste in place' },
    group: 'edit',
    icon: Clipboard,
    keys: ['Mod Shift V'],
    run: (designer) => void pasteInPlaceAsked(designer),
  },
  {
    id: 'duplicate',
    name: { zh: '复制一份', en: 'Duplicate' },
    group: 'edit',
    icon: CopyPlus,
    keys: ['Mod D'],
    can: hasChosen,
    run: ({ edits }) => edits.duplicate(),
  },
  {
    id: 'copy-style',
    name: { zh: '复制样式', en: 'Copy style' },
    group: 'edit',
    icon: Paintbrush,
    keys: ['Mod Alt C'],
    can: ({ session }) => session.only.value !== null,
    run({ session, store }) {
      if (session.only.value) session.style.value = copyStyle(store.document(), { from: session.only.value, specs })
    },
  },
  {
    id: 'paste-style',
    name: { zh: '粘贴样式', en: 'Paste style' },
    group: 'edit',
    icon: PaintRoller,
    keys: ['Mod Alt V'],
    can: (designer) => designer.session.style.value !== null && hasChosen(designer),
    run(designer) {
      const style = designer.session.style.value
      if (style) designer.edits.run(stepNames.style, (document) => pasteStyle(document, { ids: chosenOf(designer), style, specs }))
    },
  },
  {
    id: 'edit-text',
    name: { zh: '编辑文字', en: 'Edit its text' },
    group: 'edit',
    icon: Type,
    keys: ['Enter'],
    can: ({ session }) => session.only.value !== null,
    run: ({ session }) => void session.editWish.value++,
  },
  {
    id: 'rename',
    name: { zh: '重命名', en: 'Rename' },
    group: 'edit',
    icon: TextCursorInput,
    keys: ['F2'],
    can: ({ session }) => session.only.value !== null,
    run({ session, panels }) {
      panels.side = 'outline'
      session.renaming.value = session.only.value
    },
  },
  {
    id: 'remove',
    name: { zh: '删除', en: 'Delete' },
    group: 'edit',
    icon: Trash2,
    keys: ['Delete', 'Backspace'],
    danger: true,
    can: hasChosen,
    run: ({ edits }) => edits.remove(),
  },
]
