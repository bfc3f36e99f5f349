/**
 * `npm run bench`: measures the hub against baselines in one run, with rounds that are interleaved so that a noisy
 * machine is noisy for all alike.
 *
 *   npm run bench -- room-50 pairs     these scenarios only
 *     --targets socketio,hub           these contestants only
 *     --rounds 5                       3 by default
 *     --seconds 15                     how long a window is measured, 4 by default
 *     --quick                          one short round at a smaller size: does it run, roughly how fast
 *     --out figures.json               every round's figures as well
 *     --profile folder                 a CPU profile of every node of every target
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, isStale } from '../src/start.mjs';
import { show, summaryOf } from './report.mjs';

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    targets: { type: 'string' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    quick: { type: 'boolean', default: false },
    out: { type: 'string' },
    profile: { type: 'string' },
  },
});
const whole = { warmUpMs: 1500, windowMs: 4000, burst: 10_000, connecting: 1000, idle: 5000 };
const quick = { warmUpMs: 500, windowMs: 1000, burst: 1000, connecting: 100, idle: 500 };
const settings = asked.quick ? quick : whole;
if (asked.seconds) settings.windowMs = Number(asked.seconds) * 1000;
const rounds = Number(asked.rounds ?? (asked.quick ? 1 : 3));

if (isStale()) await build();
const { Stage } = await import('./stage.mjs');
const { scenarios } = await import('./scenarios/index.mjs');
const { targets } = await import('./targets/index.mjs');

const unknown = positionals.filter((name) => !scenarios.some((scenario) => scenario.name === name));
if (unknown.length > 0 || !(rounds >= 1)) {
  console.error(`Scenarios: ${scenarios.map(({ name }) => name).join(', ')}. Rounds: 1 or more.`);
  process.exit(1);
}
const chosen = scenarios.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const labels = asked.targets?.split(',');

if (asked.profile) mkdirSync(asked.profile, { recursive: true });
const machine = `${availableParallelism()} cores of ${cpus()[0].model.trim()}, Node ${process.versions.node}`;
const command = ['npm run bench', ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [])].join(' ');
console.log(`${command}\n${machine}, load ${loadavg()[0].toFixed(1)} at the start`);
if (asked.quick) console.log('Quick: short windows and fewer clients, so the figures say little.');

const stage = await Stage.open({ profileTo: asked.profile && resolve(asked.profile) });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stage.close().then(() => process.exit(1)));
const report = { command, machine, at: new Date().toISOString(), scenarios: [] };
try {
  for (const scenario of chosen) await measure(scenario);
} finally {
  await stage.close();
}

/** A scenario that fails (a message lost, a target that does not start) leaves the others to be measured. */
async function measure(scenario) {
  try {
    const measured = await roundsOf(scenario);
    if (measured.length === 0) return;
    const summary = summaryOf(scenario, measured, asked.quick);
    show(scenario, summary);
    report.scenarios.push({ ...summary, measured });
  } catch (error) {
    console.error(`\n${scenario.name} FAILED: ${error.message}`);
    report.scenarios.push({ name: scenario.name, failed: error.message });
    process.exitCode = 1;
  }
  if (asked.out) writeFileSync(asked.out, `${JSON.stringify(report, null, 2)}\n`);
}

/** Every round measures each contestant once, beginning with another one each time. */
async function roundsOf(scenario) {
  const contestants = scenario.contestants.filter(({ label }) => labels === undefined || labels.includes(label));
  const start = ({ target, world }) =>
    stage.start(
      targets.find(({ name }) => name === target),
      world,
    );
  const running = new Map();
  const measured = [];
  try {
    if (!scenario.fresh) for (const contestant of contestants) running.set(contestant, await start(contestant));
    for (let round = 0; round < rounds && contestants.length > 0; round++) {
      const figures = {};
      for (let turn = 0; turn < contestants.length; turn++) {
        const contestant = contestants[(turn + round) % contestants.length];
        const target = running.get(contestant) ?? (await start(contestant));
        figures[contestant.label] = await stage.drive(scenario, target, settings);
        if (scenario.fresh) await target.stop();
      }
      measured.push(figures);
    }
  } finally {
    for (const target of running.values()) await target.stop();
  }
  return measured;
}
