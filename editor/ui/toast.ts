import { shallowRef } from 'vue'

export interface Toast {
  readonly id: number
  readonly text: string
  readonly tone: 'plain' | 'good' | 'bad'
}

export const toasts = shallowRef<readonly Toast[]>([])
let lastId = 0

/** Tells the reader something that needs no answer; it leaves by itself. */
export function toast(text: string, tone: Toast['tone'] = 'plain'): void {
  toasts.value = [...toasts.value, { id: ++lastId, text, tone }]
}

export function dismissToast(id: number): void {
  toasts.value = toasts.value.filter((one) => one.id !== id)
}
