/** An entry of the trail in words: a sentence, and what was changed with what it was before. */
import type { AuditEntry, Role } from '@hub/contracts';
import { roles } from '@hub/contracts/roles';
import type { MessageId, Translate } from '../../i18n';

/** Actions with a sentence of their own; every other one is told by its name. */
const told = [
  'role.grant',
  'role.change',
  'role.end',
  'person.change',
  'person.disable',
  'person.enable',
  'profile.change',
  'channel.create',
  'channel.change',
  'channel.archive',
  'member.add',
  'member.remove',
  'message.remove',
  'report.kept',
  'report.removed',
  'person.endSession',
  'person.endSessions',
  'network.create',
  'network.change',
  'network.close',
  'network.reopen',
  'plan.layOut',
  'plan.add',
  'partnership.create',
  'partnership.change',
  'partnership.status',
  'party.join',
  'party.leave',
  'government.add',
  'theme.add',
  'theme.rename',
  'invitation.create',
  'invitation.accept',
  'invitation.revoke',
  'invitation.resend',
  'passkey.register',
  'passkey.remove',
  'passkey.refuse',
  'passkey.forget',
  'token.create',
  'token.revoke',
  'identity.link',
  'identity.remove',
  'seat.add',
  'seat.fill',
  'seat.vacate',
  'seat.handover',
  'seat.end',
  'erasure.request',
  'erasure.withdraw',
  'erasure.refuse',
  'erasure.carryOut',
  'fault.settle',
  'feed.make',
  'feed.revoke',
  'band.add',
  'band.remove',
  'band.restore',
  'broadcast.schedule',
  'broadcast.unschedule',
  'broadcast.send',
  'broadcast.correct',
  'broadcast.discard',
  'note.withdraw',
  'question.setRules',
  'tag.add',
  'preference.setNetwork',
  'job.replay',
] as const;

export function sentenceOf(t: Translate, { actor, action, subject }: AuditEntry): string {
  const known = told.find((one) => one === action);
  const person = subject.person?.name ?? t('trail.somebody');
  const name = subject.name ?? t('trail.something');
  return t(known ? `trail.done.${known}` : 'trail.done.other', {
    actor: actor?.name ?? t('trail.hub'),
    action,
    person,
    name,
    role: subject.role === null ? t('trail.something') : t(`role.${subject.role}`),
    about: subject.name ?? subject.person?.name ?? subject.id,
  });
}

export interface Change {
  field: string;
  text: string;
}

interface Words {
  t: Translate;
  date(plain: string): string;
  list(items: readonly string[]): string;
  /** What ids are called. */
  names: Record<string, string>;
}

const fieldNames = [
  'untilOn',
  'fromOn',
  'role',
  'personId',
  'personIds',
  'membershipId',
  'networkId',
  'partnershipId',
  'side',
  'fields',
  'kind',
  'sensitive',
  'archived',
  'localGovernmentId',
  'startsOn',
  'endsOn',
  'status',
] as const;

export function changesOf({ before, after }: AuditEntry, words: Words): Change[] {
  const { t } = words;
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields.flatMap((field) => {
    const [was, is] = [before?.[field], after?.[field]];
    // What never was and is nothing says nothing.
    if ((was ?? null) === null && (is ?? null) === null) return [];
    const known = fieldNames.find((one) => one === field);
    return [{ field: known ? t(`trail.field.${known}`) : field, text: textOf(words, { was, is, field }) }];
  });
}

function textOf(words: Words, { was, is, field }: { was: unknown; is: unknown; field: string }): string {
  const { t } = words;
  if (was === undefined) return valueOf(words, is, field);
  if (is === undefined) return t('trail.was', { before: valueOf(words, was, field) });
  return t('trail.was_is', { before: valueOf(words, was, field), after: valueOf(words, is, field) });
}

function valueOf(words: Words, value: unknown, field: string): string {
  const { t, date, list, names } = words;
  if (value === null || value === undefined) return t('trail.nothing');
  if (typeof value === 'boolean') return t(value ? 'trail.yes' : 'trail.no');
  if (Array.isArray(value)) return list(value.map((one) => valueOf(words, one, field)));
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const role = roles.find((one): one is Role => one === text);
  if (field === 'role' && role) return t(`role.${role}`);
  if (field === 'side' && (text === 'swedish' || text === 'international'))
    return t(`side.${text}` satisfies MessageId);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? date(text) : (names[text] ?? text);
}
