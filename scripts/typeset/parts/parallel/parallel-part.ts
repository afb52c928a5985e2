import { h } from 'hastscript';
import type { Edition } from '../../../article/edition.js';
import type { Issue } from '../../../article/issue.js';
import type { Part } from '../part.js';
import { inSecond, pair, parallel } from './parallel-pair.js';

/** Makes a part around the stories in one language; undefined where it has nothing to say. */
type Make = (issue: Issue, edition: Edition) => Part | undefined;

/**
 * Parts around the stories in both languages of a bilingual edition: side by side on facing pages (unless `faces` is
 * false), else each one after the other. In an edition of one language, the parts as they are.
 */
export function inBoth(
  issue: Issue,
  edition: Edition,
  makes: readonly Make[],
  faces = edition.parallel === 'facing',
): Part[] {
  const both = makes.flatMap((make) => {
    const first = make(issue, edition);
    const second = issue.second && edition.second && make(issue.second, edition.second);
    return first ? [{ first, second: second && inSecond(second) }] : [];
  });
  // On facing pages each language is read through.
  if (faces && edition.second && both.length > 0)
    return [
      {
        html: [
          parallel(
            both.flatMap(({ first, second }) =>
              pair({ first: first.html, second: second?.html ?? [] }, edition),
            ),
            edition,
          ),
        ],
        passages: [
          ...both.flatMap(({ first }) => first.passages),
          ...both.flatMap(({ second }) => second?.passages ?? []),
        ],
      },
    ];
  return both.flatMap(({ first, second }) =>
    second
      ? [first, { ...second, html: [h('div.second', { lang: edition.second!.lang }, second.html)] }]
      : [first],
  );
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
