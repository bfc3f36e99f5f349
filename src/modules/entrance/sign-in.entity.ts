import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody who asked to be let in by a letter; without a person where nobody has the address. */
@Entity('sign_ins')
// Searched by what it holds, which a decorator cannot say.
@Index('sign_ins_link_hashes_idx', { synchronize: false })
export class SignIn {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Index()
  @Column({ type: 'uuid', nullable: true })
  personId!: string | null;

  /** Of somebody who was invited and has not come yet: the invitation is sent again instead. */
  @Column({ type: 'uuid', nullable: true })
  invitationId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Index()
  @Column({ type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ type: 'bytea', array: true, default: [] })
  codeHashes!: Buffer[];

  @Column({ type: 'bytea', array: true, default: [] })
  linkHashes!: Buffer[];

  @Column({ type: 'integer', default: 0 })
  wrongCodes!: number;

  @Column({ type: 'timestamptz', nullable: true })
  usedAt!: Date | null;
}
