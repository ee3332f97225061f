/** The width, in px, that pages are designed at. Free frames are in this measure. */
export const designWidth = 375
