import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { satisfies } from 'semver';
import { describe, expect, it } from 'vitest';

interface Locked {
  engines?: { node?: string };
  deprecated?: string;
  hasInstallScript?: boolean;
  dev?: boolean;
  optional?: boolean;
}

const read = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, '..', name), 'utf8'));
const manifest = read('package.json') as { engines: { node: string }; allowScripts: Record<string, boolean> };
const locked = Object.entries(read('package-lock.json').packages as Record<string, Locked>);
/** The oldest supported Node of each line in README. */
const nodes = ['20.19.0', '22.12.0', '24.0.0'];

describe('a fresh npm ci has nothing to warn of', () => {
  it.each(nodes)('on Node %s', (node) => {
    expect(satisfies(node, manifest.engines.node)).toBe(true);
    // npm leaves an optional package out where it does not run, and says nothing.
    // After an update of @sparticuz/chromium strike its engines from the lock file: see embedded-browser.ts.
    const wrong = locked.filter(
      ([, { engines, optional }]) => !optional && engines?.node && !satisfies(node, engines.node),
    );
    expect(wrong.map(([name, { engines }]) => `${name}: ${engines?.node}`)).toEqual([]);
  });

  it('has no package that its authors gave up', () => {
    expect(locked.filter(([, { deprecated }]) => deprecated).map(([name]) => name)).toEqual([]);
  });

  it('runs no script of a package', () => {
    const withScript = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([name]) => name);
    const refused = Object.entries(manifest.allowScripts).filter(([, isAllowed]) => !isAllowed);
    expect(withScript.filter((name) => !name.endsWith('/fsevents'))).toEqual(
      refused.map(([name]) => `node_modules/${name}`),
    );
  });
});

describe('every direct dependency', () => {
  const { dependencies, devDependencies } = read('package.json');
  const direct = Object.entries<string>({ ...dependencies, ...devDependencies });

  it('stands in scripts/README.md with its reason, and none that is not used any more', () => {
    const text = readFileSync(join(import.meta.dirname, '../scripts/README.md'), 'utf8');
    const table = text.slice(text.indexOf('## Dependencies')).split('\n## ')[0]!;
    const rows = [...table.matchAll(/^\| (`[^|]+`) \| ([^|]{10,}) \|$/gm)];
    const told = rows.flatMap(([, names]) => [...names!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));
    expect(told.sort()).toEqual(direct.map(([name]) => name).sort());
  });

  it('has one version', () => {
    expect(direct.filter(([, version]) => !/^(?:npm:[^@]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

describe('npm run licences', () => {
  const licences = (...args: string[]) => {
    const script = join(import.meta.dirname, '../scripts/licences.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
    return { status, stdout, stderr };
  };

  it('lists those of all packages, and knows each', () => {
    const { status, stdout, stderr } = licences();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const counts = [...stdout.matchAll(/^.* \((\d+)\): /gm)].map(([, count]) => Number(count));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(locked.length - 1);
  });

  it.each([
    ['GPL-3.0-only', 1],
    ['MIT AND GPL-3.0-only', 1],
    ['SEE LICENSE IN LICENSE.txt', 1],
    [undefined, 1],
    ['(MIT OR GPL-3.0-only)', 0],
    ['(Apache-2.0 AND MIT)', 0],
  ])('ends with an error at one that nobody has said yes to: %s', (license, status) => {
    const folder = mkdtempSync(join(tmpdir(), 'chongpai-lock-'));
    const lock = join(folder, 'package-lock.json');
    writeFileSync(
      lock,
      JSON.stringify({ packages: { '': {}, 'node_modules/odd': { version: '1.0.0', license } } }),
    );
    const outcome = licences(lock);
    rmSync(folder, { recursive: true });
    expect(outcome.status).toBe(status);
    if (status === 1) expect(outcome.stderr).toContain('odd 1.0.0');
  });
});
