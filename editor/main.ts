import './ui/tokens.css'
import './ui/shared.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { locale } from './i18n/locale'
import { bringWords } from './i18n/spoken'
import { sayWordless } from './i18n/wordless'
import { router } from './routes'

const app = createApp(App).use(createPinia())
// The router asks the server at once, and what it answers may need words.
bringWords(locale.value).then(() => app.use(router).mount('#app'), sayWordless)
