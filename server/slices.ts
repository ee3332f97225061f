import type { Route } from './http/route'
import { routes as audit } from './audit/routes'
import { routes as members } from './members/routes'

/** Every route of the server, visitors' ones included. One line a slice. */
export const slices: readonly Route[] = [
  ...members,
  ...audit,
]
