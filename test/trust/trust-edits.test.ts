import { symlinkSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kinds, marks, publicationFiles, stages } from '../../scripts/bench/edits/kinds.js';
import { tryEdit } from '../../scripts/bench/edits/try-edit.js';
import { newRandom } from '../../scripts/bench/random.js';
import { cacheFolder } from '../../scripts/chromium/cache-folder.js';
import { findBrowser } from '../../scripts/chromium/find-browser.js';
import { newFolder } from '../cli/run.js';

const folder = newFolder(publicationFiles);
const usual = process.env.CHONGPAI_CACHE;

describe('what a person saves while a build runs', () => {
  beforeAll(async () => {
    // The unpacked browser is lent to it: it is not what is tested.
    await findBrowser();
    folder.write('cache/readme', '');
    symlinkSync(cacheFolder('browser'), folder.path('cache/browser'));
    process.env.CHONGPAI_CACHE = folder.path('cache');
  });
  afterAll(() => {
    if (usual === undefined) delete process.env.CHONGPAI_CACHE;
    else process.env.CHONGPAI_CACHE = usual;
    folder.remove();
  });

  // One stage each; `bench -- edits` tries all pairs.
  const random = newRandom(18);
  it.each(Object.keys(kinds).map((file, index) => ({ file, stage: random.pick(stages), index })))(
    '$file at $stage: stands in the next build, and in the one after it',
    async ({ file, stage, index }) => {
      const edit = { file, stage, mark: marks[index]!, resume: index % 2 === 1 };
      expect(await tryEdit(folder.root, edit)).toEqual([]);
    },
  );
});
