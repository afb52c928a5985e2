import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { isInscription } from '../../../text/press/documents.js';
import { isDay } from '../../../text/press/imprint.js';

/** Lines of names over the date of a signature: several units sign one notice. */
const mostNames = 4;
/** A name or a unit is at most so long, in characters. */
const longestName = 26;

/**
 * 落款: the places of the blocks that sign a notice or a letter, which stand at the right: the date, and the lines without
 * a mark above it, below the text. A date under a headline is none.
 */
export function signatureOf(blocks: readonly RootContent[]): ReadonlySet<number> {
  const found = new Set<number>();
  blocks.forEach((block, index) => {
    const text = plainOf(block);
    if (text === undefined || found.has(index)) return;
    if (isInscription(text) && isBelowText(blocks, index)) found.add(index);
    if (!isDay(text) || !isEnd(blocks[index + 1])) return;
    let from = index;
    while (index - from < mostNames && isName(plainOf(blocks[from - 1]))) from--;
    if (!isBelowText(blocks, from)) return;
    for (let at = from; at <= index; at++) found.add(at);
  });
  return found;
}

/** The text of a plain paragraph on one line. */
function plainOf(block: RootContent | undefined): string | undefined {
  if (block?.type !== 'paragraph' || (block.data?.role && block.data.role !== 'paragraph')) return undefined;
  const text = textOf(block).trim();
  return text === '' || text.includes('\n') ? undefined : text;
}

const isName = (text: string | undefined) =>
  text !== undefined && text.length <= longestName && !/[，。；：！？、,.;:!?…]/u.test(text) && !isDay(text);

/** A signature ends its text; in a diary or a chronicle an entry follows each date. */
function isEnd(next: RootContent | undefined): boolean {
  if (next?.type !== 'paragraph') return true;
  return plainOf(next) === undefined || /^(?:附件|抄送|主送|印发|（此件|（联)/u.test(plainOf(next)!);
}

/** True if text that ends stands above. */
function isBelowText(blocks: readonly RootContent[], index: number): boolean {
  const above = blocks[index - 1];
  if (!above || above.type === 'heading') return false;
  const text = plainOf(above);
  return text === undefined
    ? above.data?.role !== 'caption'
    : /[。！？”」』）]$|^(?:此致|敬礼|敬禮)/u.test(text) || isInscription(text);
}
