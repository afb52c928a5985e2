import { defineConfig } from 'vitest/config';

/** Tests of the preview, which load its server, dictionaries and fonts: read once a worker, not once a file. */
const preview = 'test/preview/**/*.test.ts';

// Two cores and a real Chromium: more workers would only make the browsers wait for each other.
export default defineConfig({
  test: {
    setupFiles: ['test/no-output.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'stages', include: ['test/**/*.test.ts'], exclude: [preview] } },
      { extends: true, test: { name: 'preview', include: [preview], isolate: false } },
    ],
  },
});
