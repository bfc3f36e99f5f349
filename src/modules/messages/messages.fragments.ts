/** SQL of messages that other features build on. */

/** Who a message mentions: people by id, then groups by token. Null for nobody. */
export const mentionsOf = (message: string): string => `
  (select json_agg(told.one order by told.place, told.key) from (
    select 1 as place, w.id::text as key, json_build_object('kind', 'person', 'id', w.id, 'name', w.name) as one
    from message_mentions mm join people w on w.id = mm.person_id where mm.message_id = ${message}.id
    union all
    select 2, g.token, case split_part(g.token, ':', 1)
      when 'channel' then json_build_object('kind', 'channel')
      when 'role' then json_build_object('kind', 'role', 'role', split_part(g.token, ':', 2))
      else json_build_object('kind', 'partnership', 'id', s.id, 'name', s.name) end
    from message_groups g left join partnerships s on g.token = 'partnership:' || s.id where g.message_id = ${message}.id
  ) told)`;
