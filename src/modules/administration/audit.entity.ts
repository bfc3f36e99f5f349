import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who did what to what and why, where somebody else must be able to ask later. Rows are added and never changed. */
@Entity('audit_entries')
@Index(['networkId', 'at'])
export class AuditEntry {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Index()
  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;

  /** Null where the hub itself did it, or whoever runs it. */
  @Column({ type: 'uuid', nullable: true })
  actorId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  networkId!: string | null;

  /** `noun.verb`, e.g. `message.remove`. */
  @Column({ type: 'text' })
  action!: string;

  @Index()
  @Column({ type: 'uuid' })
  subjectId!: string;

  @Column({ type: 'text', default: '' })
  reason!: string;

  @Column({ type: 'jsonb', nullable: true })
  before!: object | null;

  @Column({ type: 'jsonb', nullable: true })
  after!: object | null;
}
