/** SQL of notifications about exchange visits. */
import { has, placeOf, type Subject } from './inbox-subject.js';

export const visits: Subject = {
  columns: `
    v.id as "visitId", to_char(v.starts_on, 'YYYY-MM-DD') as "startsOn", to_char(v.ends_on, 'YYYY-MM-DD') as "endsOn",
    v.state, ${placeOf('n')} as network, ${placeOf('s')} as partnership`,
  joins: `
    join visits v on v.id = f.visit_id
    join networks n on n.id = v.network_id
    join partnerships s on s.id = v.partnership_id`,
  visible: has('people', 'v.network_id'),
  needsMe: `f.kind = 'lessons_wanted' and v.lessons = '' and v.state <> 'cancelled'`,
};
