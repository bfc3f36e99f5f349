/**
 * Membership follows roles. Who gains a role is in its channels within seconds, who loses it is out: a change of roles
 * marks the comparison as due (a trigger does, so no way of changing them is forgotten), a new day does too, and
 * whichever node looks first carries it out. Reading asks the roles themselves and never waits for this.
 */
import { Database, type Transaction } from '@hub/database';
import { Live } from '@hub/realtime';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { JournalService } from '../journal/journal.service.js';
import { givePlaces } from './channels.queries.js';
import { enrolByRole } from './channels.fragments.js';
import { beginComparison, endComparison, endPlaces, forgetReading, isDue } from './enrolment.queries.js';

interface Place {
  channelId: string;
  personId: string;
}

/** `after`: the channel's head before they came, where their coming is an event. */
interface Gained extends Place {
  after?: number;
}

/** How long a changed role may wait for its channels, ms. */
const everyMs = 1_500;

@Injectable()
export class EnrolmentService implements OnModuleInit, OnModuleDestroy {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly journal: JournalService,
    private readonly live: Live,
  ) {}

  onModuleInit(): void {
    this.again();
  }

  onModuleDestroy(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** Gives a new channel to everybody whose roles open it, and to whoever opened it. */
  async enrol(tx: Transaction, channelId: string, { opener }: { opener: string }): Promise<void> {
    const byRole = await tx.query<Place>(enrolByRole, [channelId]);
    const byHand = await tx.query<{ personId: string }>(givePlaces, [channelId, [opener], 'hand']);
    const people = [...byRole, ...byHand];
    await this.tellPeople(tx, { lost: [], gained: people.map(({ personId }) => ({ channelId, personId, after: 0 })) });
  }

  /** Compares every place with today's roles, if that is due. */
  async compare(): Promise<void> {
    const due = await this.database.query(isDue);
    if (due.length === 0) return;
    await this.database.transaction(async (tx) => {
      const [begun] = await tx.query<{ changes: string[] }>(beginComparison);
      if (!begun) return;
      const ended = await tx.query<Place>(endPlaces);
      const begins = await tx.query<Place>(enrolByRole, [null]);
      await tx.query(endComparison, [begun.changes]);
      const seqs = await this.journal.append(tx, [
        ...ended.map(({ channelId, personId }) => ({ channelId, kind: 'member.left' as const, subjectId: personId })),
        ...begins.map(({ channelId, personId }) => ({
          channelId,
          kind: 'member.joined' as const,
          subjectId: personId,
        })),
      ]);
      await this.tellPeople(tx, { lost: ended, gained: from(begins, seqs.slice(ended.length)) });
    });
  }

  /** Tells the channel and the people. The channel is locked. */
  async tellJoined(tx: Transaction, channelId: string, personIds: string[]): Promise<void> {
    const seqs = await this.journal.append(
      tx,
      personIds.map((subjectId) => ({ channelId, kind: 'member.joined', subjectId })),
    );
    const places = personIds.map((personId) => ({ channelId, personId }));
    await this.tellPeople(tx, { lost: [], gained: from(places, seqs) });
  }

  async tellLeft(tx: Transaction, channelId: string, personIds: string[]): Promise<void> {
    await this.journal.append(
      tx,
      personIds.map((subjectId) => ({ channelId, kind: 'member.left', subjectId })),
    );
    await this.tellPeople(tx, { lost: personIds.map((personId) => ({ channelId, personId })), gained: [] });
  }

  /** Only the people: a channel that begins with them tells nobody that they came. */
  async tellGained(tx: Transaction, channelId: string, personIds: string[]): Promise<void> {
    await this.tellPeople(tx, { lost: [], gained: personIds.map((personId) => ({ channelId, personId })) });
  }

  private async tellPeople(tx: Transaction, { lost, gained }: { lost: Place[]; gained: Gained[] }): Promise<void> {
    tx.afterCommit(() => {
      for (const { personId, channelId } of lost) this.live.leave(personId, channelId);
      for (const { personId, channelId, after } of gained) this.live.join(personId, channelId, after);
    });
    if (lost.length > 0)
      await tx.query(forgetReading, [lost.map(({ channelId }) => channelId), lost.map(({ personId }) => personId)]);
    await this.journal.appendFor(tx, [
      ...lost.map(({ personId, channelId }) => ({ personId, kind: 'channel.lost' as const, subject: { channelId } })),
      ...gained.map(({ personId, channelId }) => ({
        personId,
        kind: 'channel.gained' as const,
        subject: { channelId },
      })),
    ]);
  }

  private again(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      // Without an answer (the database is away) everything stays until the next look.
      this.compare().then(
        () => this.again(),
        () => this.again(),
      );
    }, everyMs).unref();
  }
}

/** Whose coming is told by these events of their channels. */
function from(places: Place[], seqs: number[]): Gained[] {
  return places.map((place, n) => ({ ...place, after: (seqs[n] ?? 1) - 1 }));
}
