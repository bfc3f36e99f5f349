/** Making a knowledge note of an answer, and keeping it: a new version, a look at it when its day has come, its withdrawal. */
import { Failure, type NoteBeginning, type NoteDraft, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../administration/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { isClosed } from '../networks/networks.policy.js';
import { wrong } from '../partnerships/partnership-access.service.js';
import { AnsweringService } from '../questions/answering.service.js';
import { refuseTags } from '../questions/asking.service.js';
import { StepsService } from '../questions/steps.service.js';
import { KnowledgeNote, NoteTag, NoteVersion } from './knowledge-note.entity.js';
import { keepsNote, type Kept } from './knowledge.policy.js';
import { beginning, isNoReviewDay, noteToChange } from './notes.queries.js';
import { NotesService, requireReader } from './notes.service.js';

interface NoteRow {
  id: string;
  authorId: string;
  inNetwork: Kept['network'];
  version: number;
  withdrawn: boolean;
  withdrawnReason: string;
}

@Injectable()
export class KeepingService {
  constructor(
    private readonly database: Database,
    private readonly notes: NotesService,
    private readonly answering: AnsweringService,
    private readonly steps: StepsService,
    private readonly audit: AuditService,
  ) {}

  /** For whoever may publish it. */
  async begin(actor: Actor, { answerId }: Parsed<'note.begin'>): Promise<NoteBeginning> {
    return this.database.transaction(async (tx) => {
      await this.publishable(tx, actor, answerId);
      const [begun] = await tx.query<NoteBeginning>(beginning, [answerId]);
      if (!begun) throw new Failure('NOT_FOUND', 'There is nothing here.');
      return begun;
    });
  }

  /** Once for an answer: the same sent twice is made once. */
  async publish(actor: Actor, { answerId, ...draft }: Parsed<'note.publish'>): Promise<{ number: number }> {
    return this.database.transaction(async (tx) => {
      const { question, answer } = await this.publishable(tx, actor, answerId);
      const known = await tx.manager.findOneBy(KnowledgeNote, { answerId });
      if (known) return this.isMade(tx, known, draft);
      const { networkId } = question;
      await requireFitting(tx, networkId, draft);
      const id = uuidv7();
      const { authorId, role } = answer;
      const { tagIds, ...said } = draft;
      await tx.manager.insert(KnowledgeNote, { id, answerId, networkId, authorId, role, ...said });
      await keepVersion(tx, { id, version: 1, actor, draft, note: '' });
      await keepTags(tx, id, tagIds);
      await this.steps.take(tx, question.id, { step: 'published', by: actor.personId });
      const { number } = await tx.manager.findOneByOrFail(KnowledgeNote, { id });
      return { number };
    });
  }

  /** The same revision sent twice is made once. */
  async revise(actor: Actor, input: Parsed<'note.revise'>): Promise<void> {
    const { number, baseVersion, note, ...draft } = input;
    await this.database.transaction(async (tx) => {
      const { id, inNetwork, version } = await this.toChange(tx, actor, number);
      if (version === baseVersion + 1 && (await isRevised(tx, actor, { id, version, note, draft }))) return;
      if (version !== baseVersion) {
        const current = await this.notes.page(actor, { number }, tx);
        throw new Failure('CONFLICT', 'It was changed meanwhile.', { current });
      }
      await requireFitting(tx, inNetwork.id, draft);
      const { tagIds, ...said } = draft;
      await tx.manager.update(KnowledgeNote, { id }, { ...said, version: version + 1 });
      await keepVersion(tx, { id, version: version + 1, actor, draft, note });
      await keepTags(tx, id, tagIds);
    });
  }

  async review(actor: Actor, { number, reviewOn }: Parsed<'note.review'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { id } = await this.toChange(tx, actor, number);
      await requireReviewDay(tx, reviewOn);
      await tx.manager.update(KnowledgeNote, { id }, { reviewOn });
    });
  }

  /** What its author takes back themselves is no matter of moderation. */
  async withdraw(actor: Actor, { number, reason }: Parsed<'note.withdraw'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const note = await this.held(tx, actor, number);
      if (note.withdrawn && note.withdrawnReason === reason) return;
      refuseWithdrawn(note);
      const { id, authorId, inNetwork } = note;
      await tx.manager.update(KnowledgeNote, { id }, { withdrawnAt: () => 'now()', withdrawnReason: reason });
      if (authorId !== actor.personId)
        await this.audit.write(tx, { actor, networkId: inNetwork.id, action: 'note.withdraw', subjectId: id, reason });
    });
  }

  private async isMade(tx: Transaction, { id, number }: KnowledgeNote, draft: NoteDraft): Promise<{ number: number }> {
    const first = await tx.manager.findOneByOrFail(NoteVersion, { noteId: id, version: 1 });
    const { title, body, sources } = draft;
    const isSame = isDeepStrictEqual([first.title, first.body, first.sources], [title, body, sources]);
    if (!isSame) throw new Failure('CONFLICT', 'A note was made of it already.', { current: { number } });
    return { number };
  }

  /** With its question, which is held. */
  private async publishable(tx: Transaction, actor: Actor, answerId: string) {
    const held = await this.answering.held(tx, actor, answerId);
    const { networkId: id, networkStatus: status, visibility } = held.question;
    requireKeeping(actor, { authorId: held.answer.authorId, network: { id, status } });
    if (visibility === 'partnership')
      throw new Failure('FORBIDDEN', 'What a partnership asked among its own is not for everybody.');
    if (held.answer.acceptedAt === null) throw new Failure('CONFLICT', 'It is not accepted.');
    return held;
  }

  private async toChange(tx: Transaction, actor: Actor, number: number): Promise<NoteRow> {
    const note = await this.held(tx, actor, number);
    refuseWithdrawn(note);
    return note;
  }

  private async held(tx: Transaction, actor: Actor, number: number): Promise<NoteRow> {
    requireReader(actor);
    const [note] = await tx.query<NoteRow>(noteToChange, [number]);
    if (!note) throw new Failure('NOT_FOUND', 'There is nothing here.');
    requireKeeping(actor, { authorId: note.authorId, network: note.inNetwork });
    return note;
  }
}

function requireKeeping(actor: Actor, kept: Kept): void {
  if (!keepsNote(actor, kept)) throw new Failure('FORBIDDEN', 'Others look after this note.');
  if (isClosed(kept.network.status)) throw new Failure('FORBIDDEN', 'The network is closed.');
}

function refuseWithdrawn({ withdrawn }: NoteRow): void {
  if (withdrawn) throw new Failure('CONFLICT', 'It was withdrawn.');
}

async function requireFitting(tx: Transaction, networkId: string, { tagIds, reviewOn }: NoteDraft): Promise<void> {
  await refuseTags(tx, networkId, tagIds);
  await requireReviewDay(tx, reviewOn);
}

async function requireReviewDay(tx: Transaction, reviewOn: string): Promise<void> {
  const [day] = await tx.query<{ early: boolean; late: boolean }>(isNoReviewDay, [reviewOn]);
  if (day?.early) throw wrong('reviewOn', 'too_early');
  if (day?.late) throw wrong('reviewOn', 'too_late');
}

interface Version {
  id: string;
  version: number;
  actor: Actor;
  draft: NoteDraft;
  note: string;
}

async function keepVersion(tx: Transaction, { id: noteId, version, actor, draft, note }: Version): Promise<void> {
  const { title, body, sources } = draft;
  await tx.manager.insert(NoteVersion, { noteId, version, title, body, sources, note, byId: actor.personId });
}

async function isRevised(tx: Transaction, actor: Actor, made: Omit<Version, 'actor'>): Promise<boolean> {
  const kept = await tx.manager.findOneByOrFail(NoteVersion, { noteId: made.id, version: made.version });
  const { title, body, sources } = made.draft;
  return isDeepStrictEqual(
    [kept.byId, kept.note, kept.title, kept.body, kept.sources],
    [actor.personId, made.note, title, body, sources],
  );
}

async function keepTags(tx: Transaction, noteId: string, tagIds: readonly string[]): Promise<void> {
  await tx.manager.delete(NoteTag, { noteId });
  const tags = [...new Set(tagIds)].map((tagId) => ({ noteId, tagId }));
  if (tags.length > 0) await tx.manager.insert(NoteTag, tags);
}
