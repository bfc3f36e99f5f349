/** Invitations that wait, that nobody answered in time, whose letter was refused, and one that was accepted. */
import { daysAgo } from './demonstration.calendar.js';
import type { Data } from './demonstration.data.js';
import { personOf, type Persona } from './demonstration.people.js';
import { idOf, type Row } from './demonstration.rows.js';

/** For how long one can be accepted. */
const days = 14;

interface Context {
  people: Map<string, Persona>;
  now: Date;
}

export function invitationTables(data: Data, { people, now }: Context): [table: string, rows: Row[]][] {
  const at = (count: number) => `${daysAgo(now, count)}T09:15:00Z`;
  const made = data.invitations.map((one) => ({
    ...one,
    id: idOf('invitation', one.email),
    letterId: idOf('invitation letter', one.email),
    createdAt: at(one.daysAgo),
  }));
  return [
    [
      'invitations',
      made.map(({ id, email, name, role, network, partnership, side, locale, by, createdAt, accepted, ...one }) => ({
        id,
        email,
        name,
        role,
        network_id: idOf('network', network),
        partnership_id: partnership === undefined ? null : idOf('partnership', partnership),
        side: side ?? null,
        locale,
        invited_by: personOf(people, by).id,
        created_at: createdAt,
        expires_at: at(one.daysAgo - days),
        accepted_at: accepted ? at(accepted.daysAgo) : null,
        person_id: accepted ? personOf(people, accepted.by).id : null,
      })),
    ],
    [
      'invitation_letters',
      made.map(({ id, letterId, createdAt }) => ({
        id: letterId,
        invitation_id: id,
        created_at: createdAt,
        link_hashes: [],
      })),
    ],
    [
      'deliveries',
      made.map(({ id, letterId, createdAt, letter }) => ({
        id: idOf('delivery', letterId),
        person_id: null,
        medium: 'email',
        kind: 'invitation',
        subject_id: id,
        dedupe_key: `email/invitation/${letterId}`,
        state: letter === 'refused' ? 'failed' : 'delivered',
        reason: letter === 'refused' ? 'smtp_550' : null,
        attempt: 1,
        created_at: createdAt,
        settled_at: createdAt,
      })),
    ],
  ];
}
