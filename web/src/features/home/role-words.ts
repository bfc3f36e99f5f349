/** Which first words fit a person, by the role that says most about why they are here. */
import type { Role } from '@hub/contracts';

export type Words = 'administrator' | 'coordinator' | 'advice' | 'partnership' | 'steering' | 'stories' | 'guest';

const wordsOf: Record<Role, Words> = {
  administrator: 'administrator',
  project_coordinator: 'coordinator',
  research_advisor: 'advice',
  expert: 'advice',
  guest_expert: 'advice',
  mentor: 'advice',
  partnership_coordinator: 'partnership',
  project_manager: 'partnership',
  team_member: 'partnership',
  civil_society: 'partnership',
  politician: 'steering',
  senior_official: 'steering',
  communications_officer: 'stories',
  guest: 'guest',
};

const order: readonly Words[] = [
  'coordinator',
  'partnership',
  'steering',
  'advice',
  'stories',
  'administrator',
  'guest',
];

export function roleWords(roles: readonly Role[]): Words {
  const words = new Set(roles.map((role) => wordsOf[role]));
  return order.find((one) => words.has(one)) ?? 'guest';
}

/** To whom questions may be given: what waits for an answer is worth looking for. Whoever routes them is one. */
export function answersQuestions(role: Role): boolean {
  return /^(project_coordinator|research_advisor|(guest_)?expert)$/.test(role);
}
