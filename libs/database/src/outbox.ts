/** The outbox: effects promised in the transaction of the change that causes them, and the only way to the job queue. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('outbox')
export class OutboxEntry {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Index('outbox_topic_idx', { where: '(failed_at IS NULL)' })
  @Column({ type: 'text' })
  topic!: string;

  @Column({ type: 'jsonb' })
  payload!: object;

  @Index('outbox_due_at_idx', { where: '((queued_at IS NULL) AND (failed_at IS NULL))' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  dueAt!: Date;

  /** When the relay last made a job of it. The row goes when the job is done. */
  @Column({ type: 'timestamptz', nullable: true })
  queuedAt!: Date | null;

  /** When it was given up; kept for a person to look at. */
  @Column({ type: 'timestamptz', nullable: true })
  failedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  failure!: string | null;
}

export const outboxInsert = 'insert into outbox (topic, payload) select $1, p::jsonb from unnest($2::text[]) p';
