import { h } from 'hastscript';
import type { Edition } from '../../article/edition.js';
import type { Issue } from '../../article/issue.js';
import { isOfChapters } from './cover.js';
import { type Part, passage } from './part.js';

/** 编校说明: the changes to the text, in numbers. */
export function colophon(issue: Issue, edition: Edition): Part {
  const { labels } = edition;
  const { rejoin = 0, addition = 0, ...others } = issue.tally.edits;
  const articles = issue.sections.flatMap((section) => section.articles);
  const paragraphs = labels.colophonText({
    title: issue.title,
    ...(issue.date !== undefined && { date: edition.formatDate(issue.date) }),
    joins: rejoin,
    edits: Object.values(others).reduce((sum, count) => sum + count, 0),
    added: addition,
    // Those that the notes list: what a conversion asks is for the editor's report.
    open: (issue.questions ?? []).filter(({ rule }) => edition.reasons?.[rule]).length,
    ...(!isOfChapters(articles) && { articles: articles.length }),
  });
  const html = h('section#colophon.back-part', { dataHead: labels.colophon, dataOpens: '' }, [
    h('h1.part-title', labels.colophon),
    ...paragraphs.map((text) => h('p', text)),
  ]);
  return { html: [html], passages: [passage('colophon', 'the colophon', [labels.colophon, ...paragraphs])] };
}
