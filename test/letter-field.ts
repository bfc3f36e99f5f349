/** Amara writes, and Lars is written to by a real mail server: for the tests of letters. */
import { caller } from '@hub/client';
import type { Role } from '@hub/contracts';
import {
  channel,
  hub,
  mailServer,
  membership,
  network,
  nobodySleeps,
  person,
  until,
  type Place,
  type ReceivedMail,
  type SignedIn,
  type TestHub,
} from '@hub/testing';
import { expect } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { NotificationsService } from '../src/modules/notifications/notifications.service.js';
import type { Told } from '../src/modules/notifications/telling.js';
import type { Someone } from './broadcast-field.js';

const origin = 'http://localhost:3000';

export type LetterField = Awaited<ReturnType<typeof letterField>>;

export async function letterField() {
  const mail = await mailServer();
  const here = await hub({ SMTP_URL: mail.url, PUBLIC_URL: origin });
  const networkId = await network(here.database);
  const someone = (name: string, role: Role, place: Place = {}) => signedIn(here, name, role, place);
  const member = (name: string) => someone(name, 'expert', { networkId });
  const [amara, lars] = (await Promise.all(['Amara Mwansa', 'Lars Ek'].map(member))) as [Someone, Someone];
  await nobodySleeps(here.database);
  const channelId = await channel(here.database, { networkId, members: [amara.personId, lars.personId] });

  const call = (who: SignedIn, path: string, body: object) => post(here, who, path, body);
  const say = (body: string, more: object = {}, where = channelId) =>
    call(amara, `/channels/${where}/messages`, { clientId: uuidv7(), topicTitle: 'Pump tests', body, ...more });

  const field = {
    here,
    mail,
    networkId,
    channelId,
    amara,
    lars,
    someone,
    member,
    call,
    say,
    ...ledger(here, lars),
    /** What has come to somebody; what others are still sent of the test before does not count. */
    letters: ({ personId }: SignedIn): ReceivedMail[] =>
      field.mail.received.filter(({ recipient }) => recipient.startsWith(personId)),
    /** Nothing is waiting, and the mail server takes what comes. */
    anew: async (): Promise<void> => {
      field.mail.mood = 'kind';
      field.mail.received.length = 0;
      await here.database.query('delete from notifications');
    },
    close: async (): Promise<void> => {
      await here.close();
      await field.mail.close();
    },
  };
  return field;
}

async function signedIn(here: TestHub, name: string, role: Role, place: Place = {}): Promise<Someone> {
  const personId = await person(here.database, name);
  await membership(here.database, personId, role, place);
  const { headers: own } = await here.signIn(personId);
  const headers = { ...own, origin };
  return { personId, headers, call: caller({ origin: here.origin, headers }) };
}

async function post(
  here: TestHub,
  who: SignedIn,
  path: string,
  body: object,
): Promise<{ id: string; topicId: string; seq: number }> {
  const response = await fetch(`${here.origin}/api${path}`, {
    method: 'POST',
    headers: { ...who.headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as never;
}

interface Row {
  state: string;
  reason: string | null;
  attempt: number;
  letterId: string | null;
}

/** What the ledger says of letters, of Lars unless told. */
function ledger(here: TestHub, lars: SignedIn) {
  const rows = (personId = lars.personId) =>
    here.database.query<Row>(
      `select state, reason, attempt, letter_id as "letterId" from deliveries where person_id = $1 and medium = 'email'
      order by created_at, id`,
      [personId],
    );
  /** The five minutes are over. */
  const pass = () => here.database.query(`update deliveries set due_at = now() where state = 'pending'`);
  const waiting = (count = 1, personId = lars.personId) =>
    until(
      () => rows(personId),
      (found) => found.length === count,
    );
  const settled = (count = 1, personId = lars.personId) =>
    until(
      () => rows(personId),
      (found) => found.length === count && found.every(({ state }) => !['pending', 'sending'].includes(state)),
    );
  const tell = ({ personId }: SignedIn, told: Omit<Told, 'personIds'>) =>
    here.app.nest.get(NotificationsService).tellAll({ ...told, personIds: [personId] });
  return { rows, pass, waiting, settled, tell };
}

export const addressOf = ({ personId }: SignedIn) => `${personId}@example.org`;
