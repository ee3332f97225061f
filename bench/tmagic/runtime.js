import { createApp, defineComponent, h, nextTick, onMounted, shallowReactive, shallowRef } from 'vue'

/** The page in tmagic's canvas: the contract of its runtime, with a component a text and nothing else. */
const page = shallowRef(null)
const order = shallowRef([])
const nodes = shallowReactive(new Map())

const px = (style) =>
  Object.fromEntries(Object.entries(style ?? {}).map(([name, value]) => [name, typeof value === 'number' && name !== 'zIndex' ? `${value}px` : value]))

const Text = defineComponent({
  props: { id: { type: String, required: true } },
  setup:
    ({ id }) =>
    () => {
      window.drawn = (window.drawn ?? 0) + 1
      return h('p', { 'data-tmagic-id': id, 'style': px(nodes.get(id)?.style) }, nodes.get(id)?.text)
    },
})

const elementOf = (id) => document.querySelector(`[data-tmagic-id="${id}"]`)

function show(config) {
  nodes.clear()
  for (const node of config.items ?? []) nodes.set(`${node.id}`, node)
  order.value = [...nodes.keys()]
  page.value = config
  void nextTick(() => window.magic.onPageElUpdate(elementOf(config.id)))
}

function put(config) {
  if (config.id === page.value?.id) return show(config)
  nodes.set(`${config.id}`, config)
}

let root = null
const runtime = {
  updateRootConfig: (config) => (root = config),
  updatePageId: (id) => show(root.items.find((item) => item.id === id)),
  select: async (id) => (await nextTick(), elementOf(id)),
  add({ config }) {
    nodes.set(`${config.id}`, config)
    order.value = [...order.value, `${config.id}`]
  },
  update: ({ config }) => put(config),
  remove: ({ id }) => ((order.value = order.value.filter((one) => one !== `${id}`)), nodes.delete(`${id}`)),
  sortNode: () => {},
}

const begin = () => window.magic?.onRuntimeReady(runtime)
createApp({
  setup() {
    onMounted(begin)
    return () =>
      page.value &&
      h(
        'div',
        { 'class': 'page', 'data-tmagic-id': page.value.id, 'style': px(page.value.style) },
        order.value.map((id) => h(Text, { id, key: id })),
      )
  },
}).mount('#app')
window.addEventListener('message', ({ data }) => data.tmagicRuntimeReady && begin())
