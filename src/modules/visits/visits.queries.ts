/** SQL of exchange visits. Rows come out in the shapes of the contracts. */
import { instant, personRef } from '@hub/database';
import { statusOf, streamOf } from '../timeline/timeline.fragments.js';

const card = `
  v.id, v.partnership_id as "partnershipId", v.host_side as "hostSide", host.name as host, v.starts_on as "startsOn",
  v.ends_on as "endsOn", v.planned_on as "plannedOn", v.state, v.lessons <> '' as "hasLessons", v.version`;

const from = 'from visits v left join local_governments host on host.id = v.host_government_id';

/** $1 networks. */
export const cardsOfNetworks = `select ${card} ${from} where v.network_id = any($1) order by v.starts_on, v.id`;

/** $1 visits: each with its network. */
export const cardsById = `select ${card}, v.network_id as "networkId" ${from} where v.id = any($1)`;

/** What decides who may see and change it. */
const where = `
  json_build_object('id', n.id, 'status', n.status) as "inNetwork",
  json_build_object('id', s.id, 'status', ${statusOf('s.id')}) as "inPartnership"`;

const placed = 'from visits v join partnerships s on s.id = v.partnership_id join networks n on n.id = v.network_id';

/** $1 visit: held until the transaction ends, as its place is by `holdPlaceOf`. */
export const visitToChange = `
  select ${where}, current_date as today ${placed} where v.id = $1 for update of v`;

const parties = (partnership: string) => `
  select pp.local_government_id as "localGovernmentId", g.name, pp.side
  from partnership_parties pp join local_governments g on g.id = pp.local_government_id
  where pp.partnership_id = ${partnership} and (pp.until_on is null or current_date < pp.until_on)
  order by pp.side desc, g.name, g.id`;

/** $1 partnership: the local governments that are its parties today. */
export const partiesOf = parties('$1');

/** $1 visit, $2 reader. One statement sees one moment, so changes after it are those after the stream's seq. */
export const visitPage = `
  select ${where},
    (select to_json(card) from (select ${card} ${from} where v.id = $1) card) as visit,
    json_build_object('id', n.id, 'slug', n.slug, 'name', n.name) as network,
    json_build_object('id', s.id, 'slug', s.slug, 'name', s.name) as partnership,
    ${streamOf('n.id', '$2::uuid')} as stream,
    v.host_government_id as "hostGovernmentId", v.purpose, v.programme, v.cause, v.participants, v.checklist,
    v.cost_owner as "costOwner", v.lessons,
    coalesce((select json_agg(json_build_object('version', c.version, 'at', ${instant('c.changed_at')}, 'by', ${personRef('p')},
        'reason', c.reason, 'startsOn', c.snapshot -> 'startsOn', 'endsOn', c.snapshot -> 'endsOn',
        'state', c.snapshot -> 'state', 'cause', c.snapshot -> 'cause', 'undone', c.undone) order by c.version desc)
      from visit_changes c join people p on p.id = c.changed_by where c.visit_id = v.id), '[]') as changes,
    coalesce((select json_agg(party) from (${parties('s.id')}) party), '[]') as parties
  ${placed} where v.id = $1`;
