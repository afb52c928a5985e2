/**
 * `npm run licences`: the licence of every package in package-lock.json, as npm recorded it; exits with 1 for one that
 * is not approved here. A table of SPDX terms: https://spdx.org/licenses
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences that a program under MIT may include or be built with; MPL requires open files, and we change none. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Zlib',
]);

/** "(MIT OR GPL-3.0)" is allowed, "MIT AND GPL-3.0" is not. */
const isAllowed = (terms) =>
  terms
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((term) => allowed.has(term.trim())));

const lock = process.argv[2] ?? join(import.meta.dirname, '..', 'package-lock.json');
const packages = Object.entries(JSON.parse(readFileSync(lock, 'utf8')).packages)
  .filter(([path]) => path !== '')
  .map(([path, { name, version, license }]) => ({
    name: `${name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)} ${version}`,
    terms: typeof license === 'string' ? license : 'no licence',
  }));
const names = (terms) => packages.filter((one) => one.terms === terms).map(({ name }) => name);

for (const terms of [...new Set(packages.map((one) => one.terms))].sort())
  process.stdout.write(`${terms} (${names(terms).length}): ${names(terms).join(', ')}\n`);

const unknown = packages.filter(({ terms }) => !isAllowed(terms));
for (const { name, terms } of unknown)
  process.stderr.write(`${name}: ${terms}, which is not among ${[...allowed].join(', ')}\n`);
process.exitCode = unknown.length > 0 ? 1 : 0;
