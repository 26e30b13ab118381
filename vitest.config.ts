import { defineConfig } from 'vitest/config';

/** One project a package; `server` and `e2e` start real PostgreSQL, `e2e` real Chromium. */
export default defineConfig({
  test: {
    projects: [
      // Random shows take their time on a busy machine; no test is about speed.
      { test: { name: 'rules', include: ['packages/rules/src/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'contract', include: ['packages/contract/src/**/*.test.ts'] } },
      {
        test: {
          name: 'web',
          include: ['packages/web/src/**/*.test.ts', 'packages/web/src/**/*.test.tsx'],
        },
      },
      {
        test: {
          name: 'server',
          include: ['packages/server/src/**/*.test.ts'],
          globalSetup: ['packages/testkit/src/postgres/globalSetup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['packages/testkit/src/postgres/globalSetup.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
