import { createHash } from 'node:crypto';
import type { Image } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Article } from '../article/article.js';
import { jpegDamage } from '../article/pictures/jpeg-damage.js';
import { problem } from '../article/problem.js';
import { say } from '../article/words/say.js';
import type { BrowserPool } from '../chromium/browser-pool.js';
import { hash, readEntry, writeEntry } from '../chromium/cache-entry.js';
import { withTab } from '../chromium/with-tab.js';

/** Changes when another libjpeg may judge otherwise. */
const judge = '@jsquash/jpeg 1.6.0';
/** Kinds of picture that only the browser can decode. */
const drawn = /^data:image\/(gif|webp);base64,/;

/**
 * 损坏的图片: refuses damaged pictures. The cache remembers each verdict.
 *
 * @param pool the browser that tries to decode GIF and WebP pictures; without it these are not judged.
 * @throws a problem, or all of them, with file, line and the name of the picture.
 */
export async function refuseDamaged(
  articles: readonly Article[],
  pool: BrowserPool | undefined,
): Promise<void> {
  const found: { article: Article; node: Image }[] = [];
  for (const article of articles)
    visit(article.tree, 'image', (node) => {
      const isJudged = node.url.startsWith('data:image/jpeg;base64,') || (pool && drawn.test(node.url));
      if (isJudged) found.push({ article, node });
    });
  const problems: Error[] = [];
  for (const { article, node } of found) {
    const fault = await faultOf(node.url, pool);
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
async function faultOf(url: string, pool: BrowserPool | undefined): Promise<string> {
  const name = `${hash([judge, `${await identityOf(url, pool)}`, createHash('sha256').update(url).digest('hex')])}.json`;
  const known = readEntry<string>('pictures', name);
  if (known !== undefined) return known;
  const kind = drawn.exec(url)?.[1];
  const fault = kind && pool ? await drawingFault(url, kind, pool) : await jpegFault(url);
  writeEntry('pictures', name, fault);
  return fault;
}

/** The browser judges GIF and WebP, libjpeg judges photographs. */
const identityOf = (url: string, pool: BrowserPool | undefined) => (drawn.test(url) ? pool?.identity() : '');

const jpegFault = async (url: string) =>
  (await jpegDamage(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))) ?? '';

async function drawingFault(url: string, kind: string, pool: BrowserPool): Promise<string> {
  const isRead = await pool.use(({ browser }) => withTab(browser, (tab) => tab.evaluate(readsInTab, url)));
  return isRead ? '' : `Chromium: ${kind}`;
}

/** Runs in the tab. It makes bitmaps, because these fail on damage; an <img> shows the undamaged part. */
async function readsInTab(url: string): Promise<boolean> {
  const [head, data] = url.split(',') as [string, string];
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  try {
    (await createImageBitmap(new Blob([bytes], { type: head.slice(5, head.indexOf(';')) }))).close();
    return true;
  } catch {
    return false;
  }
}
