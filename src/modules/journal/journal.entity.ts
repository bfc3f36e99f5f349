import type { ChannelEvent as ToldOfChannel, UserEvent as ToldToPerson } from '@hub/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One change of a channel, in the channel's order. It holds no text: readers join today's state. */
@Entity('channel_events')
export class ChannelEvent {
  @PrimaryColumn({ type: 'uuid' })
  channelId!: string;

  @PrimaryColumn({ type: 'bigint' })
  seq!: number;

  @Column({ type: 'text' })
  kind!: ToldOfChannel['kind'];

  /** The message, topic, channel or person that it is about. */
  @Column({ type: 'uuid' })
  subjectId!: string;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}

/** What concerned one person, in that person's order. */
@Entity('user_events')
export class UserEvent {
  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  @PrimaryColumn({ type: 'bigint' })
  seq!: number;

  @Column({ type: 'text' })
  kind!: ToldToPerson['kind'];

  @Column({ type: 'jsonb' })
  subject!: object;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
