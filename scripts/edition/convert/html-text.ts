/** +1 where an element without prose opens (code, annotations of ruby; the base is text), −1 where it closes. */
export function silenceOf(tag: string): number {
  const match = /^<(\/?)(rt|rp|code|kbd|samp|pre|script|style)\b[^>]*?(\/?)>$/i.exec(tag);
  if (!match || match[3]) return 0;
  return match[1] ? -1 : 1;
}

/** Ranges of prose in a block of HTML: between tags, outside comments, code and annotations. */
export function htmlText(html: string): [start: number, end: number][] {
  const found: [number, number][] = [];
  let silent = 0;
  let from = 0;
  for (const match of html.matchAll(/<!--[\s\S]*?(?:-->|$)|<[^>]*(?:>|$)/g)) {
    if (silent === 0 && match.index > from) found.push([from, match.index]);
    silent = Math.max(0, silent + silenceOf(match[0]));
    from = match.index + match[0].length;
  }
  if (silent === 0 && from < html.length) found.push([from, html.length]);
  return found;
}
