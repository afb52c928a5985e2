import { location } from 'vfile-location';
import type { Role } from '../../article/article.js';
import { replay } from '../../article/ledger.js';
import { type ArticleLedger, fingerprint } from '../../article/ledger-file.js';
import { writeArticle } from '../../article/markdown.js';
import type { Piece, Story } from '../../article/restoration.js';
import { storyOf } from '../plugins.js';
import { restorationTree } from './tree.js';

/**
 * The manuscript as the machine wrote it, made again from its ledger and the source; undefined where it does not come
 * out the same: another source, or a program that wrote differently.
 */
export function machineText(ledger: ArticleLedger, source: string): string | undefined {
  try {
    const text = writeArticle(
      storyOf(restorationTree([storyFrom(ledger, source)], [], location(source)).children),
    );
    return fingerprint(text) === ledger.written ? text : undefined;
  } catch (error) {
    // Its places are not in this source.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function storyFrom({ pieces, edits, reset }: ArticleLedger, source: string): Story {
  const pieceOf = ({ ranges, added }: ArticleLedger['pieces'][number]): Piece => ({
    text: added ?? replay(source, edits, ranges),
    ranges: [...ranges],
  });
  const titled = (part: string) => {
    const piece = pieces.find((one) => one.part === part);
    return piece ? pieceOf(piece) : null;
  };
  const titles = ['headline', 'kicker', 'deck', 'byline', 'dateline'];
  return {
    headline: titled('headline'),
    kicker: titled('kicker'),
    deck: titled('deck'),
    byline: titled('byline'),
    dateline: titled('dateline'),
    blocks: pieces
      .filter(({ part }) => !titles.includes(part))
      .map((piece) => ({ ...pieceOf(piece), role: piece.part as Role })),
    reset,
  };
}
