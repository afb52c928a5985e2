import { readFileSync } from 'node:fs';
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
/** The oldest Node of each line that README names. */
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
