import { h } from 'hastscript';
import type { Edition } from '../../article/edition.js';
import type { Issue } from '../../article/issue.js';
import type { Trim } from '../book/trim.js';
import { type Part, passage } from './part.js';

/** 半扉: the title alone, on the first page of a book block. */
export function halfTitle({ title }: Issue): Part {
  return {
    html: [h('section#half-title.half-title', [h('p.book-title', title)])],
    passages: [passage('half-title', 'the half title', [title])],
  };
}

/** 扉页: title, date, publisher. */
export function titlePage(issue: Issue, { formatDate }: Edition): Part {
  const date = issue.date && formatDate(issue.date);
  const html = h('section#title-page.title-page', [
    h('p.nameplate', issue.title),
    date ? h('p.date', date) : null,
    issue.publisher ? h('p.publisher', issue.publisher) : null,
  ]);
  return {
    html: [html],
    passages: [passage('title-page', 'the title page', [issue.title, date, issue.publisher])],
  };
}

/** 版权页: the trade's data about a book (GB/T 12450), as far as we know them; nothing is invented. */
export function imprint(
  issue: Issue,
  { labels, formatDate, name }: Edition,
  { trim, characters }: { trim: Trim; characters: number },
): Part {
  const lines: string[] = labels.imprintLines({
    ...(issue.date !== undefined && { date: formatDate(issue.date) }),
    ...(issue.publisher !== undefined && { publisher: issue.publisher }),
    edition: name,
    trim: {
      ...(trim.name !== undefined && { name: trim.name }),
      width: trim.widthMm,
      height: trim.heightMm,
    },
    thousands: Math.max(1, Math.round(characters / 1000)),
  });
  const html = h('section#imprint.imprint', [
    h('p.imprint-title', issue.title),
    ...lines.map((line) => h('p', line)),
  ]);
  return { html: [html], passages: [passage('imprint', 'the imprint', [issue.title, ...lines])] };
}

/** 书脊, for perfect binding: a separate page that the printer narrows to the thickness of the book. */
export function spine({ title }: Issue): Part {
  return {
    html: [h('section#spine.spine', [h('p', title)])],
    passages: [passage('spine', 'the spine', [title])],
  };
}

/** 封底: title and publisher, small. */
export function backCover({ title, publisher }: Issue): Part {
  const html = h('section#back-cover.back-cover', [
    h('p.nameplate-small', title),
    publisher ? h('p.publisher', publisher) : null,
  ]);
  return { html: [html], passages: [passage('back-cover', 'the back cover', [title, publisher])] };
}
