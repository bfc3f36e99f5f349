/**
 * `npm test`: builds, brings a Postgres of its own, runs Jest and then the browser journeys. What needs Redis or
 * Chromium and does not find it is named in one line. Arguments go to Jest (`npm test -- messages`),
 * or to Playwright after the word browser (`npm test -- browser screens`).
 */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { build, isStale } from '../src/start.mjs';

const project = join(import.meta.dirname, '..');
const journeys = process.argv[2] === 'browser';
const jestArguments = process.argv.slice(2);
const whole = jestArguments.length === 0;
const onPath = (name) =>
  process.env.PATH.split(delimiter)
    .map((folder) => join(folder, name))
    .find(existsSync);
const redis = onPath('redis-server');
const chromium = onPath('chromium') ?? onPath('chromium-browser') ?? onPath('google-chrome');

if (isStale()) await build();
const { startEmbeddedPostgres } = await import('../dist/libs/database/src/index.js');
const { openHubDatabase } = await import('../dist/src/app.js');

const folder = mkdtempSync(join(tmpdir(), 'samverka-test-'));
// As root the databases run under another account, which must be let in.
chmodSync(folder, 0o755);
const postgres = await startEmbeddedPostgres({ folder: join(folder, 'data') });
const totals = { passed: 0, failed: 0, skipped: 0 };
try {
  // The database of the cluster itself is the template: migrated once, copied for every test file.
  const template = await openHubDatabase(postgres.connection);
  await template.dataSource.destroy();
  const { database, ...place } = postgres.connection;
  const env = {
    ...process.env,
    TEST_POSTGRES: JSON.stringify({ ...place, template: database }),
    ...(redis && { TEST_REDIS: redis }),
    ...(chromium && { TEST_CHROMIUM: chromium }),
  };
  const jest = join(project, 'node_modules/jest/bin/jest.js');
  if (!journeys)
    await run('jest', [jest, '--forceExit=false', ...jestArguments], {
      ...env,
      NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    });
  if (chromium && (whole || journeys)) await runJourneys(env);
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
if (!redis && !journeys) console.log('Left out: the suites on Redis. To run them: apt-get install redis-server');
if (!chromium && (whole || journeys))
  console.log('Left out: the browser journeys. To run them: apt-get install chromium');
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed > 0 ? 1 : 0);

/** Journeys run side by side, each worker with a demonstration hub of its own: what one changes no other sees. */
async function runJourneys(env) {
  const hubs = ['a', 'b'].map(startHub);
  try {
    const TEST_HUBS = (await Promise.all(hubs.map(({ address }) => address))).join(' ');
    const cli = join(project, 'node_modules/@playwright/test/cli.js');
    await run('playwright', [cli, 'test', ...(journeys ? jestArguments.slice(1) : [])], { ...env, TEST_HUBS });
  } finally {
    await Promise.all(hubs.map(({ stop }) => stop()));
  }
}

/** `address` rejects when it ends before it has one. */
function startHub(name) {
  const hub = spawn(process.execPath, ['dist/src/main.js'], {
    cwd: project,
    env: { ...process.env, HUB_DATA: join(folder, `demonstration-${name}`), PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => hub.on('close', resolve));
  const address = new Promise((resolve, reject) => {
    hub.stdout.on('data', (text) => /http:\S+/.test(text) && resolve(/http:\S+/.exec(text)[0]));
    void ended.then(() => reject(new Error('The demonstration hub did not start.')));
  });
  const stop = () => (hub.kill('SIGTERM'), ended);
  return { address, stop };
}

/** Runs a test runner, shows what it prints and adds up its closing line; a runner that breaks counts as a failure. */
async function run(name, args, env) {
  const code = await new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let tail = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        process.stdout.write(text);
        tail = (tail + text).slice(-4000);
      });
    child.on('close', (status) => {
      count(name, tail);
      resolve(status);
    });
  });
  if (code !== 0 && totals.failed === 0) totals.failed = 1;
}

function count(name, tail) {
  const line = name === 'jest' ? (/^Tests:.*$/m.exec(tail)?.[0] ?? '') : tail;
  for (const kind of Object.keys(totals)) totals[kind] += Number(new RegExp(`(\\d+) ${kind}`).exec(line)?.[1] ?? 0);
}
