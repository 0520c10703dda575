/**
 * The portal on a slow phone: weight of its JavaScript before the map, and when the largest content is painted.
 * `node --import tsx bench/portal.ts` (needs Chromium: GONGZHI_CHROMIUM, or /usr/bin/chromium)
 */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';
import { projectRoot } from '#packages/server-kit';
import { startServer } from './server.ts';
import { keep, printTable } from './table.ts';

const GOAL_KB = 180;
/** 4x slower processor, 1.6 Mbit/s down, 150 ms away: the slow phone of Lighthouse. */
const PHONE = { cpu: 4, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const RUNS = 3;
const SETTLED_MS = 3000;
const FLAGS = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const GL = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

const assets = join(projectRoot, 'dist/web/assets');
const sourceOf = (file: string) => readFileSync(join(assets, file));
const gzipKb = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(sourceOf(file), { level: 9 }).length, 0) / 1024;

/** What a script loads at once: `import … from './x.js'`, not `import('./x.js')`. */
function staticImports(file: string): string[] {
  const source = sourceOf(file).toString();
  return [...source.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.m?js)["']/g)].map(([, name]) => name);
}

function closure(files: readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    for (const next of staticImports(file)) visit(next);
  };
  for (const file of files) visit(file);
  return found;
}

/** The scripts that the portal's page names itself. */
function entryScripts(): string[] {
  const html = readFileSync(join(projectRoot, 'dist/web/index.html'), 'utf8');
  return [...html.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map(([, name]) => name);
}

interface Load {
  readonly lcp: number;
  readonly fcp: number;
  /** Scripts in the order in which they were asked for. */
  readonly scripts: readonly string[];
  /** Bytes over the network until the page came to rest. */
  readonly bytes: number;
}

async function loadOnPhone(browser: Browser, url: string): Promise<Load> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, ...PHONE });
  await session.send('Emulation.setCPUThrottlingRate', { rate: PHONE.cpu });
  const scripts: string[] = [];
  let bytes = 0;
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(basename(new URL(request.url()).pathname));
  });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'networkidle', timeout: 120_000 });
  await page.waitForTimeout(SETTLED_MS);
  const { lcp, fcp } = await page.evaluate(
    () =>
      new Promise<{ lcp: number; fcp: number }>((done) => {
        new PerformanceObserver((list) => {
          const lcp = list.getEntries().at(-1)?.startTime ?? 0;
          done({ lcp, fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0 });
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
  await context.close();
  return { lcp, fcp, scripts, bytes };
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const isMap = (file: string) => /^(MapCanvas|maplibre).*\.m?js$/i.test(file);

const folder = mkdtempSync(join(tmpdir(), 'gongzhi-portal-'));
chmodSync(folder, 0o755); // as root the database runs as a user of its own, who must get through
const server = await startServer(folder, { port: 8792 });
const executablePath = process.env.GONGZHI_CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: [...FLAGS, ...GL] });
try {
  const loads: Load[] = [];
  for (let i = 0; i < RUNS; i++) loads.push(await loadOnPhone(browser, `${server.base}/`));
  const entry = closure(entryScripts());
  const map = closure(readdirSync(assets).filter(isMap));
  const asked = new Set([...entry, ...closure(loads[0].scripts.filter((file) => !map.has(file)))]);
  const before = [...asked].filter((file) => !map.has(file) || entry.has(file));
  const kb = gzipKb(before);
  const [lcp, fcp] = [median(loads.map((load) => load.lcp)), median(loads.map((load) => load.fcp))];
  printTable(
    'Portal, first page',
    ['', 'value', 'goal'],
    [
      ['JavaScript of the entry, KB gzip', gzipKb(entry), '-'],
      ['JavaScript before the map, KB gzip', kb, `<= ${GOAL_KB}`],
      ['JavaScript of the map, KB gzip', gzipKb([...map].filter((file) => !before.includes(file))), '-'],
      ['over the network, KB, slow phone', loads[0].bytes / 1024, '-'],
      [`first contentful paint, ms, slow phone, median of ${RUNS}`, fcp, '-'],
      [`largest contentful paint, ms, slow phone, median of ${RUNS}`, lcp, '2500 (Web Vitals: good)'],
    ],
  );
  keep('portal', { kb, lcp, fcp, before, loads });
} finally {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
