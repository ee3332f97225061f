import { dictionary } from '../i18n/dictionary'

export const rulesWords = dictionary({})
