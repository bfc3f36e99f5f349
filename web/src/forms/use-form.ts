/** Sending a form: what is wrong is named by field or as a whole, and what was typed stays with the form. */
import { Failure } from '@hub/contracts/failure';
import type { WrongField } from '@hub/contracts';
import { useState } from 'react';
import { useT, withTexts } from '../i18n';

interface Schema {
  safeParse(values: unknown): { success: true } | { success: false; error: unknown };
}

/** A module `*.schema.ts`, loaded when its form is first sent. */
export interface SchemaModule {
  schema: Schema;
  wrongFields(error: never): WrongField[];
}

export interface FormState<Field extends string> {
  busy: boolean;
  /** Worded anew when the reader changes language. */
  problem(field: Field): string | undefined;
  /** Refused as a whole. */
  refused: unknown;
  /** Counts the tries that failed: each leads to the summary, also the second with the same faults. */
  failures: number;
  /** What was said about a field holds no more once it is changed. */
  clear(field: Field): void;
  submit(values: unknown, send: () => Promise<void>): Promise<void>;
}

export function useForm<Field extends string>(
  fields: readonly Field[],
  /** Left out where the hub alone checks: a short form on a slow line. */
  schema?: () => Promise<SchemaModule>,
): FormState<Field> {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<readonly WrongField[]>([]);
  const [refused, setRefused] = useState<unknown>();
  const [failures, setFailures] = useState(0);
  const isOf = (field: Field) => (one: WrongField) => one.path === field || one.path.startsWith(`${field}.`);

  const fail = (found: readonly WrongField[], whole?: unknown) => {
    setWrong(found);
    setRefused(whole);
    setFailures((count) => count + 1);
  };

  return {
    busy,
    refused,
    failures,
    problem: (field) => {
      const found = wrong.find(isOf(field));
      return found && t(`invalid.${found.problem}`, { bound: found.bound ?? 0 });
    },
    clear: (field) => setWrong((before) => before.filter((one) => !isOf(field)(one))),
    submit: async (values, send) => {
      if (busy) return;
      setBusy(true);
      try {
        // What is wrong is worded by texts that nothing but a form needs.
        const found = await withTexts('invalid', schema ? check(schema, values) : Promise.resolve([])).catch(notHere);
        if (found.length > 0) return fail(found);
        setWrong([]);
        setRefused(undefined);
        await send();
      } catch (error) {
        const named = error instanceof Failure ? (error.details.fields ?? []) : [];
        const ours = named.filter((one) => fields.some((field) => isOf(field)(one)));
        fail(ours, ours.length === 0 ? error : undefined);
      } finally {
        setBusy(false);
      }
    },
  };
}

/** Without a line what checks does not come either: the hub is asked, and whether it was reached is what is told. */
const notHere = (): readonly WrongField[] => [];

/** Checks with the schema of the hub, so that both say the same. */
async function check(load: () => Promise<SchemaModule>, values: unknown): Promise<WrongField[]> {
  // Compiling checks to code at run time is what the content security policy forbids; schemas ask when they are made.
  (await import('zod/v4/core')).config({ jitless: true });
  const { schema, wrongFields } = await load();
  const checked = schema.safeParse(values);
  return checked.success ? [] : wrongFields(checked.error as never);
}
