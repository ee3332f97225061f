import type { Look } from '../../../renderer/canvas/canvasMessages'

/** The visitor that a choice of the bar means (see `Looking.as`). */
export function visitorAs(choice: string | null): NonNullable<Look['as']> | null {
  if (choice === null) return null
  const [kind, name = ''] = choice.split('/', 2)
  return { segments: kind === 'segment' ? [name] : [], channel: kind === 'channel' ? name : '', visitor: kind === 'returning' ? 'returning' : 'new' }
}
