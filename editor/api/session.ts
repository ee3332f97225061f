import type { Member, Role, Session } from '../../schemas/api/management'
import { ask } from './request'

export function readSession(): Promise<Session> {
  return ask('/api/session')
}

export function signIn(email: string, password: string): Promise<Session> {
  return ask('/api/session', { method: 'POST', body: { email, password } })
}

export function signOut(): Promise<void> {
  return ask('/api/session', { method: 'DELETE' })
}

/** Makes the first owner's account. `token` stands in the server's log. */
export function setUp(owner: { readonly email: string; readonly password: string; readonly name: string; readonly token: string }): Promise<Session> {
  return ask('/api/setup', { method: 'POST', body: owner })
}

export function listMembers(): Promise<{ readonly members: readonly Member[] }> {
  return ask('/api/members')
}

export function addMember(member: { readonly email: string; readonly name: string; readonly role: Role; readonly password: string }): Promise<Member> {
  return ask('/api/members', { method: 'POST', body: member })
}

export function changeMember(id: string, change: { readonly role?: Role; readonly name?: string }): Promise<Member> {
  return ask(`/api/members/${id}`, { method: 'PATCH', body: change })
}

export function removeMember(id: string): Promise<void> {
  return ask(`/api/members/${id}`, { method: 'DELETE' })
}
