/** A job: its topic in the outbox and what its payload holds. Declared beside its one handler. */
import { SetMetadata } from '@nestjs/common';

export interface JobDefinition<Payload extends object> {
  readonly topic: string;
  /** Only there for its type. */
  readonly payload?: Payload;
}

export function job<Payload extends object>(topic: string): JobDefinition<Payload> {
  return { topic };
}

export const handlesKey = Symbol('handles');

/** The method carries out this job. It may run twice, so it does nothing the second time. */
export function Handles<Payload extends object>(definition: JobDefinition<Payload>) {
  return (target: object, key: string, descriptor: TypedPropertyDescriptor<(payload: Payload) => Promise<void>>) =>
    SetMetadata(handlesKey, definition.topic)(target, key, descriptor);
}
