import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'mdast';
import { writeArticle } from '../../article/markdown.js';

/** A chapter of the four classic novels. */
export interface Chapter {
  title: string;
  paragraphs: string[];
}

/** Characters of an A5 page in the literary theme, with its type area of 28 × 26, for these novels. */
const charactersAPage = 640;

/** The first chapters of `corpus/long`, enough for about this many pages; the same for the same number. */
export function readChapters(data: string, pages: number): Chapter[] {
  const chapters: Chapter[] = [];
  let characters = 0;
  for (const line of readFileSync(join(data, 'corpus', 'long', 'four-classics.md'), 'utf8').split('\n')) {
    const text = line.trim();
    if (text.startsWith('## ')) {
      if (characters > pages * charactersAPage) return chapters;
      chapters.push({ title: text.slice(3), paragraphs: [] });
    } else if (text && !text.startsWith('#')) {
      chapters.at(-1)?.paragraphs.push(text);
      characters += text.length;
    }
  }
  return chapters;
}

/** The book as a publication of chongpai: one section per chapter, so that a changed one is laid out alone. */
export function writePublication(root: string, chapters: readonly Chapter[]): void {
  rmSync(root, { recursive: true, force: true });
  const issue = join(root, 'manuscript', 'book');
  mkdirSync(issue, { recursive: true });
  writeFileSync(join(root, 'manuscript', 'publication.yaml'), 'title: 四大名著\neditions: [zh-Hans]\n');
  const ids = chapters.map((_, index) => `c${String(index + 1).padStart(3, '0')}`);
  chapters.forEach((chapter, index) => {
    writeFileSync(join(issue, `${ids[index]}.md`), writeArticle({ matter: {}, tree: treeOf(chapter) }));
  });
  writeFileSync(
    join(issue, 'issue.yaml'),
    `sections:\n${ids.map((id) => `  - articles: [${id}]\n`).join('')}`,
  );
}

function treeOf({ title, paragraphs }: Chapter): Root {
  const text = (value: string) => [{ type: 'text' as const, value }];
  return {
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: text(title) },
      ...paragraphs.map((value) => ({ type: 'paragraph' as const, children: text(value) })),
    ],
  };
}

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The same book as HTML. `css` makes the tool's folios, running heads and numbers of the contents. */
export function htmlOf(chapters: readonly Chapter[], css: string): string {
  const rows = chapters.map(
    ({ title }, index) => `<li><a href="#c${index + 1}">${escapeHtml(title)}</a></li>`,
  );
  const bodies = chapters.map(
    ({ title, paragraphs }, index) =>
      `<section><h1 id="c${index + 1}">${escapeHtml(title)}</h1>${paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('')}</section>`,
  );
  return `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>四大名著</title><style>${css}</style></head><body><nav><ol>${rows.join('')}</ol></nav>${bodies.join('\n')}</body></html>`;
}

/** The same book as Typst source. */
export function typstOf(chapters: readonly Chapter[], family: string): string {
  const escapeTypst = (text: string) => text.replace(/[\\#*_`$<>@~=+\-/[\]"']/g, (sign) => `\\${sign}`);
  const bodies = chapters.map(
    ({ title, paragraphs }) => `= ${escapeTypst(title)}\n\n${paragraphs.map(escapeTypst).join('\n\n')}\n`,
  );
  return `#set page(width: 148mm, height: 210mm, margin: (x: 22mm, top: 20mm, bottom: 25mm), numbering: "1",
  header: context { let titles = query(selector(heading).before(here())); if titles.len() > 0 { titles.last().body } })
#set text(font: ${JSON.stringify(family)}, size: 10.5pt, lang: "zh")
#set par(justify: true, leading: 7.5pt, first-line-indent: (amount: 2em, all: true))
#show heading: it => { pagebreak(weak: true); it }
#outline(title: none)
${bodies.join('\n')}`;
}
