/**
 * `node bench/similar.mjs [times]`: what is like a question, asked while it is typed, over 10,000 questions and 500 notes;
 * and the lists with words. Four people ask, one of each kind: what each may see differs.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHubDatabase, startApp } from '../dist/src/app.js';
import { parseConfig } from '../dist/src/config.js';
import { startEmbeddedPostgres } from '../dist/libs/database/src/index.js';
import { NotesService } from '../dist/src/modules/knowledge/notes.service.js';
import { SimilarService } from '../dist/src/modules/knowledge/similar.service.js';
import { similar } from '../dist/src/modules/knowledge/similar.queries.js';

const times = Number(process.argv[2] ?? 40);
const explain = process.argv.includes('explain');
const questions = 10_000;
const notes = 500;
const networks = 8;
const pairs = 6;

/** What people really ask, so that the words are as often as they are. */
const asked = {
  en: [
    'How do we choose youth-council members without copying the school elite?',
    'Which decisions need a child-rights check and which can skip it?',
    'How to consult people with disabilities when no register exists?',
    'What is a fair allowance for young participants?',
    'How do you measure trust in the council before and after?',
    'Which three indicators show inequity when data are thin?',
    'What does a referral note need so it survives sixty kilometres on a motorbike?',
    'How to discuss teenage pregnancy in a village meeting respectfully?',
    'How do you let residents draw a flood-risk map that engineers accept?',
    'Which funds accept a municipality as applicant without the signature of the state?',
    'How do you price waste collection for households that cannot pay?',
    'Has anyone linked a water plan to the budget of the council?',
  ],
  sv: [
    'Hur väljer vi ungdomsråd utan att bara få med skolans bästa elever?',
    'Vilka beslut behöver en barnrättsprövning och vilka kan vara utan?',
    'Hur håller vi kvar jämställdhetsarbetet när kommunledningen byts ut?',
    'Hur räknar vi utsläpp från egna bilar när det saknas bränsleuppgifter?',
    'Vem betalar för skötsel av träd år två och tre?',
  ],
  es: [
    '¿Cómo incluimos a las autoridades indígenas que no están en el organigrama municipal?',
    '¿Qué horarios de reunión aumentan la asistencia de las mujeres?',
    '¿Puede entrar el trabajo de cuidado no remunerado en el plan municipal?',
  ],
};
/** A number that follows from a number, so that every run has the same questions. */
const turn = (n) => ((n * 2_654_435_761) >>> 0) / 2 ** 32;
/** Words that nobody else uses, which is what most words of a language are. */
const seldom = (n) => {
  let word = '';
  for (let rest = Math.floor(turn(n) ** 3 * 30_000) + 1; rest > 0; rest = Math.floor(rest / 20))
    word += 'bdfgklmnprstvzjhcwxq'[rest % 20] + 'aeiou'[(rest * 7 + n) % 5];
  return word;
};
const languages = Array.from({ length: 20 }, (_, n) => (n < 14 ? 'en' : n < 18 ? 'sv' : 'es'));

function texts(n) {
  const language = languages[n % languages.length];
  const own = asked[language];
  const words = own[n % own.length].split(' ');
  const title = words.map((word, place) => (turn(n * 31 + place) < 0.25 ? seldom(n * 17 + place) : word)).join(' ');
  const sentence = (turnOf) => {
    const other = own[Math.floor(turn(n * 13 + turnOf) * own.length)].split(' ').slice(2);
    return [...other, ...Array.from({ length: 6 }, (_, place) => seldom(n * 101 + turnOf * 7 + place))].join(' ');
  };
  const body = Array.from({ length: 4 + (n % 9) }, (_, place) => sentence(place)).join('. ');
  return { language, title, body };
}

const folder = mkdtempSync(join(tmpdir(), 'samverka-bench-'));
chmodSync(folder, 0o755);
const postgres = await startEmbeddedPostgres({ folder: join(folder, 'data') });
const database = await openHubDatabase(postgres.connection);
const config = parseConfig({ PORT: '0', LOG_LEVEL: 'error', HUB_DEMONSTRATION: 'false', HUB_ROLES: 'api' });
const app = await startApp(config, database, postgres.connection);

try {
  const askers = await fill();
  await database.query('vacuum analyze questions');
  await database.query('vacuum analyze knowledge_notes');
  const finder = app.nest.get(SimilarService, { strict: false });
  const reader = app.nest.get(NotesService, { strict: false });
  if (explain) await show(askers[0]);
  const lengths = [4, 12, 25, 45, 80, 300, 2_000];
  for (const length of lengths) {
    const took = [];
    let found = 0;
    for (let n = 0; n < times; n += 1) {
      const { language, title, body } = texts(n * 97 + 5);
      const text = `${title}\n${body}`.slice(0, length);
      for (const actor of askers) found += (await timed(took, () => finder.find(actor, { text, language }))).length;
    }
    said(`${length} characters typed`, took, `${(found / took.length).toFixed(1)} found`);
  }
  const took = [];
  for (let n = 0; n < times; n += 1)
    for (const actor of askers)
      await timed(took, () => reader.list(actor, { words: texts(n * 89 + 3).title.slice(0, 10 + (n % 30)) }));
  said('the list of notes with words', took, '');
} finally {
  await app.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function timed(took, work) {
  const began = performance.now();
  const result = await work();
  took.push(performance.now() - began);
  return result;
}

function said(what, took, more) {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
  console.log(`${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, slowest ${at(1)} ms ${more}`);
}

async function show(actor) {
  const { language, title, body } = texts(102);
  const values = [actor.personId, `${title}\n${body}`.slice(0, 300), language, null];
  const plan = await database.query(`explain (analyze, buffers) ${similar}`, values);
  console.log(plan.map((row) => row['QUERY PLAN']).join('\n'));
}

/** Eight networks of six partnerships each. Who asks: a team member, a research advisor, a coordinator, an administrator. */
async function fill() {
  const uuids = (count) => Array.from({ length: count }, () => crypto.randomUUID());
  const run = (sql, values) => database.query(sql, values);
  const [themeId] = uuids(1);
  const [networkIds, pairIds, people] = [uuids(networks), uuids(networks * pairs), uuids(networks * 10)];
  await run(`insert into themes (id, slug, names) values ($1, 'bench', '{"en": "Bench", "sv": "Bench"}')`, [themeId]);
  await run(
    `insert into networks (id, slug, name, theme_id, region, purpose, round, status, starts_on, ends_on)
    select id, 'n' || n, 'Network ' || n, $2, 'East Africa', 'To adapt.', 1, 'active', current_date - 9, current_date + 900
    from unnest($1::uuid[]) with ordinality x(id, n)`,
    [networkIds, themeId],
  );
  await run(
    `insert into partnerships (id, slug, network_id, name, source)
    select id, 'p' || n, ($2::uuid[])[1 + (n - 1) % ${networks}], 'Pair ' || n, 'fictional'
    from unnest($1::uuid[]) with ordinality x(id, n)`,
    [pairIds, networkIds],
  );
  await run(
    `insert into people (id, name, initials, email, time_zone)
    select id, 'Person ' || n, 'P', id || '@example.org', 'Africa/Lusaka' from unnest($1::uuid[]) with ordinality x(id, n)`,
    [people],
  );
  const roles = ['team_member', 'research_advisor', 'project_coordinator', 'expert', 'politician'];
  for (const [n, personId] of people.entries()) {
    const role = n === 3 ? 'administrator' : roles[n % roles.length];
    const inPair = role === 'team_member' || role === 'politician';
    await run(
      `insert into memberships (id, person_id, role, network_id, partnership_id, side, from_on)
      values (gen_random_uuid(), $1, $2, $3, $4, $5, current_date - 1)`,
      [
        personId,
        role,
        role === 'administrator' ? null : networkIds[n % networks],
        inPair ? pairIds[n % networks] : null,
        inPair ? 'swedish' : null,
      ],
    );
  }
  const of = (n) => ({ ...texts(n), visibility: ['network', 'network', 'all_networks', 'partnership'][n % 4] });
  const rows = Array.from({ length: questions }, (_, n) => ({ n, ...of(n) }));
  for (let from = 0; from < questions; from += 1_000)
    await run(
      `insert into questions (id, network_id, partnership_id, asked_by, title, body, language, visibility, state)
      select gen_random_uuid(), s.network_id, s.id, ($3::uuid[])[1 + n % ${people.length}], title, body, language, visibility, 'answered'
      from jsonb_to_recordset($1::jsonb) x(n int, title text, body text, language text, visibility text)
      join partnerships s on s.id = ($2::uuid[])[1 + n % ${pairIds.length}]`,
      [JSON.stringify(rows.slice(from, from + 1_000)), pairIds, people],
    );
  await run(`insert into answers (id, question_id, author_id, body, language)
    select gen_random_uuid(), id, asked_by, left(body, 500), language from questions`);
  await run(`insert into knowledge_notes (id, answer_id, network_id, author_id, title, body, language, review_on)
    select gen_random_uuid(), w.id, q.network_id, w.author_id, q.title, q.body, q.language, current_date + 300
    from questions q join answers w on w.question_id = q.id where q.visibility <> 'partnership' limit ${notes}`);
  await run(`insert into note_versions (note_id, version, title, body, sources, by_id)
    select id, 1, title, body, sources, author_id from knowledge_notes`);
  await run('analyze');
  return [0, 1, 2, 3].map((n) => ({
    personId: people[n],
    sessionId: '',
    memberships: [
      {
        role: n === 3 ? 'administrator' : roles[n],
        networkId: n === 3 ? null : networkIds[n],
        partnershipId: null,
        side: null,
      },
    ],
  }));
}
