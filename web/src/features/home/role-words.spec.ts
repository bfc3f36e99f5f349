import { describe, expect, it } from '@jest/globals';
import type { Role } from '@hub/contracts';
import { gives, roleRights } from '@hub/contracts/role-rights';
import { answersQuestions } from './role-words';

describe('who is shown on the first page what waits for an answer', () => {
  it('is whoever answers by their role, and whoever is asked from outside', () => {
    const roles = Object.keys(roleRights) as Role[];
    const answering = roles.filter((role) => role === 'guest_expert' || gives(role, 'answer_questions'));
    expect(roles.filter(answersQuestions)).toEqual(answering);
  });
});
