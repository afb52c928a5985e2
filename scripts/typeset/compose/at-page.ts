/** A style sheet in two parts: its `@page` rules, which Paged.js understands, and the rest, which browsers do. */
export interface SheetParts {
  atPage: string;
  rest: string;
}

/** Splits a style sheet at its top-level `@page` rules. Comments vanish; strings may contain braces. */
export function partSheet(css: string): SheetParts {
  const tokens =
    css.match(/\/\*[\s\S]*?\*\/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{}]|@page\b|[^/"'{}@]+|[\s\S]/g) ?? [];
  const parts: SheetParts = { atPage: '', rest: '' };
  let depth = 0;
  let isPage = false;
  for (const token of tokens) {
    if (token.startsWith('/*')) continue;
    if (token === '@page' && depth === 0) isPage = true;
    parts[isPage ? 'atPage' : 'rest'] += token;
    if (token === '{') depth++;
    if (token === '}') depth = Math.max(0, depth - 1);
    if (token === '}' && depth === 0) isPage = false;
  }
  return parts;
}
