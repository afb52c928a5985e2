import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toHtml } from 'hast-util-to-html';
import { parseArticle } from '../../scripts/article/markdown.js';
import type { Passage } from '../../scripts/typeset/book/galley.js';
import { isolateNames } from '../../scripts/typeset/compose/isolate.js';
import { story } from '../../scripts/typeset/parts/story.js';

/**
 * A torture case: a text that is hard to paginate. A file of test/typeset/cases: Markdown as in a manuscript, or HTML
 * where Markdown cannot express it. It begins with a comment: the difficulty, and then lines `name: value`.
 *
 *   page: 12x9       ems and lines of its pages (default: 12x9)
 *   trouble: WORDS   layout is expected to report a block, and these are its words
 *   moves: WHY       its lines stand elsewhere than in the flow, and the test reports when they no longer do
 *   fails: WHY       the case is known to fail, and the test reports when it no longer does
 *
 * `{repeat 20}…{end}` means its content twenty times, in which `{n}` is the number.
 */
export interface Case {
  name: string;
  about: string;
  page: string;
  trouble?: string;
  moves?: string;
  fails?: string;
  html: string;
  passages: Passage[];
}

export function readCases(folder = join(import.meta.dirname, 'cases')): Case[] {
  return readdirSync(folder)
    .sort()
    .map((file) => readCase(file, readFileSync(join(folder, file), 'utf8')));
}

function readCase(file: string, source: string): Case {
  const [, comment = '', body = ''] = /^<!--([\s\S]*?)-->\n?([\s\S]*)$/.exec(source) ?? [];
  const settings = Object.fromEntries(
    [...comment.matchAll(/^ *(page|trouble|moves|fails): *(.*?) *$/gm)].map(([, key, value]) => [key, value]),
  ) as { page?: string; trouble?: string; moves?: string; fails?: string };
  const about = comment.replace(/^ *(?:page|trouble|moves|fails):.*$/gm, '').trim();
  const text = expand(body);
  const id = file.replace(/\W/g, '-');
  const made = file.endsWith('.md') ? fromMarkdown(id, file, text) : fromHtml(id, file, text);
  return { name: file, about, page: '12x9', ...settings, ...made };
}

/** Innermost repetitions first. */
function expand(text: string): string {
  const expanded = text.replace(
    /\{repeat (\d+)\}((?:(?!\{repeat )[\s\S])*?)\{end\}/g,
    (_, count: string, content: string) =>
      Array.from({ length: Number(count) }, (_, index) => content.replaceAll('{n}', `${index + 1}`)).join(''),
  );
  return expanded === text ? text : expand(expanded);
}

function fromMarkdown(id: string, file: string, text: string): Pick<Case, 'html' | 'passages'> {
  const article = parseArticle(id, file, text);
  const { html, passages } = story(article, { section: 'case', rank: 1 });
  isolateNames(html);
  return { html: toHtml(html), passages };
}

/**
 * Removes hidden elements and decoration, which are not printed or not text, and readings, which belong to an edition;
 * none of their tags nests in itself.
 */
function fromHtml(id: string, file: string, html: string): Pick<Case, 'html' | 'passages'> {
  const text = html
    .replace(/<(style|rt)>[\s\S]*?<\/\1>/g, '')
    .replace(/<(\w+)[^>]* (?:hidden|aria-hidden="true")[^>]*>[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&shy;|\s/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&');
  return {
    html: `<article class="story" id="${id}">${html}</article>`,
    passages: [{ id, name: file, text }],
  };
}
