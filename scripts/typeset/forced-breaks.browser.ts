/** Which page a forced break asks for. */
export type Side = 'any' | 'recto' | 'verso';

const sides: Record<string, Side> = {
  page: 'any',
  always: 'any',
  column: 'any',
  recto: 'recto',
  right: 'recto',
  verso: 'verso',
  left: 'verso',
};

/**
 * Turns the page breaks that style sheets force into column breaks, which is what a galley in columns understands.
 * The declarations are few: their selectors are asked, not every element's style.
 *
 * @returns the elements that must begin a page, and on which side.
 */
export function forcedBreaks(root: HTMLElement): Map<Element, Side> {
  const found = new Map<Element, Side>();
  for (const rule of styleRules()) {
    const { breakBefore, breakAfter } = rule.style;
    if (!sides[breakBefore] && !sides[breakAfter]) continue;
    for (const element of root.querySelectorAll<HTMLElement>(rule.selectorText)) {
      const style = getComputedStyle(element);
      const before = sides[style.breakBefore];
      const after = sides[style.breakAfter];
      if (before) force(element, before, found);
      const next = after && follower(element, root);
      if (after && next) force(next, after, found);
    }
  }
  return found;
}

function force(element: HTMLElement, side: Side, found: Map<Element, Side>): void {
  const known = found.get(element);
  if (!known || known === 'any') found.set(element, side);
  element.style.breakBefore = 'column';
}

/** The element that follows, or follows the nearest ancestor that something follows. */
function follower(element: Element, root: Element): HTMLElement | undefined {
  for (let at: Element | null = element; at && at !== root; at = at.parentElement)
    if (at.nextElementSibling) return at.nextElementSibling as HTMLElement;
  return undefined;
}

function* styleRules(): Generator<CSSStyleRule> {
  const walk = function* (rules: CSSRuleList): Generator<CSSStyleRule> {
    for (const rule of rules) {
      if (rule instanceof CSSStyleRule) yield rule;
      if ('cssRules' in rule) yield* walk(rule.cssRules as CSSRuleList);
    }
  };
  for (const sheet of document.styleSheets) yield* walk(sheet.cssRules);
}
