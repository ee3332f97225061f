import { expect, it } from 'vitest'
import { specs } from '../../widgets/specs'
import { icons } from './widgetIcons'

it.each(Object.values(specs).map(({ type, icon }) => [type, icon]))('%s has its picture, %s', (_, icon) => {
  expect(Object.keys(icons)).toContain(icon)
})
