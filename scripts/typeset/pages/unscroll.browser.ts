import { styleRules } from './style-rules.browser.js';

const scrolling = /hidden|auto|scroll/;

/**
 * A block that could be scrolled (`overflow: hidden` too) is never broken by the browser, and would be clipped at the
 * page's foot. On paper nothing scrolls: so one that is as high as its content is broken like any other.
 */
export function unscroll(root: HTMLElement): void {
  const elements = new Set<HTMLElement>(root.querySelectorAll<HTMLElement>('[style*="overflow"]'));
  for (const rule of styleRules())
    if (scrolling.test(`${rule.style.overflowX} ${rule.style.overflowY}`))
      for (const element of root.querySelectorAll<HTMLElement>(rule.selectorText)) elements.add(element);
  for (const element of elements) {
    const { overflowX, overflowY, display } = getComputedStyle(element);
    if (!scrolling.test(`${overflowX} ${overflowY}`) || !isAsHighAsItsContent(element)) continue;
    element.style.overflow = 'clip';
    // Floats and margins stay inside as before.
    if (display === 'block') element.style.display = 'flow-root';
  }
}

function isAsHighAsItsContent(element: Element): boolean {
  const map = element.computedStyleMap();
  return `${map.get('block-size')}` === 'auto' && `${map.get('max-block-size')}` === 'none';
}
