/** A visit as its forms hold it, every field a string, and what of it was changed as the hub takes it. */
import type { CostOwner, Input, PreparationState, Role, Side, VisitPage, VisitState } from '@hub/contracts';
import { partnershipRoles } from '@hub/contracts/roles';
import type { Values } from './rebase';

export const sides = ['swedish', 'international'] as const satisfies Side[];
export const states = [
  'planned',
  'confirmed',
  'postponed',
  'moved',
  'held',
  'held_online',
  'cancelled',
] as const satisfies VisitState[];
export const causes = ['visa', 'election', 'funding', 'illness', 'security', 'workload', 'other'] as const;
export const preparations = ['invitationLetters', 'visas', 'interpreter'] as const;
export const costOwners = ['swedish', 'international', 'icld'] as const satisfies CostOwner[];
export const preparationStates = ['not_needed', 'to_do', 'under_way', 'done'] as const satisfies PreparationState[];

export type Given = Omit<Input<'visit.change'>, 'visitId' | 'baseVersion'>;

/** It asks for a cause. */
export function wantsCause(state: string): boolean {
  return state === 'postponed' || state === 'moved';
}

export function timingOf({ visit: { startsOn, endsOn, state }, cause }: VisitPage): Values {
  return { state, startsOn, endsOn, cause: cause ?? '' };
}

/** Both days go together. */
export function changedTiming(values: Values, base: Values): Given {
  const changes = (field: string) => values[field] !== base[field];
  const { state = '', startsOn = '', endsOn = '', cause = '' } = values;
  const caused = wantsCause(state) && (changes('state') || changes('cause'));
  return {
    ...((changes('startsOn') || changes('endsOn')) && { startsOn, endsOn }),
    ...((changes('state') || caused) && { state: state as VisitState }),
    ...(caused && cause !== '' && { cause: cause as NonNullable<Given['cause']> }),
  };
}

export function lessonsOf({ lessons }: VisitPage): Values {
  return { lessons };
}

/** The roles that take part in visits, and any other that does in this one. */
export function rolesOf({ participants }: Pick<VisitPage, 'participants'>): Role[] {
  return [...new Set<Role>([...partnershipRoles, ...participants.map(({ role }) => role)])];
}

export const peopleField = (side: Side, role: Role) => `people.${side}.${role}`;
export const preparationField = (one: (typeof preparations)[number]) => `checklist.${one}`;

export function planOf(page: VisitPage): Values {
  const { hostSide } = page.visit;
  const { purpose, programme, hostGovernmentId, participants, checklist, costOwner } = page;
  const values: Values = { hostSide, hostGovernmentId: hostGovernmentId ?? '', purpose, programme };
  values['costOwner'] = costOwner ?? '';
  for (const one of preparations) values[preparationField(one)] = checklist[one];
  for (const { side, role, count } of participants) {
    const field = peopleField(side, role);
    values[field] = String(Number(values[field] ?? 0) + count);
  }
  return values;
}

export function changedPlan(values: Values, base: Values): Given {
  const fields = Object.keys({ ...base, ...values }).filter((field) => (values[field] ?? '') !== (base[field] ?? ''));
  const has = (field: string) => fields.includes(field);
  const prepared = preparations.filter((one) => has(preparationField(one)));
  const { hostSide = '', hostGovernmentId = '', purpose = '', programme = '', costOwner = '' } = values;
  return {
    ...(has('hostSide') && { hostSide: hostSide as Side }),
    ...((has('hostGovernmentId') || has('hostSide')) && { hostGovernmentId: hostGovernmentId || null }),
    ...(has('purpose') && { purpose }),
    ...(has('programme') && { programme }),
    ...(prepared.length > 0 && {
      checklist: Object.fromEntries(prepared.map((one) => [one, values[preparationField(one)] as PreparationState])),
    }),
    ...(has('costOwner') && { costOwner: costOwner === '' ? null : (costOwner as CostOwner) }),
    ...(fields.some((field) => field.startsWith('people.')) && { participants: participantsIn(values) }),
  };
}

function participantsIn(values: Values): NonNullable<Given['participants']> {
  return Object.entries(values).flatMap(([field, written]) => {
    const [kind, side, role] = field.split('.');
    if (kind !== 'people' || written === '' || Number(written) === 0) return [];
    return [{ side: side as Side, role: role as Role, count: Number(written) }];
  });
}
