/** Bugs in what is heard and read of it: in logs, markers, notifications, rooms and hints, and in a client. */
import type { Database } from '@hub/database';
import { Heads, Live, PostgresBus, Review } from '@hub/realtime';
import { JournalService } from '../../src/modules/journal/journal.service.js';
import { asMessage, messagesBefore } from '../../src/modules/messages/messages.queries.js';
import { MessagesService } from '../../src/modules/messages/messages.service.js';
import { NotificationsJobs } from '../../src/modules/notifications/notifications.jobs.js';
import { ReadingService } from '../../src/modules/reading/reading.service.js';
import type { SeenEvent } from '../checker/history.js';
import { replace, type Bug } from './planting.js';

const subjectOf = (event: SeenEvent | undefined) => event?.message?.id ?? event?.person?.id ?? event?.personId ?? '';

export const hearingBugs: Bug[] = [
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
