import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('projects')
export class Project {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Index()
  @Column({ type: 'uuid' })
  partnershipId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  challenge!: string;

  @Column({ type: 'text', array: true })
  aims!: string[];

  /** Numbered targets of the Global Goals, at most three, e.g. `16.7`. */
  @Column({ type: 'text', array: true })
  sdgTargets!: string[];

  @Column({ type: 'date' })
  startsOn!: string;

  @Column({ type: 'date' })
  endsOn!: string;
}
