import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Article } from '../../article/article.js';
import type { Edition, Labels } from '../../article/edition.js';
import type { Issue } from '../../article/issue.js';
import { headlineOf, openingWords } from '../compose/headline.js';
import { type Part, passage } from './part.js';
import { phrases } from './phrases.js';
import { storyId } from './story-id.js';

/** Number of first characters that replace a missing headline. */
const openingLength = 14;

/** 目录: a line for each story with the folio of its first page, which is filled in when all pages are made. */
export function contents(issue: Issue, { labels }: Edition): Part {
  const pieces: string[] = [labels.contents];
  const rows: Element[] = [];
  for (const section of issue.sections) {
    if (section.title) {
      rows.push(h('p.contents-section', section.title));
      pieces.push(section.title);
    }
    for (const article of section.articles) {
      const { kicker, title, isStandIn } = entryOf(article, labels);
      if (kicker) pieces.push(kicker);
      pieces.push(title);
      rows.push(row(storyId(section.id, article.id), { kicker, title, isStandIn }));
    }
  }
  const html = h('section#contents.contents', [h('h1.part-title', labels.contents), ...rows]);
  return { html: [html], passages: [passage('contents', 'the contents', pieces)] };
}

interface Entry {
  kicker?: string | undefined;
  title: string;
  /** True if the story has no headline, and its first words replace it. */
  isStandIn: boolean;
}

function entryOf(article: Article, labels: Labels): Entry {
  const title = headlineOf(article);
  if (title) return { kicker: article.matter.kicker, title, isStandIn: false };
  const isCaption = article.tree.children.every(
    ({ data }) => data?.role === 'caption' || data?.role === 'credit',
  );
  const label = isCaption ? labels.caption : labels.untitled;
  return { title: `［${label}］${openingWords(article, openingLength)}`, isStandIn: true };
}

function row(target: string, { kicker, title, isStandIn }: Entry): Element {
  return h('p.contents-row', [
    h('a', { href: `#${target}`, className: isStandIn ? ['stand-in'] : [] }, [
      kicker ? h('span.contents-kicker', kicker) : undefined,
      h('span.contents-title', phrases([{ type: 'text', value: title }])),
      h('span.leader', { ariaHidden: 'true' }),
      h('span.page-ref', { ariaHidden: 'true', dataTarget: target }, '000'),
    ]),
  ]);
}
