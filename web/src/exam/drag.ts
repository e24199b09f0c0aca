/**
 * Drags with mouse, pen or finger from an element that was pressed. `over` is called with what lies under the pointer, and
 * at the end with `dropped`. Whoever cannot drag has buttons or lists that do the same.
 */
export function drag(event: PointerEvent, over: (under: Element | null, dropped: boolean, y: number) => void): void {
  if (event.button !== 0) return;
  const handle = event.currentTarget as HTMLElement;
  const item = handle.closest<HTMLElement>('[data-drag]') ?? handle;
  const start = { x: event.clientX, y: event.clientY };
  let moving = false;
  const under = (at: PointerEvent) => document.elementsFromPoint(at.clientX, at.clientY).find((one) => !item.contains(one)) ?? null;
  const move = (at: PointerEvent) => {
    moving ||= Math.hypot(at.clientX - start.x, at.clientY - start.y) > 6;
    if (!moving) return;
    at.preventDefault();
    item.classList.add('dragged');
    item.style.translate = `${at.clientX - start.x}px ${at.clientY - start.y}px`;
    over(under(at), false, at.clientY);
  };
  const end = (at: PointerEvent) => {
    handle.removeEventListener('pointermove', move);
    handle.removeEventListener('pointerup', end);
    handle.removeEventListener('pointercancel', end);
    item.classList.remove('dragged');
    item.style.translate = '';
    if (moving && at.type === 'pointerup') over(under(at), true, at.clientY);
    else over(null, false, at.clientY);
  };
  handle.setPointerCapture(event.pointerId);
  handle.addEventListener('pointermove', move);
  handle.addEventListener('pointerup', end);
  handle.addEventListener('pointercancel', end);
}
