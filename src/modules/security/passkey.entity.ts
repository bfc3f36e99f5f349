import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A key that a person's device or password manager keeps for this hub; here is its public half. */
@Entity('passkeys')
export class Passkey {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Index()
  @Column({ type: 'uuid' })
  personId!: string;

  /** As the device names it, base64url. */
  @Column({ type: 'text', unique: true })
  credentialId!: string;

  @Column({ type: 'bytea' })
  publicKey!: Buffer;

  /** How often it was used, as far as the device counts; one that goes back was copied. */
  @Column({ type: 'bigint' })
  counter!: number;

  @Column({ type: 'text', array: true, default: [] })
  transports!: string[];

  @Column({ type: 'text' })
  name!: string;

  /** Kept on more than one device. */
  @Column({ type: 'boolean' })
  backedUp!: boolean;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;
}

/** What one browser was asked to sign, once and within a few minutes. */
@Entity('passkey_challenges')
export class PasskeyChallenge {
  @PrimaryColumn({ type: 'text' })
  challenge!: string;

  /** SHA-256 of what the browser keeps in a cookie. */
  @Column({ type: 'bytea' })
  browserHash!: Buffer;

  @Column({ type: 'uuid', nullable: true })
  personId!: string | null;

  @Index()
  @Column({ type: 'timestamptz' })
  expiresAt!: Date;
}
