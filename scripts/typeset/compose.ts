import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Edition } from '../article/edition.js';
import type { Issue, Section } from '../article/issue.js';
import { partSheet } from './at-page.js';
import { displayText, keepsTextFace } from './display-text.js';
import type { Book, Galley, Passage } from './galley.js';
import { colophon } from './parts/colophon.js';
import { contents } from './parts/contents.js';
import { cover } from './parts/cover.js';
import type { Part } from './parts/part.js';
import { story } from './parts/story.js';
import { trimOf } from './trim.js';
import { fitTypeArea, pageRules } from './type-area.js';

/** What a book looks like: a trim size and style sheets, as contents. */
export interface Design {
  trim: string;
  /** Where the trim size was asked for, for messages. */
  path: string;
  /** In cascade order; the first declares `--em` and `--line`. */
  sheets: string[];
}

/** Folios, the leaders of contents, the hyphen at a page's foot: characters that layout itself may print. */
const layoutCharacters = '0123456789ivxlcdm-‐·…—';

/** 组版: an issue in one edition → galleys of final HTML, the text that must stand on paper, and the style sheets. */
export function compose(issue: Issue, edition: Edition, design: Design): Book {
  const trim = trimOf(design.trim, design.path);
  const parts = design.sheets.map(partSheet);
  const typeArea = fitTypeArea(trim, design.sheets.join('\n'));
  const rules = pageRules(trim, typeArea, edition.progression);
  const passages: Passage[] = [];
  const galleys: Galley[] = [];
  const display: string[] = [];
  const add = (galley: Omit<Galley, 'html'>, ...added: Part[]) => {
    passages.push(...added.flatMap((part) => part.passages));
    display.push(...displayText(added.flatMap(({ html }) => html)));
    galleys.push({ ...galley, html: toHtml(added.flatMap(({ html }) => html)) });
  };
  add({ id: 'cover', start: 'recto', pageName: 'cover', folios: 'none' }, cover(issue, edition));
  add({ id: 'contents', start: 'recto', pageName: 'front', folios: 'roman' }, contents(issue, edition));
  issue.sections.forEach((section, index) => {
    add(
      { id: section.id, start: index === 0 ? 'recto' : 'any', folios: 'arabic' },
      ...sectionParts(issue, section),
    );
  });
  add({ id: 'back', start: 'any', pageName: 'back', folios: 'arabic' }, colophon(issue, edition));
  const date = issue.date && edition.formatDate(issue.date);
  const runningHead = [issue.title, date].filter(Boolean).join('　');
  const white = galleys.map(({ html }) => html.replace(/\S/gu, '')); // white space, which passages do not have
  const usual = [layoutCharacters, runningHead, ...white];
  return {
    issue: issue.id,
    edition: edition.id,
    lang: edition.id,
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
function sectionParts({ sections }: Issue, section: Section): Part[] {
  const rank = sections.some(({ title }) => title) ? 2 : 1;
  const stories = section.articles.map((article) => story(article, { section: section.id, rank }));
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
