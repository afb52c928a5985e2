import { relative } from 'node:path';
import { location } from 'vfile-location';
import type { Article } from './article/article.js';
import type { Finding } from './prepress/finding.js';
import type { ProvenText } from './prepress/proven-text.js';
import { stretchesOf } from './question-pages.js';

/** Findings with their line of the manuscript, `01.md:17`, where it is known. */
export function withLines(
  findings: readonly Finding[],
  { articles, proven, root }: { articles: readonly Article[]; proven: ProvenText | undefined; root: string },
): Finding[] {
  if (!proven) return [...findings];
  const written = articles.flatMap((article) => {
    const start = proven.starts.get(article.file.path || article.id);
    return start === undefined ? [] : [{ article, stretches: stretchesOf(article, proven.text, start) }];
  });
  return findings.map((finding) => {
    if (finding.character === undefined) return finding;
    const at = unitsOf(proven.text, finding.character);
    for (const { article, stretches } of written) {
      const stretch = stretches.find((one) => one.at <= at && at < one.at + one.length);
      const point = stretch && location(article.file).toPoint(stretch.source + at - stretch.at);
      if (point)
        return {
          ...finding,
          line: `${relative(root, article.file.path)}:${point.line}`,
        };
    }
    return finding;
  });
}

/** Offset of the n-th character, in UTF-16 units. */
function unitsOf(text: string, character: number): number {
  let units = 0;
  for (let index = 0; index < character; index++) units += text.codePointAt(units)! > 0xffff ? 2 : 1;
  return units;
}
