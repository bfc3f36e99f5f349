import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Up to which seq of a channel people were told of its messages. */
@Entity('channel_tellings')
export class ChannelTelling {
  @PrimaryColumn({ type: 'uuid' })
  channelId!: string;

  @Column({ type: 'bigint' })
  seq!: number;

  /** People are told nothing more of this channel before then. */
  @Column({ type: 'timestamptz', nullable: true })
  restsUntil!: Date | null;
}
