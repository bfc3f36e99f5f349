/**
 * `node bench/profile.mjs FILE...`: where the time of a CPU profile went. By package and by function for itself, and
 * for our own functions with everything they called (awaited work counts where it goes on, not here).
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const shown = 30;
const waiting = new Set(['(idle)', '(program)']);

for (const path of process.argv.slice(2)) {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(path, 'utf8'));
  const byId = new Map(nodes.map((node) => [node.id, { ...node, own: 0, name: nameOf(node), from: packageOf(node) }]));
  samples.forEach((id, index) => (byId.get(id).own += timeDeltas[index]));
  const all = [...byId.values()];
  const busy = sum(all.filter(({ name }) => !waiting.has(name)));
  console.log(`${path}: ${Math.round(busy / 1000)} ms busy`);
  print(
    'by package',
    tally(all, ({ from }) => from),
    busy,
  );
  print(
    'by function, itself',
    tally(all, ({ name, from }) => `${name} (${from})`),
    busy,
  );
  print('our own functions, with what they called', inclusive(byId, nodes[0].id), busy);
}

function nameOf({ callFrame: { functionName } }) {
  return functionName === '' ? '(anonymous)' : functionName;
}

function packageOf({ callFrame: { url, functionName } }) {
  const installed = url.split('/node_modules/').at(-1);
  if (installed !== url) return /^(@[^/]+\/)?[^/]+/.exec(installed)[0];
  if (url.startsWith('node:')) return url;
  if (url.startsWith('file:')) return fileURLToPath(url).replace(/^.*\/(dist|bench)\//, '$1/');
  return functionName.startsWith('(') ? functionName : 'native';
}

function sum(nodes) {
  return nodes.reduce((total, { own }) => total + own, 0);
}

function tally(nodes, keyOf) {
  const totals = new Map();
  for (const node of nodes)
    if (!waiting.has(node.name)) totals.set(keyOf(node), (totals.get(keyOf(node)) ?? 0) + node.own);
  return totals;
}

/** A function inside itself counts once. */
function inclusive(byId, root) {
  const totals = new Map();
  const visit = (id, above) => {
    const { own, name, from, children = [] } = byId.get(id);
    const key = from.startsWith('dist/') ? `${name} (${from})` : undefined;
    const isNew = key !== undefined && !above.has(key);
    if (isNew) above.add(key);
    let total = waiting.has(name) ? 0 : own;
    for (const child of children) total += visit(child, above);
    if (isNew) {
      above.delete(key);
      totals.set(key, (totals.get(key) ?? 0) + total);
    }
    return total;
  };
  visit(root, new Set());
  return totals;
}

function print(title, totals, busy) {
  console.log(`\n${title}`);
  for (const [key, us] of [...totals].sort((a, b) => b[1] - a[1]).slice(0, shown))
    if (us > busy / 500) console.log(`${((us / busy) * 100).toFixed(1).padStart(6)} %  ${key}`);
}
