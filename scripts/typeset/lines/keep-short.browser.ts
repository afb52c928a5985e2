/**
 * 孤行: a paragraph of three lines can only break so that one of them is alone. Chromium 147 breaks it nevertheless
 * where two would fit; so such paragraphs are kept whole. 各班级： One of a line under a heading stays with the next,
 * since there are two lines at least under a heading.
 */
export function keepShort(root: Element): void {
  const paragraphs = [...root.querySelectorAll<HTMLElement>('p, li, pre')];
  const short = paragraphs.filter((paragraph) => {
    const { widows, orphans } = getComputedStyle(paragraph);
    return linesIn(paragraph) < Number(widows) + Number(orphans) - 0.5;
  });
  const underHeads = short.filter(
    (one) => one.matches(underHead) && one.nextElementSibling?.matches('p, ul, ol'),
  );
  const lonely = underHeads.filter((one) => linesIn(one) < 1.5);
  for (const paragraph of short) paragraph.style.breakInside = 'avoid';
  for (const paragraph of lonely) paragraph.style.breakAfter = 'avoid';
}

const underHead = '.crosshead + p, .story-head + .story-body > p:first-child';

function linesIn(paragraph: HTMLElement): number {
  const { lineHeight, writingMode } = getComputedStyle(paragraph);
  const isVertical = writingMode.startsWith('vertical');
  const boxes = [...paragraph.getClientRects()];
  const size = boxes.reduce((sum, { width, height }) => sum + (isVertical ? width : height), 0);
  return size / Number.parseFloat(lineHeight);
}
