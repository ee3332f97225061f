import { interpretValidators } from '../../schemas/interpret'
import { playKinds } from '../../widgets/rules'
import { specs } from '../../widgets/specs'

/** Every validator of documents, for the whole editor. */
export const validators = interpretValidators(specs, playKinds)
