const LEAST_PX = 60;

/**
 * Tells of swipes across an element: one finger, more sideways than up or down. A finger that something took hold of,
 * or that began on a control, is left alone.
 */
export function onSwipe(element: HTMLElement, swiped: (count: 1 | -1) => void): void {
  let from: { x: number; y: number; pointer: number } | null = null;
  // After the widgets: whoever takes hold of a mark prevents the default.
  element.addEventListener('pointerdown', (event) => {
    const { target, pointerType, defaultPrevented, isPrimary } = event;
    const isControl =
      target instanceof Element &&
      target.closest('input, button, select, textarea, a, [role=slider]') !== null;
    const isFree = pointerType === 'touch' && isPrimary && !defaultPrevented && !isControl;
    from = isFree ? { x: event.clientX, y: event.clientY, pointer: event.pointerId } : null;
  });
  element.addEventListener('pointerup', ({ pointerId, clientX, clientY }) => {
    if (from === null || from.pointer !== pointerId) return;
    const [right, down] = [clientX - from.x, clientY - from.y];
    from = null;
    if (Math.abs(right) >= LEAST_PX && Math.abs(right) > 1.5 * Math.abs(down)) swiped(right < 0 ? 1 : -1);
  });
  element.addEventListener('pointercancel', () => {
    from = null;
  });
}
