import { convert } from '../../../edition/convert/convert.js';
import { han } from '../../../text/characters.js';
import { pattern } from '../../../text/pattern.js';
import type { BrokenPage } from '../gold.js';

const everyHan = pattern('gu')`[${han}]`;
const known = new Map<string, string>();

/** A copy of a page in Traditional characters, one for one, with the same lines, roles and titles. */
export function traditionalOf(page: BrokenPage): BrokenPage {
  return {
    ...page,
    text: inTraditional(page.text),
    pieces: page.pieces.map((piece) => ({ ...piece, text: inTraditional(piece.text) })),
    cells: [...page.cells, 'script Traditional'],
  };
}

/** A text in Traditional characters, as many as it had. */
export function inTraditional(text: string): string {
  return text.replace(everyHan, (char) => {
    const found = known.get(char) ?? convert(char, 'zh-Hant').text;
    known.set(char, found);
    return found.length === char.length ? found : char;
  });
}
