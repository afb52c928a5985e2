import { h } from 'hastscript';
import type { Edition } from '../../article/edition.js';
import type { Issue } from '../../article/issue.js';
import { headlineOf } from './headline.js';
import { type Part, passage } from './part.js';
import { phrases } from './phrases.js';

/** 要目: a cover has room for this many headlines. */
const mostHighlights = 4;

/** A nameplate of more characters does not fit on a line in its large type. */
const nameplateLength = 5;
const isLong = (title: string) => [...title].length > nameplateLength;

/** Below a picture there is room for fewer. */
const besidePicture = 2;

/** 封面: nameplate, date, a picture (a data: URL) if there is one, the first headlines, publisher. */
export function cover(issue: Issue, { formatDate, labels }: Edition, picture?: string): Part {
  const date = issue.date && formatDate(issue.date);
  const highlights = issue.sections
    .flatMap(({ articles }) => articles)
    .flatMap((article) => headlineOf(article) ?? [])
    .slice(0, picture === undefined ? mostHighlights : besidePicture);
  const html = h(picture === undefined ? 'section#cover.cover' : 'section#cover.cover.has-picture', [
    h(isLong(issue.title) ? 'p.nameplate.is-long' : 'p.nameplate', issue.title),
    date ? h('p.date', date) : null,
    picture === undefined ? null : h('figure.cover-picture', [h('img', { src: picture, alt: labels.cover })]),
    highlights.length > 0
      ? h('div.highlights', [
          h('p.highlights-title', labels.highlights),
          h(
            'ul',
            highlights.map((title) => h('li', phrases([{ type: 'text', value: title }]))),
          ),
        ])
      : null,
    issue.publisher ? h('p.publisher', issue.publisher) : null,
  ]);
  const titles = highlights.length > 0 ? [labels.highlights, ...highlights] : [];
  return {
    html: [html],
    passages: [passage('cover', 'the cover', [issue.title, date, ...titles, issue.publisher])],
  };
}
