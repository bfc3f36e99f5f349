/**
 * Bugs that a hub like this could have, planted in the real thing: its classes, its database, or a client of it. Each is
 * taken out again, and says by which rule the checker must find it.
 */
import type { Hub } from '@hub/client';
import { Failure } from '@hub/contracts';
import { Database } from '@hub/database';
import { Heads, Live, PostgresBus, Review } from '@hub/realtime';
import { v7 as uuidv7 } from 'uuid';
import { JournalService } from '../../src/modules/journal/journal.service.js';
import { asMessage, messagesBefore } from '../../src/modules/messages/messages.queries.js';
import { MessagesService } from '../../src/modules/messages/messages.service.js';
import { RevisingService } from '../../src/modules/messages/revising.service.js';
import { SendingService } from '../../src/modules/messages/sending.service.js';
import { NotificationsJobs } from '../../src/modules/notifications/notifications.jobs.js';
import { ReadingService } from '../../src/modules/reading/reading.service.js';
import type { Rule } from '../checker/check.js';
import type { SeenEvent } from '../checker/history.js';
import type { Cast } from './play.js';

export interface Bug {
  name: string;
  /** The rule that it breaks; of several whichever it meets first. */
  expected: Rule | readonly Rule[];
  /** Puts it in; what is returned takes it out. */
  plant: (cast: Cast) => Promise<() => unknown>;
}

// Private methods too are what a bug may be in.
// oxlint-disable-next-line typescript/no-explicit-any
type Method = (this: any, ...args: any[]) => any;

/** Replaces a method of a class; `instead` is given the real one. */
function replace(owner: { prototype: object }, name: string, instead: (real: Method) => Method): () => void {
  const prototype = owner.prototype as Record<string, Method>;
  const real = prototype[name];
  if (typeof real !== 'function') throw new Error(`There is no ${name} to plant a bug in.`);
  prototype[name] = instead(real);
  return () => {
    prototype[name] = real;
  };
}

/** Replaces a piece of the function that stores messages. */
async function rewrite({ world }: Cast, pieces: [string, string][]): Promise<() => unknown> {
  const [found] = await world.sql<{ source: string }>(`select pg_get_functiondef('send_messages'::regproc) as source`);
  const source = found?.source ?? '';
  let changed = source;
  for (const [piece, other] of pieces) {
    if (!changed.includes(piece)) throw new Error(`send_messages has no ${piece}`);
    changed = changed.replace(piece, other);
  }
  await world.sql(changed);
  return () => world.sql(source);
}

const every = (nth: number) => {
  let count = 0;
  return () => ++count % nth === 0;
};

class Undone extends Error {}

/** Runs a statement as if it were stored, and leaves nothing of it. */
async function undone(database: Database, sql: string, values: unknown[]): Promise<object[]> {
  let rows: object[] = [];
  await database
    .transaction(async (tx) => {
      rows = await tx.query(sql, values);
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  return rows;
}

const subjectOf = (event: SeenEvent | undefined) => event?.message?.id ?? event?.person?.id ?? event?.personId ?? '';

export const bugs: Bug[] = [
  {
    name: 'a message is acknowledged before it is committed, and the commit fails',
    expected: 'lost',
    plant: async () => {
      const fails = every(6);
      return replace(
        Database,
        'prepared',
        (real) =>
          function (name: string, sql: string, values: unknown[]) {
            return name === 'send_messages' && fails() ? undone(this, sql, values) : real.call(this, name, sql, values);
          },
      );
    },
  },
  {
    name: 'events are told before the commit, and the commit fails',
    expected: 'phantom',
    plant: async () => {
      const fails = every(6);
      let rows: object[] = [];
      const putBack = replace(
        Database,
        'prepared',
        (real) =>
          async function (name: string, sql: string, values: unknown[]) {
            if (name !== 'send_messages' || !fails()) return real.call(this, name, sql, values);
            rows = await undone(this, sql, values);
            throw Object.assign(new Error('The connection broke.'), { code: '08006' });
          },
      );
      const putBackToo = replace(
        SendingService,
        'flush',
        (real) =>
          async function (batch: unknown[], patient: boolean) {
            const busy = await real.call(this, batch, patient);
            const told = rows;
            rows = [];
            if (told.length > 0) await this.tell(told, batch);
            return busy;
          },
      );
      return () => [putBack(), putBackToo()];
    },
  },
  {
    name: 'the log is read by the id of what it is about instead of by seq',
    expected: 'convergence',
    plant: async () =>
      replace(
        JournalService,
        'channelEventsAfter',
        (real) =>
          async function (channelId: string, after: number, limit = 50) {
            const log: SeenEvent[] = await real.call(this, channelId, 0, 10_000);
            const from = after === 0 ? '' : subjectOf(log.find(({ seq }) => seq === after));
            const beyond = log.filter((event) => subjectOf(event) > from);
            return beyond.sort((a, b) => (subjectOf(a) < subjectOf(b) ? -1 : 1)).slice(0, limit);
          },
      ),
  },
  {
    name: 'a clientId is not looked up and not unique',
    expected: 'duplicate',
    plant: async (cast) => {
      const { world } = cast;
      await world.sql('alter table messages drop constraint messages_author_id_client_id_key');
      const putBack = await rewrite(cast, [['m.client_id = d."clientId"', 'false']]);
      return async () => {
        await putBack();
        await world.sql(`update messages m set client_id = gen_random_uuid() where exists (
          select from messages o where o.author_id = m.author_id and o.client_id = m.client_id and o.seq < m.seq)`);
        await world.sql('alter table messages add unique (author_id, client_id)');
      };
    },
  },
  {
    name: 'a client tries again under a new clientId',
    expected: 'duplicate',
    plant: async ({ phone }) => {
      const tried = new Set<string>();
      const call = phone.hub.call as (name: string, input: { clientId?: string }) => Promise<unknown>;
      const again = (name: string, input: { clientId?: string }) => {
        const { clientId = '' } = input;
        if (name !== 'message.send' || !tried.has(clientId)) {
          tried.add(clientId);
          return call(name, input);
        }
        return call(name, { ...input, clientId: uuidv7() });
      };
      Object.assign(phone.hub, { call: again as Hub['call'] });
      return () => undefined;
    },
  },
  {
    name: 'membership is looked up before the lock and not under it',
    expected: 'trespass',
    plant: async (cast) => {
      const putBack = await rewrite(cast, [['or not draft.is_in', '']]);
      const putBackToo = replace(
        SendingService,
        'send',
        (real) =>
          async function (actor: object, input: { channelId: string }) {
            await this.channels.readable(actor, input.channelId);
            return real.call(this, actor, input);
          },
      );
      return () => [putBackToo(), putBack()];
    },
  },
  {
    name: 'a message is stored and its sender is told that it was refused',
    expected: 'phantom',
    plant: async () => {
      const fails = every(9);
      return replace(
        SendingService,
        'send',
        (real) =>
          async function (...args) {
            const sent = await real.apply(this, args);
            if (fails()) throw new Failure('FORBIDDEN', 'Not here.');
            return sent;
          },
      );
    },
  },
  {
    name: 'a reaction is turned over instead of set',
    expected: 'fold',
    plant: async () =>
      replace(
        RevisingService,
        'react',
        (real) =>
          async function (actor: { personId: string }, input: { messageId: string; reaction: string }) {
            const there = await (this.database as Database).query(
              'select from reactions where message_id = $1 and person_id = $2 and reaction = $3',
              [input.messageId, actor.personId, input.reaction],
            );
            return real.call(this, actor, { ...input, on: there.length === 0 });
          },
      ),
  },
  {
    name: 'the last edit wins whatever it was made on',
    expected: 'fold',
    plant: async () =>
      replace(
        RevisingService,
        'edit',
        (real) =>
          async function edit(actor: object, input: { messageId: string }, tries = 5): Promise<unknown> {
            const { version } = await this.messages.byId(input.messageId);
            try {
              return await real.call(this, actor, { ...input, baseVersion: version });
            } catch (error) {
              if (tries === 0 || !(error instanceof Failure) || error.code !== 'CONFLICT') throw error;
              return edit.call(this, actor, input, tries - 1);
            }
          },
      ),
  },
  {
    name: 'an edit brings back what was removed',
    expected: 'fold',
    plant: async () =>
      replace(
        RevisingService,
        'edit',
        (real) =>
          async function (actor: object, input: { messageId: string }) {
            await (this.database as Database).query(
              `update messages set removed_at = null, removed_by = null, body = 'back' where id = $1 and removed_at is not null`,
              [input.messageId],
            );
            return real.call(this, actor, input);
          },
      ),
  },
  {
    name: 'a read marker goes wherever it was asked to go last',
    expected: 'marker',
    plant: async () =>
      replace(
        ReadingService,
        'move',
        (real) =>
          async function (actor: { personId: string }, input: { topicId: string; epoch: number; seq: number }) {
            const reading = await real.call(this, actor, input);
            await (this.database as Database).query(
              'update read_markers set epoch = $3, seq = $4 where person_id = $1 and topic_id = $2',
              [actor.personId, input.topicId, input.epoch, input.seq],
            );
            return reading;
          },
      ),
  },
  {
    name: 'a notification has no key, and its job runs twice',
    expected: 'effect',
    plant: async ({ world }) => {
      const unique = 'notifications_person_id_kind_message_id_idx';
      await world.sql(`drop index ${unique}`);
      const putBack = replace(
        NotificationsJobs,
        'tell',
        (real) =>
          async function (told: { messageId: string }) {
            await real.call(this, told);
            await (this.database as Database).query('delete from deliveries where subject_id = $1', [told.messageId]);
            await real.call(this, told);
          },
      );
      return async () => {
        putBack();
        await world.sql('delete from notifications');
        await world.sql(
          `create unique index ${unique} on notifications (person_id, kind, message_id) where kind <> 'report'`,
        );
      };
    },
  },
  {
    name: 'a job says that it is done before it is',
    expected: 'effect',
    plant: async () => replace(NotificationsJobs, 'tell', () => async () => undefined),
  },
  {
    name: 'the sockets of whoever was removed stay in the room',
    expected: 'leak',
    plant: async () => {
      const putBack = [
        replace(Live, 'leave', () => () => undefined),
        replace(Live, 'move', () => () => undefined),
        replace(Review, 'readmit', () => async () => undefined),
      ];
      return () => putBack.map((one) => one());
    },
  },
  {
    name: 'hints are lost and nobody looks for what they said',
    // What a channel or a person was not told shows in views that differ, or in a marker that another device does not have.
    expected: ['convergence', 'marker'],
    plant: async () => {
      const putBack = [
        replace(PostgresBus, 'publish', () => async () => undefined),
        replace(Heads, 'sweep', () => async () => undefined),
      ];
      return () => putBack.map((one) => one());
    },
  },
  {
    name: 'history is read without asking who reads',
    expected: 'leak',
    plant: async () =>
      replace(
        MessagesService,
        'page',
        () =>
          async function (_: object, { topicId }: { topicId: string }) {
            const rows = await this.database.query(messagesBefore, [topicId, Number.MAX_SAFE_INTEGER, 500]);
            return { messages: rows.toReversed().map(asMessage), hasOlder: false, hasNewer: false };
          },
      ),
  },
  {
    name: 'a client applies what comes as it comes',
    expected: 'duplicate',
    plant: async ({ lars }) => {
      Object.assign(lars.hub['sync']['cursors'], { admit: (events: object[]) => events });
      return () => undefined;
    },
  },
];
