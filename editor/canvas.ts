// The frame's own realm: the page being designed, drawn by the renderer that visitors get.
import '../renderer/canvas/canvas'
