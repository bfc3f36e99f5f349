import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** Somebody asked the project coordinator to look at a message. */
@Entity('reports')
@Unique(['messageId', 'reporterId'])
export class Report {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  messageId!: string;

  @Column({ type: 'uuid' })
  reporterId!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Index('reports_open_idx', { where: '(settled_at IS NULL)' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  settledAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  settledBy!: string | null;

  @Column({ type: 'text', nullable: true })
  outcome!: 'kept' | 'removed' | null;
}
