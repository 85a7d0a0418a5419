import { defineConfig } from 'vitest/config';

// The components and pages by themselves, in a browser that is made of objects; what crosses pages or needs the program is tested in
// tests/Browser.
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    environment: 'happy-dom',
    include: ['tests/**/*.test.{ts,tsx}'],
    // Under 'test' the library gives all dialogs one id, and none is found by its name.
    env: { NODE_ENV: 'development' },
    setupFiles: ['tests/support/setup.ts'],
    // Longer than a busy machine needs: no test waits for time, and what does not come at all still fails.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The machine that runs them has two cores and other work; a second worker would load the library anew.
    maxWorkers: 1,
    isolate: false,
  },
});
