import { basename, join } from 'node:path';
import { location } from 'vfile-location';
import { VFileMessage } from 'vfile-message';
import type { Article } from './article.js';
import type { Issue, Remark, Section, Tally } from './issue.js';
import { dateInName, type IssueFile, placeOfArticle, readIssueFile } from './issue-file.js';
import type { ArticleLedger, SourceLedger } from './ledger-file.js';
import { resolveLinks } from './links.js';
import { listArticles, listProposals, names, readTextFile } from './manuscript.js';
import { dropControls } from './markdown/controls.js';
import { isEmptyStory } from './markdown/empty-story.js';
import { readArticleText } from './markdown/known-articles.js';
import { remarksOf } from './notes/remarks.js';
import { didYouMean, message, problem, tell } from './problem.js';
import type { Doubt } from './restoration.js';
import type { Source } from './source.js';
import { sourcePath } from './source-files.js';
import { strayFiles } from './stray-files.js';
import { say } from './words/say.js';

/** Values that an issue takes from its publication where its own file does not set them. */
export interface IssueDefaults {
  title: string;
  publisher?: string | undefined;
}

/**
 * Reads an issue's reviewed manuscript: the files as they are, with the open questions from their ledgers.
 *
 * @param source gives the open questions their line and column; without it they have none.
 * @throws a problem with its place when a file is missing or wrong; an AggregateError of them when several are.
 */
export function readIssue(folder: string, defaults: IssueDefaults, source?: Source): Issue {
  const path = join(folder, names.issue);
  const file = readIssueFile(readTextFile(path) ?? '', path);
  const place = doubtPlacer(source, sourcePath(folder));
  const ledger = readLedger<SourceLedger>(join(folder, names.sourceLedger));
  const tally: Tally = { edits: {}, open: 0 };
  count(tally, ledger?.edits ?? []);
  const remarks: Remark[] = [];
  const problems: unknown[] = [];
  const sections = sectionsOf(file, folder).map(({ title, articles }, index): Section => {
    const read = articles.flatMap((id) => {
      try {
        return [readArticle(folder, id, { place, tally, source, remarks })];
      } catch (error) {
        problems.push(error);
        return [];
      }
    });
    return { id: `s${index + 1}`, ...(title !== undefined && { title }), articles: read };
  });
  // All at once, so that a person can fix them in one go; a book must not lack a story.
  if (problems.length > 1) throw new AggregateError(problems);
  if (problems.length === 1) throw problems[0];
  const messages = [
    ...(ledger?.messages ?? []).filter(isOpen).map(place),
    ...listProposals(folder).map((name) => openProposal(folder, name)),
    ...strayFiles(
      folder,
      sections.flatMap(({ articles }) => articles.map(({ id }) => id)),
    ),
  ];
  resolveLinks(sections);
  const publisher = file.publisher ?? defaults.publisher;
  const date = file.date ?? dateInName(basename(folder));
  const issue: Issue = {
    id: basename(folder),
    title: file.title ?? defaults.title,
    ...(date !== undefined && { date }),
    ...(publisher !== undefined && { publisher }),
    ...(file.cover !== undefined && { cover: file.cover }),
    sections,
    tally,
    ...(source && { remarks }),
    messages,
    told: (ledger?.messages ?? []).filter((doubt) => !isOpen(doubt)).map(place),
  };
  tally.open = messagesOf(issue).length;
  return issue;
}

/** 存疑: all open questions of an issue, in its order. */
export function messagesOf(issue: Issue): VFileMessage[] {
  const articles = issue.sections.flatMap((section) => section.articles);
  return [...articles.flatMap((article) => article.file.messages), ...issue.messages];
}

const isOpen = ({ told }: Doubt) => told !== true;

type PlaceDoubt = (doubt: Doubt) => VFileMessage;

/** Inputs and results of reading an article. */
interface Reading {
  place: PlaceDoubt;
  tally: Tally;
  source: Source | undefined;
  remarks: Remark[];
}

function readArticle(folder: string, id: string, { place, tally, source, remarks }: Reading): Article {
  const path = join(folder, names.article(id));
  const text = readTextFile(path);
  if (text === undefined)
    throw problem(say('no-article', id, names.article(id)), {
      ...placeIn(folder, id, 0),
      ...didYouMean(id, listArticles(folder)),
    });
  const article = readArticleText(id, path, text);
  dropControls(article);
  const ledger = readLedger<ArticleLedger>(join(folder, names.ledger(id)));
  count(tally, ledger?.edits ?? []);
  // Words that a person added and the source lacks.
  count(
    tally,
    (ledger?.pieces ?? []).flatMap(({ added }) => (added === undefined ? [] : [{ rule: 'addition' }])),
  );
  if (source) remarks.push(...remarksOf(id, ledger?.edits ?? [], source.text));
  tellEmpty(article);
  article.file.messages.push(...(ledger?.messages ?? []).filter(isOpen).map(place));
  return article;
}

/** Reports a story that leaves nothing on paper. */
function tellEmpty(article: Article): void {
  if (!isEmptyStory(article)) return;
  tell(article.file, say('empty-story'), { ruleId: 'empty', note: say('write-or-take-out') });
}

function placeIn(folder: string, id: string, time: 0 | 1) {
  const path = join(folder, names.issue);
  return { path, place: placeOfArticle(readTextFile(path) ?? '', id, time) };
}

/** The sections of the issue file; without them, all articles in the order of their names. */
function sectionsOf(file: IssueFile, folder: string): IssueFile['sections'] {
  const listed = file.sections.flatMap(({ articles }) => articles);
  const repeated = listed.find((id, index) => listed.indexOf(id) !== index);
  if (repeated !== undefined)
    throw problem(say('second-article', repeated), {
      ...placeIn(folder, repeated, 1),
      note: say('take-out-second'),
    });
  if (listed.length > 0) return file.sections.filter(({ articles }) => articles.length > 0);
  const articles = listArticles(folder);
  if (articles.length === 0)
    throw problem(say('empty-issue', names.source), {
      path: folder,
    });
  return [{ articles }];
}

/** @throws a problem when a ledger was damaged by hand. */
export function readLedger<T extends ArticleLedger | SourceLedger>(path: string): T | undefined {
  const text = readTextFile(path);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch (error) {
    throw problem(say('no-json', (error as Error).message), {
      path,
      note: say('machine-file'),
    });
  }
}

function count(tally: Tally, edits: readonly { rule: string }[]): void {
  for (const { rule } of edits) tally.edits[rule] = (tally.edits[rule] ?? 0) + 1;
}

/** Doubts → messages that name the source's line and column. */
function doubtPlacer(source: Source | undefined, path: string): PlaceDoubt {
  const file = source && location(source.text);
  return ({ start, end, ruleId, reason, candidates }) => {
    const [from, to] = [file?.toPoint(start), file?.toPoint(end)];
    const message = new VFileMessage(reason, {
      ...(from && to && { place: { start: from, end: to } }),
      source: 'restore',
      ruleId,
    });
    message.file = path;
    if (candidates) message.expected = candidates;
    if (source) message.quoted = quoteAt(source.text, start, end);
    return message;
  };
}

/** Number of characters by which a person recognises a place. */
const quotedLength = 16;

/** Number of characters on each side of a line end by which a person recognises it. */
const aroundLength = 8;

/** The words at a place, shortened; at a line end, the words around it with “|” between them. */
export function quoteAt(text: string, start: number, end: number): string {
  const words = shorten(text.slice(start, end));
  if (words !== '') return words;
  const plain = (part: string) => [...part.replace(/\s+/gu, ' ').trim()];
  const before = plain(text.slice(Math.max(0, start - 4 * aroundLength), start)).slice(-aroundLength);
  const after = plain(text.slice(end, end + 4 * aroundLength)).slice(0, aroundLength);
  return `${before.join('')}|${after.join('')}`;
}

function shorten(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  return characters.length <= quotedLength
    ? characters.join('')
    : `${characters.slice(0, quotedLength).join('')}…`;
}

function openProposal(folder: string, name: string): VFileMessage {
  const kept = name.replace('.proposal.', '.');
  return message(say('keeps-edited', kept), {
    path: join(folder, name),
    note: say('take-from-proposal'),
    ruleId: 'proposal',
  });
}
