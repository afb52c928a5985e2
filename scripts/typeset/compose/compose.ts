import { toHtml } from 'hast-util-to-html';
import type { Edition } from '../../article/edition.js';
import type { Issue } from '../../article/issue.js';
import { isEmptyStory } from '../../article/markdown/empty-story.js';
import type { Book, Galley, Passage } from '../book/galley.js';
import { headRoomOf } from '../book/head-room.js';
import { trimOf } from '../book/trim.js';
import { fitTypeArea, pageRules } from '../book/type-area.js';
import { rubyCharacters, rubyReadings } from '../fonts/ruby-characters.js';
import type { Part } from '../parts/part.js';
import { type BreaksOf, breakTitles } from '../parts/titles/sense.js';
import { partSheet } from './at-page.js';
import { bind } from './bind.js';
import type { Design } from './design.js';
import { displayText, keepsTextFace } from './display-text.js';
import { generatedCharacters } from './generated-characters.js';
import { hyphenate } from './hyphenate.js';
import { isolateNames } from './isolate.js';
import { textRatio } from './text-ratio.js';

/**
 * Folios, numbers of lists, the leaders of contents, the hyphen at a page's foot, 着重号: characters that layout itself
 * may print.
 */
const layoutCharacters = '0123456789.ivxlcdm-‐·•…—–，';

/** 组版: an issue in one edition → galleys of final HTML, the text that must be printed, and the style sheets. */
export function compose(whole: Issue, edition: Edition, design: Design): Book {
  const issue = edition.second ? whole : withoutEmpty(whole);
  const trim = trimOf(design.trim, design.path);
  const parts = design.sheets.map(partSheet);
  const typeArea = fitTypeArea(trim, design.sheets.join('\n'));
  const rules = pageRules(trim, typeArea, edition.progression);
  const lang = edition.lang;
  const passages: Passage[] = [];
  const galleys: Galley[] = [];
  const display: string[] = [];
  const breaksOf = titleBreaksOf(edition, design);
  const add = (galley: Omit<Galley, 'html'>, ...added: Part[]) => {
    passages.push(...added.flatMap((part) => part.passages));
    display.push(...displayText(added.flatMap(({ html }) => html)));
    for (const { html } of added) {
      breakTitles(html, lang, breaksOf);
      hyphenate(html, lang);
      isolateNames(html);
    }
    galleys.push({ ...galley, html: toHtml(added.flatMap(({ html }) => html)) });
  };
  const headRoom = headRoomOf(typeArea);
  for (const { galley, parts: added } of bind({ issue, edition, design, trim, headRoom }))
    add(galley, ...added);
  const runningHead = bookHead(issue, edition);
  const second =
    issue.second && edition.second
      ? { lang: edition.second.lang, runningHead: bookHead(issue.second, edition.second) }
      : undefined;
  const readings = [issue, issue.second].flatMap((one) => (one ? [...rubyReadings(one)] : []));
  const white = galleys.map(({ html }) => html.replace(/\S/gu, '')); // white space, which passages do not have
  const usual = [
    layoutCharacters,
    generatedCharacters(design.sheets.join('\n')),
    ...edition.labels.onPage,
    rubyCharacters(edition),
    runningHead,
    second?.runningHead ?? '',
    ...readings,
    ...white,
  ];
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
    ...(design.binding && { binding: design.binding }),
    pageCss: rules.page + parts.map(({ atPage }) => atPage).join('\n'),
    css: [rules.root + textRatio(issue, edition), ...parts.map(({ rest }) => rest)],
    fonts: [...edition.fonts, ...(design.faces ?? [])],
    galleys,
    passages,
    characters: characterSet([...usual, ...passages.map(({ text }) => text)]),
    ...(keepsTextFace(design.sheets.join('\n')) && {
      displayCharacters: characterSet([...usual, ...display]),
    }),
    runningHead,
    ...(second && { second }),
  };
}

/** 书眉 of pages without a story: title and date of the book. */
const bookHead = ({ title, date }: Issue, { formatDate, lang }: Edition): string =>
  [title, date && formatDate(date)].filter(Boolean).join(/^en\b/.test(lang) ? ', ' : '　');

/** 空稿 are told to their author, and are in no contents; a section keeps its last one. */
function withoutEmpty(issue: Issue): Issue {
  const sections = issue.sections.map((section) => {
    const articles = section.articles.filter((article) => !isEmptyStory(article));
    return articles.length > 0 ? { ...section, articles } : section;
  });
  return { ...issue, sections };
}

function characterSet(texts: readonly string[]): string {
  const characters = new Set<string>();
  for (const text of texts) for (const character of text) characters.add(character);
  return [...characters].sort().join('');
}

/** Title breaks for the languages of an edition; the names of the publication stay whole. */
function titleBreaksOf(edition: Edition, { names = [] }: Design): ReadonlyMap<string, BreaksOf> {
  const whole = names.map(({ text }) => text);
  return new Map(
    [edition, edition.second].flatMap((one) =>
      one?.titleBreaks ? [[one.lang, (title: string) => one.titleBreaks!(title, whole)] as const] : [],
    ),
  );
}
