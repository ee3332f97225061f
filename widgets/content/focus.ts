import { schema, type Admitted } from '../../schemas/schema'

const share = schema({ type: 'integer', minimum: 0, maximum: 100 })

/** The point of a picture, in per cent of its width and height, that stays in sight where the picture is cut to fill its place. `of` names the picture. */
export function focusProp<const P extends string>(of: P) {
  return schema({
    'type': 'object',
    'additionalProperties': false,
    'required': ['x', 'y'],
    'properties': { x: share, y: share },
    'x-control': 'focus',
    'x-of': of,
    'title': { zh: '焦点', en: 'Focal point' },
    'description': { zh: '图片铺满而被裁切时，总让这里露出来', en: 'Stays in sight where the picture is cut to fill its place' },
    'x-group': 'style',
  })
}

export type Focus = Admitted<ReturnType<typeof focusProp>>

/** Nothing, for the middle, where pictures are cut around anyway. */
export function focusCss(focus: Focus | undefined): string {
  return focus && (focus.x !== 50 || focus.y !== 50) ? `object-position:${focus.x}% ${focus.y}%` : ''
}
