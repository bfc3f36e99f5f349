/**
 * `npm start`: builds what is missing or older than its sources, then runs the hub in this process. `npm run build`
 * (`start.mjs build`) only builds, `npm run hub` (`start.mjs hub`) does what it is told. Plain JavaScript, because nothing
 * is compiled yet when it runs.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(project, 'dist', 'built');
const sources = [
  'src',
  'libs',
  'web',
  'locales',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
];
const oldestNode = [20, 19];

/** A reason not to start, in one sentence. */
class Refusal extends Error {}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main().catch((error) => {
    process.stderr.write(`${error instanceof Refusal ? error.message : error.stack}\n`);
    process.exit(1);
  });
}

async function main() {
  refuseOldNode();
  if (process.argv[2] === 'build') return build();
  if (isStale()) await build();
  await import(process.argv[2] === 'hub' ? '../dist/src/commands.js' : '../dist/src/main.js');
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]))
    throw new Refusal(`Samverka needs Node ${oldestNode.join('.')} or later; this is ${process.versions.node}.`);
}

/** True when a source is newer than the build, or there is none. */
export function isStale() {
  return !existsSync(stamp) || sources.some((source) => newest(join(project, source)) > statSync(stamp).mtimeMs);
}

/** A folder counts as well: its time changes when a file is removed. */
function newest(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Server and web at the same time; the stamp is written last, so a build cut short is made again. */
export async function build() {
  const tools = ['@nestjs/cli/bin/nest.js', 'vite/bin/vite.js'].map(find);
  const began = Date.now();
  process.stdout.write('Building the hub and its web client (once, about half a minute)\n');
  try {
    rmSync(join(project, 'dist'), { recursive: true, force: true });
    mkdirSync(join(project, 'dist'));
  } catch (error) {
    throw new Refusal(`The build could not be written to ${join(project, 'dist')}: ${error.code}.`);
  }
  await Promise.all([
    run(tools[0], ['build'], 'server'),
    run(tools[1], ['build', '--logLevel', 'warn', 'web'], 'web client'),
  ]);
  writeFileSync(stamp, '');
  process.stdout.write(`Built in ${Math.round((Date.now() - began) / 1000)} s\n`);
}

function find(tool) {
  const [scope = '', name = '', ...rest] = tool.split('/');
  const packageName = scope.startsWith('@') ? `${scope}/${name}` : scope;
  const path = scope.startsWith('@') ? rest : [name, ...rest];
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`)), ...path);
  } catch {
    throw new Refusal(`${packageName} is not installed: run npm install first (without --omit=dev).`);
  }
}

function run(script, args, what) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Refusal(`The ${what} could not be built:\n${said}`)),
    );
  });
}
