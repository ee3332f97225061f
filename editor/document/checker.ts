import { createChecker } from '../../schemas/check'
import { playKinds } from '../../widgets/rules'
import { specs } from '../../widgets/specs'
import { validators } from './validators'

/** Looks documents over, for the whole editor. */
export const checker = createChecker({ specs, kinds: playKinds, validators })
