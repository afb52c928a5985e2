import { join } from 'node:path';
import { writeFileAtomically } from '../article/manuscript.js';
import { packageRoot } from '../article/package-root.js';
import { jsonSchemaOf, schemaNames } from '../schemas.js';

/** Editors find the schemas here, without a network. */
export const schemaFolder = '.schemas';

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
export function ownCall(): string {
  const isInstalled = packageRoot.split(/[\\/]/).includes('node_modules');
  return isInstalled ? 'npx chongpai' : `node ${join(packageRoot, 'scripts', 'bin.mjs')}`;
}
