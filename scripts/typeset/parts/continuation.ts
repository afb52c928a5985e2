import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Article } from '../../article/article.js';
import type { Edition } from '../../article/edition.js';
import type { Issue } from '../../article/issue.js';
import { headlineOf, standIn } from './headline.js';
import { storyId } from './story-id.js';
import { breaksIn } from './titles/sense.js';

/** 转版/接版: a line that says where a story continues, or where it began; with its text, for the proof. */
export interface Continuation {
  html: Element;
  text: string;
}

/** Number of first characters that name a story without headline. */
const titleLength = 10;

/** The lines above and below a story that the paper had split over two pages. */
export function continuations(
  { matter }: Article,
  issue: Issue,
  edition: Edition,
): { from?: Continuation; on?: Continuation } {
  const { labels } = edition;
  const line = (label: string, id: string | undefined): Continuation | undefined => {
    const section = issue.sections.find(({ articles }) => articles.some((one) => one.id === id));
    const target = section?.articles.find((one) => one.id === id);
    if (!section || !target) return undefined;
    const text = `${label}《${headlineOf(target) ?? standIn(target, titleLength, breaksIn(edition))}》`;
    const place = storyId(section.id, target.id);
    const folio = h('span.page-ref', { ariaHidden: 'true', dataTarget: place }, '000');
    return { html: h('p.continued', [h('a', { href: `#${place}` }, [text, ' ', folio])]), text };
  };
  const from = line(labels.continuedFrom, matter.continuedFrom);
  const on = line(labels.continuedIn, matter.continuedOn);
  return { ...(from && { from }), ...(on && { on }) };
}
