import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageRoot } from '../../article/package-root.js';
import { contentKey } from '../../chromium/content-key.js';

/** SHA-256 of the code that subsets fonts: that of this folder, and the library with its WebAssembly. */
export function cuttingKey(): Promise<string> {
  const folder = join(packageRoot, 'scripts', 'typeset', 'fonts');
  const own = readdirSync(folder).sort();
  const { resolve } = createRequire(import.meta.url);
  const library = resolve('subset-font');
  const harfbuzz = createRequire(library).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
  return contentKey([...own.map((name) => join(folder, name)), library, harfbuzz]);
}
