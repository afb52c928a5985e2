import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { flagsFor } from '../../scripts/engine-flags.mjs';

describe('options of the engine', () => {
  it('are known to the Node that runs here', () => {
    const { status, stderr } = spawnSync(process.execPath, [...flagsFor(process.versions.node), '-p', '1']);
    expect(stderr.toString()).toBe('');
    expect(status).toBe(0);
  });

  it('are only those that a version is known to have: an unknown one ends Node at once', () => {
    const budget = (version: string) => flagsFor(version).filter((flag) => flag.includes('interrupt-budget'));
    expect(budget('20.19.0')).toHaveLength(1);
    expect(budget('22.23.3')).toEqual([]);
    expect(budget('24.21.0')).toEqual([]);
    expect(flagsFor('24.21.0')).toContain('--no-flush-bytecode');
    expect(flagsFor('99.0.0')).toEqual([]);
  });
});
