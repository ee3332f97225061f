import { expect, it } from 'vitest'
import { deviceOf, devices, firstScreenOf } from './devices'

it('finds the device of any width: the next narrower one, the narrowest at least', () => {
  expect([100, 320, 374, 375, 500, 1000, 2000].map((width) => deviceOf(width).width)).toEqual([320, 320, 320, 375, 430, 768, 1280])
})

it('leaves visitors less than the whole screen, and the strip for the swipe home within that', () => {
  for (const device of devices) {
    expect(firstScreenOf(device)).toBeLessThan(device.height)
    expect(device.home).toBeLessThan(firstScreenOf(device) / 4)
  }
})
