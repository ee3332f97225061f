import { html } from '../../html'
import { view } from '../../view'
import type { PageProps } from './spec'

export const pageView = view<PageProps>()({
  words: {},
  html: ({ image }, _state, { asset }, children) =>
    html`${image ? html`<img class="pg-back" src="${asset(image, 750)}" alt="" width="750" height="1334">` : ''}<main class="page">${children}</main>`,
})
