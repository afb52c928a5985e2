import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Article } from '../../article/article.js';
import type { Edition } from '../../article/edition.js';
import type { Issue } from '../../article/issue.js';
import { headlineOf, standIn } from './headline.js';
import { notePlace } from './note-place.js';
import { type Part, passage } from './part.js';
import { storyId } from './story-id.js';
import { breaksIn } from './titles/sense.js';

/** Number of a title's characters shown before its remarks. */
const titleLength = 14;

/** 全角半角: its changes are counted, not listed. */
const widthRule = 'punctuation-width';

/** A note about one place. */
interface Note {
  text: string;
  /** DOM id of the block that it is about. */
  place: string;
}

/** Inputs of notes. */
export interface Noted {
  issue: Issue;
  edition: Edition;
  /** The edition of the words that notes quote, if this one is a translation. */
  quoted?: Edition;
  /** The stories' HTML: places that notes refer to get ids in it. */
  stories: readonly Element[];
}

/**
 * 校记 as an appendix: the changes of wording and the open questions, place by place with folios, as in a 校勘记.
 * Undefined where there are none.
 */
export function notes(noted: Noted): Part | undefined {
  const { issue, edition } = noted;
  const { labels } = edition;
  const told = issue.sections.flatMap(({ id, articles }) =>
    articles.flatMap((article) => {
      const own = notesOf(article, storyId(id, article.id), noted);
      return own.length > 0 ? [{ title: titleOf(article, noted.edition), notes: own }] : [];
    }),
  );
  if (told.length === 0) return undefined;
  const html = h('section#notes.back-part', { dataHead: labels.notes, dataOpens: '' }, [
    h('h1.part-title', labels.notes),
    ...told.flatMap(({ title, notes: own }) => [h('p.contents-section', title), ...own.map(noteRow)]),
  ]);
  const pieces = [
    labels.notes,
    ...told.flatMap(({ title, notes: own }) => [title, ...own.map(({ text }) => text)]),
  ];
  return { html: [html], passages: [passage('notes', 'the editor’s notes', pieces)] };
}

/** 校记 as endnotes: the same, after the story. */
export function endnotes(article: Article, section: string, noted: Noted): Part | undefined {
  const id = storyId(section, article.id);
  const own = notesOf(article, id, noted);
  if (own.length === 0) return undefined;
  const { notes: title } = noted.edition.labels;
  const html = h('aside.editor-notes', [h('p.contents-section', title), ...own.map(noteRow)]);
  const pieces = [title, ...own.map(({ text }) => text)];
  return { html: [html], passages: [passage(`${id}-notes`, `the editor’s notes on ${article.id}`, pieces)] };
}

const titleOf = (article: Article, edition: Edition) =>
  headlineOf(article) ?? standIn(article, titleLength, breaksIn(edition));

function notesOf(
  { id: article }: Article,
  story: string,
  { issue, edition, quoted, stories }: Noted,
): Note[] {
  const { labels, reasons = {} } = edition;
  const { adaptText } = quoted ?? edition;
  const html = stories.find(({ properties }) => properties.id === story);
  const place = (words: string | undefined) => (html && words ? notePlace(html, words) : undefined) ?? story;
  // The source is quoted as it is, in its own script.
  const own = (issue.remarks ?? []).filter((one) => one.article === article);
  const remarks = own
    .filter(({ rule }) => rule !== widthRule)
    .map(({ before, after, rule }): Note => {
      const set = adaptText(after);
      const reason = reasons[rule];
      return { text: labels.remark({ before, after: set, ...(reason && { reason }) }), place: place(set) };
    });
  const widths = own.filter(({ rule }) => rule === widthRule).length;
  const questions = (issue.questions ?? [])
    .filter((one) => one.article === article && reasons[one.rule])
    .map(
      ({ rule, ...question }): Note => ({
        text: labels.question({ ...question, reason: reasons[rule]! }),
        place: place(question.text),
      }),
    );
  const ofWidths = widths > 0 ? [{ text: labels.widths(widths), place: story }] : [];
  return [...remarks, ...ofWidths, ...questions];
}

function noteRow({ text, place }: Note): Element {
  const folio = h('span.page-ref', { ariaHidden: 'true', dataTarget: place }, '000');
  return h('p.editor-note', [h('a', { href: `#${place}` }, [folio, text])]);
}
