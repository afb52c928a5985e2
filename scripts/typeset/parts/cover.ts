import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Article } from '../../article/article.js';
import type { Edition } from '../../article/edition.js';
import type { Issue } from '../../article/issue.js';
import { chapterNumberOf } from '../../text/press/chapters.js';
import { headlineOf, openingWords } from './headline.js';
import { type Part, passage } from './part.js';
import { phrases } from './titles/phrases.js';
import { breaksIn } from './titles/sense.js';

/** 要目: a cover has room for this many headlines. */
const mostHighlights = 4;

/** A nameplate of more characters would be small on one line. */
const nameplateLength = 7;
/** So few characters are not spread over the width of the cover. */
const shortLength = 3;

/** Below a picture there is room for fewer. */
const besidePicture = 2;

/** Number of characters of the line of text below the first headline. */
const leadLength = 44;

/** Pictures of a cover, as data: URLs. */
export interface CoverPictures {
  page?: string | undefined;
  /** 报头: the calligraphic nameplate of the paper. */
  nameplate?: string | undefined;
}

/** 封面: nameplate, date, a picture if there is one, the first headlines of a newspaper, publisher. */
export function cover(issue: Issue, edition: Edition, pictures: CoverPictures = {}): Part {
  const { labels } = edition;
  const date = issue.date && edition.formatDate(issue.date);
  const titled = issue.sections
    .flatMap(({ articles }) => articles)
    .filter((article) => headlineOf(article) !== undefined);
  const listed = isOfChapters(titled) ? [] : titled.slice(0, pictures.page ? besidePicture : mostHighlights);
  const html = h(pictures.page ? 'section#cover.cover.has-picture' : 'section#cover.cover', [
    nameplate(issue, pictures.nameplate),
    date ? h('p.date', date) : null,
    pictures.page ? h('figure.cover-picture', [h('img', { src: pictures.page, alt: labels.cover })]) : null,
    listed.length > 0 ? highlights(listed, issue, edition) : null,
    issue.publisher ? h('p.publisher', issue.publisher) : null,
  ]);
  const texts = listed.flatMap((article, at) => [
    headlineOf(article),
    at === 0 ? leadOf(article, issue, edition) : '',
  ]);
  const titles = listed.length > 0 ? [labelOf(issue, edition), ...texts] : [];
  const title = pictures.nameplate ? undefined : issue.title;
  return {
    html: [html],
    passages: [passage('cover', 'the cover', [title, date, ...titles, issue.publisher])],
  };
}

/** The name of the paper, in type or as a picture with the name as its description. */
function nameplate({ title }: Issue, picture: string | undefined): Element {
  if (picture) return h('figure.nameplate-picture', [h('img', { src: picture, alt: title })]);
  const length = [...title].length;
  const size = length > nameplateLength ? '.is-long' : length <= shortLength ? '.is-short' : '';
  return h(`p.nameplate${size}`, { style: `--letters: ${length}` }, title);
}

/** True for a book of chapters (a novel, a code, a gazetteer): its cover has no 要目. */
export function isOfChapters(articles: readonly Article[]): boolean {
  const titles = articles.flatMap((article) => headlineOf(article) ?? []);
  return titles.filter((title) => chapterNumberOf(title) !== undefined).length * 2 >= titles.length;
}

/** 本期要目 of a newspaper, 要目 of a book. */
const labelOf = ({ date }: Issue, { labels }: Edition) =>
  date ? labels.highlights : labels.undatedHighlights;

/** 要目: the first headline with a line of its text, then the others. */
function highlights(listed: readonly Article[], issue: Issue, edition: Edition): Element {
  const title = (article: Article) => phrases([{ type: 'text', value: headlineOf(article)! }]);
  const [first, ...others] = listed;
  const lead = leadOf(first!, issue, edition);
  const list = issue.date ? others : listed;
  return h('div.highlights', [
    h('p.highlights-title', labelOf(issue, edition)),
    issue.date ? h('p.cover-head', title(first!)) : null,
    lead ? h('p.cover-lead', lead) : null,
    list.length > 0
      ? h(
          'ul',
          list.map((article) => h('li', title(article))),
        )
      : null,
  ]);
}

/** The opening of the first news, up to the end of a clause; '' where it has none, and in a book without a date. */
function leadOf({ tree, ...article }: Article, { date }: Issue, edition: Edition): string {
  if (!date) return '';
  const blocks = tree.children.filter(
    ({ type, data }) => type === 'paragraph' && !data?.role?.match(/caption|credit/),
  );
  const body: Article = { ...article, tree: { ...tree, children: blocks } };
  return openingWords(body, leadLength, breaksIn(edition));
}
