import { h } from 'hastscript';
import type { Edition } from '../../../article/edition.js';
import type { Issue } from '../../../article/issue.js';
import type { Part } from '../part.js';
import { inSecond, pair, parallel } from './parallel-pair.js';

/**
 * A part around the stories in both languages of a bilingual edition: side by side on facing pages (unless `faces` is
 * false), else one after the other. In an edition of one language, the part as it is.
 */
export function inBoth(
  issue: Issue,
  edition: Edition,
  make: (issue: Issue, edition: Edition) => Part,
  faces = edition.parallel === 'facing',
): Part[] {
  const first = make(issue, edition);
  if (!issue.second || !edition.second) return [first];
  const second = inSecond(make(issue.second, edition.second));
  const passages = [...first.passages, ...second.passages];
  if (faces)
    return [
      { html: [parallel(pair({ first: first.html, second: second.html }, edition), edition)], passages },
    ];
  const wrapped = h('div.second', { lang: edition.second.lang }, second.html);
  return [{ html: [...first.html, wrapped], passages }];
}

/** 封面 in two languages: the title and the date of the second at its foot. */
export function coverInBoth(cover: Part, { second: issue }: Issue, { second: edition }: Edition): Part {
  const [page, ...rest] = cover.html;
  if (!issue || !edition || !page) return cover;
  const date = issue.date && edition.formatDate(issue.date);
  const block = h('div.cover-second.second', { lang: edition.lang }, [
    h('p.second-title', issue.title),
    date ? h('p.second-date', date) : null,
  ]);
  const [first, ...others] = cover.passages;
  const text = [issue.title, date].join('').replace(/\s/gu, '');
  return {
    html: [{ ...page, children: [...page.children, block] }, ...rest],
    passages: [first!, { id: `cover${'-b'}`, name: 'the cover', text }, ...others],
  };
}
