/* One line a widget: the style sheet of type `a-b` is exported as `aBStyle`. */
export {}
