import { defineConfig } from 'vitest/config';

// Two cores and a real Chromium: more workers would only make the browsers wait for each other.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/no-output.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
