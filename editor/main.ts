import './ui/tokens.css'
import './ui/shared.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { router } from './routes'

createApp(App).use(createPinia()).use(router).mount('#app')
