import type { ElementContent } from 'hast';

/** Elements of plain text; a style sheet may set anything else in another face. */
const plainParts = new Set(['span', 'ruby', 'a', 'wbr', 'br', 'bdi']);

/**
 * The text of a galley in headings, captions, notes, bold … Only its characters are needed in the faces beside the
 * text face: in a long book they are a tenth.
 */
export function* displayText(
  nodes: readonly ElementContent[],
  isPlain = false,
  isQuoted = false,
): Generator<string> {
  for (const node of nodes) {
    if (node.type === 'text' && !isPlain) yield node.value;
    if (node.type !== 'element') continue;
    const { tagName, properties, children } = node;
    // 楷体 is the face of quotes in most themes.
    const isInQuote = isQuoted || tagName === 'blockquote';
    const isParagraph = tagName === 'p' && !properties.className && !isInQuote;
    const staysPlain = isPlain && plainParts.has(tagName) && !properties.className;
    yield* displayText(children, isParagraph || staysPlain, isInQuote);
  }
}

/**
 * True if a design promises that plain paragraphs are set in the first face (`--plain-paragraphs: text-face`): only
 * then may the others lack their characters. The last declaration counts.
 */
export function keepsTextFace(css: string): boolean {
  return [...css.matchAll(/--plain-paragraphs:\s*([\w-]+)/g)].at(-1)?.[1] === 'text-face';
}
