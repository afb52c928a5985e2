import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { RootContent } from 'mdast';
import type { Article } from '../../../article/article.js';
import type { Edition } from '../../../article/edition.js';
import type { Issue, Section } from '../../../article/issue.js';
import type { Passage } from '../../book/galley.js';
import { type BlockContext, blockHtml, blockText, noteHtml } from '../block.js';
import { isCaptionOnly, runningHeadOf } from '../headline.js';
import { matterText } from '../matter-notes.js';
import { type Part, passage } from '../part.js';
import { noteText, plainText } from '../plain-text.js';
import { runningLength, type StoryPlace, storyHead } from '../story.js';
import { captionsWithoutPicture } from '../story-blocks.js';
import { storyId } from '../story-id.js';
import { openNotes, storyNotes } from '../story-notes.js';
import { addRunIn } from '../titles/run-in.js';
import { breaksIn } from '../titles/sense.js';
import { spacedTitle } from '../titles/spaced-title.js';
import { type Cells, pair, parallel, secondId } from './parallel-pair.js';

/** One row of a story: the content of each language, as HTML and as text. */
interface Row extends Cells {
  texts: { first: string; second: string };
}

/** 对照: the stories of a section in two languages, in rows of a block and its translation. */
export function parallelSection(
  issue: Issue,
  section: Section,
  { edition, headRoom }: { edition: Edition; headRoom: number },
): Part {
  const rank = issue.sections.some(({ title }) => title) ? 2 : 1;
  const other = issue.second?.sections.find(({ id }) => id === section.id);
  const made = section.articles.map((article, at) =>
    parallelStory(
      article,
      other?.articles.find(({ id }) => id === article.id),
      {
        place: { section: section.id, rank, follows: at > 0, headRoom },
        edition,
      },
    ),
  );
  const opener = section.title ? [sectionTitle(section, other?.title, edition)] : [];
  const parts = [...opener, ...made];
  const all = parts.flatMap(({ passages }) => passages);
  const isFacing = edition.parallel === 'facing';
  // On facing pages each language is read through; else row by row.
  const passages = isFacing
    ? [...all.filter(({ id }) => !isSecond(id)), ...all.filter(({ id }) => isSecond(id))]
    : all;
  return {
    html: [
      parallel(
        parts.flatMap(({ html }) => html),
        edition,
      ),
    ],
    passages,
  };
}

const isSecond = (id: string) => id.endsWith(secondId);

function sectionTitle({ id, title }: Section, second: string | undefined, edition: Edition): Part {
  const heading = (text: string | undefined, own: string) =>
    text ? [spacedTitle('h1.section-title', text, { id: own })] : [];
  const name = `${id}-title`;
  const cells = { first: heading(title, name), second: heading(second, name + secondId) };
  const passages = [passage(name, 'a section title', [title])];
  if (second) passages.push(passage(name + secondId, 'a section title', [second]));
  return { html: pair(cells, edition), passages };
}

/** One language of a story. */
interface Side {
  article: Article;
  context: BlockContext;
  headline: RootContent | undefined;
}

function sideOf(article: Article, id: string, rank: StoryPlace['rank'], { labels }: Edition): Side {
  const notes = openNotes(article.tree, id);
  const { children } = article.tree;
  const headline = children.find((node) => node.type === 'heading' && node.depth === 1);
  const missing = {
    captions: captionsWithoutPicture(children.filter((one) => one !== headline)),
    words: labels.noPicture,
  };
  return { article, context: { rank, notes, missing }, headline };
}

function parallelStory(
  article: Article,
  translation: Article | undefined,
  { place, edition }: { place: StoryPlace; edition: Edition },
): Part {
  const id = storyId(place.section, article.id);
  const first = sideOf(article, id, place.rank, edition);
  const second = translation && sideOf(translation, id + secondId, place.rank, edition.second!);
  const isPictureNote = isCaptionOnly(article);
  const body = blockRows(first, second);
  if (isPictureNote) body.push(pictureRow(edition, second !== undefined));
  const [opening] = body;
  if (first.headline === undefined && opening && !isPictureNote) runIn(opening);
  const rows = [headRow(first, second, place), ...body, ...noteRows(first, second)];
  const isTitled = first.headline !== undefined;
  const breaksOf = breaksIn(edition);
  const running = (one: Article) => runningHeadOf(one, runningLength, { breaksOf, room: place.headRoom });
  const html = h(
    'article',
    {
      id,
      dataHead: running(article),
      ...(translation && { dataSecondHead: running(translation) }),
      ...(isTitled && { dataOpens: '' }),
      className: [
        'story',
        ...(isTitled ? [] : ['untitled']),
        ...(isPictureNote ? ['picture-note'] : []),
        ...(place.follows ? ['follows'] : []),
      ],
    },
    rows.flatMap((row) => pair(row, edition)),
  );
  const passages: Passage[] = rows.flatMap(({ texts }) => [
    ...(texts.first ? [passage(id, article.file.path || article.id, [texts.first])] : []),
    ...(texts.second && translation
      ? [passage(id + secondId, translation.file.path || translation.id, [texts.second])]
      : []),
  ]);
  return { html: [html], passages };
}

/** The heading of a story; white space if it has none and follows another story. */
function headRow(first: Side, second: Side | undefined, { follows }: StoryPlace): Row {
  const own = headHtml(first);
  const other = second ? headHtml(second) : [];
  const isBare = own.length + other.length === 0 && follows === true;
  return {
    first: isBare ? [h('div.story-break', { ariaHidden: 'true' })] : own,
    second: isBare && second ? [h('div.story-break', { ariaHidden: 'true' })] : other,
    texts: { first: headText(first), second: second ? headText(second) : '' },
  };
}

/** 段首黑体 in both languages. */
function runIn({ first, second }: Row): void {
  addRunIn(first.filter((node): node is Element => node.type === 'element'));
  addRunIn(second.filter((node): node is Element => node.type === 'element'));
}

/** 图略, in both languages. */
function pictureRow(edition: Edition, isPaired: boolean): Row {
  const [own, other] = [edition.labels.noPicture, isPaired ? edition.second!.labels.noPicture : ''];
  const line = (text: string) => (text ? [h('p.caption', text.trim())] : []);
  return { first: line(own), second: line(other), texts: { first: own, second: other } };
}

function headHtml({ article, headline, context }: Side): Element[] {
  const head = storyHead(article, headline?.type === 'heading' ? headline : undefined, context);
  return head ? [head] : [];
}

function headText({ article: { matter }, headline, context }: Side): string {
  const title = headline && plainText(headline, context.notes);
  const line = (text: string | undefined) => text && matterText(text, context.notes);
  return [line(matter.kicker), title, line(matter.deck), line(matter.byline)].join('');
}

/** The blocks by row: each block of a translation knows its row. */
function blockRows(first: Side, second: Side | undefined): Row[] {
  const sides = [first, second].map((side) => (side ? byRow(side) : new Map<number, RootContent[]>()));
  const numbers = new Set(sides.flatMap((rows) => [...rows.keys()]));
  return [...numbers]
    .sort((a, b) => a - b)
    .map((number): Row => {
      const [one, other] = sides.map((rows) => rows.get(number) ?? []);
      return {
        first: html(one!, first),
        second: second ? html(other!, second) : [],
        texts: { first: text(one!, first), second: second ? text(other!, second) : '' },
      };
    });
}

function byRow({ article, headline }: Side): Map<number, RootContent[]> {
  const rows = new Map<number, RootContent[]>();
  for (const [index, node] of article.tree.children.entries()) {
    if (node === headline) continue;
    const row = node.data?.row ?? index;
    rows.set(row, [...(rows.get(row) ?? []), node]);
  }
  return rows;
}

const html = (nodes: readonly RootContent[], { context }: Side): ElementContent[] =>
  nodes.flatMap((node) => blockHtml(node, context));

const text = (nodes: readonly RootContent[], { context }: Side) =>
  nodes.map((node) => blockText(node, context)).join('');

/** 注: in two languages they are at the end of their story, note beside note. */
function noteRows(first: Side, second: Side | undefined): Row[] {
  const [one, other] = [notesOf(first), second ? notesOf(second) : []];
  return Array.from({ length: Math.max(one.length, other.length) }, (_, index): Row => {
    const [left, right] = [one[index], other[index]];
    return {
      first: left ? [left.html] : [],
      second: right ? [right.html] : [],
      texts: { first: left?.text ?? '', second: right?.text ?? '' },
    };
  });
}

function notesOf({ article, context }: Side): { html: Element; text: string }[] {
  return storyNotes(article.tree, context).inOrder.map((note, index) => {
    const element = noteHtml(note, context);
    // Pagination moves a `.note` to the foot of its page. The first has the rule above all.
    const className = index === 0 ? ['end-note', 'leads'] : ['end-note'];
    return {
      html: { ...element, properties: { ...element.properties, className } },
      text: noteText(note, context.notes),
    };
  });
}
