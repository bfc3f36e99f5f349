import type { NotificationKind } from '@hub/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('notifications')
@Index('notifications_person_id_kind_message_id_idx', ['personId', 'kind', 'messageId'], {
  unique: true,
  where: "(kind <> 'report'::text)",
})
@Index(['personId', 'createdAt'])
@Index('notifications_fold_key_idx', ['personId', 'foldKey'], {
  unique: true,
  where: '((fold_key IS NOT NULL) AND (read_at IS NULL) AND (done_at IS NULL))',
})
export class Notification {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'text' })
  kind!: NotificationKind;

  @Column({ type: 'uuid', nullable: true })
  messageId!: string | null;

  /** The role that ends, where it is of no message. */
  @Column({ type: 'uuid', nullable: true })
  membershipId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  milestoneId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  visitId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  broadcastId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  questionId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  noteId!: string | null;

  /** Unread notifications of one person with the same key are one, which counts. */
  @Column({ type: 'text', nullable: true })
  foldKey!: string | null;

  @Column({ type: 'integer', default: 1 })
  count!: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  readAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  doneAt!: Date | null;

  @Index('notifications_later_until_idx', { where: '(later_until IS NOT NULL)' })
  @Column({ type: 'timestamptz', nullable: true })
  laterUntil!: Date | null;
}

/** The ledger: one row for each effect on one person by one medium, whatever becomes of it. */
@Entity('deliveries')
@Index('deliveries_waiting_idx', ['personId'], { where: "(state = 'pending'::text)" })
@Index('deliveries_failed_idx', ['personId'], { where: "((state = 'failed'::text) AND (medium = 'email'::text))" })
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

  /** What it tells; a letter tells several, and what is in the same letter has the same `letterId`. */
  @Index({ where: '(notification_id IS NOT NULL)' })
  @Column({ type: 'uuid', nullable: true })
  notificationId!: string | null;

  @Index({ where: '(letter_id IS NOT NULL)' })
  @Column({ type: 'uuid', nullable: true })
  letterId!: string | null;

  /** When it was first tried to be sent. */
  @Column({ type: 'timestamptz', nullable: true })
  triedAt!: Date | null;

  /** Not before; of what is being sent, after what time nobody will say any more what became of it. */
  @Index('deliveries_due_at_idx', { where: "((state = 'pending'::text) AND (kind <> 'digest'::text))" })
  @Index('deliveries_digests_idx', { where: "((state = 'pending'::text) AND (kind = 'digest'::text))" })
  @Index('deliveries_sending_idx', { where: "(state = 'sending'::text)" })
  @Column({ type: 'timestamptz', nullable: true })
  dueAt!: Date | null;
}
