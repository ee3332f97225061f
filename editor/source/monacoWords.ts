import { locale } from '../i18n/locale'

// Monaco cannot change its language once it is loaded: it keeps the one that was chosen when the source was first opened.
if (locale.value === 'zh-CN') await import('monaco-editor/nls/lang/zh-cn')
