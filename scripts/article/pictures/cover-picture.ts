import { join } from 'node:path';
import type { Issue } from '../issue.js';
import { listFiles, names } from '../manuscript.js';
import { problem } from '../problem.js';
import { say } from '../words/say.js';
import { pictureIn } from './pictures.js';

/** 报头: the file of a calligraphic nameplate. One for a language or script takes precedence: `nameplate.zh-Hant.svg`. */
const nameplateFile = /^nameplate(?:\.([\w-]+))?\.(?:svg|png|jpe?g|webp)$/i;

/**
 * 报头: the picture beside publication.yaml as a data: URL; undefined if there is none. A nameplate for all scripts is
 * used in all Chinese editions; editions in other languages set the name in type.
 */
export function nameplatePicture(manuscript: string, lang: string): string | undefined {
  const files = listFiles(manuscript).flatMap((name) => {
    const found = nameplateFile.exec(name);
    return found ? [{ name, of: found[1] }] : [];
  });
  const own = files.filter(({ of }) => of !== undefined && `${lang}-`.startsWith(`${of}-`));
  const [best] = own.sort((one, other) => other.of!.length - one.of!.length);
  const usual = files.find(({ of }) => of === undefined);
  const chosen = best ?? (/^zh\b/.test(lang) ? usual : undefined);
  return chosen && pictureIn(manuscript, chosen.name, { path: join(manuscript, chosen.name) });
}

/** Name for the picture of the printed page: `source.jpg`, or the first of `source-1.png`, `source-2.png` … */
const printedPage = 'page';
const scan = /^source(?:-\d+)?\.(?:png|jpe?g|webp)$/i;

/**
 * 封面图: the picture that an issue, or else its publication, wants on the cover, as a data: URL.
 *
 * @param manuscript the folder of the publication's own file, whose pictures are beside it.
 * @throws a problem that names the file which asks for a picture that is not there, or cannot be printed.
 */
export function coverPicture(
  { id, cover }: Issue,
  { manuscript, file, usual }: { manuscript: string; file: string; usual?: string | undefined },
): string | undefined {
  const wanted = cover ?? usual;
  if (wanted === undefined) return undefined;
  const folder = join(manuscript, id);
  const path = cover === undefined ? file : join(folder, names.issue);
  if (wanted !== printedPage) return pictureIn(cover === undefined ? manuscript : folder, wanted, { path });
  const [page] = listFiles(folder)
    .filter((name) => scan.test(name))
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
  if (page === undefined)
    throw problem(say('no-page-picture', id), { path, ruleId: 'picture', note: say('put-page-picture') });
  return pictureIn(folder, page, { path });
}
