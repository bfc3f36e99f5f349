/**
 * A kind of job: its topic in the outbox, what its payload holds, and how it is tried. Each is declared once, and has
 * exactly one handler.
 */
import { SetMetadata } from '@nestjs/common';
import type { z } from 'zod';

export interface JobOptions<Payload extends object> {
  /** What it is about: ids, never texts. */
  payload: z.ZodType<Payload>;
  /** How often it is tried before it is given up. */
  attempts?: number;
  /** Of what is promised with the same key at nearly the same time, only the latest is carried out. */
  dedupe?(payload: Payload): string;
}

export interface JobDefinition<Payload extends object = object> extends JobOptions<Payload> {
  readonly topic: string;
  readonly attempts: number;
}

export const usualAttempts = 5;
const declared = new Map<string, JobDefinition>();

export function job<Payload extends object>(topic: string, options: JobOptions<Payload>): JobDefinition<Payload> {
  if (declared.has(topic)) throw new Error(`The job ${topic} is declared twice.`);
  const definition = { attempts: usualAttempts, ...options, topic };
  declared.set(topic, definition);
  return definition;
}

/** Every kind that the hub knows, by topic. */
export function declaredJobs(): ReadonlyMap<string, JobDefinition> {
  return declared;
}

/** Thrown by a handler for what has to wait: the job is carried out from that moment on, as if it had been promised then. */
export class NotBefore extends Error {
  constructor(readonly at: Date) {
    super('It is too early.');
  }
}

export const handlesKey = Symbol('handles');

/** The method carries out this job. It may run twice, so it does nothing the second time. */
export function Handles<Payload extends object>(definition: JobDefinition<Payload>) {
  return (target: object, key: string, descriptor: TypedPropertyDescriptor<(payload: Payload) => Promise<void>>) =>
    SetMetadata(handlesKey, definition.topic)(target, key, descriptor);
}
