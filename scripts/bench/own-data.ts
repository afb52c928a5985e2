import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listArticles } from '../article/manuscript.js';
import { packageRoot } from '../article/package-root.js';
import { newRandom, type Random } from './random.js';

const issue = join(packageRoot, 'manuscript', 'jinchang-2025-02-26');
/** As many characters of each kind as in the corpus, enough for books of 1,600 pages. */
const chapters = 330;
const reports = 24;
const statutes = 24;
const seed = 20250226;

/**
 * 自备语料: a folder for `--data`, made from the repository itself: the sample, and books, reports and statutes whose
 * sentences are the sample's in a different order. It serves for costs, proofs and layout, which do not depend on the
 * meaning of a text. Benches about other people's texts cannot use it.
 *
 * @returns the folder, below `build/`
 */
export function writeOwnData(): string {
  const folder = join(packageRoot, 'build', 'bench-data');
  const random = newRandom(seed);
  const articles = listArticles(issue).map((id) => readFileSync(join(issue, `${id}.md`), 'utf8'));
  const sentences = sentencesOf(articles.join('\n'));
  const write = (path: string, lines: readonly string[]) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), `${lines.join('\n')}\n`);
  };
  write('sample/sample.md', articles);
  copyFileSync(join(issue, 'source.txt'), join(folder, 'sample', 'jinchang-2025-02-26.txt'));
  const numbered = <T>(count: number, make: (number: number) => T) =>
    Array.from({ length: count }, (_, index) => make(index + 1));
  write('corpus/long/four-classics.md', [
    '# 自备',
    ...numbered(chapters, (number) => chapter(number, sentences, random)).flat(),
  ]);
  const text = (kind: string, paragraphs: () => string[]) => (number: number) =>
    JSON.stringify({
      id: `own/${kind}/${number}`,
      title: `${kind}之${number}`,
      ok: 1,
      paras: paragraphs().map((one) => ({ role: 'body', text: one })),
    });
  const paragraphs = (count: number, most: number) => () =>
    numbered(count, () => paragraph(sentences, random, most));
  write('corpus/reports/government-work-reports.jsonl', numbered(reports, text('报告', paragraphs(90, 8))));
  write('corpus/statutes/statutes.jsonl', numbered(statutes, text('条例', paragraphs(120, 2))));
  return folder;
}

/** Sentences of the running text, without titles and comments. */
function sentencesOf(markdown: string): string[] {
  const text = markdown.replace(/^---\n[\s\S]*?^---$/gm, '').replace(/<!--[\s\S]*?-->|^#.*$/gm, '');
  return [...text.matchAll(/[^。！？\n\\]{6,}[。！？]”?/gu)].map(([sentence]) => sentence);
}

const paragraph = (sentences: readonly string[], random: Random, most: number) =>
  Array.from({ length: random.integer(1, most) }, () => random.pick(sentences)).join('');

/** A novel's chapter has about 8,000 characters. */
function chapter(number: number, sentences: readonly string[], random: Random): string[] {
  const paragraphs = Array.from({ length: 40 }, () => paragraph(sentences, random, 10));
  return ['', `## 第${number}回`, '', ...paragraphs];
}
