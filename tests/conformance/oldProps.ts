/** Props as pages of old saved them, for each migration of each widget: `<type>/<migration>`. */
export const oldProps: { readonly [migration: string]: { readonly [name: string]: unknown } } = {
  'lottery-wheel/seconds-to-ms': { title: '转一转', buttonText: '抽', spinSeconds: 6, showOdds: true, style: 'classic' },
  'lottery-wheel/own-sold-out': { title: '转一转', buttonText: '抽', spinMs: 6000, showOdds: true, style: 'classic' },
  'lottery-ticket/own-sold-out': { worth: '¥50', button: '抢' },
}
