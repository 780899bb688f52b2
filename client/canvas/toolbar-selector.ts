/** Finds tldraw's own toolbar in the page, so that the chrome can stand beside it without touching it. */
export const TOOLBAR_SELECTOR = '.tlui-toolbar__left'
