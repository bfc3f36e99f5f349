/**
 * `npm run check`: types, lint, import rules, format, catalogues, unit specs. Everything runs, then what failed is said.
 * With `--tests-follow`, what `npm test` runs as well is left to it.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const bin = (name) => `node_modules/.bin/${name}`;
const steps = [
  ['types of the server', bin('tsc'), '--noEmit'],
  ['types of the web', bin('tsc'), '--noEmit', '-p', 'web'],
  ['lint', bin('oxlint'), '--type-aware', '--deny-warnings'],
  [
    'import rules',
    bin('depcruise'),
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'err',
    'src',
    'libs',
    'web/src',
    'test',
  ],
  ['format', bin('prettier'), '--check', '--log-level', 'warn', '.'],
];
const alsoTests = [
  [
    'unit specs',
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    '--experimental-vm-modules',
    bin('jest'),
    '--testPathPatterns',
    '\\.spec\\.ts$',
  ],
  ['drift of entities and migrations', process.execPath, 'test/run.mjs', 'drift'],
];

const began = Date.now();
const waiting = process.argv.includes('--tests-follow') ? [...steps] : [...steps, ...alsoTests];
const count = waiting.length;
const failed = [];
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
if (failed.length > 0) {
  console.log(`\nFailed: ${failed.join(', ')}`);
  process.exit(1);
}
console.log(`${count} checks hold, in ${Math.round((Date.now() - began) / 1000)} s`);

async function work() {
  for (let step = waiting.shift(); step; step = waiting.shift()) await run(...step);
}

function run(what, command, ...args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.on('close', (code) => {
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${what}`);
      if (code !== 0) {
        failed.push(what);
        console.log(said);
      }
      resolve();
    });
  });
}
