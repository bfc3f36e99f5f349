/**
 * A small bot: signs in as one of the demonstration's people, listens to one channel, answers the first message that
 * somebody else writes there, and ends.
 *
 *   node docs/example-bot.mjs [address of the hub] [channel]
 *
 * It uses the client that the build left in dist/, so run `npm run build` (or `npm start`) once before.
 */
import { caller, Hub } from '../dist/libs/client/src/index.js';

const [origin = 'http://localhost:3000', slug = 'water'] = process.argv.slice(2);

// 1. Sign in. The cookie is the session; Origin says that the request does not come from somebody else's page.
const visitor = caller({ origin });
const people = await visitor('demonstration.people', {});
const me = people.find(({ role }) => role === 'research_advisor') ?? people[0];
const entered = await fetch(`${origin}/api/demonstration/session`, {
  method: 'POST',
  headers: { origin, 'content-type': 'application/json' },
  body: JSON.stringify({ personId: me.id }),
});
if (!entered.ok) throw new Error(`Signing in was answered with ${entered.status}.`);
const headers = { origin, cookie: entered.headers.getSetCookie()[0].split(';')[0] };

// 2. Load what is there, and remember up to where.
const hub = new Hub({ origin, headers });
const channel = await findChannel(slug);
const { lastSeq } = await hub.call('channel.read', { channelId: channel.id });
hub.follow(channel.id, lastSeq);

// 3. Hear what comes after it: every message once and in order, also after a lost connection.
const answered = new Promise((resolve, reject) => {
  let done = false;
  hub.onEvents((events) => {
    for (const event of events) {
      if (done || event.kind !== 'message.sent' || event.channelId !== channel.id) continue;
      if (event.message.author.id === me.id) continue;
      done = true;
      answer(event.message).then(resolve, reject);
    }
  });
  hub.onState(() => {
    console.log(`Connection: ${hub.state()}`);
    if (hub.state() === 'ended') reject(new Error('The hub refused the connection.'));
  });
});
hub.connect();
console.log(`${me.name} listens to #${channel.slug}, which is at ${lastSeq}.`);
await answered;
await hub.call('session.end', {});
hub.close();

async function findChannel(wanted) {
  for (const network of await hub.call('network.list', {})) {
    const { channels } = await hub.call('network.read', { networkSlug: network.slug });
    const found = channels.find((one) => one.slug === wanted);
    if (found) return found;
  }
  throw new Error(`${me.name} is in no channel ${wanted}.`);
}

/** The outbox chooses the clientId and tries again with the same one until the hub has acknowledged or refused it. */
async function answer(message) {
  console.log(`${message.seq}. ${message.author.name}: ${message.body}`);
  const body = `<@${message.author.id}>, I have read this.`;
  await hub.outbox.add({ channelId: message.channelId, topicId: message.topicId, body });
  await new Promise((resolve, reject) => {
    const look = () => {
      const [item] = hub.outbox.list();
      if (item === undefined) resolve();
      else if (item.state === 'refused') reject(new Error(item.failure.message));
    };
    hub.outbox.subscribe(look);
    look();
  });
  console.log('Answered.');
}
