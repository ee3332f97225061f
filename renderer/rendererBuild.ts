/** Names this renderer: the same documents drawn by the same build are the same bytes. */
export { build as rendererBuild } from 'virtual:festoon-phone'
