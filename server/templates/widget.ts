import { node, type Sketch, type SketchFields } from '../../schemas/sketch'
import { versionOf } from '../../schemas/widget'
import { specs } from '../../widgets/specs'

/** A widget of a template: its defaults, with the props that differ. @throws when there is no such type. */
export function widget(
  type: string,
  id: string,
  props: SketchFields['props'],
  fields: Omit<SketchFields, 'props' | 'v'> = {},
  ...children: readonly Sketch[]
): Sketch {
  const spec = specs[type]
  if (!spec) throw new Error(`No widget of type "${type}". Known: ${Object.keys(specs).join(', ')}.`)
  return node(type, id, { ...fields, v: versionOf(spec), props: { ...spec.defaults, ...props } }, ...children)
}
