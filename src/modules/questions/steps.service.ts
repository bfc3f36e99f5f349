/** The history of a question: what happened is kept in its order, whom it concerns is told, and open pages hear of it. */
import type { ChannelEvent, QuestionStep as Step, UserEvent } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JournalService, type ChannelRow } from '../journal/journal.service.js';
import { questionChanged } from './questions.jobs.js';
import { concernedBy, keepStep, latestStep, networksOf, streamOfQuestion } from './steps.queries.js';

export interface Taken {
  step: Step;
  /** Null: the network's rules. */
  by: string | null;
  to?: string | null;
  reason?: string;
  before?: { title: string; body: string } | null;
}

type Kind = 'question.changed' | 'answer.posted';

@Injectable()
export class StepsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly journal: JournalService,
  ) {}

  onModuleInit(): void {
    this.journal.showsChannels(['question.changed', 'answer.posted'], (channelId, rows) => this.show(channelId, rows));
    this.journal.showsPeople(['question.told'], async (_, rows) =>
      rows.map(({ seq: userSeq, subject }): UserEvent => ({
        kind: 'question.told',
        userSeq,
        ...(subject as { questionId: string }),
      })),
    );
  }

  /** While the question is held, after it was changed: no other step has the same number. */
  async take(
    tx: Transaction,
    questionId: string,
    { step, by, to = null, reason = '', before = null }: Taken,
    also: string[] = [],
  ): Promise<void> {
    const [kept] = await tx.query<{ number: number }>(keepStep, [questionId, step, by, to, reason, before]);
    await tx.promise(questionChanged.topic, [{ questionId, number: kept?.number ?? 1 }]);
    await this.tell(tx, questionId, step === 'answered' ? 'answer.posted' : 'question.changed', also);
  }

  /** Whether the latest that happened is just this: asked once more, after an answer that did not arrive, it is done. */
  async isLatest(tx: Transaction, questionId: string, { step, by, to = null }: Taken): Promise<boolean> {
    const [latest] = await tx.query<{ step: Step; by: string | null; to: string | null }>(latestStep, [questionId]);
    return latest?.step === step && latest.by === by && latest.to === to;
  }

  /** Everybody who has it before them loads it afresh; `also` those from whom it was taken. */
  async tell(tx: Transaction, questionId: string, kind: Kind = 'question.changed', also: string[] = []): Promise<void> {
    const people = await tx.query<{ personId: string }>(concernedBy, [questionId]);
    const personIds = [...new Set([...people.map(({ personId }) => personId), ...also])];
    const subject = { questionId };
    await this.journal.appendFor(
      tx,
      personIds.map((personId) => ({ personId, kind: 'question.told', subject })),
    );
    const [channel] = await tx.query<{ id: string }>(streamOfQuestion, [questionId]);
    if (channel) await this.journal.append(tx, [{ channelId: channel.id, kind, subjectId: questionId }]);
  }

  private async show(channelId: string, rows: ChannelRow[]): Promise<ChannelEvent[]> {
    const ids = [...new Set(rows.map(({ subjectId }) => subjectId))];
    const found = await this.database.query<{ id: string; networkId: string }>(networksOf, [ids]);
    const byId = new Map(found.map(({ id, networkId }) => [id, networkId]));
    return rows.flatMap(({ seq, kind, subjectId: questionId }): ChannelEvent[] => {
      const networkId = byId.get(questionId);
      return networkId ? [{ kind: kind as Kind, channelId, seq, networkId, questionId }] : [];
    });
  }
}
