import type { ChannelKind } from '@hub/contracts';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('channels')
@Unique(['networkId', 'slug'])
export class Channel {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  networkId!: string;

  @Index()
  @Column({ type: 'uuid', nullable: true })
  partnershipId!: string | null;

  @Column({ type: 'text' })
  kind!: ChannelKind;

  @Column({ type: 'text' })
  slug!: string;

  /** Empty for a direct conversation, which has the name of whoever else is in it. */
  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', default: '' })
  purpose!: string;

  /** The seq of the channel's latest event; the next one is taken under this row's lock. */
  @Column({ type: 'bigint', default: 0 })
  lastSeq!: number;

  /** Its texts never leave the hub by mail, digest or push. */
  @Column({ type: 'boolean', default: false })
  sensitive!: boolean;

  @Column({ type: 'uuid', nullable: true })
  createdBy!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  archivedAt!: Date | null;

  /** Closed together with its network or its partnership, and open again with it; null where people closed it. */
  @Column({ type: 'text', nullable: true })
  archivedWith!: 'network' | 'partnership' | null;
}

/**
 * A person's place in a channel, kept when it ends. With a current role it is the permission to read
 * (`current_channel_members`); a socket room is only an index of it.
 */
@Entity('channel_members')
@Index(['personId', 'channelId'], { where: 'left_at IS NULL' })
export class ChannelMember {
  @PrimaryColumn({ type: 'uuid' })
  channelId!: string;

  @Index()
  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  /** `role`: follows a membership; `hand`: somebody added them. */
  @Column({ type: 'text' })
  origin!: 'role' | 'hand';

  @Column({ type: 'timestamptz', default: () => 'now()' })
  joinedAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  leftAt!: Date | null;

  /** With the role that opened it (and back with it), by themselves, or taken out by hand. */
  @Column({ type: 'text', nullable: true })
  leftHow!: 'role' | 'self' | 'hand' | null;

  @Column({ type: 'timestamptz', nullable: true })
  mutedAt!: Date | null;

  /** What had been said by then does not count as unread. */
  @Column({ type: 'bigint', default: 0 })
  readFromSeq!: number;
}

/** The roles that open every channel of a kind, of the network or, where the channel has one, of its partnership. */
@Entity('channel_kind_roles')
export class ChannelKindRole {
  @PrimaryColumn({ type: 'text' })
  kind!: ChannelKind;

  @PrimaryColumn({ type: 'text' })
  role!: string;
}

/** When places were compared with roles last, and how often; one row. */
@Entity('enrolment')
export class Enrolment {
  @PrimaryColumn({ type: 'boolean', default: true })
  onlyRow!: boolean;

  @Column({ type: 'date' })
  comparedOn!: string;

  @Column({ type: 'bigint', default: 0 })
  comparisons!: number;
}

/** A change that roles may follow from, until places are compared. */
@Entity('enrolment_changes')
export class EnrolmentChange {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: number;
}
