import { h } from 'hastscript';
import type { Edition } from '../../article/edition.js';
import type { Issue, Remark } from '../../article/issue.js';
import { headlineOf, openingWords } from '../headline.js';
import { type Part, passage } from './part.js';

/** Characters of a title that stand before its remarks. */
const titleLength = 14;

/** 校读记: what was changed in the wording, place by place, as 校勘记 have it. Nothing where nothing was. */
export function notes(issue: Issue, { labels, adaptText }: Edition): Part | undefined {
  const { remarks = [] } = issue;
  const stories = issue.sections.flatMap(({ articles }) =>
    articles.map((article) => ({
      title: headlineOf(article) ?? openingWords(article, titleLength),
      remarks: remarks.filter((one) => one.article === article.id),
    })),
  );
  const told = stories.filter((story) => story.remarks.length > 0);
  if (told.length === 0) return undefined;
  // The source is quoted as it is, in its own script.
  const line = ({ before, after }: Remark) => labels.remark({ before, after: adaptText(after) });
  const pieces = [labels.notes, ...told.flatMap((one) => [one.title, ...one.remarks.map(line)])];
  const html = h('section#notes.back-part', { dataHead: labels.notes, dataOpens: '' }, [
    h('h1.part-title', labels.notes),
    ...told.flatMap(({ title, remarks: own }) => [
      h('p.contents-section', title),
      ...own.map((one) => h('p', line(one))),
    ]),
  ]);
  return { html: [html], passages: [passage('notes', 'the editor’s notes', pieces)] };
}
