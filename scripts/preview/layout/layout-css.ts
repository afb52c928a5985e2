/** Properties that only paint: they move no line end and no page. */
const painting =
  /^(?:color|background(?:-color|-image)?|(?:text-decoration|text-emphasis|outline|column-rule|border(?:-(?:top|right|bottom|left|block|inline)(?:-(?:start|end))?)?)-color|opacity|(?:text|box)-shadow)$/i;

/** Comments, strings and addresses, which may contain any sign; then the signs of rules. */
const tokens = /\/\*[\s\S]*?\*\/|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|url\([^)]*\)|[;{}]/g;

/**
 * A style sheet without properties that only paint: equal results mean equal pages. For comparison only: rules that it
 * cannot read stay as they are.
 */
export function layoutCss(css: string): string {
  let kept = '';
  let statement = '';
  let at = 0;
  const end = (sign: string) => {
    const [, property = ''] = /^\s*([\w-]+)\s*:/.exec(statement) ?? [];
    const text = statement.trim();
    statement = '';
    if (sign === '{') kept += `${text}{`;
    else if (text && !painting.test(property)) kept += `${text};`;
    if (sign !== '}') return;
    // A rule that only paints is dropped.
    kept = kept.endsWith('{') ? kept.replace(/[^;{}]*\{$/, '') : `${kept}}`;
  };
  for (const { 0: token, index } of css.matchAll(tokens)) {
    statement += css.slice(at, index);
    at = index + token.length;
    if (/^[;{}]$/.test(token)) end(token);
    else if (!token.startsWith('/*')) statement += token;
  }
  return kept + (statement + css.slice(at)).trim();
}
