/**
 * The world a scenario runs in: how many people, channels and messages there are. Its ids follow from numbers, so the
 * driver, the bare targets and the seeded database agree without asking each other.
 */

/** How many topics the messages of a channel are spread over. */
const topicsEach = 50;
/** How many of a channel's latest messages nobody has read. */
const unreadEach = 200;

const idOf = (kind, number) => `0199000${kind}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
export const networkSlug = (number) => `bench-${number}`;
export const personId = (number) => idOf(1, number);
export const channelId = (number) => idOf(2, number);
export const topicId = (channel, topic = 0) => idOf(3, channel * topicsEach + topic);
/** A message that the world was filled with. */
export const messageId = ({ channels }, channel, seq) => idOf(7, seq * channels + channel);

/** What a person's cookie holds; the number after the last person's is somebody without a role. */
export const tokenOf = (person) => `bench-${person}`;

/**
 * A world with its defaults. Each `members` people, by their numbers, are a network; the channels go around the networks,
 * and a network's people are in its channels by their role. The `messages` are spread evenly; the first people are
 * signed in.
 */
export function world({ people, channels = 1, members = people, messages = 0, sessions = people }) {
  return {
    people,
    channels,
    members,
    sessions,
    networks: people / members,
    messagesEach: Math.ceil(messages / channels),
  };
}

/** The people of a channel, by number. */
export function membersOf({ members, networks }, channel) {
  return Array.from({ length: members }, (_, place) => (channel % networks) * members + place);
}

/** The channels of a person, by number. */
export function channelsOf({ members, networks, channels }, person) {
  const first = Math.floor(person / members);
  return Array.from({ length: Math.ceil((channels - first) / networks) }, (_, turn) => first + turn * networks);
}

const id = (kind, number) => `('0199000${kind}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

/**
 * Fills a migrated database. Foreign keys are not checked and triggers do not run while the rows come in, which a
 * superuser may order; one more person than the world has is signed in without a role, to be refused.
 */
export async function seed(client, { people, channels, members, networks, sessions, messagesEach }) {
  const run = (sql, ...values) => client.query(sql, values);
  await run('set session_replication_role = replica');
  await run(`insert into themes (id, slug, names) values (${id(0, '0')}, 'bench', '{"en": "Bench", "sv": "Bench"}')`);
  await run(
    `insert into networks (id, slug, name, theme_id, region, purpose, round, status, starts_on, ends_on)
    select ${id(6, 'n')}, 'bench-' || n, 'Bench ' || n, ${id(0, '0')}, 'East Africa', 'To measure.', 1, 'active',
      current_date - 30, current_date + 1000
    from generate_series(0, $1::int - 1) n`,
    networks,
  );
  await run(
    `insert into people (id, name, initials, email, time_zone)
    select ${id(1, 'p')}, 'Person ' || p, 'P', 'p' || p || '@example.org', 'Europe/Stockholm'
    from generate_series(0, $1::int) p`,
    people,
  );
  await run(
    `insert into memberships (id, person_id, role, network_id, from_on)
    select ${id(4, 'p')}, ${id(1, 'p')}, 'expert', ${id(6, 'p / $2')}, current_date - 1
    from generate_series(0, $1::int - 1) p`,
    people,
    members,
  );
  await run(
    `insert into sessions (id, person_id, token_hash, expires_at)
    select ${id(5, 'p')}, ${id(1, 'p')}, sha256(convert_to('bench-' || p, 'UTF8')), now() + interval '1 day'
    from generate_series(0, $1::int) p where p < $2 or p = $1`,
    people,
    sessions,
  );
  await run(
    `insert into channels (id, network_id, kind, slug, name, last_seq)
    select ${id(2, 'c')}, ${id(6, 'c % $3')}, 'thematic', 'channel-' || c, 'Channel ' || c, $2
    from generate_series(0, $1::int - 1) c`,
    channels,
    messagesEach,
    networks,
  );
  await run(
    `insert into channel_members (channel_id, person_id, origin, read_from_seq)
    select ${id(2, 'c')}, ${id(1, 'c % $3 * $2 + p')}, 'role', $4
    from generate_series(0, $1::int - 1) c, generate_series(0, $2::int - 1) p`,
    channels,
    members,
    networks,
    Math.max(0, messagesEach - unreadEach),
  );
  await run(
    `insert into topics (id, channel_id, title, messages, last_seq, created_by)
    select ${id(3, `c * ${topicsEach} + t`)}, ${id(2, 'c')}, 'Topic ' || t, held.count, held.last, ${id(1, 'c % $3 * $4')}
    from generate_series(0, $1::int - 1) c, (
      select t, count(s), coalesce(max(s), 0) as last
      from generate_series(0, least(greatest($2::int, 1), ${topicsEach}) - 1) t
      left join generate_series(1, $2::int) s on s % ${topicsEach} = t group by t) held`,
    channels,
    messagesEach,
    networks,
    members,
  );
  await run(
    `with said as (
      insert into messages (
        id, channel_id, topic_id, seq, changed_seq, author_id, client_id, content_hash, body, sent_at)
      select ${id(7, 's * $1 + c')}, ${id(2, 'c')}, ${id(3, `c * ${topicsEach} + s % ${topicsEach}`)}, s, s,
        ${id(1, 'c % $3 * $4 + s % $4')}, uuidv7(), sha256(int8send(s)), rpad('Message ' || s || ' ', 200, 'la '),
        now() - ($2::int - s) * interval '1 second'
      from generate_series(1, $2::int) s, generate_series(0, $1::int - 1) c
      returning id, channel_id, seq)
    insert into channel_events (channel_id, seq, kind, subject_id) select channel_id, seq, 'message.sent', id from said`,
    channels,
    messagesEach,
    networks,
    members,
  );
  await run('set session_replication_role = origin');
  // Places are as roles give them, so there is nothing to compare; and of what was said everybody was told.
  await run('delete from enrolment_changes');
  await run('insert into channel_tellings (channel_id, seq) select id, last_seq from channels');
  await run('vacuum analyze');
}
