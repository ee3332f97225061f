import '@tmagic/design/dist/style.css'
import '@tmagic/editor/dist/style.css'
import '@tmagic/form/dist/style.css'
import '@tmagic/table/dist/style.css'
import 'element-plus/dist/index.css'
import tmagic, { TMagicEditor, editorService, historyService } from '@tmagic/editor'
import adapter from '@tmagic/element-plus-adapter'
import { createApp, h, shallowRef } from 'vue'

/** The whole editor with its own panels, over the document that `/document.json` names. */
const app = createApp({
  setup() {
    const dsl = shallowRef(window.dsl)
    return () =>
      h(TMagicEditor, {
        'modelValue': dsl.value,
        'onUpdate:modelValue': (value) => (dsl.value = value),
        'runtimeUrl': new URL('./runtime.html', location.href).href,
        'propsConfigs': { text: [{ name: 'text', text: '文本', type: 'text' }] },
        'stageRect': { width: 375, height: 817 },
      })
  },
})
app.use(tmagic, adapter)
window.dsl = await (await fetch(`/document.json${location.search}`)).json()
window.tmagic = { editorService, historyService }
app.mount('#app')
