import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('notifications')
@Unique(['personId', 'kind', 'messageId'])
@Index(['personId', 'createdAt'])
export class Notification {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'text' })
  kind!: 'mention' | 'report' | 'role_ending';

  @Column({ type: 'uuid', nullable: true })
  messageId!: string | null;

  /** The role that ends, where it is of no message. */
  @Column({ type: 'uuid', nullable: true })
  membershipId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  readAt!: Date | null;
}

/** The ledger: one row for each effect on one person by one medium, whatever becomes of it. */
@Entity('deliveries')
export class Delivery {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Null for a letter to somebody without an account. */
  @Index()
  @Column({ type: 'uuid', nullable: true })
  personId!: string | null;

  @Column({ type: 'text' })
  medium!: 'hub' | 'email' | 'push';

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'uuid' })
  subjectId!: string;

  /** Makes a second delivery of the same effect impossible. */
  @Column({ type: 'text', unique: true })
  dedupeKey!: string;

  @Column({ type: 'text' })
  state!: 'pending' | 'sending' | 'delivered' | 'suppressed' | 'failed';

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'integer', default: 0 })
  attempt!: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  settledAt!: Date | null;
}
