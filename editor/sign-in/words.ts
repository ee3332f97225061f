import { dictionary } from '../i18n/dictionary'

export const signInWords = dictionary({})
