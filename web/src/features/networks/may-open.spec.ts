import { expect, it } from '@jest/globals';
import type { Profile, Role } from '@hub/contracts';
import { mayOpen, mayOpenAny } from './may-open';

const network = (...myRoles: Role[]) => ({ id: 'n', myRoles, status: 'active' as const });
const membership = (role: Role, partnership: string | null, networkId = 'n') =>
  ({
    role,
    network: { id: networkId },
    partnership: partnership && { id: partnership },
  }) as Profile['memberships'][number];

it('lets the project coordinator open every kind', () => {
  expect(mayOpen(network('project_coordinator'), [membership('project_coordinator', null)])).toEqual({
    whole: true,
    partnershipIds: [],
  });
});

it('lets those who coordinate a partnership open for its people, in its own network', () => {
  const memberships = [
    membership('partnership_coordinator', 'a'),
    membership('team_member', 'b'),
    membership('project_manager', 'c', 'm'),
  ];
  expect(mayOpen(network('partnership_coordinator'), memberships)).toEqual({ whole: false, partnershipIds: ['a'] });
});

it('lets nobody else', () => {
  expect(mayOpenAny(mayOpen(network('expert'), [membership('expert', null)]))).toBe(false);
  const closed = { ...network('project_coordinator'), status: 'completed' as const };
  expect(mayOpenAny(mayOpen(closed, [membership('project_coordinator', null)]))).toBe(false);
});
