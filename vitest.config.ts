import { defineConfig } from 'vitest/config';
import { patience } from './test/patience.js';

/** Tests of the preview, which load its server, dictionaries and fonts: read once a worker, not once a file. */
const preview = 'test/preview/**/*.test.ts';
/** A test waits for several events, of which each may be late. */
const longestMs = 3 * patience.timeout;

// Two cores and a real Chromium: more workers would only make the browsers wait for each other.
export default defineConfig({
  test: {
    setupFiles: ['test/no-output.ts'],
    maxWorkers: 2,
    testTimeout: longestMs,
    hookTimeout: longestMs,
    expect: { poll: patience },
    projects: [
      { extends: true, test: { name: 'stages', include: ['test/**/*.test.ts'], exclude: [preview] } },
      { extends: true, test: { name: 'preview', include: [preview], isolate: false } },
    ],
  },
});
