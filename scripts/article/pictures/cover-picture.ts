import { join } from 'node:path';
import type { Issue } from '../issue.js';
import { listFiles, names } from '../manuscript.js';
import { problem } from '../problem.js';
import { say } from '../words/say.js';
import { pictureIn } from './pictures.js';

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
