/** `npm run hub -- <command>`: what whoever runs the hub does without a browser, while it runs or not. */
import { EmailAddress } from '@hub/contracts';
import {
  DatabaseRefusal,
  EmbeddedRefusal,
  runningEmbeddedPostgres,
  startEmbeddedPostgres,
  type Connection,
  type Database,
} from '@hub/database';
import { openHubDatabase } from './app.js';
import { ConfigRefusal, parseConfig, type Config } from './config.js';
import { Address } from './edge/address.js';
import { AuditService } from './modules/administration/audit.service.js';
import { FirstAdministratorService } from './modules/entrance/first-administrator.service.js';
import { InvitationsService } from './modules/entrance/invitations.service.js';
import { NetworkAccessService } from './modules/networks/network-access.service.js';
import { LostPasskeysService } from './modules/security/lost-passkeys.service.js';

/** What the command was asked wrongly, in a sentence. */
class Misuse extends Error {}

const refusals = [Misuse, ConfigRefusal, EmbeddedRefusal, DatabaseRefusal];
const say = (sentence: string) => void process.stdout.write(`${sentence}\n`);

interface Here {
  config: Config;
  database: Database;
}

interface Command {
  takes: string;
  does: string;
  run(here: Here, given: string[]): Promise<void>;
}

const commands: Record<string, Command> = {
  'invite-admin': {
    takes: '<e-mail> [name]',
    does: 'invites an administrator: prints the link, and mails it where SMTP_URL is set',
    run: inviteAdministrator,
  },
  'forget-passkeys': {
    takes: '<e-mail>',
    does: 'lets somebody who lost every passkey make a new one, once you know that it is they who ask',
    run: forgetPasskeys,
  },
  'failed-jobs': {
    takes: '[retry]',
    does: 'lists what the queue gave up, by topic; with retry it is tried again',
    run: failedJobs,
  },
};

try {
  await main(process.argv.slice(3));
} catch (error) {
  const known = refusals.some((kind) => error instanceof kind);
  process.stderr.write(`${error instanceof Error ? (known ? error.message : error.stack) : String(error)}\n`);
  process.exitCode = 1;
}

async function main([name = '', ...given]: string[]): Promise<void> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Misuse(`Say what to do:\n${usage()}`);
  const config = parseConfig(process.env);
  const { connection, leave } = await reach(config);
  try {
    const database = await openHubDatabase(connection);
    await command.run({ config, database }, given).finally(() => database.dataSource.destroy());
  } finally {
    await leave();
  }
}

function usage(): string {
  return Object.entries(commands)
    .map(([name, { takes, does }]) => `  npm run hub -- ${name} ${takes}\n      ${does}`)
    .join('\n');
}

/** The database of the hub that runs, else one that is started for the moment. */
async function reach({ databaseUrl, dataFolder }: Config): Promise<{ connection: Connection; leave(): Promise<void> }> {
  if (databaseUrl !== undefined) return { connection: { url: databaseUrl }, leave: () => Promise.resolve() };
  const running = runningEmbeddedPostgres(dataFolder);
  if (running) return { connection: running, leave: () => Promise.resolve() };
  const started = await startEmbeddedPostgres({ folder: dataFolder, progress: say });
  return { connection: started.connection, leave: () => started.stop() };
}

async function inviteAdministrator({ config, database }: Here, [email = '', ...name]: string[]): Promise<void> {
  const address = EmailAddress.safeParse(email);
  if (!address.success) throw new Misuse(`${JSON.stringify(email)} is not an e-mail address.`);
  const invitations = new InvitationsService(database, new AuditService(), new NetworkAccessService(database));
  const first = new FirstAdministratorService(database, invitations);
  const token = await first.invite(address.data, name.join(' ').trim() || (address.data.split('@')[0] ?? ''));
  if (token === undefined) throw new Misuse(`${address.data} is an administrator already.`);
  say(`Open this link within 14 days, once, to become an administrator as ${address.data}:`);
  say(new Address(config).of(`/invitation#${token}`));
  if (config.smtpUrl === undefined) say('No letter is sent, since SMTP_URL is not set.');
  else say('A letter with a link of its own leaves as soon as the hub runs.');
}

async function forgetPasskeys({ database }: Here, [email = '']: string[]): Promise<void> {
  const forgotten = await new LostPasskeysService(database, new AuditService()).forget(email);
  if (forgotten === undefined) throw new Misuse(`Nobody here has the address ${JSON.stringify(email)}.`);
  say(`Forgot ${forgotten} passkeys of ${email}, and signed them out everywhere. They sign in by a letter now.`);
}

async function failedJobs({ database }: Here, [word]: string[]): Promise<void> {
  if (word !== undefined && word !== 'retry') throw new Misuse(`Say retry or nothing, not ${JSON.stringify(word)}.`);
  const rows = await database.query<{ topic: string; failure: string; jobs: number }>(
    `select topic, failure, count(*) as jobs from outbox where failed_at is not null group by 1, 2 order by 1, 2`,
  );
  for (const { topic, failure, jobs } of rows) say(`${jobs} x ${topic}: ${failure}`);
  if (rows.length === 0) say('Nothing was given up.');
  if (word !== 'retry') return;
  await database.query(
    'update outbox set failed_at = null, failure = null, queued_at = null, due_at = now() where failed_at is not null',
  );
  say('All of it is tried again.');
}
