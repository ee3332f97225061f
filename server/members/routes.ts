import type { Route } from '../http/route'
import { memberRoutes } from './memberRoutes'
import { sessionRoutes } from './sessionRoutes'

export const routes: readonly Route[] = [...sessionRoutes, ...memberRoutes]
