const EDGE = 8

/**
 * Where a menu lies, in pixels of the window: below what it belongs to (a button, or the point of a click)
 * where there is room, else above it; from its start, or up to its end; within the window in any case.
 */
export function menuPlace(
  of: Element | MouseEvent,
  menu: Element,
  from: 'start' | 'end',
): Readonly<Record<string, string>> {
  const at =
    of instanceof Element ? of.getBoundingClientRect() : new DOMRect(of.clientX, of.clientY)
  const { width, height } = menu.getBoundingClientRect()
  const isBelow = at.bottom + height + EDGE <= window.innerHeight
  const top = isBelow ? at.bottom : Math.max(EDGE, at.top - height)
  const wanted = from === 'start' ? at.left : at.right - width
  const left = Math.max(EDGE, Math.min(wanted, window.innerWidth - width - EDGE))
  return { insetBlockStart: `${String(top)}px`, insetInlineStart: `${String(left)}px` }
}
