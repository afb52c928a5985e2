/** All style rules of the document, including nested ones (`@media`). Querying them is faster than every element. */
export function* styleRules(): Generator<CSSStyleRule> {
  const walk = function* (rules: CSSRuleList): Generator<CSSStyleRule> {
    for (const rule of rules) {
      if (rule instanceof CSSStyleRule) yield rule;
      if ('cssRules' in rule) yield* walk(rule.cssRules as CSSRuleList);
    }
  };
  for (const sheet of document.styleSheets) yield* walk(sheet.cssRules);
}
