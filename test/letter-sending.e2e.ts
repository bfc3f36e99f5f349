/** Letters and a mail server that has no time, will not have them, breaks off or is away: none is sent twice. */
import { mailServer, nobodySleeps, until } from '@hub/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { isFailing } from '../src/modules/mail/failing.fragments.js';
import { PostmanJobs } from '../src/modules/notifications/postman.jobs.js';
import { addressOf, letterField, type LetterField } from './letter-field.js';

let field: LetterField;

beforeAll(async () => {
  field = await letterField();
});
afterAll(() => field.close());
beforeEach(() => field.anew());

describe('a mail server', () => {
  it('that has no time is asked again, later and later', async () => {
    const { mail, lars, say, rows, pass, waiting, settled, letters } = field;
    mail.mood = 'busy';
    await say(`<@${lars.personId}>, later`);
    await waiting();
    for (const attempt of [1, 2]) {
      await pass();
      await until(
        () => rows(),
        ([row]) => row?.attempt === attempt && row.state === 'pending' && row.letterId === null,
      );
    }
    expect(await rows()).toMatchObject([{ state: 'pending', reason: 'smtp_451', letterId: null }]);
    mail.mood = 'kind';
    await pass();
    await mail.letterTo(addressOf(lars));
    expect(await settled()).toMatchObject([{ state: 'delivered', reason: null, attempt: 3 }]);
    expect(letters(lars)).toHaveLength(1);
  });

  it('that will not have an address is not asked again', async () => {
    const { here, channelId, member, say, pass, waiting, settled } = field;
    const gone = await member('Nomsa Dlamini');
    await here.database.query('update people set email = $2 where id = $1', [gone.personId, 'refused@example.org']);
    await here.database.query(`insert into channel_members (channel_id, person_id, origin) values ($1, $2, 'hand')`, [
      channelId,
      gone.personId,
    ]);
    await nobodySleeps(here.database);
    await say(`<@${gone.personId}>, are you there?`);
    await waiting(1, gone.personId);
    await pass();
    expect(await settled(1, gone.personId)).toMatchObject([{ state: 'failed', reason: 'smtp_550', attempt: 1 }]);
    const failing = async () =>
      (
        await here.database.query<{ failing: boolean }>(
          `select ${isFailing('p')} as failing from people p where p.id = $1`,
          [gone.personId],
        )
      )[0]?.failing;
    expect(await failing()).toBe(true);
    // A server that may not be written to says nothing of the address; that a letter came through does.
    await here.database.query('update people set email = $2 where id = $1', [gone.personId, 'unwanted@example.org']);
    await here.database.query(`update deliveries set settled_at = now() - interval '1 day'`);
    await say(`<@${gone.personId}>, and now?`);
    await waiting(2, gone.personId);
    await pass();
    expect((await settled(2, gone.personId))[1]).toMatchObject({ state: 'failed', reason: 'refused_550' });
    expect(await failing()).toBe(true);
    await here.database.query(`delete from deliveries where person_id = $1 and reason = 'smtp_550'`, [gone.personId]);
    expect(await failing()).toBe(false);
  });

  it('that has no time for days is given up three days after the first try, however long it had waited before', async () => {
    const { here, mail, lars, say, rows, pass, waiting, settled } = field;
    mail.mood = 'busy';
    await say(`<@${lars.personId}>, after a long night`);
    await waiting();
    await here.database.query(`update deliveries set created_at = now() - interval '9 days'`);
    await pass();
    await until(
      () => rows(),
      ([row]) => row?.attempt === 1 && row.state === 'pending' && row.letterId === null,
    );
    await here.database.query(`update deliveries set tried_at = now() - interval '3 days' where state = 'pending'`);
    await pass();
    expect(await settled()).toMatchObject([{ state: 'failed', reason: 'smtp_451', attempt: 2 }]);
  });

  it('that breaks off after the text may have it: it is counted, and not sent again', async () => {
    const { here, mail, lars, say, rows, pass, waiting, settled, letters } = field;
    mail.mood = 'deaf';
    await say(`<@${lars.personId}>, once at most`);
    await waiting();
    await pass();
    expect(await settled()).toMatchObject([{ state: 'failed', reason: 'unknown', attempt: 1 }]);
    mail.mood = 'kind';
    await pass();
    await here.app.nest.get(PostmanJobs, { strict: false }).carry({
      letterIds: (await rows()).flatMap(({ letterId }) => letterId ?? []),
    });
    expect(letters(lars)).toHaveLength(1);
  });

  it('that is away is waited for', async () => {
    const { mail, lars, say, rows, pass, waiting, settled } = field;
    const port = Number(new URL(mail.url).port);
    await mail.close();
    await say(`<@${lars.personId}>, when you are back`);
    await waiting();
    await pass();
    await until(
      () => rows(),
      ([row]) => row?.reason === 'unreachable' && row.state === 'pending',
    );
    field.mail = await mailServer(port);
    await pass();
    await field.mail.letterTo(addressOf(lars));
    expect(await settled()).toMatchObject([{ state: 'delivered' }]);
  });
});

describe('a job of letters', () => {
  it('that runs six times, also at once, sends each once', async () => {
    const { here, mail, lars, say, rows, pass, waiting, letters } = field;
    mail.mood = 'slow';
    await say(`<@${lars.personId}>, one letter`);
    await waiting();
    await pass();
    const [row] = await until(
      () => rows(),
      ([one]) => one?.state === 'sending',
    );
    const jobs = here.app.nest.get(PostmanJobs, { strict: false });
    await Promise.all(Array.from({ length: 5 }, () => jobs.carry({ letterIds: [row?.letterId ?? ''] })));
    // Another run could not know better; the one that sent it does.
    await until(
      () => rows(),
      ([one]) => one?.state === 'delivered',
    );
    await jobs.carry({ letterIds: [row?.letterId ?? ''] });
    expect(await rows()).toMatchObject([{ state: 'delivered', attempt: 1 }]);
    expect(letters(lars)).toHaveLength(1);
  });
});
