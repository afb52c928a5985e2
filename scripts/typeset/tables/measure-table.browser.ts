/** Overflow up to this is rounding. */
const tolerancePx = 0.5;

/** True if no word or figure of a table must be broken for its measure. */
export function fits(table: HTMLTableElement): boolean {
  const { inlineSize } = table.style;
  const available = measureOf(table);
  table.style.inlineSize = 'min-content';
  const least = inlineSizeOf(table);
  table.style.inlineSize = inlineSize;
  return least <= available + tolerancePx;
}

/** 行长 at an element's place, which it may exceed. In px. */
export function measureOf(element: Element): number {
  const probe = document.createElement('div');
  element.before(probe);
  const size = inlineSizeOf(probe);
  probe.remove();
  return size;
}

/** In px. A box in several columns has several parts, each as wide as the box. */
export function inlineSizeOf(element: Element): number {
  const isVertical = !getComputedStyle(element).writingMode.startsWith('horizontal');
  return Math.max(
    0,
    ...[...element.getClientRects()].map(({ width, height }) => (isVertical ? height : width)),
  );
}
