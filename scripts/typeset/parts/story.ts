import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Heading, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Article } from '../../article/article.js';
import type { Labels } from '../../article/edition.js';
import type { Passage } from '../book/galley.js';
import { type BlockContext, blockText } from './block.js';
import type { Continuation } from './continuation.js';
import { isCaptionOnly, runningHeadOf } from './headline.js';
import { matterHtml, matterText } from './matter-notes.js';
import { type Part, passage } from './part.js';
import { type Notes, phrasingHtml } from './phrasing.js';
import { noteText, plainText } from './plain-text.js';
import { beginsPage, captionsWithoutPicture, storyBlocks, storyBodies } from './story-blocks.js';
import { storyId } from './story-id.js';
import { openNotes, storyNotes } from './story-notes.js';
import { chapterTitle } from './titles/phrases.js';
import { addRunIn } from './titles/run-in.js';
import type { BreaksOf } from './titles/sense.js';

/** Place of a story in its book. */
export interface StoryPlace {
  section: string;
  /** Rank of its headline: below a section's title, if there are any. */
  rank: 1 | 2;
  /** True if another story precedes it in its section. */
  follows?: boolean;
  /** How its first words part, where they stand for a headline. */
  breaksOf?: BreaksOf;
  /** Number of characters that a running head holds. */
  headRoom?: number;
  /** True if a story without a headline opens with its first words in 黑体. */
  runsIn?: boolean;
  /** 图略: set under a caption whose picture is missing. */
  noPicture?: string;
  /** True for a chapter of a book whose chapters begin pages, however short it is. */
  isChapter?: boolean;
  /** Text around the folio after a link in the text. */
  onPage?: Labels['onPage'];
  /** Lines that say where it began and where it continues. */
  from?: Continuation;
  on?: Continuation;
}

/** Number of first characters in the running head of a story without headline. */
export const runningLength = 12;

/** A story of more characters, two pages or so, may begin a page; a shorter one follows on. */
const longLength = 1200;
/** 简讯: a story of fewer characters, with one picture at the most, which the newspaper theme boxes. */
const briefLength = 160;
const mostPictures = 1;
const isLong = (tree: Article['tree']) => textOf(tree).length >= longLength;

/** 一页: so many characters, or more. */
const pageLength = longLength / 2;
/** True for a novel or the like: most of its chapters fill a page, and all begin one, so that readers find them alike. */
export const haveOwnPages = (chapters: readonly Article[]): boolean =>
  chapters.filter(({ tree }) => textOf(tree).length >= pageLength).length * 2 > chapters.length;
const isBrief = ({ matter: { kicker = '', deck = '', byline = '' }, tree }: Article) =>
  tree.children.every(
    // A box has no place for what has pages of its own.
    ({ type, data }) =>
      (type === 'heading' || type === 'paragraph') &&
      !(data?.isPlate || data?.isSpread || data?.startsPage || data?.role === 'verse'),
  ) &&
  [kicker, deck, byline, textOf(tree)].join('').length <= briefLength &&
  picturesOf(tree) <= mostPictures;

function picturesOf(tree: Article['tree']): number {
  let count = 0;
  visit(tree, ['image', 'imageReference'], () => void count++);
  return count;
}

/** 稿件: kicker, headline, deck, byline, and the blocks as the manuscript has them. */
export function story(article: Article, place: StoryPlace): Part {
  const { section, rank, from, on } = place;
  const { matter, tree } = article;
  const id = storyId(section, article.id);
  const notes: Notes = { ...openNotes(tree, id), ...(place.onPage && { onPage: place.onPage }) };
  const at = tree.children.findIndex((node) => node.type === 'heading' && node.depth === 1);
  const headline = at < 0 ? undefined : (tree.children[at] as Heading);
  const blocks = tree.children.filter((_, index) => index !== at);
  const running = runningHeadOf(article, runningLength, { breaksOf: place.breaksOf, room: place.headRoom });
  const missing = place.noPicture && { captions: captionsWithoutPicture(blocks), words: place.noPicture };
  const context: BlockContext = { rank, notes, ...(missing && { missing }) };
  const head = storyHead(article, headline, context);
  const elements = storyBlocks(blocks, context);
  if (!headline && place.runsIn) addRunIn(elements);
  const isPictureNote = isCaptionOnly(article) && place.noPicture !== undefined;
  if (isPictureNote) elements.at(-1)?.children.push({ type: 'text', value: place.noPicture! });
  const body = storyBodies([from?.html, ...elements, on?.html]);
  const footnotes = storyNotes(tree, context);
  const white = beginsPage(body[0]) ? undefined : h('div.story-break', { ariaHidden: 'true' });
  const html = h(
    'article',
    {
      id,
      dataHead: running,
      ...(headline && { dataOpens: '' }),
      className: [
        'story',
        ...(headline ? [] : ['untitled']),
        ...(isPictureNote ? ['picture-note'] : []),
        ...(place.isChapter || isLong(tree) ? ['long'] : []),
        ...(headline && isBrief(article) ? ['brief'] : []),
        ...(place.follows ? ['follows'] : []),
      ],
    },
    [head ?? white, ...body, ...footnotes.html],
  );
  const line = (text: string | undefined) => text && matterText(text, notes);
  const title = headline && plainText(headline, notes);
  const heads = [line(matter.kicker), title, line(matter.deck), line(matter.byline)];
  return {
    html: [html],
    passages: [
      storyPassage(article, id, [
        ...heads,
        from?.text,
        ...blocks.map((one) => blockText(one, context)),
        isPictureNote ? place.noPicture : undefined,
        on?.text,
        ...footnotes.inOrder.map((note) => noteText(note, notes)),
      ]),
    ],
  };
}

function storyPassage({ file, id: own }: Article, id: string, pieces: (string | undefined)[]): Passage {
  return passage(id, file.path || own, pieces);
}

/** The head above a story's blocks; undefined where the source has none. */
export function storyHead(
  { matter, read = {} }: Article,
  headline: Heading | undefined,
  { rank, notes }: { rank: 1 | 2; notes: Notes },
): Element | undefined {
  const parts: (Element | undefined)[] = [
    matter.kicker ? h('p.kicker', matterHtml(read.kicker ?? matter.kicker, notes)) : undefined,
    headline ? h(`h${rank}.headline`, chapterTitle(phrasingHtml(headline.children, notes))) : undefined,
    matter.deck ? h('p.deck', matterHtml(read.deck ?? matter.deck, notes)) : undefined,
    matter.byline ? h('p.byline', matterHtml(read.byline ?? matter.byline, notes)) : undefined,
  ];
  return parts.some(Boolean) ? h('header.story-head', parts) : undefined;
}

/** True if a tree's node is set at all. */
export function isSet(node: RootContent): boolean {
  return node.type !== 'yaml' && node.type !== 'definition' && node.type !== 'footnoteDefinition';
}
