/**
 * The world a scenario runs in: how many people, channels and messages there are. Its ids follow from numbers, so the
 * driver, the bare targets and the seeded database agree without asking each other.
 */

/** How many topics the messages of a channel are spread over. */
const topicsEach = 50;

const idOf = (kind, number) => `0199000${kind}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
export const networkId = idOf(0, 0);
export const networkSlug = 'bench';
export const personId = (number) => idOf(1, number);
export const channelId = (number) => idOf(2, number);
export const topicId = (channel, topic = 0) => idOf(3, channel * topicsEach + topic);

/** What a person's cookie holds; the last number is nobody's place in the network. */
export const tokenOf = (person) => `bench-${person}`;

/**
 * A world with its defaults: `members` people in each channel, one channel after the other taking the next ones, so
 * that everybody is in as many channels; `messages` spread evenly over the channels; sessions for the first people.
 */
export function world({ people, channels = 1, members = people, messages = 0, sessions = people }) {
  return { people, channels, members, sessions, messagesEach: Math.ceil(messages / channels) };
}

/** The people of a channel, by number. */
export function membersOf({ people, members }, channel) {
  return Array.from({ length: members }, (_, place) => (channel * members + place) % people);
}

/** The channels of a person, by number. */
export function channelsOf(world, person) {
  return Array.from({ length: world.channels }, (_, channel) => channel).filter((channel) => {
    const offset = (person - ((channel * world.members) % world.people) + world.people) % world.people;
    return offset < world.members;
  });
}

const id = (kind, number) => `('0199000${kind}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

/**
 * Fills a migrated database. Foreign keys are not checked while the rows come in, which a superuser may order; one more
 * person than the world has is signed in without a role, to be refused.
 */
export async function seed(client, { people, channels, members, sessions, messagesEach }) {
  const run = (sql, ...values) => client.query(sql, values);
  await run('set session_replication_role = replica');
  await run(`insert into themes (id, slug, names) values (${id(0, '0')}, 'bench', '{"en": "Bench", "sv": "Bench"}')`);
  await run(`insert into networks (id, slug, name, theme_id, region, purpose, round, status, starts_on, ends_on)
    values (${id(0, '0')}, '${networkSlug}', 'Bench', ${id(0, '0')}, 'East Africa', 'To measure.', 1, 'active',
      current_date - 30, current_date + 1000)`);
  await run(
    `insert into people (id, name, initials, email, time_zone)
    select ${id(1, 'i')}, 'Person ' || i, 'P', 'p' || i || '@example.org', 'Europe/Stockholm'
    from generate_series(0, $1::int) i`,
    people,
  );
  await run(
    `insert into memberships (id, person_id, role, network_id, from_on)
    select ${id(4, 'i')}, ${id(1, 'i')}, 'expert', ${id(0, '0')}, current_date - 1
    from generate_series(0, $1::int - 1) i`,
    people,
  );
  await run(
    `insert into sessions (id, person_id, token_hash, expires_at)
    select ${id(5, 'i')}, ${id(1, 'i')}, sha256(convert_to('bench-' || i, 'UTF8')), now() + interval '1 day'
    from generate_series(0, $1::int) i where i < $2 or i = $1`,
    people,
    sessions,
  );
  await run(
    `insert into channels (id, network_id, kind, slug, name, last_seq)
    select ${id(2, 'c')}, ${id(0, '0')}, 'thematic', 'channel-' || c, 'Channel ' || c, $2
    from generate_series(0, $1::int - 1) c`,
    channels,
    messagesEach,
  );
  await run(
    `insert into channel_members (channel_id, person_id, origin)
    select ${id(2, 'c')}, ${id(1, '(c::bigint * $2 + p) % $3')}, 'hand'
    from generate_series(0, $1::int - 1) c, generate_series(0, $2::int - 1) p`,
    channels,
    members,
    people,
  );
  await run(
    `insert into topics (id, channel_id, title, messages, last_seq, created_by)
    select ${id(3, `c * ${topicsEach} + t`)}, ${id(2, 'c')}, 'Topic ' || t,
      (select count(*) from generate_series(1, $2::int) s where s % ${topicsEach} = t),
      coalesce((select max(s) from generate_series(1, $2::int) s where s % ${topicsEach} = t), 0), ${id(1, '0')}
    from generate_series(0, $1::int - 1) c, generate_series(0, case when $2 = 0 then 0 else least($2::int, ${topicsEach}) - 1 end) t`,
    channels,
    messagesEach,
  );
  await run(
    `with said as (
      insert into messages (id, channel_id, topic_id, seq, author_id, client_id, content_hash, body, sent_at)
      select uuidv7(), ${id(2, 'c')}, ${id(3, `c * ${topicsEach} + s % ${topicsEach}`)}, s,
        ${id(1, '(c::bigint * $3 + s % $3) % $4')}, uuidv7(), sha256(int8send(s)), rpad('Message ' || s || ' ', 200, 'la '),
        now() - ($2::int - s) * interval '1 second'
      from generate_series(1, $2::int) s, generate_series(0, $1::int - 1) c
      returning id, channel_id, seq)
    insert into channel_events (channel_id, seq, kind, subject_id) select channel_id, seq, 'message.sent', id from said`,
    channels,
    messagesEach,
    members,
    people,
  );
  await run('set session_replication_role = origin');
  await run('vacuum analyze');
}
