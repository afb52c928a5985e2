import { createHash } from 'node:crypto';
import type { Image } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Article } from '../article/article.js';
import { jpegDamage } from '../article/pictures/jpeg-damage.js';
import { problem } from '../article/problem.js';
import { say } from '../article/words/say.js';
import { hash, readEntry, writeEntry } from '../chromium/cache-entry.js';

/** Changes when another libjpeg may judge otherwise. */
const judge = '@jsquash/jpeg 1.6.0';

/**
 * 损坏的图片: refuses photographs that are damaged inside. Each is judged once, as long as the cache remembers.
 *
 * @throws a problem, or all of them, with file, line and the name of the picture.
 */
export async function refuseDamaged(articles: readonly Article[]): Promise<void> {
  const found: { article: Article; node: Image }[] = [];
  for (const article of articles)
    visit(article.tree, 'image', (node) => {
      if (node.url.startsWith('data:image/jpeg;base64,')) found.push({ article, node });
    });
  const problems: Error[] = [];
  for (const { article, node } of found) {
    const fault = await faultOf(node.url);
    if (fault === '') continue;
    problems.push(
      problem(say('damaged-picture', node.data?.pictureName ?? node.alt ?? '', fault), {
        path: article.file.path,
        place: node.position,
        ruleId: 'picture',
        note: say('copy-whole'),
      }),
    );
  }
  if (problems.length > 1) throw new AggregateError(problems);
  if (problems[0]) throw problems[0];
}

/** '' for a whole picture. */
async function faultOf(url: string): Promise<string> {
  const name = `${hash([judge, createHash('sha256').update(url).digest('hex')])}.json`;
  const known = readEntry<string>('pictures', name);
  if (known !== undefined) return known;
  const fault = (await jpegDamage(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))) ?? '';
  writeEntry('pictures', name, fault);
  return fault;
}
