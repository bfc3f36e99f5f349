import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An end of a role that its holder was, or is being, told of. */
@Entity('ending_warnings')
export class EndingWarning {
  @PrimaryColumn({ type: 'uuid' })
  membershipId!: string;

  /** As it stood then. */
  @PrimaryColumn({ type: 'date' })
  untilOn!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  warnedAt!: Date;
}
