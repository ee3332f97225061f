import type { WidgetSpec } from '../schemas/widget'

/** What can stand on a page, by type. One line a widget. */
export const specs: { readonly [type: string]: WidgetSpec } = {
}
