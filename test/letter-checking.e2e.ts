/** What is written to somebody is looked at again before it leaves: what happened meanwhile counts. */
import { until } from '@hub/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { begin, release } from '../src/modules/notifications/postman.queries.js';
import { sent } from './broadcast-field.js';
import { addressOf, letterField, type LetterField } from './letter-field.js';

let field: LetterField;

beforeAll(async () => {
  field = await letterField();
});
afterAll(() => field.close());
beforeEach(() => field.anew());

/** Lars is not to be written to today, nor tomorrow. */
const keepQuiet = (quiet: boolean) =>
  field.here.database.query(
    `update preferences set quiet_days = case when $2 then (
      select array_agg(extract(isodow from now() at time zone 'Africa/Lusaka' + n * interval '1 day')::int)
      from generate_series(0, 1) n) else '{}' end where person_id = $1`,
    [field.lars.personId, quiet],
  );

describe('what is folded in while a letter is under way', () => {
  const fold = (messageId: string, topicId: string) =>
    field.tell(field.lars, {
      kind: 'direct',
      about: { messageId },
      key: messageId,
      foldKey: `direct/${topicId}`,
      networkId: field.networkId,
      channelId: field.channelId,
    });
  const idOf = async () =>
    (
      await field.here.database.query<{ id: string }>(
        `select id from deliveries where person_id = $1 and medium = 'email'`,
        [field.lars.personId],
      )
    )[0]?.id;

  it('before it begins: it is written anew, with both', async () => {
    const { here, mail, lars, say, waiting, settled } = field;
    const first = await say('First.');
    await fold(first.id, first.topicId);
    await waiting();
    const letterId = uuidv7();
    await here.database.query('update deliveries set letter_id = $1 where id = $2', [letterId, await idOf()]);
    const second = await say('Second.');
    await fold(second.id, second.topicId);
    // As it was read before; and as somebody whose lease ran out meanwhile would.
    expect(await here.database.query(begin, [[await idOf()], [letterId], [1]])).toEqual([]);
    expect(await here.database.query(begin, [[await idOf()], [uuidv7()], [2]])).toEqual([]);
    await here.database.query(release, [[letterId]]);
    const letter = await mail.letterTo(addressOf(lars));
    expect(letter.text).toContain('First.');
    expect(letter.text).toContain('Second.');
    expect(await settled()).toMatchObject([{ state: 'delivered', attempt: 1 }]);
  });

  it('while it is sent and the server wants it later: one letter in the end', async () => {
    const { here, mail, lars, say, rows, pass, waiting, settled, letters } = field;
    mail.mood = 'holding';
    const first = await say('First.');
    await fold(first.id, first.topicId);
    await waiting();
    await pass();
    await until(
      () => letters(lars),
      (received) => received.length === 1,
    );
    const second = await say('Second.');
    await fold(second.id, second.topicId);
    await waiting(2);
    mail.mood = 'busy';
    await until(
      () => rows(),
      (found) => found[0]?.reason === 'smtp_451' && found[0].state === 'pending',
    );
    mail.mood = 'kind';
    mail.received.length = 0;
    // The second rests for an hour after the first.
    await here.database.query(
      `update deliveries set due_at = now() where person_id = $1 and state = 'pending' and due_at < now() + interval '30 minutes'`,
      [lars.personId],
    );
    expect(await settled(2)).toMatchObject([
      { state: 'delivered' },
      { state: 'suppressed', reason: 'folded', attempt: 0 },
    ]);
    expect(letters(lars)).toHaveLength(1);
    expect(letters(lars)[0]?.text).toContain('Second.');
  });
});

describe('what is looked at again before it leaves', () => {
  const lost: [string, string, (said: { topicId: string; seq: number }) => Promise<unknown>][] = [
    ['read', 'read', () => field.call(field.lars, '/notifications/read', {})],
    ['put away', 'done', () => field.here.database.query('update notifications set done_at = now()')],
    [
      'put off',
      'later',
      () => field.here.database.query(`update notifications set later_until = now() + interval '1 day'`),
    ],
    ['removed', 'removed', () => field.here.database.query('update messages set removed_at = now()')],
    [
      'of a person who left',
      'left',
      () =>
        field.here.database.query(
          "update channel_members set left_at = now(), left_how = 'self' where person_id = $1",
          [field.lars.personId],
        ),
    ],
    [
      'read where it was written',
      'read',
      ({ topicId, seq }) => field.call(field.lars, `/topics/${topicId}/reading`, { epoch: 0, seq }),
    ],
    [
      'of a closed account',
      'closed',
      () => field.here.database.query('update people set disabled_at = now() where id = $1', [field.lars.personId]),
    ],
  ];
  it.each(lost)('%s: no letter', async (_, reason, happens) => {
    const { here, lars, say, pass, waiting, settled, letters } = field;
    const said = await say(`<@${lars.personId}>, do not mail this`);
    await waiting();
    await happens(said);
    await pass();
    expect(await settled()).toMatchObject([{ state: 'suppressed', reason, attempt: 0 }]);
    expect(letters(lars)).toEqual([]);
    await here.database.query('update people set disabled_at = null');
    await here.database.query('update channel_members set left_at = null, left_how = null');
  });

  it('of a channel that was muted meanwhile: no letter', async () => {
    const { networkId, channelId, lars, call, say, pass, waiting, settled, tell } = field;
    const { id: messageId } = await say('To nobody by name.');
    await tell(lars, { kind: 'direct', about: { messageId }, key: messageId, networkId, channelId });
    await waiting();
    await call(lars, `/channels/${channelId}/mute`, { muted: true });
    await pass();
    expect(await settled()).toMatchObject([{ state: 'suppressed', reason: 'muted' }]);
    await call(lars, `/channels/${channelId}/mute`, { muted: false });
  });

  it('in quiet hours that began meanwhile: it waits on', async () => {
    const { here, mail, lars, say, pass, waiting, letters } = field;
    await say(`<@${lars.personId}>, tomorrow`);
    await waiting();
    await keepQuiet(true);
    await pass();
    await until(
      () =>
        here.database.query(
          `select from deliveries where person_id = $1 and state = 'pending' and due_at > now() + interval '1 second' and letter_id is null`,
          [lars.personId],
        ),
      (found) => found.length === 1,
    );
    expect(letters(lars)).toEqual([]);
    await keepQuiet(false);
    await pass();
    await mail.letterTo(addressOf(lars));
  });

  it('of a person who was erased: no letter, and nothing of it is left', async () => {
    const { here, networkId, channelId, someone, say, rows, pass, waiting, letters } = field;
    const admin = await someone('Maja Lind', 'administrator');
    const leaver = await someone('Nils Alm', 'expert', { networkId });
    await here.database.query(`insert into channel_members (channel_id, person_id, origin) values ($1, $2, 'hand')`, [
      channelId,
      leaver.personId,
    ]);
    await say(`<@${leaver.personId}>, one last thing`);
    await waiting(1, leaver.personId);
    await leaver.call('erasure.request', {});
    const [request] = await admin.call('erasure.list', {});
    await admin.call('erasure.carryOut', { erasureId: request?.id ?? '' });
    await pass();
    expect(await rows(leaver.personId)).toEqual([]);
    expect(letters(leaver)).toEqual([]);
  });

  it('of an update that was acknowledged: no letter, until it is corrected', async () => {
    const { here, networkId, lars, someone, pass, waiting, settled } = field;
    const coordinator = await someone('Siv Holm', 'project_coordinator', { networkId });
    await keepQuiet(true);
    const broadcastId = await sent(coordinator, networkId, { acknowledge: true });
    await waiting();
    await here.database.query(
      `update broadcast_recipients set acknowledged_at = now(), acknowledged_version = 1, acknowledged_by = 'hub'
      where broadcast_id = $1 and person_id = $2`,
      [broadcastId, lars.personId],
    );
    await keepQuiet(false);
    await pass();
    expect(await settled()).toMatchObject([{ state: 'suppressed', reason: 'acknowledged' }]);
  });
});
