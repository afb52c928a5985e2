/**
 * 网格: blocks whose height is not a whole number of lines would put all lines after them off the grid. Those that a
 * style sheet marks with `--snap: line` are padded to the next whole line, before anything is cut.
 */
export function snapToGrid(root: HTMLElement): void {
  const line = Number.parseFloat(getComputedStyle(root).lineHeight);
  const blocks = [...snapping(root)];
  // Columns part a table before it is known where they are, and its parts are not as high as the whole.
  const breaks = blocks.map(({ style }) => style.breakInside);
  for (const { style } of blocks) style.breakInside = 'avoid';
  const missing = blocks.map((block) => {
    const style = getComputedStyle(block);
    const box = block.getBoundingClientRect();
    const isVertical = style.writingMode.startsWith('vertical');
    const size = isVertical ? box.width : box.height;
    const margins = Number.parseFloat(style.marginBlockStart) + Number.parseFloat(style.marginBlockEnd);
    const lines = Math.ceil((size + margins) / line - 0.01);
    // A table with collapsed borders has no padding.
    const side = style.display === 'table' ? 'margin-block-end' : 'padding-block-end';
    return {
      side,
      own: Number.parseFloat(style.getPropertyValue(side)),
      rest: lines * line - size - margins,
    };
  });
  for (const [index, { style }] of blocks.entries()) style.breakInside = breaks[index]!;
  const padded = blocks.flatMap((block, index) => {
    const { side, own, rest } = missing[index]!;
    return rest > 0.05 ? [{ block, side, px: own + rest }] : [];
  });
  for (const { block, side, px } of padded) block.style.setProperty(side, `${px}px`);
  // A sheet may set its padding !important, to prevail over the reset of `.type-area`.
  const refused = padded.filter(
    ({ block, side, px }) =>
      Math.abs(Number.parseFloat(getComputedStyle(block).getPropertyValue(side)) - px) > 0.05,
  );
  for (const { block, side, px } of refused) block.style.setProperty(side, `${px}px`, 'important');
}

/** Outermost blocks only: those inside a snapping block need not snap. */
function* snapping(root: HTMLElement): Generator<HTMLElement> {
  const selectors = new Set<string>();
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules)
      if (rule instanceof CSSStyleRule && rule.style.getPropertyValue('--snap'))
        selectors.add(rule.selectorText);
  if (selectors.size === 0) return;
  const all = [...selectors].join(',');
  for (const block of root.querySelectorAll<HTMLElement>(all))
    if (!block.parentElement?.closest(all)) yield block;
}
