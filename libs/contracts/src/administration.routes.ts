/** Routes of those who look after the hub, a network, or one side of a partnership. */
import { z } from 'zod';
import {
  AuditExport,
  AuditList,
  AuditQuery,
  ChangePerson,
  ChangeRole,
  GrantRole,
  PeopleList,
  PeopleQuery,
  PersonPage,
  WithReason,
} from './administration.js';
import { nothing, type Contract } from './contract.js';
import { Id } from './model.js';

const ofPerson = z.object({ personId: Id });
const ofRole = z.object({ membershipId: Id });

export const administrationRoutes = {
  'person.list': {
    summary: 'People with the roles that the reader looks after; nobody for a reader who looks after none',
    secondFactor: true,
    input: PeopleQuery,
    output: PeopleList,
  },
  'person.read': {
    summary: 'A person with their roles over time, and what the reader may do about them',
    secondFactor: true,
    input: ofPerson,
    output: PersonPage,
  },
  'person.change': {
    summary: 'Correct a name, a title or an address; for administrators',
    secondFactor: true,
    input: ofPerson.extend(ChangePerson.shape),
    output: nothing,
  },
  'person.disable': {
    summary: 'Close an account, which ends its sessions at once; for administrators',
    secondFactor: true,
    input: ofPerson.extend(WithReason.shape),
    output: nothing,
  },
  'person.enable': {
    summary: 'Open an account again; for administrators',
    secondFactor: true,
    input: ofPerson.extend(WithReason.shape),
    output: nothing,
  },
  'role.grant': {
    summary: 'Give a role to somebody who is known here',
    secondFactor: true,
    input: GrantRole,
    output: ofRole,
  },
  'role.change': {
    summary: 'Move the last day of a role that is not over',
    secondFactor: true,
    input: ofRole.extend(ChangeRole.shape),
    output: nothing,
  },
  'role.end': {
    summary: 'End a role today, with a reason; over, it stays as it is',
    secondFactor: true,
    input: ofRole.extend(WithReason.shape),
    output: nothing,
  },
  'audit.list': {
    summary: 'What was changed, newest first: everything for administrators, a network for its project coordinator',
    secondFactor: true,
    input: AuditQuery,
    output: AuditList,
  },
  'audit.export': {
    summary: 'The same as a table for a spreadsheet (CSV)',
    secondFactor: true,
    input: AuditQuery.omit({ after: true }),
    output: AuditExport,
  },
} satisfies Record<string, Contract>;
