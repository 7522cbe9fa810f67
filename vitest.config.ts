import { defineConfig } from 'vitest/config';

// Journeys plan against the clock, so each has the machine to itself, after all other tests.
export default defineConfig({
  test: {
    testTimeout: 60_000,
    isolate: false,
    projects: [
      {
        extends: true,
        test: { name: 'parts', include: ['test/**/*.test.ts'], exclude: ['test/journeys/**'], maxWorkers: 2, sequence: { groupOrder: 0 } },
      },
      { extends: true, test: { name: 'journeys', include: ['test/journeys/*.test.ts'], maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});
