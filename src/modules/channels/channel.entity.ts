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

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', default: '' })
  purpose!: string;

  /** The seq of the channel's latest event; the next one is taken under this row's lock. */
  @Column({ type: 'bigint', default: 0 })
  lastSeq!: number;

  @Column({ type: 'timestamptz', nullable: true })
  archivedAt!: Date | null;
}

/** Who may read and write in a channel. With a current role it is the permission (`currentChannelMembers`); a socket room is only an index of it. */
@Entity('channel_members')
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
}
