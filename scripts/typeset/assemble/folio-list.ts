/** Fewer pages in a row are not a range, but separate mentions. */
const leastStretch = 3;

/**
 * 页码: the folios of an entry of the index, `3，7，12–15`: each once, in order, no longer than the space reserved for
 * them. Folios that do not fit are replaced by an ellipsis.
 */
export function folioList(labels: readonly string[], room: string): string {
  const stretches = stretchesOf([...new Set(labels)]);
  const most = widthOf(room);
  let text = '';
  for (const [index, stretch] of stretches.entries()) {
    const longer = text ? `${text}，${stretch}` : stretch;
    const isLast = index === stretches.length - 1;
    if (text && widthOf(longer) + (isLast ? 0 : widthOf('…')) > most) return `${text}…`;
    text = longer;
  }
  return text;
}

function stretchesOf(labels: readonly string[]): string[] {
  const found: string[] = [];
  for (let at = 0; at < labels.length; ) {
    let end = at + 1;
    while (end < labels.length && follows(labels[end - 1]!, labels[end]!)) end++;
    if (end - at < leastStretch) end = at + 1;
    found.push(end - at > 1 ? `${labels[at]}–${labels[end - 1]}` : labels[at]!);
    at = end;
  }
  return found;
}

const follows = (before: string, after: string) =>
  /^\d+$/.test(before) && Number(after) === Number(before) + 1;

/** In halves of an em: figures are half as wide as the comma. */
const widthOf = (text: string) => [...text].reduce((sum, char) => sum + (/[，…]/.test(char) ? 2 : 1), 0);
