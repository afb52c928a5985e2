/** All style rules of the document, those inside of others (`@media`) too. Asking them is faster than asking every element. */
export function* styleRules(): Generator<CSSStyleRule> {
  const walk = function* (rules: CSSRuleList): Generator<CSSStyleRule> {
    for (const rule of rules) {
      if (rule instanceof CSSStyleRule) yield rule;
      if ('cssRules' in rule) yield* walk(rule.cssRules as CSSRuleList);
    }
  };
  for (const sheet of document.styleSheets) yield* walk(sheet.cssRules);
}
