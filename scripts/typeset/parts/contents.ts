import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Heading } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Article } from '../../article/article.js';
import type { Edition } from '../../article/edition.js';
import type { Issue } from '../../article/issue.js';
import { headlineOf, isCaptionOnly, standIn } from './headline.js';
import { matterText } from './matter-notes.js';
import { type Part, passage } from './part.js';
import { headingId } from './phrasing.js';
import { storyId } from './story-id.js';
import { phrases } from './titles/phrases.js';
import { breaksIn } from './titles/sense.js';

/** Number of first characters that replace a missing headline. */
const openingLength = 22;

/**
 * 目录: a line for each story with the folio of its first page, which is filled in when all pages are made; with two
 * levels, a line for each of its crossheads below it.
 */
export function contents(issue: Issue, edition: Edition, levels = 1): Part {
  const { labels } = edition;
  const pieces: string[] = [labels.contents];
  const rows: Element[] = [];
  for (const section of issue.sections) {
    if (section.title) {
      rows.push(h('p.contents-section', section.title));
      pieces.push(section.title);
    }
    for (const article of section.articles.filter((one) => !isCaptionOnly(one))) {
      const { kicker, title, isStandIn } = entryOf(article, edition);
      // An empty story is told where it is read; a row without words would be a link that nobody sees.
      if (title.trim() === '') continue;
      if (kicker) pieces.push(kicker);
      pieces.push(title);
      const story = storyId(section.id, article.id);
      rows.push(row(story, { kicker, title, isStandIn }));
      for (const crosshead of levels > 1 ? crossheadsOf(article) : []) {
        pieces.push(crosshead.title);
        rows.push(row(headingId(story, crosshead.anchor), { title: crosshead.title, level: 2 }));
      }
    }
  }
  const html = h('section#contents.contents', [h('h1.part-title', labels.contents), ...rows]);
  return { html: [html], passages: [passage('contents', 'the contents', pieces)] };
}

interface Entry {
  kicker?: string | undefined;
  title: string;
  /** True if the story has no headline, and its first words replace it. */
  isStandIn?: boolean | undefined;
  /** 2: a crosshead of a story. */
  level?: number;
}

function entryOf(article: Article, edition: Edition): Entry {
  const title = headlineOf(article);
  if (title)
    return { kicker: article.matter.kicker && matterText(article.matter.kicker), title, isStandIn: false };
  return { title: standIn(article, openingLength, breaksIn(edition)), isStandIn: true };
}

/** The crossheads of the highest rank (##), which get anchors in their story. */
function crossheadsOf({ tree }: Article): { title: string; anchor: number }[] {
  const headings: Heading[] = [];
  visit(tree, 'heading', (one) => void headings.push(one));
  return headings.flatMap((one, anchor) => {
    const title = textOf(one).trim();
    if (one.depth !== 2 || title === '') return [];
    one.data = { ...one.data, anchor };
    return [{ title, anchor }];
  });
}

function row(target: string, { kicker, title, isStandIn, level = 1 }: Entry): Element {
  return h(`p.contents-row${level > 1 ? `.level-${level}` : ''}`, [
    h('a', { href: `#${target}`, className: isStandIn ? ['stand-in'] : [] }, [
      kicker ? h('span.contents-kicker', kicker) : undefined,
      h('span.contents-title', phrases([{ type: 'text', value: title }])),
      h('span.page-ref', { ariaHidden: 'true', dataTarget: target }, '000'),
    ]),
  ]);
}
