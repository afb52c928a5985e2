import { join } from 'node:path';
import { schemaFolder } from '../../article/files/schema-line.js';
import { writeFileAtomically } from '../../article/manuscript.js';
import { packageRoot } from '../../article/package-root.js';
import type { Said } from '../../article/words/say.js';
import { jsonSchemaOf, schemaNames } from '../../schemas.js';
import { spoken, type Terminal } from '../command.js';

/** Files that every publication has: the list of files that git ignores, and the schemas for editors. */
export function writeHelpers(root: string): void {
  writeFileAtomically(join(root, '.gitignore'), 'build/\n');
  for (const name of schemaNames)
    writeFileAtomically(
      join(root, schemaFolder, `${name}.json`),
      `${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`,
    );
}

/** The command line that runs this program from another folder. */
function ownCall(): string {
  const isInstalled = packageRoot.split(/[\\/]/).includes('node_modules');
  return isInstalled ? 'npx chongpai' : `node ${quoted(join(packageRoot, 'scripts', 'bin.mjs'))}`;
}

/** Tells what the new folder contains, and which commands come next. */
export function tellNext(terminal: Terminal, stands: Said, dir: string): void {
  terminal.line(spoken(terminal, stands));
  for (const command of ['build', 'preview']) terminal.line(`  cd ${quoted(dir)} && ${ownCall()} ${command}`);
}

/** A name for a shell, quoted if it has blanks or special characters. */
export const quoted = (name: string): string =>
  /^[\p{L}\p{N}_./\\:~+@%=-]+$/u.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
