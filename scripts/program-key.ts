import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './article/package-root.js';

/** The last is written by every `npm install`. */
const installed = ['package.json', 'package-lock.json', 'node_modules/.package-lock.json'];

/**
 * A fingerprint of this program, of the libraries in it and of the packages beside it: any change of them may change a
 * PDF. The launcher writes it into the bundle. It is read when the program starts: edits of chongpai during a build do
 * not affect the running program.
 */
export const programKey: string = keyOfBundle() ?? keyOfSources();

function keyOfBundle(): string | undefined {
  const file = new URL('./program.json', import.meta.url);
  if (!existsSync(file)) return undefined;
  return (JSON.parse(readFileSync(file, 'utf8')) as { key: string }).key;
}

/** Key when running from sources, as in tests. */
function keyOfSources(): string {
  const sum = createHash('sha256').update(process.version);
  const scripts = join(packageRoot, 'scripts');
  const names = readdirSync(scripts, { recursive: true, encoding: 'utf8' }).sort();
  const files = names
    .filter((name) => /\.(ts|mjs|css|json|br)$/.test(name))
    .map((name) => join(scripts, name));
  for (const file of [...files, ...installed.map((name) => join(packageRoot, name))])
    if (existsSync(file)) sum.update(file.slice(packageRoot.length)).update(readFileSync(file));
  return sum.digest('hex');
}
