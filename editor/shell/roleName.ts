import type { Role } from '../../schemas/api/management'
import { t, type Key } from '../i18n/t'

const names: { readonly [role in Role]: Key } = {
  owner: 'shell.roleOwner',
  designer: 'shell.roleDesigner',
  operator: 'shell.roleOperator',
  viewer: 'shell.roleViewer',
}

export function roleName(role: Role): string {
  return t(names[role])
}
