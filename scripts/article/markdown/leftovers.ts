import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import { han } from '../../text/characters.js';
import { tell } from '../problem.js';
import { type Said, say } from '../words/say.js';
import { isBetweenFigures } from './figure-signs.js';

/** Signs of markup that Markdown has left in a text. */
interface Leftover {
  ruleId: string;
  /** Its first group, or else the whole of it, is what the message quotes. */
  pattern: RegExp;
  reason: (found: string) => Said;
  note: (found: string) => Said;
  /** True for a match that is text after all. */
  isText?: (found: RegExpExecArray, text: string) => boolean;
}

const stars: Leftover = {
  ruleId: 'emphasis',
  pattern: /(?<!\*)\*\*(?!\*)/gu,
  reason: (found) => say('marks-left', found),
  note: () => say('close-bold'),
  // Between blanks it is an ornament, between figures a power.
  isText: ({ index }, text) => {
    const [before, after] = [text.slice(0, index), text.slice(index + 2)];
    const isApart = /(?:^|\s)$/.test(before) && /^(?:\s|$)/.test(after);
    return isApart || isBetweenFigures(before.slice(-12), 2, after.slice(0, 2));
  },
};

/** A word between two such signs; lines to write on (____) are none. */
const underlines: Leftover = {
  ruleId: 'emphasis',
  pattern: new RegExp(
    `(?<!\\w)(_{1,2})(?=[^_\\s]*[${han}])[^_\\s](?:[^_\\n]*[^_\\s])?\\1(?![A-Za-z0-9_])`,
    'gu',
  ),
  reason: (found) => say('marks-left', found.slice(0, 24)),
  note: () => say('write-stars'),
};

const struck: Leftover = {
  ruleId: 'emphasis',
  pattern: /(?<!~)~~(?=[^~\s])[^~\n]*[^~\s]~~(?!~)/gu,
  reason: (found) => say('marks-left', found.slice(0, 24)),
  note: () => say('no-strike'),
};

/** `![图](我的 图.png)`, `[网](http://a b)`, `！［图］（a.png）`: an address with blanks, or full-width brackets. */
const addresses: Leftover = {
  ruleId: 'picture',
  pattern: /(?:[!！][[［][^\]］\n]*[\]］][ \u3000]?[(（][^)）\n]+[)）]|\[[^\]\n]+\]\([^)\n]*\))/gu,
  reason: (found) => say('address-left', found.slice(0, 40)),
  note: () => say('write-address'),
};

/** `[县志办][site]`, `![矿区]`: nothing says where they lead. */
const references: Leftover = {
  ruleId: 'definition',
  pattern:
    /!\[[^\]^\n]+\](?:\[[^\]\n]*\])?(?![[(（])|(?<!!)\[(?![\d,，–-]+\])[^\]^\n]+\]\[[^\]^\n]*\](?![[(（])/gu,
  reason: (found) => say('reference-left', found.slice(0, 40)),
  note: (found) => say('define-reference', /\[([^\]]+)\](?:\[\])?$/.exec(found)?.[1] ?? found),
};

const comments: Leftover = {
  ruleId: 'html',
  pattern: /<!--/gu,
  reason: () => say('open-comment'),
  note: () => say('printed-as-is'),
};

const kinds = [stars, underlines, struck, addresses, references, comments];

/**
 * 残留标记: asks about marks that a person has written for Markdown and that are printed as they are, because they lack
 * their partner, an address or a form that Markdown knows. Each kind of mark is told once, at its first place.
 */
export function remarkLeftovers() {
  return (tree: Root, file: VFile): void => {
    const told = new Set<string>();
    visit(tree, 'text', ({ position }) => {
      const start = position?.start.offset;
      if (start === undefined) return;
      const text = masked(String(file).slice(start, position?.end.offset));
      for (const kind of kinds)
        for (const found of text.matchAll(kind.pattern)) {
          const shown = kind === stars ? '**' : found[0];
          if (told.has(shown) || kind.isText?.(found, text)) continue;
          told.add(shown);
          const place = location(file).toPoint(start + found.index);
          tell(file, kind.reason(shown), { place, ruleId: kind.ruleId, note: kind.note(shown) });
        }
    });
  };
}

/** The text with blanks, of the same length, for what a backslash has escaped. */
const masked = (source: string) => source.replace(/\\[!-/:-@[-`{-~]/g, '\u0001\u0001');
