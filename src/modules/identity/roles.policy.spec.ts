import type { Role, Side } from '@hub/contracts';
import { describe, expect, it } from '@jest/globals';
import type { Actor } from './actor.js';
import { careOf, mayGive } from './roles.policy.js';

const holder = (role: Role, networkId: string | null, partnershipId: string | null = null, side: Side | null = null) =>
  ({ personId: 'p', sessionId: 's', memberships: [{ role, networkId, partnershipId, side }] }) satisfies Actor;
const administrator = holder('administrator', null);
const coordinator = holder('project_coordinator', 'n');
const swedish = holder('partnership_coordinator', 'n', 'pair', 'swedish');

const inHub = (role: Role) => ({ role, networkId: null, partnershipId: null, side: null });
const inNetwork = (role: Role, networkId = 'n') => ({ role, networkId, partnershipId: null, side: null });
const ofSide = (role: Role, side: Side = 'swedish', partnershipId = 'pair', networkId = 'n') => ({
  role,
  networkId,
  partnershipId,
  side,
});

describe('who gives and ends roles', () => {
  it.each([
    ['an administrator another administrator', administrator, inHub('administrator'), true],
    ['an administrator a project coordinator', administrator, inNetwork('project_coordinator'), true],
    ['an administrator anybody of a side', administrator, ofSide('team_member'), true],
    ['a project coordinator their like', coordinator, inNetwork('project_coordinator'), false],
    ['a project coordinator an administrator', coordinator, inHub('administrator'), false],
    ['a project coordinator an expert of the network', coordinator, inNetwork('expert'), true],
    ['a project coordinator an expert of another network', coordinator, inNetwork('expert', 'other'), false],
    ['a project coordinator who coordinates a partnership', coordinator, ofSide('partnership_coordinator'), true],
    ['a partnership coordinator their own side', swedish, ofSide('politician'), true],
    ['a partnership coordinator the other side', swedish, ofSide('politician', 'international'), false],
    ['a partnership coordinator another partnership', swedish, ofSide('politician', 'swedish', 'other'), false],
    ['a partnership coordinator their like', swedish, ofSide('partnership_coordinator'), false],
    ['a partnership coordinator an expert', swedish, inNetwork('expert'), false],
    ['an expert anybody', holder('expert', 'n'), ofSide('team_member'), false],
  ])('%s', (_, actor, held, may) => {
    expect(mayGive(actor, held)).toBe(may);
  });

  it('whose roles they look after follows from it', () => {
    expect(careOf(administrator).everything).toBe(true);
    expect(careOf(coordinator)).toMatchObject({ everything: false, networkIds: ['n'], partnershipIds: [] });
    expect(careOf(swedish)).toMatchObject({ networkIds: [], partnershipIds: ['pair'], chooseFrom: ['n'] });
    expect(careOf(holder('guest', 'n'))).toMatchObject({ everything: false, networkIds: [], chooseFrom: [] });
  });
});
