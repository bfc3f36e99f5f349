/**
 * A small bot: listens to one channel as the person whose token it has, and when somebody mentions that person there, it
 * reacts, answers, and ends.
 *
 *   HUB_TOKEN=samverka_… node docs/example-bot.mjs [address of the hub] [channel]
 *
 * The token is made at /settings/sign-in. On a demonstration it may be left out: the bot then makes one for itself.
 *
 * It uses the client that the build left in dist/, so run `npm run build` (or `npm start`) once before.
 */
import { caller, Hub } from '../dist/libs/client/src/index.js';

const [origin = 'http://localhost:3000', slug = 'water'] = process.argv.slice(2);

// 1. The token says who this is: no cookie, and no Origin.
const token = process.env.HUB_TOKEN ?? (await tokenOfVisitor());
const { person: me } = await caller({ origin, token })('session.read', {});

// 2. Load what is there, and remember up to where.
const hub = new Hub({ origin, token, personId: me.id });
const channel = await findChannel(slug);
const { lastSeq } = await hub.call('channel.read', { channelId: channel.id });
hub.follow(channel.id, lastSeq);

// 3. Hear what comes after it: every event once and in order, also after a lost connection.
const answered = new Promise((resolve, reject) => {
  let done = false;
  hub.onEvents((events) => {
    for (const event of events) {
      if (done || event.kind !== 'message.sent' || event.channelId !== channel.id) continue;
      console.log(`${event.seq}. ${event.message.author.name}: ${event.message.body}`);
      if (!callsMe(event.message)) continue;
      done = true;
      answer(event.message).then(resolve, reject);
    }
  });
  hub.onState(() => {
    console.log(`Connection: ${hub.state()}`);
    if (hub.state() === 'ended' && !done) reject(new Error('The hub refused the connection.'));
  });
});
hub.connect();
console.log(`${me.name} listens to #${channel.slug}, which is at ${lastSeq}.`);
await answered;
hub.close();

/** A visitor of the demonstration signs in as a browser would, with a cookie and an origin, and makes a token for a day. */
async function tokenOfVisitor() {
  const people = await caller({ origin })('demonstration.people', {});
  const visitor = people.find(({ role }) => role === 'research_advisor') ?? people[0];
  const entered = await fetch(`${origin}/api/demonstration/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ personId: visitor.id }),
  });
  if (!entered.ok) throw new Error(`Signing in was answered with ${entered.status}.`);
  const call = caller({ origin, headers: { origin, cookie: entered.headers.getSetCookie()[0].split(';')[0] } });
  const made = await call('token.create', { name: 'Example bot', scope: 'write', days: 1 });
  await call('session.end', {});
  return made.token;
}

async function findChannel(wanted) {
  for (const network of await hub.call('network.list', {})) {
    const { channels } = await hub.call('network.read', { networkSlug: network.slug });
    const found = channels.find((one) => one.slug === wanted);
    if (found) return found;
  }
  throw new Error(`${me.name} is in no channel ${wanted}.`);
}

/** Whom the message names stands in it already: nobody needs to look for tokens in its text. */
function callsMe({ author, mentions }) {
  return author.id !== me.id && mentions.some(({ kind, id }) => kind === 'person' && id === me.id);
}

/** The outbox chooses the clientId and tries again with the same one until the hub has acknowledged or refused it. */
async function answer({ id, channelId, topicId, author }) {
  await hub.call('reaction.set', { messageId: id, reaction: 'seen', on: true });
  hub.typing(topicId, true);
  const body = `<@${author.id}>, I have read this, and will come back to it.`;
  await hub.outbox.add({ channelId, topicId, replyToId: id, body });
  await new Promise((resolve, reject) => {
    const look = () => {
      const [item] = hub.outbox.list();
      if (item === undefined) resolve();
      else if (item.state === 'refused') reject(new Error(item.failure.message));
    };
    hub.outbox.subscribe(look);
    look();
  });
  console.log('Reacted and answered.');
}
