import { join } from 'node:path';
import { schemaFolder } from '../../article/files/schema-line.js';
import { writeFileAtomically } from '../../article/manuscript.js';
import { packageRoot } from '../../article/package-root.js';
import type { Said } from '../../article/words/say.js';
import { jsonSchemaOf, schemaNames } from '../../schemas.js';
import { spoken, type Terminal } from '../command.js';

/** Files that every publication has: what git leaves out, and the schemas for editors. */
export function writeHelpers(root: string): void {
  writeFileAtomically(join(root, '.gitignore'), 'build/\n');
  for (const name of schemaNames)
    writeFileAtomically(
      join(root, schemaFolder, `${name}.json`),
      `${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`,
    );
}

/** Command line of this program from another folder. */
function ownCall(): string {
  const isInstalled = packageRoot.split(/[\\/]/).includes('node_modules');
  return isInstalled ? 'npx chongpai' : `node ${quoted(join(packageRoot, 'scripts', 'bin.mjs'))}`;
}

/** Tells what stands in the new folder, and the commands that come next. */
export function tellNext(terminal: Terminal, stands: Said, dir: string): void {
  terminal.line(spoken(terminal, stands));
  for (const command of ['build', 'preview']) terminal.line(`  cd ${quoted(dir)} && ${ownCall()} ${command}`);
}

/** A name as a shell takes it: in quotation marks where it has blanks or signs. */
export const quoted = (name: string): string =>
  /^[\p{L}\p{N}_./\\:~+@%=-]+$/u.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
