/** Half a pixel is rounding. */
const tolerancePx = 0.5;

/** Whether no word or figure of a table must be broken for its measure. */
export function fits(table: HTMLTableElement): boolean {
  const { inlineSize } = table.style;
  const available = measureOf(table);
  table.style.inlineSize = 'min-content';
  const least = inlineSizeOf(table);
  table.style.inlineSize = inlineSize;
  return least <= available + tolerancePx;
}

/** 行长 where an element stands, which it may run out of. In px. */
export function measureOf(element: Element): number {
  const probe = document.createElement('div');
  element.before(probe);
  const size = inlineSizeOf(probe);
  probe.remove();
  return size;
}

/** In px. Between columns a box has several parts, each as wide as the box. */
export function inlineSizeOf(element: Element): number {
  const isVertical = !getComputedStyle(element).writingMode.startsWith('horizontal');
  return Math.max(
    0,
    ...[...element.getClientRects()].map(({ width, height }) => (isVertical ? height : width)),
  );
}
