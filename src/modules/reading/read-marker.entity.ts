import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How far a person has read a topic: within an epoch the furthest; marking as unread begins a new one. */
@Entity('read_markers')
export class ReadMarker {
  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  @Index()
  @PrimaryColumn({ type: 'uuid' })
  topicId!: string;

  @Column({ type: 'integer' })
  epoch!: number;

  @Column({ type: 'bigint' })
  seq!: number;
}
