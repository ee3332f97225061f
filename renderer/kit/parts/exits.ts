import { letLeave } from '../leave'

letLeave(document, () => true)
