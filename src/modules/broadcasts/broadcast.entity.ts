import type { Audience, BroadcastStatus, NotSentReason, Side } from '@hub/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One text to many. What it says stands in its versions, so that a correction keeps what was corrected. */
@Entity('broadcasts')
export class Broadcast {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  authorId!: string;

  @Column({ type: 'jsonb' })
  audience!: Audience;

  @Column({ type: 'text' })
  status!: BroadcastStatus;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ type: 'boolean', default: false })
  acknowledge!: boolean;

  @Column({ type: 'date', nullable: true })
  acknowledgeBy!: string | null;

  @Index('broadcasts_scheduled_for_idx', { where: "(status = 'scheduled'::text)" })
  @Column({ type: 'timestamptz', nullable: true })
  scheduledFor!: Date | null;

  @Column({ type: 'text', nullable: true })
  scheduledZone!: string | null;

  /** Why it was not sent when its moment came; null once somebody has attended to it. */
  @Column({ type: 'jsonb', nullable: true })
  notSent!: { reason: NotSentReason; at: string } | null;

  @Column({ type: 'timestamptz', nullable: true })
  sentAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  topicId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  changedAt!: Date;
}

@Entity('broadcast_networks')
export class BroadcastNetwork {
  @PrimaryColumn({ type: 'uuid' })
  broadcastId!: string;

  @Index()
  @PrimaryColumn({ type: 'uuid' })
  networkId!: string;
}

@Entity('broadcast_versions')
export class BroadcastVersion {
  @PrimaryColumn({ type: 'uuid' })
  broadcastId!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'uuid' })
  authorId!: string;

  /** What was corrected, in a sentence; empty in the first. */
  @Column({ type: 'text', default: '' })
  note!: string;

  /** Whether those who had acknowledged are asked again. */
  @Column({ type: 'boolean', default: false })
  again!: boolean;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;
}

@Entity('broadcast_texts')
export class BroadcastText {
  @PrimaryColumn({ type: 'uuid' })
  broadcastId!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @PrimaryColumn({ type: 'text' })
  language!: string;

  @Column({ type: 'integer', default: 0 })
  position!: number;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  body!: string;
}

@Entity('broadcast_recipients')
export class BroadcastRecipient {
  @PrimaryColumn({ type: 'uuid' })
  broadcastId!: string;

  @Index()
  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'timestamptz', nullable: true })
  acknowledgedAt!: Date | null;

  @Column({ type: 'integer', nullable: true })
  acknowledgedVersion!: number | null;

  @Column({ type: 'text', nullable: true })
  acknowledgedBy!: 'hub' | 'mail' | null;

  @Column({ type: 'integer', default: 0 })
  reminders!: number;

  @Column({ type: 'timestamptz', nullable: true })
  remindedAt!: Date | null;
}

/** On which side a recipient stood when it was sent. */
@Entity('broadcast_sides')
export class BroadcastSide {
  @PrimaryColumn({ type: 'uuid' })
  broadcastId!: string;

  @PrimaryColumn({ type: 'uuid' })
  partnershipId!: string;

  @PrimaryColumn({ type: 'text' })
  side!: Side;

  @PrimaryColumn({ type: 'uuid' })
  personId!: string;
}
