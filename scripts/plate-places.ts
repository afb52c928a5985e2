import { visit } from 'unist-util-visit';
import type { Edition } from './article/edition.js';
import type { Issue } from './article/issue.js';
import { problem, tell } from './article/problem.js';
import { say } from './article/words/say.js';
import type { Place } from './config.js';
import { pressFor } from './prepress/impose/press.js';
import { trimOf } from './typeset/book/trim.js';

/**
 * 整页图, 跨页图: reports where an edition cannot have them. Beside a second language a picture stays in its row, and on
 * single pages a picture over a spread gets one page; a message says so. Stab binding would hide its middle.
 *
 * @throws a problem with file and line for a picture over a spread in a stab-bound book.
 */
export function judgePlates({ sections }: Issue, edition: Edition, { publication }: Place): void {
  const isStab = pressFor(publication.press, edition.id)?.scheme === 'stab';
  const isSingle = trimOf(publication.trim).isScreen === true;
  if (!edition.second && !isStab && !isSingle) return;
  for (const { tree, file } of sections.flatMap(({ articles }) => articles))
    visit(tree, 'paragraph', ({ data, position }) => {
      if (!data?.isPlate && !data?.isSpread) return;
      const place = { place: position, ruleId: 'plate' };
      if (edition.second) {
        const name = data.isSpread ? 'spread' : 'plate';
        tell(file, say('plate-in-pair', name), { ...place, note: say('plate-alone') });
      } else if (data.isSpread && isSingle) {
        tell(file, say('spread-on-screen'), { ...place, note: say('plate-instead') });
        data.isPlate = true;
        delete data.isSpread;
      } else if (data.isSpread)
        throw problem(say('spread-in-stab'), { path: file.path, ...place, note: say('plate-instead') });
    });
}
