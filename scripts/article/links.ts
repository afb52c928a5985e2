import { basename, dirname, resolve } from 'node:path';
import type { Heading, Link, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Article } from './article.js';
import type { Section } from './issue.js';
import { tell } from './problem.js';
import { type Said, say } from './words/say.js';

/** A place in the book that a link leads to: a story, or a heading or a note of it. */
export interface BookPlace {
  section: string;
  article: string;
  /** Number of the heading among those of its story, from 0. */
  heading?: number;
  /** Identifier of a note. */
  note?: string;
}

declare module 'mdast' {
  interface LinkData {
    leadsTo?: BookPlace;
  }
  interface HeadingData {
    /** Number of a heading that a link leads to. */
    anchor?: number;
  }
}

/**
 * 书内链接: finds for each link of an issue the story, heading or note that it names: `[前文](02.md)`, `[小标题](#小标题)`,
 * `[第二篇](02.md#小标题)`, `[注](#^1)`. Links that lead nowhere are reported with their line. In place.
 */
export function resolveLinks(sections: readonly Section[]): void {
  const stories = sections.flatMap(({ id, articles }) =>
    articles.map((article) => ({ section: id, article })),
  );
  for (const { section, article } of stories)
    visit(article.tree, 'link', (link) => {
      if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(link.url)) return tellUnsafe(link, article);
      const [path = '', fragment] = decoded(link.url).split(/#(.*)/s);
      const target =
        path === '' ? { section, article } : stories.find((one) => isAt(path, one.article, article));
      const place = target && link.url !== '' ? placeIn(target.article, fragment) : undefined;
      if (target && place)
        link.data = {
          ...link.data,
          leadsTo: { section: target.section, article: target.article.id, ...place },
        };
      else tellLost(link, article, target ? say('no-such-place', fragment) : say('no-such-story', path));
      return undefined;
    });
}

/** True if a path, seen from one article, names the other: a file of another issue may have the same name. */
function isAt(path: string, target: Article, from: Article): boolean {
  if (basename(path).replace(/\.(?:md|markdown|html?)$/i, '') !== target.id) return false;
  const [here, there] = [from, target].map(({ file }) => resolve(dirname(file.path)));
  const named = dirname(resolve(here!, path));
  return named === here || named === there;
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

function placeIn({ tree }: Article, fragment: string | undefined): Partial<BookPlace> | undefined {
  if (!fragment) return {};
  const note = noteNamed(tree, fragment);
  if (note !== undefined) return { note };
  const headings: Heading[] = [];
  visit(tree, 'heading', (one) => void headings.push(one));
  const heading = headings.findIndex((one) => slugOf(textOf(one)) === slugOf(fragment));
  const found = headings[heading];
  if (!found) return undefined;
  if (found.depth === 1) return {};
  found.data = { ...found.data, anchor: heading };
  return { heading };
}

/** A heading's anchor, reduced to the parts on which tools agree: letters and figures, in lower case. */
const slugOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function noteNamed(tree: Root, fragment: string): string | undefined {
  const name = /^(?:\^|fn[:-]?|footnote-?|user-content-fn-|注)(.+)$/i.exec(fragment)?.[1]?.toLowerCase();
  let found: string | undefined;
  visit(tree, 'footnoteReference', ({ identifier }) => {
    if (identifier.toLowerCase() === name) found = identifier;
  });
  return found;
}

function tellLost({ url, position }: Link, { file }: Article, reason: Said): void {
  tell(file, say('lost-link', decoded(url), reason), {
    place: position,
    ruleId: 'link',
    note: say('name-a-place'),
  });
}

/** Reports addresses that no book may open. */
function tellUnsafe({ url, position }: Link, { file }: Article): undefined {
  if (/^(?:https?|mailto):/i.test(url)) return undefined;
  tell(file, say('unsafe-link', url.slice(0, 60)), {
    place: position,
    ruleId: 'link',
    note: say('printed-without-link'),
  });
  return undefined;
}
