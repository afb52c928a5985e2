/**
 * 孤行: a paragraph of three lines can only break so that one of them is alone. Chromium 147 breaks it nevertheless
 * where two would fit; so such paragraphs are kept whole.
 */
export function keepShort(root: Element): void {
  const paragraphs = [...root.querySelectorAll<HTMLElement>('p, li')];
  const short = paragraphs.filter((paragraph) => {
    const { lineHeight, widows, orphans, writingMode } = getComputedStyle(paragraph);
    const isVertical = writingMode.startsWith('vertical');
    const boxes = [...paragraph.getClientRects()];
    const size = boxes.reduce((sum, { width, height }) => sum + (isVertical ? width : height), 0);
    return size / Number.parseFloat(lineHeight) < Number(widows) + Number(orphans) - 0.5;
  });
  for (const paragraph of short) paragraph.style.breakInside = 'avoid';
}
