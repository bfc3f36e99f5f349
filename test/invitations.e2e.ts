/** Invitations: who may give them, that each works once and only while it should, and many at once from a list. */
import { caller } from '@hub/client';
import { Failure, type Input, type Role } from '@hub/contracts';
import {
  hub,
  mailServer,
  membership,
  network,
  partnership,
  person,
  tokenIn,
  until,
  type MailServer,
  type SignedIn,
  type TestHub,
} from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';

let here: TestHub;
let mail: MailServer;
let networkId: string;
let pairId: string;
let administrator: SignedIn;
let coordinator: SignedIn;
let ours: SignedIn;
let expert: SignedIn;

beforeAll(async () => {
  mail = await mailServer();
  here = await hub({ SMTP_URL: mail.url });
  networkId = await network(here.database);
  pairId = await partnership(here.database, networkId);
  administrator = await holder('administrator', {});
  coordinator = await holder('project_coordinator', { networkId });
  ours = await holder('partnership_coordinator', { networkId, partnershipId: pairId, side: 'swedish' });
  expert = await holder('expert', { networkId });
});
afterAll(async () => {
  await here.close();
  await mail.close();
});

async function holder(role: Role, place: Parameters<typeof membership>[3]): Promise<SignedIn> {
  const id = await person(here.database, `Some ${role}`);
  await membership(here.database, id, role, place);
  return here.signIn(id);
}

const as = (who: SignedIn) => caller({ origin: here.origin, headers: who.headers });
const stranger = () => caller({ origin: here.origin, headers: { origin: here.origin } });
const newAddress = () => `${uuidv7()}@example.org`;
const refusal = (answer: Promise<unknown>) =>
  answer.then(
    () => 'answered',
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  );

function offer(more: Partial<Input<'invitation.create'>> = {}): Input<'invitation.create'> {
  return {
    invitationId: uuidv7(),
    networkSlug: 'climate',
    email: newAddress(),
    name: 'Amara Mwansa',
    role: 'expert',
    locale: 'en',
    ...more,
  };
}
const newcomer = { name: 'Amara C. Mwansa', title: 'Engineer', timeZone: 'Africa/Lusaka', locale: 'en' as const };

async function invited(more: Partial<Input<'invitation.create'>> = {}) {
  const card = await as(coordinator)('invitation.create', offer(more));
  const letter = await mail.letterTo(card.email);
  return { card, letter, token: tokenIn(letter) };
}

describe('an invitation', () => {
  it('brings a newcomer into the hub with the role, a session and nothing to fill in twice', async () => {
    const { card, letter, token } = await invited({
      role: 'team_member',
      partnershipId: pairId,
      side: 'international',
      lastOn: '2099-01-01',
    });
    expect(letter.subject).toBe('Invitation to climate in Samverka');
    expect(letter.text).toContain('Some project_coordinator invites you to climate, as Project team member.');
    expect(card).toMatchObject({ state: 'pending', letter: 'waiting' });
    expect(await stranger()('invitation.open', { token })).toMatchObject({
      email: card.email,
      name: 'Amara Mwansa',
      network: 'climate',
      known: false,
    });
    const { person: entered } = await stranger()('invitation.accept', { token, ...newcomer });
    expect(entered).toMatchObject({
      name: 'Amara C. Mwansa',
      initials: 'AM',
      email: card.email,
      timeZone: 'Africa/Lusaka',
      memberships: [{ role: 'team_member', side: 'international', partnership: { id: pairId } }],
    });
    const [row] = await here.database.query('select until_on as until from memberships where person_id = $1', [
      entered?.id,
    ]);
    expect(row).toEqual({ until: '2099-01-02' });
    const trail = await here.database.query(
      'select action, actor_id as "actorId" from audit_entries where subject_id = $1 order by at',
      [card.id],
    );
    expect(trail).toEqual([
      { action: 'invitation.create', actorId: coordinator.personId },
      { action: 'invitation.accept', actorId: entered?.id },
    ]);
    const { invitations } = await as(coordinator)('invitation.list', { networkSlug: 'climate' });
    expect(invitations.find(({ id }) => id === card.id)).toMatchObject({ state: 'accepted', letter: 'sent' });
  });

  it('works once, also when it is accepted twice at the same moment', async () => {
    const { token } = await invited();
    const answers = await Promise.all(
      [1, 2, 3].map(() => refusal(stranger()('invitation.accept', { token, ...newcomer }))),
    );
    expect(answers.sort()).toEqual(['NOT_FOUND', 'NOT_FOUND', 'answered']);
    expect(await refusal(stranger()('invitation.open', { token }))).toBe('NOT_FOUND');
  });

  it('gives somebody the hub knows one role more, and leaves who they are alone', async () => {
    const id = await person(here.database, 'Known Person');
    const { token } = await invited({ email: `${id}@EXAMPLE.org`, role: 'mentor' });
    expect(await stranger()('invitation.open', { token })).toMatchObject({ known: true });
    const { person: entered } = await stranger()('invitation.accept', { token, ...newcomer });
    expect(entered).toBeNull();
    const profile = await as(await here.signIn(id))('profile.read', {});
    expect(profile).toMatchObject({ id, name: 'Known Person', memberships: [{ role: 'mentor' }] });
  });

  it('fills the seat that comes with it, and is refused for a seat that somebody holds', async () => {
    const [{ id: groupId } = { id: '' }] = await here.database.query<{ id: string }>(
      'select id from steering_groups where partnership_id = $1',
      [pairId],
    );
    const seatId = uuidv7();
    await here.database.query(
      `insert into seats (id, steering_group_id, side, role, mandate, from_on)
      values ($1, $2, 'swedish', 'politician', 'opposition', current_date)`,
      [seatId, groupId],
    );
    const seat = { role: 'politician', partnershipId: pairId, side: 'swedish', seatId } as const;
    const { token } = await invited(seat);
    expect(await refusal(as(coordinator)('invitation.create', offer({ ...seat, side: 'international' })))).toBe(
      'INVALID',
    );
    await stranger()('invitation.accept', { token, ...newcomer });
    expect(await here.database.query('select from seat_holders where seat_id = $1', [seatId])).toHaveLength(1);
    expect(await refusal(as(coordinator)('invitation.create', offer(seat)))).toBe('INVALID');
  });

  it('ends when it is taken back, when its days are over, when its network closes and when its person is disabled', async () => {
    const [back, over, closed, off] = [await invited(), await invited(), await invited(), await invited()];
    await as(coordinator)('invitation.revoke', { invitationId: back.card.id });
    await here.database.query('update invitations set expires_at = now() where id = $1', [over.card.id]);
    await here.database.query(
      `insert into people (id, name, initials, email, time_zone, disabled_at) values ($1, 'Off', 'O', $2, 'UTC', now())`,
      [uuidv7(), off.card.email],
    );
    for (const { token } of [back, over, off])
      expect(await refusal(stranger()('invitation.accept', { token, ...newcomer }))).toBe('NOT_FOUND');
    await here.database.query(`update networks set status = 'completed' where id = $1`, [networkId]);
    expect(await refusal(stranger()('invitation.accept', { token: closed.token, ...newcomer }))).toBe('NOT_FOUND');
    await here.database.query(`update networks set status = 'active' where id = $1`, [networkId]);
    expect(await refusal(as(coordinator)('invitation.revoke', { invitationId: back.card.id }))).toBe('CONFLICT');
    expect(await refusal(as(coordinator)('invitation.resend', { invitationId: back.card.id }))).toBe('CONFLICT');
  });

  it('ends with the role of whoever gave it, unless somebody else sends it again', async () => {
    const passing = await holder('project_coordinator', { networkId });
    const card = await as(passing)('invitation.create', offer());
    const token = tokenIn(await mail.letterTo(card.email));
    await here.database.query('update memberships set until_on = current_date where person_id = $1', [
      passing.personId,
    ]);
    expect(await refusal(stranger()('invitation.open', { token }))).toBe('NOT_FOUND');
    await as(coordinator)('invitation.resend', { invitationId: card.id });
    expect(await refusal(stranger()('invitation.accept', { token, ...newcomer }))).toBe('answered');
  });

  it('goes along when the address of its person is corrected, and letters to the old one let nobody in', async () => {
    const id = await person(here.database, 'Moving Person');
    const { card, token } = await invited({ email: `${id}@example.org` });
    await stranger()('entrance.ask', { address: `${id}@example.org` });
    const old = tokenIn(await mail.letterTo(`${id}@example.org`, 2));
    await as(administrator)('person.change', { personId: id, email: `new-${id}@example.org` });
    expect(await refusal(stranger()('entrance.enter', { token: old }))).toBe('NOT_FOUND');
    expect(await stranger()('invitation.open', { token })).toMatchObject({
      known: true,
      email: `new-${id}@example.org`,
    });
    await stranger()('invitation.accept', { token, ...newcomer });
    const [held] = await here.database.query('select from memberships where person_id = $1', [id]);
    expect([card.state, held]).toEqual(['pending', {}]);
  });

  it('can be sent again, for more days, with a link of its own', async () => {
    const { card, token } = await invited();
    await here.database.query('update invitations set expires_at = now() where id = $1', [card.id]);
    await as(coordinator)('invitation.resend', { invitationId: card.id });
    const again = tokenIn(await mail.letterTo(card.email, 2));
    expect(again).not.toBe(token);
    await stranger()('invitation.accept', { token: again, ...newcomer });
    expect(await refusal(stranger()('invitation.open', { token }))).toBe('NOT_FOUND');
  });

  it('is sent again to somebody who asks to be let in instead', async () => {
    const { card } = await invited();
    await stranger()('entrance.ask', { address: card.email });
    const letter = await mail.letterTo(card.email, 2);
    expect(letter.subject).toBe('Invitation to climate in Samverka');
  });

  it('is one, however often it is sent off; and not given twice', async () => {
    const input = offer();
    await as(coordinator)('invitation.create', input);
    await as(coordinator)('invitation.create', input);
    expect(await refusal(as(administrator)('invitation.create', input))).toBe('CONFLICT');
    expect(await refusal(as(coordinator)('invitation.create', { ...input, invitationId: uuidv7() }))).toBe('INVALID');
  });

  it('is looked after by those who could have given it, and hidden from others', async () => {
    const { card } = await invited({ role: 'team_member', partnershipId: pairId, side: 'swedish' });
    const { card: theirs } = await invited({ role: 'team_member', partnershipId: pairId, side: 'international' });
    const seen = async (who: SignedIn) =>
      (await as(who)('invitation.list', { networkSlug: 'climate' })).invitations.map(({ id }) => id);
    expect(await seen(ours)).toContain(card.id);
    expect(await seen(ours)).not.toContain(theirs.id);
    expect(await refusal(as(ours)('invitation.revoke', { invitationId: theirs.id }))).toBe('NOT_FOUND');
    expect(await refusal(as(expert)('invitation.list', { networkSlug: 'climate' }))).toBe('FORBIDDEN');
    expect(await refusal(as(ours)('invitation.create', offer()))).toBe('FORBIDDEN');
    expect((await as(expert)('invitation.list', {})).invitations).toEqual([]);
  });

  it('to an address that does not exist is shown as refused', async () => {
    const card = await as(coordinator)('invitation.create', offer({ email: `refused-${uuidv7()}@example.org` }));
    const letter = async () =>
      (await as(coordinator)('invitation.list', { networkSlug: 'climate' })).invitations.find(
        ({ id }) => id === card.id,
      )?.letter;
    await until(letter, (state) => state === 'refused');
    const failed = await as(administrator)('letter.failed', {});
    expect(failed[0]).toMatchObject({ kind: 'invitation', networkName: 'climate', reason: 'smtp_550' });
    expect(await refusal(as(coordinator)('letter.failed', {}))).toBe('FORBIDDEN');
  });
});

describe('a list of people', () => {
  const head = 'email,name,role,partnership,side,until,language';

  it('is shown line by line with what is wrong, and nobody is invited while something is', async () => {
    const id = await person(here.database, 'Known Expert');
    await membership(here.database, id, 'expert', { networkId });
    const { card } = await invited();
    const csv = [
      head,
      `${newAddress()},New One,team member,granvika-mto-mpya,swedish,,sv`,
      `${id}@example.org,Known Expert,expert,,,,`,
      `${card.email},Amara,expert,,,,`,
      `${newAddress()},No Pair,team member,,swedish,,`,
      `${newAddress()},Other Pair,team member,nowhere,swedish,,`,
      `${newAddress()},Not Given,project coordinator,,,,`,
      `${newAddress()},Sided,expert,,swedish,,`,
    ].join('\n');
    const { faults, lines } = await as(coordinator)('invitation.preview', { networkSlug: 'climate', csv });
    expect(faults).toEqual([]);
    expect(lines.map((line) => line.faults.map(({ problem }) => problem).join())).toEqual([
      '',
      'has_role_already',
      'invited_already',
      'needs_partnership',
      'unknown_partnership',
      'role_not_yours',
      'no_side_with_role',
    ]);
    const list = { networkSlug: 'climate', csv };
    expect(await refusal(as(coordinator)('invitation.createMany', list))).toBe('INVALID');
    expect(await as(coordinator)('invitation.createMany', { ...list, leaveOutWrong: true })).toEqual({ invited: 1 });
    expect(await refusal(as(coordinator)('invitation.createMany', { ...list, leaveOutWrong: true }))).toBe('INVALID');
    expect(await refusal(as(expert)('invitation.preview', list))).toBe('FORBIDDEN');
  });

  it('of hundreds leaves as hundreds of letters', async () => {
    const addresses = Array.from({ length: 200 }, newAddress);
    const csv = `${head}\n${addresses.map((address) => `${address},Some One,guest,,,,en`).join('\n')}`;
    await as(coordinator)('invitation.createMany', { networkSlug: 'climate', csv });
    await until(
      () => mail.received.filter(({ recipient }) => addresses.includes(recipient)).length,
      (letters) => letters === 200,
      30_000,
    );
  });

  it('names only lines of the own side to a partnership coordinator', async () => {
    const csv = `${head}\n${newAddress()},A,team_member,granvika-mto-mpya,swedish,,\n${newAddress()},B,team_member,granvika-mto-mpya,international,,`;
    const { lines } = await as(ours)('invitation.preview', { networkSlug: 'climate', csv });
    expect(lines.map((line) => line.faults.map(({ problem }) => problem))).toEqual([[], ['role_not_yours']]);
  });
});
