/**
 * Where the hub keeps what would still tell who somebody was: one list of the tables that belong to a person's way in,
 * and one of the columns in which people write. A feature that adds such a table or column adds its line here.
 */

/** By `person_id`, or by the address where they have no person yet. All their rows go with an erasure. */
export const waysIn = [
  'passkeys',
  'passkey_challenges',
  'identities',
  'personal_tokens',
  'sign_ins',
  'invitations',
  'sessions',
  'calendar_feeds',
];

/** Of a way in this is told to its owner: never a hash, a key or a code. */
export const tellable = [
  'name',
  'issuer',
  'how',
  'browser',
  'system',
  'scope',
  'role',
  'backed_up',
  'created_at',
  'used_at',
  'last_used_at',
  'last_used_on',
  'last_seen_at',
  'accepted_at',
  'expires_at',
  'ended_at',
  'revoked_at',
];

export interface Written {
  table: string;
  column: string;
  /** Where it is no text of its own but a document of which nothing is known; only a full name or an address is looked for there. */
  type?: 'jsonb';
  /** Of a document with keys: those that hold a person's words, or every one. What else it says is in the words of the hub. */
  words?: readonly string[] | 'every';
  /** Which rows are the person's own words, or about them alone; $1 is the person. */
  own: string;
}

const byAuthor = 'exists (select from messages m where m.id = message_id and m.author_id = $1)';
const inTheirDirect = `exists (
  select from channels c join channel_members cm on cm.channel_id = c.id
  where c.id = topics.channel_id and c.kind = 'direct' and cm.person_id = $1)`;

/** A lesson stays in later versions of a milestone, whoever makes them. */
const ownLesson = (table: string, milestone: string) =>
  `exists (select from milestone_changes said
    where said.milestone_id = ${table}.${milestone} and said.changed_by = $1 and said.lesson = ${table}.lesson)`;
/** A text stays in later versions of a visit, whoever makes them. */
const ofTheirVisit = (visit: string) =>
  `exists (select from visit_changes said where said.visit_id = ${visit} and said.changed_by = $1)`;

const inTheirVersion = `exists (
  select from broadcast_versions said
  where said.broadcast_id = broadcast_texts.broadcast_id and said.version = broadcast_texts.version and said.author_id = $1)`;

const askedOrEdited = (question: string) =>
  `exists (select from questions asked where asked.id = ${question} and asked.asked_by = $1)
    or exists (select from question_steps said where said.question_id = ${question} and said.by_id = $1 and said.step = 'edited')`;
const inTheirAnswer = 'exists (select from answers said where said.id = answer_id and said.author_id = $1)';
const ofTheirNote = (note: string) =>
  `exists (select from knowledge_notes of where of.id = ${note} and of.author_id = $1)
    or exists (select from note_versions said where said.note_id = ${note} and said.by_id = $1)`;

export const written: readonly Written[] = [
  { table: 'messages', column: 'body', own: 'author_id = $1' },
  { table: 'messages', column: 'removal_reason', own: 'author_id = $1 or removed_by = $1' },
  { table: 'message_versions', column: 'body', own: byAuthor },
  { table: 'topics', column: 'title', own: `created_by = $1 or ${inTheirDirect}` },
  { table: 'channels', column: 'name', own: 'created_by = $1' },
  { table: 'channels', column: 'purpose', own: 'created_by = $1' },
  { table: 'reports', column: 'reason', own: `reporter_id = $1 or ${byAuthor}` },
  { table: 'audit_entries', column: 'reason', own: 'actor_id = $1 or subject_id = $1' },
  { table: 'plan_items', column: 'names', words: 'every', own: 'false' },
  // Before the history, by which its words are told to be the person's.
  { table: 'milestones', column: 'lesson', own: ownLesson('milestones', 'id') },
  { table: 'milestone_changes', column: 'reason', own: 'changed_by = $1' },
  { table: 'milestone_changes', column: 'lesson', own: ownLesson('milestone_changes', 'milestone_id') },
  { table: 'evidence', column: 'note', own: 'added_by = $1' },
  { table: 'evidence', column: 'link', own: 'added_by = $1' },
  { table: 'erasure_requests', column: 'reason', own: 'person_id = $1' },
  { table: 'deliveries', column: 'dedupe_key', own: 'person_id = $1' },
  { table: 'deliveries', column: 'reason', own: 'person_id = $1' },
  { table: 'outbox', column: 'payload', type: 'jsonb', own: 'false' },
  { table: 'outbox', column: 'failure', own: 'false' },
  { table: 'faults', column: 'page', own: 'false' },
  { table: 'faults', column: 'text', own: 'false' },
  { table: 'faults', column: 'contact', own: 'false' },
  { table: 'demonstration_mails', column: 'subject', own: 'false' },
  { table: 'demonstration_mails', column: 'plain', own: 'false' },
  { table: 'demonstration_mails', column: 'html', own: 'false' },
  { table: 'visits', column: 'purpose', own: ofTheirVisit('visits.id') },
  { table: 'visits', column: 'programme', own: ofTheirVisit('visits.id') },
  { table: 'visits', column: 'lessons', own: ofTheirVisit('visits.id') },
  { table: 'visit_changes', column: 'reason', own: 'changed_by = $1' },
  {
    table: 'visit_changes',
    column: 'snapshot',
    words: ['purpose', 'programme', 'lessons'],
    own: ofTheirVisit('visit_changes.visit_id'),
  },
  { table: 'broadcast_texts', column: 'title', own: inTheirVersion },
  { table: 'broadcast_texts', column: 'body', own: inTheirVersion },
  { table: 'broadcast_versions', column: 'note', own: 'author_id = $1' },
  { table: 'questions', column: 'title', own: askedOrEdited('questions.id') },
  { table: 'questions', column: 'body', own: askedOrEdited('questions.id') },
  { table: 'questions', column: 'summary', own: askedOrEdited('questions.id') },
  { table: 'questions', column: 'closed_reason', own: 'closed_by = $1' },
  { table: 'question_steps', column: 'reason', own: 'by_id = $1' },
  {
    table: 'question_steps',
    column: 'before',
    words: ['title', 'body'],
    own: askedOrEdited('question_steps.question_id'),
  },
  { table: 'question_remarks', column: 'body', own: 'author_id = $1' },
  { table: 'answers', column: 'body', own: 'author_id = $1' },
  { table: 'answers', column: 'sources', type: 'jsonb', own: 'author_id = $1' },
  { table: 'answer_versions', column: 'body', own: inTheirAnswer },
  { table: 'answer_versions', column: 'sources', type: 'jsonb', own: inTheirAnswer },
  { table: 'knowledge_notes', column: 'title', own: ofTheirNote('knowledge_notes.id') },
  { table: 'knowledge_notes', column: 'body', own: ofTheirNote('knowledge_notes.id') },
  { table: 'knowledge_notes', column: 'sources', type: 'jsonb', own: ofTheirNote('knowledge_notes.id') },
  { table: 'knowledge_notes', column: 'withdrawn_reason', own: ofTheirNote('knowledge_notes.id') },
  { table: 'note_versions', column: 'title', own: ofTheirNote('note_versions.note_id') },
  { table: 'note_versions', column: 'body', own: ofTheirNote('note_versions.note_id') },
  { table: 'note_versions', column: 'sources', type: 'jsonb', own: ofTheirNote('note_versions.note_id') },
  { table: 'note_versions', column: 'note', own: ofTheirNote('note_versions.note_id') },
  { table: 'tags', column: 'names', words: 'every', own: 'false' },
  { table: 'networks', column: 'purpose', own: 'false' },
  { table: 'partnership_statuses', column: 'reason', own: 'false' },
  { table: 'projects', column: 'challenge', own: 'false' },
  { table: 'calendar_bands', column: 'names', words: 'every', own: 'added_by = $1' },
];
