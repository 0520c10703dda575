/**
 * The import walls (ARCHITECTURE.md). Each rule has a fixture in packages/testkit/fixtures/walls that breaks it; a test sees it red.
 * The list of modules comes from the folder tree; only the tiers are written down.
 */
const { readdirSync } = require('node:fs');
const { join } = require('node:path');

const root = process.env.WALLS_ROOT ? `${process.env.WALLS_ROOT}/` : '';
const modules = readdirSync(join(__dirname, 'modules'));

const TIERS = [
  ['access'],
  ['places'],
  ['matters', 'council', 'plan', 'staffing', 'alliance'],
  ['mediation', 'honours'],
  ['insight'],
];

const homeless = modules.filter((module) => !TIERS.flat().includes(module));
if (homeless.length > 0) throw new Error(`modules without a tier: ${homeless.join(', ')}`);

/** Modules may import only from tiers below their own. */
const upward = TIERS.flatMap((tier, level) =>
  tier.map((module) => ({
    name: `tiers-${module}`,
    comment:
      'import downward only: access < places < matters, council, plan, staffing, alliance < mediation, honours < insight',
    severity: 'error',
    from: { path: `^${root}modules/${module}/` },
    to: {
      path: `^${root}modules/(${
        TIERS.slice(level)
          .flat()
          .filter((other) => other !== module)
          .join('|') || 'none'
      })/`,
    },
  })),
);

const PURE = `^${root}(modules/[^/]+/core|packages/(coverage|procedure|kernel))/`;
const TEST = '[.]test[.]tsx?$';

module.exports = {
  forbidden: [
    ...upward,
    {
      name: 'contract-only',
      comment: 'another module is imported through its contract.ts',
      severity: 'error',
      from: { path: `^${root}modules/([^/]+)/`, pathNot: TEST },
      to: {
        path: `^${root}modules/([^/]+)/`,
        pathNot: [`^${root}modules/$1/`, `^${root}modules/[^/]+/contract[.]ts$`],
      },
    },
    {
      name: 'pure',
      comment:
        'core and the pure packages: no Node, no network, no database, no DOM library, no server-kit, documents or web-kit',
      severity: 'error',
      from: { path: PURE, pathNot: TEST },
      to: {
        path: [
          '^node:',
          `^${root}packages/(server-kit|documents|web-kit|testkit)/`,
          'node_modules/(pg|kysely|fastify|react|react-dom|antd|maplibre-gl|undici)/',
        ],
      },
    },
    {
      name: 'pure-builtin',
      comment: 'core and the pure packages use nothing of Node',
      severity: 'error',
      from: { path: PURE, pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-stands-alone',
      comment: 'core imports neither server nor web of its module',
      severity: 'error',
      from: { path: `^${root}modules/[^/]+/core/` },
      to: { path: `^${root}modules/[^/]+/(server|web)/` },
    },
    {
      name: 'contract-stands-alone',
      comment: 'a contract imports only its own core and the kernel',
      severity: 'error',
      from: { path: `^${root}modules/([^/]+)/contract[.]ts$` },
      to: {
        path: `^${root}(modules|packages|apps)/`,
        pathNot: [`^${root}modules/$1/core/`, `^${root}packages/kernel/`],
      },
    },
    {
      name: 'web-never-server',
      comment: 'what runs in a browser never imports a server part, nor server-kit, nor what writes documents',
      severity: 'error',
      from: { path: `^${root}(modules/[^/]+/web|apps/web|packages/(web-kit|console-kit))/`, pathNot: TEST },
      to: { path: `^${root}(modules/[^/]+/server|apps/server|packages/(server-kit|documents|testkit))/` },
    },
    {
      name: 'server-never-web',
      comment: 'a server part never imports a screen',
      severity: 'error',
      from: { path: `^${root}(modules/[^/]+/server|apps/server|packages/(server-kit|documents))/` },
      to: { path: `^${root}(modules/[^/]+/web|apps/web)/` },
    },
    {
      name: 'portal-without-antd',
      comment: 'the portal stays light: no antd, nothing of the console',
      severity: 'error',
      from: { path: `^${root}(modules/[^/]+/web/portal|apps/web/portal)/` },
      to: {
        path: [
          'node_modules/(antd|@ant-design)/',
          `^${root}(modules/[^/]+/web/console|apps/web/console|packages/console-kit)/`,
        ],
      },
    },
    {
      name: 'packages-know-no-module',
      comment: 'packages import neither modules nor apps',
      severity: 'error',
      from: { path: `^${root}packages/`, pathNot: TEST },
      to: { path: `^${root}(modules|apps)/` },
    },
    {
      name: 'modules-know-no-app',
      comment: 'modules do not import apps',
      severity: 'error',
      from: { path: `^${root}modules/`, pathNot: TEST },
      to: { path: `^${root}apps/` },
    },
    {
      name: 'no-cycles',
      comment: 'no circle of imports (type-only ones aside)',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: process.env.WALLS_ROOT ? 'node_modules/[.]' : 'fixtures/walls' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
