import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often somebody tried something; written by rate-limiter-flexible, whose columns these are. */
@Entity('tries')
export class Try {
  @PrimaryColumn({ type: 'varchar', length: 255 })
  key!: string;

  @Column({ type: 'integer', default: 0 })
  points!: number;

  @Column({ type: 'bigint', nullable: true })
  expire!: number | null;
}
