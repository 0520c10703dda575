// Builds the pages (dist/web) and the server (dist/server), unless they are there for these very sources.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { hashOfFiles, install, isFresh, markFresh, root, run } from './setup.mjs';

const SOURCES = ['apps', 'modules', 'packages'];
const FILES = ['package-lock.json', 'vite.config.ts', 'tsconfig.json', 'scripts/build.mjs'];

const walk = (folder) =>
  readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    return statSync(join(root, path)).isDirectory() ? walk(path) : [path];
  });

const isSource = (file) => /\.(ts|tsx|css|html|json|svg|mjs)$/.test(file) && !/\.test\.tsx?$/.test(file);

async function bundleServer() {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: ['apps/server/main.ts'],
    outfile: 'dist/server/main.mjs',
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'linked',
    logLevel: 'warning',
  });
}

const SMALL = 1024;

/** Beside each file of the pages what a browser is sent instead of it: compressed once, not at every request. */
function compressPages() {
  const folder = join(root, 'dist/web/assets');
  for (const name of readdirSync(folder).filter((file) => /\.(js|mjs|css|svg|json)$/.test(file))) {
    const file = join(folder, name);
    const content = readFileSync(file);
    if (content.length < SMALL) continue;
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
}

export async function build() {
  install();
  const key = hashOfFiles([...FILES, ...SOURCES.flatMap(walk).filter(isSource)]);
  if (isFresh('build', key) && statSync(join(root, 'dist/server/main.mjs'), { throwIfNoEntry: false })) return;
  console.log('building');
  const status = run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']);
  if (status !== 0) process.exit(status);
  compressPages();
  await bundleServer();
  markFresh('build', key);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await build();
