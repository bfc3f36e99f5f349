import type { AnswerSource, Role } from '@hub/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An accepted answer, edited for the next network. Its number is its address for ever. */
@Entity('knowledge_notes')
@Index('knowledge_notes_title_idx', { synchronize: false })
@Index('knowledge_notes_words_idx', { synchronize: false })
export class KnowledgeNote {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'integer', unique: true, generatedIdentity: 'BY DEFAULT' })
  number!: number;

  @Column({ type: 'uuid', unique: true })
  answerId!: string;

  @Index()
  @Column({ type: 'uuid' })
  networkId!: string;

  @Index()
  @Column({ type: 'uuid' })
  authorId!: string;

  /** The author's role when the answer was written. */
  @Column({ type: 'text', nullable: true })
  role!: Role | null;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'text' })
  language!: string;

  @Column({ type: 'jsonb', default: [] })
  sources!: AnswerSource[];

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  publishedAt!: Date;

  /** When its author looks at it again. */
  @Index('knowledge_notes_review_on_idx', { where: '(withdrawn_at IS NULL)' })
  @Column({ type: 'date' })
  reviewOn!: string;

  @Column({ type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;

  @Column({ type: 'text', default: '' })
  withdrawnReason!: string;

  /** Written by a trigger. */
  @Column({ type: 'tsvector', default: '', select: false, insert: false, update: false })
  words!: string;

  /** Written by a trigger. */
  @Column({ type: 'text', default: '', select: false, insert: false, update: false })
  plainTitle!: string;
}

@Entity('note_versions')
export class NoteVersion {
  @PrimaryColumn({ type: 'uuid' })
  noteId!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'jsonb' })
  sources!: AnswerSource[];

  /** What was changed, in a sentence. */
  @Column({ type: 'text', default: '' })
  note!: string;

  @Index()
  @Column({ type: 'uuid' })
  byId!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;
}

@Entity('note_tags')
export class NoteTag {
  @PrimaryColumn({ type: 'uuid' })
  noteId!: string;

  @Index()
  @PrimaryColumn({ type: 'uuid' })
  tagId!: string;
}
