import { Editor, Extension } from '@tiptap/core'
import { Color, FontSize, TextStyle } from '@tiptap/extension-text-style'
import { StarterKit } from '@tiptap/starter-kit'
import { shallowRef } from 'vue'
import type { RichLine } from '../../../../schemas/richSchema'
import type { Look, RichWriter } from './look'
import { linesOf, treeOf } from './treeOf'

const flat = { HTMLAttributes: { style: 'margin:0' } }
/** There are lines and no breaks in them: with Shift, Enter begins a new one all the same. */
const shiftEnter = Extension.create({
  name: 'shiftEnter',
  addKeyboardShortcuts: () => ({ 'Shift-Enter': ({ editor }) => editor.commands.enter() }),
})

const extensions = [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    heading: false,
    horizontalRule: false,
    hardBreak: false,
    dropcursor: false,
    gapcursor: false,
    trailingNode: false,
    paragraph: flat,
    link: { openOnClick: false, autolink: false, protocols: ['tel', 'mailto', 'weixin'] },
  }),
  TextStyle,
  Color,
  FontSize,
  shiftEnter,
]

/** Makes an element one to write formatted text in. The element may stand in another document than the editor's own. */
export function openWriter(host: HTMLElement, lines: readonly RichLine[], changed: () => void): RichWriter {
  const editor = new Editor({ element: { mount: host }, extensions, content: treeOf(lines), injectCSS: false })
  const look = shallowRef(lookOf(editor))
  editor.on('transaction', () => {
    look.value = lookOf(editor)
    changed()
  })
  editor.commands.setTextSelection({ from: 0, to: editor.state.doc.content.size })
  // At once: the editor's own command waits for a frame, and keys that come before it would be lost.
  editor.view.focus()
  const chain = () => editor.chain().focus()
  return {
    look,
    toggle: (mark) => void chain().toggleMark(mark).run(),
    list: (kind) => void (kind === 'bullet' ? chain().toggleBulletList() : chain().toggleOrderedList()).run(),
    colour: (colour) => void (colour ? editor.chain().setColor(colour) : editor.chain().unsetColor()).run(),
    size: (px) => void (px ? editor.chain().setFontSize(`${px}px`) : editor.chain().unsetFontSize()).run(),
    link: (href) => void (href ? chain().extendMarkRange('link').setLink({ href }) : chain().extendMarkRange('link').unsetLink()).run(),
    plain: () => void chain().unsetAllMarks().clearNodes().run(),
    focus: () => void editor.commands.focus(),
    lines: () => linesOf(editor.getJSON()),
    close: () => editor.destroy(),
  }
}

function lookOf(editor: Editor): Look {
  const style = editor.getAttributes('textStyle') as { readonly color?: string | null; readonly fontSize?: string | null }
  return {
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    underline: editor.isActive('underline'),
    strike: editor.isActive('strike'),
    list: editor.isActive('bulletList') ? 'bullet' : editor.isActive('orderedList') ? 'number' : null,
    colour: style.color ?? '',
    size: style.fontSize ? Number.parseInt(style.fontSize, 10) : null,
    link: (editor.getAttributes('link') as { readonly href?: string }).href ?? '',
  }
}
