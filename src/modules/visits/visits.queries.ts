/** SQL of exchange visits. Rows come out in the shapes of the contracts. */

/** As the contract's `VisitCard`, of `v` with its host `hg`. */
const card = `
  v.id, v.partnership_id as "partnershipId", v.host_side as "hostSide", hg.name as host, v.starts_on as "startsOn",
  v.ends_on as "endsOn", v.planned_on as "plannedOn", v.state, v.lessons <> '' as "hasLessons", v.version`;

/** $1 networks: their visits in the order of their first days. */
export const visitCards = `
  select ${card} from visits v left join local_governments hg on hg.id = v.host_government_id
  where v.network_id = any($1) order by v.starts_on, v.id`;
