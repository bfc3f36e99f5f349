import type { Locale, Role, Side } from '@hub/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An offer of a role to whoever receives mail at an address. */
@Entity('invitations')
// By its lower-case form, which a decorator cannot say.
@Index('invitations_email_idx', { synchronize: false })
export class Invitation {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  email!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  role!: Role;

  @Index()
  @Column({ type: 'uuid', nullable: true })
  networkId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  partnershipId!: string | null;

  @Column({ type: 'text', nullable: true })
  side!: Side | null;

  @Column({ type: 'uuid', nullable: true })
  seatId!: string | null;

  @Column({ type: 'date', nullable: true })
  untilOn!: string | null;

  @Column({ type: 'text' })
  locale!: Locale;

  /** Null for whoever was invited from the command line. */
  @Column({ type: 'uuid', nullable: true })
  invitedBy!: string | null;

  @Index()
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  acceptedAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  personId!: string | null;
}

/** Each time an invitation is sent. */
@Entity('invitation_letters')
@Index('invitation_letters_link_hashes_idx', { synchronize: false })
export class InvitationLetter {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Index()
  @Column({ type: 'uuid' })
  invitationId!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'bytea', array: true, default: [] })
  linkHashes!: Buffer[];
}
