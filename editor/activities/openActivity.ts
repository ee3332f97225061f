import { inject, provide, type InjectionKey, type ShallowRef } from 'vue'
import type { Activity } from '../../schemas/api/management'

export interface OpenActivity {
  /** null until it is loaded. */
  readonly activity: ShallowRef<Activity | null>
  /** Reads it again after something changed it on the server. */
  refresh(): Promise<void>
}

const key: InjectionKey<OpenActivity> = Symbol('open activity')

export function provideActivity(open: OpenActivity): void {
  provide(key, open)
}

/** The activity whose tabs are open. */
export function useActivity(): OpenActivity {
  const open = inject(key)
  if (!open) throw new Error('No activity is open here. Tabs are shown inside ActivityFrame.')
  return open
}
