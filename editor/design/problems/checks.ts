import { actions } from './checks/actions'
import { altText } from './checks/altText'
import { contrast } from './checks/contrast'
import { emptyContent } from './checks/emptyContent'
import { firstScreen } from './checks/firstScreen'
import { images } from './checks/images'
import { schedule } from './checks/schedule'
import { soldOut } from './checks/soldOut'
import { targets } from './checks/targets'
import type { Check } from './finding'

/** What a page is looked over for, besides its shape. One line a check. */
export const checks: readonly Check[] = [firstScreen, schedule, actions, emptyContent, soldOut, altText, contrast, targets, images]
