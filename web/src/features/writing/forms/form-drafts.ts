/**
 * What a person has begun to write in a form, with what stood there when it was begun, kept on this device until it is
 * saved. Like drafts of messages they are kept by person, and go when that person signs out.
 */
import { keysOf, type DraftStorage } from '../drafts';

export type FormValues = Record<string, string>;

export interface FormDraft {
  /** What stood in the form when it was begun: what somebody else changed since is told apart by it. */
  base: FormValues;
  values: FormValues;
}

export class FormDrafts {
  private readonly prefix: string;

  constructor(
    private readonly storage: () => DraftStorage,
    personId: string,
  ) {
    this.prefix = `form:${personId}:`;
  }

  /** Undefined where nothing, or nothing readable, is kept. */
  read(form: string): FormDraft | undefined {
    try {
      const value: unknown = JSON.parse(this.storage().getItem(this.prefix + form) ?? 'null');
      return isFormDraft(value) ? value : undefined;
    } catch {
      return undefined;
    }
  }

  /** A form in which everything is as it was leaves nothing. */
  write(form: string, { base, values }: FormDraft): void {
    const begun = Object.keys({ ...base, ...values }).some((field) => (values[field] ?? '') !== (base[field] ?? ''));
    if (!begun) return this.remove(form);
    try {
      this.storage().setItem(this.prefix + form, JSON.stringify({ base, values }));
    } catch {
      // A device that refuses to keep it still lets it be saved.
    }
  }

  remove(form: string): void {
    try {
      this.storage().removeItem(this.prefix + form);
    } catch {
      // Then there is none.
    }
  }

  /** How many forms have been begun and not been saved. */
  begun(): number {
    return this.all().length;
  }

  forget(): void {
    for (const form of this.all()) this.remove(form);
  }

  private all(): string[] {
    return keysOf(this.storage, this.prefix);
  }
}

function isFormDraft(value: unknown): value is FormDraft {
  const { base, values } = (value ?? {}) as Record<string, unknown>;
  return [base, values].every(
    (part) =>
      typeof part === 'object' && part !== null && Object.values(part).every((text) => typeof text === 'string'),
  );
}
