#!/usr/bin/env node
import { existsSync } from 'node:fs';

// The built server where there is one, else the source.
const built = new URL('../../../dist/server/main.mjs', import.meta.url);
if (existsSync(built)) {
  await import(built.href);
} else {
  const { register } = await import('tsx/esm/api');
  register();
  await import('../main.ts');
}
