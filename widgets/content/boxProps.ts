import { cssValuePattern, schema } from '../../schemas/schema'

/** A colour that may stand inside other CSS: written out, or one of the theme's, whole or shining through. */
export const colourPattern =
  '^(#[0-9a-fA-F]{3,8}|(rgb|hsl)a?\\([0-9., %/-]+\\)|var\\(--color-[a-z-]+\\)|color-mix\\(in srgb, ?var\\(--color-[a-z-]+\\) [0-9]{1,3}%, ?transparent\\)|[a-zA-Z]+)$'

const colour = { 'type': 'string', 'maxLength': 100, 'pattern': colourPattern, 'x-control': 'colour', 'title': { zh: '颜色', en: 'Colour' } } as const

export const backgroundProp = schema({
  'type': 'string',
  'maxLength': 200,
  'pattern': cssValuePattern,
  'x-control': 'colour',
  'title': { zh: '背景色', en: 'Background' },
  'x-group': 'style',
})

export const textColourProp = schema({ ...colour, 'title': { zh: '文字颜色', en: 'Text colour' }, 'x-group': 'style' })

/** Two to eight colours in a row, at per cent of the way; `angle` in degrees as CSS counts them, for linear ones. */
export const gradientProp = schema({
  'type': 'object',
  'additionalProperties': false,
  'required': ['kind', 'stops'],
  'properties': {
    kind: { enum: ['linear', 'radial'] },
    angle: { type: 'integer', minimum: 0, maximum: 360 },
    stops: {
      type: 'array',
      minItems: 2,
      maxItems: 8,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['colour', 'at'],
        properties: { colour, at: { type: 'number', minimum: 0, maximum: 100 } },
      },
    },
  },
  'x-control': 'gradient',
  'title': { zh: '渐变背景', en: 'Gradient' },
  'x-group': 'style',
})

function sides(minimum: number, maximum: number) {
  const side = schema({ type: 'integer', minimum, maximum })
  return schema({
    'type': 'object',
    'additionalProperties': false,
    'properties': { top: side, right: side, bottom: side, left: side },
    'x-control': 'spacing',
    'x-unit': 'px',
    'x-group': 'style',
  })
}

/** px; a side left out keeps what the widget's own style says. */
export const paddingProp = schema({ ...sides(0, 200), title: { zh: '内边距', en: 'Padding' } })
export const marginProp = schema({ ...sides(-200, 200), title: { zh: '外边距', en: 'Margin' } })

export const radiusProp = schema({
  'type': 'integer',
  'minimum': 0,
  'maximum': 400,
  'title': { zh: '圆角', en: 'Corners' },
  'x-unit': 'px',
  'x-group': 'style',
})

export const shadowNames = ['none', 'soft', 'card', 'lifted'] as const

/** A named shadow (`card` is the theme's), or one in px. */
export const shadowProp = schema({
  'oneOf': [
    { type: 'string', enum: shadowNames },
    {
      type: 'object',
      additionalProperties: false,
      required: ['x', 'y', 'blur', 'colour'],
      properties: {
        x: { type: 'integer', minimum: -100, maximum: 100 },
        y: { type: 'integer', minimum: -100, maximum: 100 },
        blur: { type: 'integer', minimum: 0, maximum: 200 },
        spread: { type: 'integer', minimum: -100, maximum: 100 },
        colour,
      },
    },
  ],
  'x-control': 'shadow',
  'title': { zh: '阴影', en: 'Shadow' },
  'x-group': 'style',
})

export const borderProp = schema({
  'type': 'object',
  'additionalProperties': false,
  'required': ['width', 'colour'],
  'properties': {
    width: { type: 'integer', minimum: 0, maximum: 40 },
    style: { enum: ['solid', 'dashed', 'dotted'] },
    colour,
  },
  'x-control': 'border',
  'title': { zh: '边框', en: 'Border' },
  'x-group': 'style',
})
