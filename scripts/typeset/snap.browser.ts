/**
 * 网格: blocks whose height is no whole number of lines would put all lines after them off the grid. Those that a style
 * sheet marks with `--snap: line` are padded to the next whole line, before anything is cut.
 */
export function snapToGrid(root: HTMLElement): void {
  const line = Number.parseFloat(getComputedStyle(root).lineHeight);
  const blocks = [...snapping(root)];
  const missing = blocks.map((block) => {
    const style = getComputedStyle(block);
    const box = block.getBoundingClientRect();
    const isVertical = style.writingMode.startsWith('vertical');
    const size = isVertical ? box.width : box.height;
    const margins = Number.parseFloat(style.marginBlockStart) + Number.parseFloat(style.marginBlockEnd);
    const lines = Math.ceil((size + margins) / line - 0.01);
    return { padding: Number.parseFloat(style.paddingBlockEnd), rest: lines * line - size - margins };
  });
  blocks.forEach((block, index) => {
    const { padding, rest } = missing[index]!;
    if (rest > 0.05) block.style.paddingBlockEnd = `${padding + rest}px`;
  });
}

/** Outermost blocks only: what a snapping block holds need not snap itself. */
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
