import { defineConfig } from 'vitest/config';

const server = ['modules/*/server/**/*.test.ts', 'packages/server-kit/**/*.test.ts', 'apps/server/**/*.test.ts'];

/** Two projects: `unit` needs nothing; `integration` gets a real PostgreSQL from the testkit. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/**/*.test.{ts,tsx}', 'modules/**/*.test.{ts,tsx}', 'apps/**/*.test.{ts,tsx}'],
          exclude: [...server, '**/node_modules/**'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: server,
          globalSetup: ['packages/testkit/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
