import { existsSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { visit } from 'unist-util-visit';
import type { Article } from '../article.js';
import type { Issue } from '../issue.js';
import { listFiles, readBytes } from '../manuscript.js';
import { didYouMean, type ProblemPlace, problem } from '../problem.js';
import { say } from '../words/say.js';
import { judgePicture } from './judge-picture.js';
import { refuseHugePicture } from './picture-size.js';

declare module 'mdast' {
  interface ImageData {
    /** Name of the file that was embedded. */
    pictureName?: string;
  }
}

/** Endings of pictures that a browser can print. The bytes tell what a file really is. */
const endings = ['.png', '.jpg', '.jpeg', '.gif', '.webp', '.svg'];

/**
 * 图片: embeds the pictures of an issue, which are beside its articles, in their trees as data: URLs. So a galley
 * contains everything that its pages depend on, and a book needs no network.
 *
 * @param original folder of the original: a picture that is not beside a translation is looked for there, under the same
 *   name. What programs for translators return has the names of the original.
 * @throws a problem with file, line and column for a picture that is missing or of an unknown kind.
 */
export function embedPictures({ sections }: Issue, original?: string): void {
  const problems: unknown[] = [];
  for (const { articles } of sections)
    for (const article of articles)
      visit(article.tree, 'image', (node) => {
        try {
          if (node.url.startsWith('data:')) checkEmbedded(article, node);
          else {
            const name = nameOf(node.url);
            node.url = dataUrl(article, node, original);
            node.data = { ...node.data, pictureName: name };
          }
        } catch (error) {
          problems.push(error);
        }
      });
  // All at once, so that a person can fix them in one go.
  if (problems.length > 1) throw new AggregateError(problems);
  if (problems.length === 1) throw problems[0];
}

/** 50%.png is a name as well as 50%25.png: a % that is no escape is literal. */
function nameOf(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** A picture that stands in the text itself is held to the same as one beside it. */
function checkEmbedded({ file }: Article, { url, position }: { url: string; position?: unknown }): void {
  const [, base64, data = ''] = /^data:[^,]*?(;base64)?,(.*)$/s.exec(url) ?? [];
  const bytes = Buffer.from(base64 ? data : nameOf(data), base64 ? 'base64' : 'utf8');
  refuseHugePicture(bytes, file.path);
  const judged = judgePicture(bytes, `${url.slice(0, 24)}…`);
  if ('fault' in judged)
    throw problem(judged.fault, {
      path: file.path,
      place: position as never,
      ruleId: 'picture',
      note: judged.remedy,
    });
}

function dataUrl(
  { file }: Article,
  { url, position }: { url: string; position?: unknown },
  original?: string,
): string {
  const own = dirname(file.path);
  const has = (folder: string) => existsSync(join(folder, nameOf(url)));
  const folder = original !== undefined && !has(own) && has(original) ? original : own;
  return pictureIn(folder, url, { path: file.path, place: position as never });
}

/**
 * A picture that a file names, as a data: URL.
 *
 * @param folder in which it is looked for; it may also lie beside that.
 * @throws a problem at the place that names it, when it is missing or cannot be printed.
 */
export function pictureIn(folder: string, url: string, named: ProblemPlace): string {
  const place = { ...named, ruleId: 'picture' };
  if (/^[a-z][a-z0-9+.-]+:/i.test(url))
    throw problem(say('picture-address', url), {
      ...place,
      note: say('save-picture'),
    });
  const name = nameOf(url);
  if (!endings.includes(extname(name).toLowerCase()))
    throw problem(say('picture-kind', name, endings.join(', ')), place);
  if (relative(dirname(folder), join(folder, name)).startsWith('..'))
    throw problem(say('picture-outside', name), {
      ...place,
      note: say('save-picture'),
    });
  const bytes = readBytes(join(folder, name));
  if (bytes) refuseHugePicture(bytes, join(folder, name));
  const judged = bytes && judgePicture(bytes, name);
  if (judged && 'fault' in judged) throw problem(judged.fault, { ...place, note: judged.remedy });
  if (judged) return `data:${judged.type};base64,${Buffer.from(bytes).toString('base64')}`;
  const pictures = listFiles(dirname(join(folder, name))).filter((one) =>
    endings.includes(extname(one).toLowerCase()),
  );
  throw problem(say('no-picture', name), { ...place, ...didYouMean(basename(name), pictures) });
}
