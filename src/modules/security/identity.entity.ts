import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** An account at an OpenID provider. It is who its issuer says by subject; what e-mail address the provider names is never looked at. */
@Entity('identities')
@Unique('identities_issuer_subject_key', ['issuer', 'subject'])
export class Identity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Index()
  @Column({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'text' })
  issuer!: string;

  @Column({ type: 'text' })
  subject!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;
}

/** Somebody went to the provider and is not back yet. */
@Entity('identity_attempts')
export class IdentityAttempt {
  @PrimaryColumn({ type: 'text' })
  state!: string;

  /** SHA-256 of what the browser keeps in a cookie. */
  @Column({ type: 'bytea' })
  browserHash!: Buffer;

  @Column({ type: 'text' })
  nonce!: string;

  @Column({ type: 'text' })
  verifier!: string;

  @Column({ type: 'uuid', nullable: true })
  sessionId!: string | null;

  @Index()
  @Column({ type: 'timestamptz' })
  expiresAt!: Date;
}
