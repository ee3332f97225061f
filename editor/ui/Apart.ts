import { defineComponent } from 'vue'

/** What stands in its slot is drawn anew by itself, and not all around it with it. */
export const Apart = defineComponent({
  setup:
    (_, { slots }) =>
    () =>
      slots['default']?.(),
})
