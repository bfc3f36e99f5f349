import type { LocalGovernmentKind, Source } from '@hub/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('local_governments')
export class LocalGovernment {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  kind!: LocalGovernmentKind;

  /** ISO 3166-1 alpha-2. */
  @Column({ type: 'text' })
  country!: string;

  @Column({ type: 'text' })
  timeZone!: string;

  @Column({ type: 'text' })
  source!: Source;
}
