/* One line a widget: the view of type `a-b` is exported as `aBView`. */
export {}
