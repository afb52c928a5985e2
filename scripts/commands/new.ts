import { cpSync, existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { names, writeFileAtomically } from '../article/manuscript.js';
import { packageRoot } from '../article/package-root.js';
import { problem } from '../article/problem.js';
import { publicationFile } from '../config.js';
import type { ExitCode, Terminal } from './command.js';

const sample = 'jinchang-2025-02-26';

/** `chongpai new DIR`: a publication of one's own, with a sample issue that `build` turns into PDFs. */
export async function newPublication(dir: string, terminal: Terminal): Promise<ExitCode> {
  const root = resolve(terminal.cwd, dir);
  refuseOccupied(root, dir);
  const title = basename(root);
  // The publication file comes last: only with it a folder counts as a publication.
  const copy = join('manuscript', sample, names.source);
  try {
    cpSync(join(packageRoot, copy), join(root, copy), { recursive: true });
  } catch (error) {
    throw problem(`It cannot be written (${(error as NodeJS.ErrnoException).code})`, { path: dir });
  }
  writeFileAtomically(join(root, '.gitignore'), 'build/\n');
  writeFileAtomically(join(root, publicationFile), publicationText(title));
  terminal.line(`A publication with a sample issue stands in ${dir}. Next:`);
  terminal.line(`  cd ${dir} && ${ownCall()} build`);
  terminal.line(`A page of your own: put its text into manuscript/<issue>/${names.source}, and build again.`);
  terminal.result(`${root}\n`);
  return 0;
}

/** How to call this very program from another folder. */
function ownCall(): string {
  const isInstalled = packageRoot.split(/[\\/]/).includes('node_modules');
  return isInstalled ? 'npx chongpai' : `node ${join(packageRoot, 'scripts', 'bin.mjs')}`;
}

function publicationText(title: string): string {
  const editions = 'editions: [zh-Hans, zh-Hant-TW, zh-Hant-HK]\n';
  return `# 报头: the name on cover and title page\n${stringify({ title })}trim: A5\n${editions}`;
}

function refuseOccupied(root: string, dir: string): void {
  if (!existsSync(root)) return;
  if (!statSync(root).isDirectory())
    throw problem('A file stands here, expected a new or empty folder', { path: dir });
  if (readdirSync(root).some((name) => name !== '.git'))
    throw problem('This folder is not empty, expected a new or empty one', { path: dir });
}
