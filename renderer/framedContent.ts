/**
 * What of a widget fills its frame, as `styles/frame.css` says: where it stands in flow, the box of this is the frame in which the widget
 * looks the same.
 */
export const framedContent = ':scope > .card, :scope > img, :scope > .but > .btn'
