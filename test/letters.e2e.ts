/** Letters about what is told: one for a person and moment, with what may leave the hub and a way to stop it. */
import { channel, membership, type SignedIn } from '@hub/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { UnsubscribingService } from '../src/modules/mail/unsubscribing.service.js';
import { sent } from './broadcast-field.js';
import { addressOf, letterField, type LetterField } from './letter-field.js';

let field: LetterField;

beforeAll(async () => {
  field = await letterField();
});
afterAll(() => field.close());
beforeEach(() => field.anew());

const coordinate = ({ personId }: SignedIn) =>
  membership(field.here.database, personId, 'project_coordinator', { networkId: field.networkId });

describe('a letter', () => {
  it('has the whole text, its thread and a way to stop it, and leaves five minutes later', async () => {
    const { here, mail, lars, say, pass, waiting, settled, letters } = field;
    const first = await say(`<@${lars.personId}>, does **it** run?\n\n- yes\n- <b>no</b>`);
    await waiting();
    expect(letters(lars)).toEqual([]);
    await pass();
    const letter = await mail.letterTo(addressOf(lars));
    expect(letter.subject).toBe('Amara Mwansa mentions you: Pump tests');
    expect(letter.text).toContain('> @Lars Ek, does **it** run?');
    expect(letter.html).toContain('does <strong>it</strong> run?');
    expect(letter.html).toContain('&lt;b&gt;no');
    expect(letter.text).toContain(`http://localhost:3000/t/${first.topicId}?m=${first.id}`);
    const list = letter.headers.get('list') as { unsubscribe?: { url: string } };
    expect(letter.headerLines.find(({ key }) => key === 'list-unsubscribe-post')?.line).toContain('One-Click');
    const token = list.unsubscribe?.url.split('/').at(-1) ?? '';
    expect(list.unsubscribe?.url).toBe(`http://localhost:3000/api/unsubscriptions/${token}`);
    const unsubscribing = here.app.nest.get(UnsubscribingService, { strict: false });
    expect(await unsubscribing.read(token)).toEqual({ personId: lars.personId, what: 'mention' });
    expect(await unsubscribing.read(`${token.slice(0, -4)}AAAA`)).toBeUndefined();
    await say(`<@${lars.personId}>, and now?`, { topicId: first.topicId, topicTitle: undefined });
    await waiting(2);
    await pass();
    const second = await mail.letterTo(addressOf(lars), 2);
    expect(second.messageId).not.toBe(letter.messageId);
    expect(second.references).toBe(letter.references);
    expect(letter.inReplyTo).toBe(letter.references);
    expect(await settled(2)).toMatchObject([{ state: 'delivered' }, { state: 'delivered' }]);
  });

  it('is one of everything that is due, in which each has a link of its own', async () => {
    const { mail, lars, say, pass, waiting, settled, letters } = field;
    const sent = [
      await say(`<@${lars.personId}>, one`),
      await say(`<@${lars.personId}>, two`, { topicTitle: 'Wells' }),
    ];
    await waiting(2);
    await pass();
    const letter = await mail.letterTo(addressOf(lars));
    expect(letter.subject).toBe('Amara Mwansa mentions you: Pump tests, and 1 more');
    for (const { id } of sent) expect(letter.text).toContain(`?m=${id}`);
    const [one, two] = await settled(2);
    expect(one?.letterId).toBe(two?.letterId);
    expect(letters(lars)).toHaveLength(1);
  });

  it('is not long, however much was written', async () => {
    const { mail, lars, say, pass, waiting } = field;
    for (const body of ['å'.repeat(9_000), 'Water '.repeat(1_500)]) await say(`<@${lars.personId}> ${body}`);
    await waiting(2);
    await pass();
    const letter = await mail.letterTo(addressOf(lars));
    expect(Buffer.byteLength(letter.html || '') + Buffer.byteLength(letter.text ?? '')).toBeLessThan(30_000);
    expect(letter.text).toContain('The rest is in the hub.');
  });

  it('says nothing of what is written in a sensitive channel', async () => {
    const { here, mail, networkId, amara, lars, say, pass, waiting } = field;
    const closed = await channel(here.database, { networkId, members: [amara.personId, lars.personId] });
    await here.database.query('update channels set sensitive = true where id = $1', [closed]);
    await say(`<@${lars.personId}>, a name that must stay`, {}, closed);
    await waiting();
    await pass();
    const letter = await mail.letterTo(addressOf(lars));
    expect(`${letter.text}${String(letter.html)}`).not.toContain('must stay');
    expect(letter.text).toContain('does not leave the hub');
  });

  it('does not even say what a topic of a sensitive channel is called', async () => {
    const { here, mail, networkId, amara, lars, say, pass, waiting, settled, tell } = field;
    const closed = await channel(here.database, { networkId, members: [amara.personId, lars.personId] });
    await here.database.query('update channels set sensitive = true where id = $1', [closed]);
    const { id: messageId } = await say('About it.', { topicTitle: 'Dismissal of a director' }, closed);
    await here.database.query(`update preferences set mail = '{"reply": "now"}' where person_id = $1`, [lars.personId]);
    for (const kind of ['mention', 'direct', 'reply', 'report'] as const) {
      await here.database.query(
        `insert into reports (id, message_id, reporter_id, reason) select gen_random_uuid(), $1, $2, 'Names' where $3 = 'report'`,
        [messageId, amara.personId, kind],
      );
      await tell(lars, { kind, about: { messageId }, key: messageId, networkId, channelId: closed });
    }
    await waiting(4);
    await coordinate(lars);
    await pass();
    const letter = await mail.letterTo(addressOf(lars));
    expect((await settled(4)).map(({ state }) => state)).toEqual(['delivered', 'delivered', 'delivered', 'delivered']);
    const said = [letter.subject, letter.text, letter.html, ...letter.headerLines.map(({ line }) => line)].join('\n');
    expect(said).not.toMatch(/dismissal|director/i);
    expect(letter.subject).toContain('Amara Mwansa mentions you in water-');
    await here.database.query(`delete from memberships where person_id = $1 and role = 'project_coordinator'`, [
      lars.personId,
    ]);
  });

  it('of several kinds names each that can be stopped, and promises no single click for them', async () => {
    const { mail, networkId, channelId, lars, say, pass, waiting, tell } = field;
    const { id: messageId } = await say('Of two kinds.');
    for (const kind of ['mention', 'direct'] as const)
      await tell(lars, { kind, about: { messageId }, key: messageId, networkId, channelId });
    await waiting(2);
    await pass();
    const letter = await mail.letterTo(addressOf(lars));
    expect(letter.text).toContain('No more letters of this kind (mentions)');
    expect(letter.text).toContain('No more letters of this kind (direct messages)');
    expect(letter.headers.get('list')).toBeUndefined();
  });

  it('of an update is one of its own, whole, whatever else is due', async () => {
    const { here, mail, networkId, lars, someone, say, waiting, settled } = field;
    const coordinator = await someone('Sigrid Holm', 'project_coordinator', { networkId });
    const body = 'Water '.repeat(1_500);
    await sent(coordinator, networkId, { texts: [{ language: 'en', title: 'Open hours', body }] });
    await settled(1);
    for (let number = 0; number < 13; number++) await say(`<@${lars.personId}>, ${number}`);
    await waiting(14);
    mail.received.length = 0;
    // Both wait, as after a night.
    await here.database.query(
      `update deliveries set state = 'pending', letter_id = null, settled_at = null, due_at = now()
      where person_id = $1 and medium = 'email'`,
      [lars.personId],
    );
    const all = await settled(14);
    expect(new Set(all.map(({ letterId }) => letterId)).size).toBe(2);
    const update = mail.received.find(
      ({ subject, recipient }) => subject === 'Open hours' && recipient === addressOf(lars),
    );
    expect(update?.text?.match(/Water/g)).toHaveLength(1_500);
    // It always comes, so that nothing offers to stop it.
    expect(update?.headers.get('list')).toBeUndefined();
    expect(update?.text).not.toContain('No more letters');
  });
});

describe('a letter that cannot be written', () => {
  it('is settled alone, and the others of its round leave', async () => {
    const { here, channelId, lars, member, say, pass, waiting, settled, letters } = field;
    const broken = await member('Kofi Badu');
    await here.database.query(`insert into channel_members (channel_id, person_id, origin) values ($1, $2, 'hand')`, [
      channelId,
      broken.personId,
    ]);
    await say(`<@${broken.personId}>, <@${lars.personId}>, one of you`);
    await waiting();
    await waiting(1, broken.personId);
    await here.database.query(`update people set time_zone = 'Nowhere/Land' where id = $1`, [broken.personId]);
    await pass();
    expect(await settled(1, broken.personId)).toMatchObject([{ state: 'failed', reason: 'unwritable', attempt: 0 }]);
    expect(await settled()).toMatchObject([{ state: 'delivered' }]);
    await here.database.query(`update people set time_zone = 'Africa/Lusaka' where id = $1`, [broken.personId]);
    expect(letters(broken)).toEqual([]);
    expect(letters(lars)).toHaveLength(1);
  });
});
