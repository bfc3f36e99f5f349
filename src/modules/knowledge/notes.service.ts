/** Knowledge notes as everybody reads them who works in some network: by theme and tag, by words, and by their number for ever. */
import { excerptOf, Failure, type NoteCard, type NoteList, type NotePage, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { isClosed } from '../networks/networks.policy.js';
import { keepsNote, readsNotes, type Kept } from './knowledge.policy.js';
import { notePage, notesFound, tagsOfNotes, themesOfNotes } from './notes.queries.js';
import { whereFound } from './where-found.js';

type CardRow = Omit<NoteCard, 'excerpt'> & { body: string };
type PageRow = Omit<NotePage, 'excerpt' | 'may'> & { authorId: string; inNetwork: Kept['network'] };

type Shelves = NonNullable<NoteList['shelves']>;

const listed = 30;
const absent = () => new Failure('NOT_FOUND', 'There is nothing here.');

@Injectable()
export class NotesService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, input: Parsed<'note.list'>): Promise<NoteList> {
    requireReader(actor);
    const { themeSlug = null, tagId = null, words: given = '', after = null } = input;
    const words = given || null;
    const whole = [themeSlug, tagId, words, after].every((one) => one === null);
    const [rows, shelves] = await Promise.all([
      this.database.query<CardRow & { total: number }>(notesFound, [themeSlug, tagId, words, after, listed + 1]),
      whole ? this.shelves() : null,
    ]);
    const notes = rows.slice(0, listed).map(({ body, ...card }) => ({ ...card, excerpt: whereFound(body, given) }));
    return { notes, total: rows[0]?.total ?? 0, more: rows.length > listed, shelves };
  }

  private async shelves(): Promise<Shelves> {
    const [themes, tags] = await Promise.all([
      this.database.query<Shelves['themes'][number]>(themesOfNotes),
      this.database.query<Shelves['tags'][number]>(tagsOfNotes),
    ]);
    return { themes, tags };
  }

  async page(
    actor: Actor,
    { number, version }: Parsed<'note.read'>,
    from: Database | Transaction = this.database,
  ): Promise<NotePage> {
    requireReader(actor);
    const [found] = await from.query<PageRow>(notePage, [number, actor.personId, version ?? null]);
    if (!found) throw absent();
    const { authorId, inNetwork: network, ...page } = found;
    const keeps = keepsNote(actor, { authorId, network }) && !isClosed(network.status);
    if (page.withdrawn) return { ...page, body: '', excerpt: '', sources: [], versions: [], may: { revise: false } };
    return { ...page, excerpt: excerptOf(page.body, []), may: { revise: keeps } };
  }
}

/** Absent and hidden answer the same. */
export function requireReader(actor: Actor): void {
  if (!readsNotes(actor)) throw absent();
}
