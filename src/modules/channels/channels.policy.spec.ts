import type { ChannelKind, Role } from '@hub/contracts';
import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../identity/actor.js';
import { mayMoveBetween, mayOpen, rightsIn } from './channels.policy.js';

const actor = (role: Role, networkId: string | null = 'n', partnershipId: string | null = null): Actor => ({
  personId: 'p',
  sessionId: 's',
  memberships: [{ role, networkId, partnershipId, side: null }],
});
const channel = (kind: ChannelKind, partnershipId: string | null = null) => ({
  networkId: 'n',
  partnershipId,
  kind,
  archived: false,
});

describe('rights in a channel', () => {
  it("announcements are the coordinator's and the communications officer's, and an archived channel nobody's", () => {
    const announcements = channel('announcements');
    expect(rightsIn(actor('project_coordinator'), announcements).post).toBe(true);
    expect(rightsIn(actor('communications_officer'), announcements).post).toBe(true);
    expect(rightsIn(actor('project_coordinator', 'other'), announcements).post).toBe(false);
    expect(rightsIn(actor('expert'), announcements).post).toBe(false);
    expect(rightsIn(actor('expert'), channel('thematic')).post).toBe(true);
    expect(rightsIn(actor('project_coordinator'), { ...announcements, archived: true }).post).toBe(false);
  });

  it.each([
    ['project_coordinator', null, 'thematic', null, true],
    ['expert', null, 'thematic', null, false],
    ['partnership_coordinator', 'pair', 'thematic', null, false],
    ['partnership_coordinator', 'pair', 'partnership', 'pair', true],
    ['project_manager', 'pair', 'partnership', 'pair', true],
    ['project_manager', 'another', 'partnership', 'pair', false],
    ['team_member', 'pair', 'partnership', 'pair', false],
    ['project_coordinator', null, 'direct', null, false],
  ] as const)('%s of %s looks after a %s channel of %s: %s', (...[role, own, kind, of, may]) => {
    const rights = rightsIn(actor(role, 'n', own), channel(kind, of));
    expect([rights.manage, rights.mentionGroups]).toEqual([may, may]);
  });

  it('only the project coordinator removes what others wrote, and nobody in a direct conversation', () => {
    expect(rightsIn(actor('project_coordinator'), channel('thematic')).moderate).toBe(true);
    expect(rightsIn(actor('project_coordinator'), channel('direct')).moderate).toBe(false);
    expect(rightsIn(actor('partnership_coordinator', 'n', 'pair'), channel('partnership', 'pair')).moderate).toBe(
      false,
    );
  });

  it('what comes with a role stays with it, but for theme channels and places given by hand', () => {
    const leave = (kind: ChannelKind, origin: 'role' | 'hand') =>
      rightsIn(actor('expert'), { ...channel(kind), origin }).leave;
    expect([leave('thematic', 'role'), leave('announcements', 'role'), leave('steering_group', 'role')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([leave('steering_group', 'hand'), leave('direct', 'hand')]).toEqual([true, false]);
  });
});

it('channels are opened by the project coordinator, and for a partnership by who coordinates it', () => {
  const network = { networkId: 'n', partnershipId: null };
  expect(mayOpen(actor('project_coordinator'), network)).toBe(true);
  expect(mayOpen(actor('project_coordinator', 'other'), network)).toBe(false);
  expect(mayOpen(actor('partnership_coordinator', 'n', 'pair'), network)).toBe(false);
  expect(mayOpen(actor('partnership_coordinator', 'n', 'pair'), { networkId: 'n', partnershipId: 'pair' })).toBe(true);
});

it.each([
  ['thematic', false, 'thematic', false, true],
  ['thematic', false, 'partnership', false, true],
  ['thematic', true, 'thematic', false, false],
  ['thematic', true, 'thematic', true, true],
  ['steering_group', false, 'thematic', false, false],
  ['direct', false, 'thematic', false, false],
  ['thematic', false, 'direct', false, false],
] as const)('from %s (sensitive: %s) to %s (%s): %s', (...[from, wasSensitive, to, isSensitive, may]) => {
  expect(
    mayMoveBetween(
      { networkId: 'n', kind: from, sensitive: wasSensitive },
      { networkId: 'n', kind: to, sensitive: isSensitive },
    ),
  ).toBe(may);
});
