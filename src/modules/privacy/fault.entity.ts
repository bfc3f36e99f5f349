import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that did not work for somebody, who may have no account. */
@Entity('faults')
export class Fault {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;

  @Column({ type: 'text' })
  page!: string;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'text' })
  contact!: string;

  @Column({ type: 'timestamptz', nullable: true })
  settledAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  settledBy!: string | null;
}
