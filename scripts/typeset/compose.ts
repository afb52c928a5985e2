import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { toString as textOf } from 'mdast-util-to-string';
import type { Edition } from '../article/edition.js';
import type { Issue, Section } from '../article/issue.js';
import { partSheet } from './at-page.js';
import { displayText, keepsTextFace } from './display-text.js';
import type { Book, Galley, Passage } from './galley.js';
import { hyphenate } from './hyphenate.js';
import { defaultParts, type PartName } from './part-names.js';
import { colophon } from './parts/colophon.js';
import { contents } from './parts/contents.js';
import { continuations } from './parts/continuation.js';
import { cover } from './parts/cover.js';
import { type IndexEntries, index, indexNames } from './parts/index-entries.js';
import { notes } from './parts/notes.js';
import { langOf } from './parts/parallel-pair.js';
import { coverInBoth, inBoth } from './parts/parallel-part.js';
import { parallelSection } from './parts/parallel-section.js';
import type { Part } from './parts/part.js';
import { story } from './parts/story.js';
import { backCover, halfTitle, imprint, spine, titlePage } from './parts/title-pages.js';
import { rubyCharacters } from './ruby-characters.js';
import { trimOf } from './trim.js';
import { fitTypeArea, pageRules } from './type-area.js';

/** What a book looks like: a trim size and style sheets, as contents. */
export interface Design {
  trim: string;
  /** Where the trim size was asked for, for messages. */
  path: string;
  /** In cascade order; they declare `--em` and `--line`. */
  sheets: string[];
  /** What stands around the stories; by the length of the book where nobody chose. */
  parts?: readonly PartName[];
  /** 专名表: what the index lists. */
  names?: readonly string[];
}

/** Folios, the leaders of contents, the hyphen at a page's foot: characters that layout itself may print. */
const layoutCharacters = '0123456789ivxlcdm-‐·…—';

/** 组版: an issue in one edition → galleys of final HTML, the text that must stand on paper, and the style sheets. */
export function compose(issue: Issue, edition: Edition, design: Design): Book {
  const trim = trimOf(design.trim, design.path);
  const parts = design.sheets.map(partSheet);
  const typeArea = fitTypeArea(trim, design.sheets.join('\n'));
  const rules = pageRules(trim, typeArea, edition.progression);
  const lang = langOf(edition);
  // Pages that face each other begin with a verso, which they ask for themselves.
  const isFacing = edition.second !== undefined && edition.parallel === 'facing';
  const facing = isFacing ? { facing: true, start: 'any' as const } : {};
  const passages: Passage[] = [];
  const galleys: Galley[] = [];
  const display: string[] = [];
  const add = (galley: Omit<Galley, 'html'>, ...added: Part[]) => {
    passages.push(...added.flatMap((part) => part.passages));
    display.push(...displayText(added.flatMap(({ html }) => html)));
    for (const { html } of added) hyphenate(html, lang);
    galleys.push({ ...galley, html: toHtml(added.flatMap(({ html }) => html)) });
  };
  const characters = charactersOf(issue);
  const has = new Set(design.parts ?? defaultParts(characters));
  const own = <T>(name: PartName, part: () => T): T[] => (has.has(name) ? [part()] : []);
  for (const part of own('cover', () => coverInBoth(cover(issue, edition), issue, edition)))
    add({ id: 'cover', start: 'recto', pageName: 'cover', folios: 'none' }, part);
  for (const part of own('spine', () => spine(issue)))
    add({ id: 'spine', start: 'any', pageName: 'cover', folios: 'none' }, part);
  const titles = [
    ...own('half-title', () => halfTitle(issue)),
    ...own('title-page', () => titlePage(issue, edition)),
    ...own('imprint', () => imprint(issue, edition, { trim, characters })),
  ];
  if (titles.length > 0) add({ id: 'titles', start: 'recto', pageName: 'front', folios: 'none' }, ...titles);
  if (has.has('contents'))
    add(
      {
        id: 'contents',
        start: titles.length > 0 ? 'recto' : 'any',
        pageName: 'front',
        folios: 'roman',
        ...facing,
      },
      ...inBoth(issue, edition, contents),
    );
  const entries: IndexEntries = new Map();
  const sections = issue.sections.map((section) => sectionParts(issue, section, edition));
  if (has.has('index'))
    for (const { html } of sections.flat())
      for (const one of html) indexNames(one, design.names ?? [], entries);
  const back = [
    ...own('notes', () => notes(issue, edition)),
    ...own('index', () => index(entries, edition)),
  ].flatMap((part) => part ?? []);
  const closing = has.has('colophon') ? inBoth(issue, edition, colophon) : [];
  const backOf = { start: 'any', pageName: 'back', folios: 'arabic' } as const;
  // Back matter may follow the last story on its page, if the theme has it so.
  if (!isFacing) sections.at(-1)?.push(...back, ...closing);
  sections.forEach((added, at) => {
    const id = issue.sections[at]!.id;
    add({ id, start: at === 0 ? 'recto' : 'any', folios: 'arabic', ...facing }, ...added);
  });
  // What stands in one language cannot face the other.
  if (isFacing && back.length > 0) add({ id: 'back', ...backOf }, ...back);
  if (isFacing && closing.length > 0) add({ id: 'back-2', ...backOf, ...facing }, ...closing);
  for (const part of own('back-cover', () => backCover(issue)))
    add({ id: 'back-cover', start: 'any', pageName: 'cover', folios: 'none' }, part);
  const date = issue.date && edition.formatDate(issue.date);
  const runningHead = [issue.title, date].filter(Boolean).join('　');
  const white = galleys.map(({ html }) => html.replace(/\S/gu, '')); // white space, which passages do not have
  const usual = [layoutCharacters, rubyCharacters(edition), runningHead, ...white];
  return {
    issue: issue.id,
    edition: edition.id,
    lang,
    title: runningHead,
    author: issue.publisher ?? issue.title,
    subject: edition.name,
    ...(issue.date !== undefined && { date: issue.date }),
    progression: edition.progression,
    trim,
    typeArea,
    pageCss: rules.page + parts.map(({ atPage }) => atPage).join('\n'),
    css: [rules.root, ...parts.map(({ rest }) => rest)],
    fonts: edition.fonts,
    galleys,
    passages,
    characters: characterSet([...usual, ...passages.map(({ text }) => text)]),
    ...(keepsTextFace(design.sheets.join('\n')) && {
      displayCharacters: characterSet([...usual, ...display]),
    }),
    runningHead,
  };
}

/** The stories of a section; above them its title, if it has one. */
function sectionParts(issue: Issue, section: Section, edition: Edition): Part[] {
  if (edition.second) return [parallelSection(issue, section, edition)];
  const { sections } = issue;
  const rank = sections.some(({ title }) => title) ? 2 : 1;
  const stories = section.articles.map((article, at) =>
    story(article, {
      section: section.id,
      rank,
      follows: at > 0,
      ...continuations(article, issue, edition),
    }),
  );
  if (!section.title) return stories;
  const id = `${section.id}-title`;
  const opener: Element = h('h1.section-title', { id }, section.title);
  return [
    { html: [opener], passages: [{ id, name: 'a section title', text: section.title.replace(/\s/gu, '') }] },
    ...stories,
  ];
}

function characterSet(texts: readonly string[]): string {
  const characters = new Set<string>();
  for (const text of texts) for (const character of text) characters.add(character);
  return [...characters].sort().join('');
}

/** 字数 of the stories, marks included, as the trade counts. */
function charactersOf({ sections }: Issue): number {
  const texts = sections.flatMap(({ articles }) => articles.map(({ tree }) => textOf(tree)));
  return texts.reduce((sum, text) => sum + text.replace(/\s/gu, '').length, 0);
}
