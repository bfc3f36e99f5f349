/** SQL of broadcasts that other features build on. */
import { workingRoles } from './broadcasts.policy.js';

const working = workingRoles.map((role) => `'${role}'`).join(', ');

/** Whether a role in a network is one that broadcast `b` is read with: guests read only what was sent to guests. */
const readsAs = (b: string, role: string): string => `(${role} in (${working}) or ${b}.audience -> 'roles' ? ${role})`;

/** Broadcast `b` was sent to the person, who still works in one of its networks and whose account is open. */
export const receives = (b: string, person: string): string => `
  (exists (select from broadcast_recipients br where br.broadcast_id = ${b}.id and br.person_id = ${person}) and exists (
    select from broadcast_networks bn join current_memberships y on y.network_id = bn.network_id
    where bn.broadcast_id = ${b}.id and y.person_id = ${person} and ${readsAs(b, 'y.role')}))`;

/** What the audience of broadcast `b` says of one thing: nothing, or these. */
const names = (b: string, what: string, value: string): string => `
  (coalesce(jsonb_array_length(${b}.audience -> '${what}'), 0) = 0 or coalesce(${b}.audience -> '${what}' ? ${value}::text, false))`;

/** Broadcast `b` was sent to the person, and they are of its audience still: only then they are told of it, or reminded. */
export const isAddressed = (b: string, person: string): string => `
  (exists (select from broadcast_recipients br where br.broadcast_id = ${b}.id and br.person_id = ${person}) and exists (
    select from broadcast_networks bn join current_memberships y on y.network_id = bn.network_id
    where bn.broadcast_id = ${b}.id and y.person_id = ${person}
      and ${names(b, 'partnershipIds', 'y.partnership_id')} and ${names(b, 'sides', 'y.side')}
      and case when coalesce(jsonb_array_length(${b}.audience -> 'roles'), 0) = 0 then y.role in (${working})
        else ${b}.audience -> 'roles' ? y.role end))`;

/** The order in which recipients `r` are told: of ids alone. */
export const turnOf = (r: string): string => `md5(${r}.broadcast_id::text || ${r}.person_id::text)`;

/** $1 broadcast: its recipients, held in the order in which they are told, so that nobody waits for whoever waits for them. */
export const heldInTurn = `held as (
    select r.person_id from broadcast_recipients r where r.broadcast_id = $1 order by ${turnOf('r')} for no key update)`;

/** The version of broadcast `b` that is to be acknowledged: the latest that asks anew, or else the first. */
export const askedVersion = (b: string): string => `
  (select max(v.version) from broadcast_versions v where v.broadcast_id = ${b}.id and (v.version = 1 or v.again))`;

const base = (language: string) => `lower(split_part(${language}, '-', 1))`;

/**
 * The text of broadcast `b` that the person of row `p` reads: in the language of their pages where that is not English,
 * else in the first language they work in that there is a text in, else in English, else the first text.
 */
export const textFor = (b: string, p: string): string => `
  (select t.language, t.title, t.body from broadcast_texts t
  where t.broadcast_id = ${b}.id and t.version = ${b}.version
  order by (${p}.locale <> 'en' and ${base('t.language')} = ${p}.locale) desc,
    array_position(array(select ${base('l')} from unnest(${p}.languages) with ordinality as own(l, n) order by n),
      ${base('t.language')}) nulls last,
    (${base('t.language')} = 'en') desc, t.position
  limit 1)`;
