import { computed, shallowRef } from 'vue'
import type { Role, Session } from '../../schemas/api/management'
import * as api from '../api/session'

const session = shallowRef<Session | null>(null)

/** Who is signed in; null: nobody, as far as is known. */
export const currentMember = computed(() => session.value?.member ?? null)

/** Asks the server who is signed in. Without an answer the last known session stands. @throws ApiProblem */
export async function loadSession(): Promise<Session> {
  session.value = await api.readSession()
  return session.value
}

export async function signIn(email: string, password: string): Promise<void> {
  session.value = await api.signIn(email, password)
}

export async function setUp(owner: Parameters<typeof api.setUp>[0]): Promise<void> {
  session.value = await api.setUp(owner)
}

export async function signOut(): Promise<void> {
  await api.signOut()
  session.value = null
}

/** What each role may do in the editor; the server decides for itself. */
const rights = {
  editPage: ['owner', 'designer', 'operator'],
  editSymbols: ['owner', 'designer'],
  editRules: ['owner', 'operator'],
  publish: ['owner', 'operator'],
  seeAwards: ['owner', 'operator'],
  override: ['owner'],
  createActivity: ['owner', 'designer', 'operator'],
  manageMembers: ['owner'],
  setWebhook: ['owner'],
} as const satisfies Record<string, readonly Role[]>

export function may(right: keyof typeof rights): boolean {
  const role = currentMember.value?.role
  return role !== undefined && (rights[right] as readonly Role[]).includes(role)
}

/** The origin of visitors' pages: the server's word for it, else the one that the editor came from. */
export const publicOrigin = computed(() => session.value?.publicUrl?.replace(/\/$/, '') ?? location.origin)

/** The same without its scheme, for people to read. */
export const publicHost = computed(() => publicOrigin.value.replace(/^https?:\/\//, ''))
