import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';

// Only the command line writes: console output of a library or a forgotten line fails its test.
const kinds = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;
let written: unknown[][];
let spies: MockInstance[];

beforeEach(() => {
  written = [];
  spies = kinds.map((kind) =>
    vi.spyOn(console, kind).mockImplementation((...words) => {
      written.push([kind, ...words]);
    }),
  );
});
afterEach(() => {
  for (const spy of spies) spy.mockRestore();
  expect(written, 'Unexpected output, expected none').toEqual([]);
});
