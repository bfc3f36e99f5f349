/** Routes about a person's own data, its erasure, and faults that anybody may report. */
import { z } from 'zod';
import { nothing, type Contract } from './contract.js';
import { Id } from './model.js';
import { Controller, Erased, ErasureRequest, ErasureState, Fault, FaultReport, OwnData, Refusal } from './privacy.js';

const one = z.object({ erasureId: Id });

export const privacyRoutes = {
  'controller.read': {
    summary: 'Who answers for what the hub keeps',
    open: true,
    input: nothing,
    output: Controller,
  },
  'privacy.export': { summary: 'Everything the hub holds about oneself', input: nothing, output: OwnData },
  'erasure.read': { summary: "One's own request to be erased", input: nothing, output: ErasureState },
  'erasure.request': { summary: 'Ask to be erased; once is enough', input: nothing, output: ErasureState },
  'erasure.withdraw': { summary: 'Take the request back while it waits', input: nothing, output: ErasureState },
  'erasure.list': {
    summary: 'Requests that wait, oldest first; for administrators',
    secondFactor: true,
    input: nothing,
    output: z.array(ErasureRequest),
  },
  'erasure.carryOut': {
    summary: 'Erase the person: a pseudonym stands for them, and cannot be undone',
    secondFactor: true,
    input: one,
    output: Erased,
  },
  'erasure.refuse': {
    summary: 'Refuse with a reason that the person reads',
    secondFactor: true,
    input: Refusal,
    output: nothing,
  },
  'request.count': {
    summary: 'How many requests to be erased and faults wait; for administrators',
    input: nothing,
    output: z.object({ waiting: z.int() }),
  },
  'fault.report': {
    summary: 'Tell of something that does not work, with or without an account',
    open: true,
    input: FaultReport,
    output: nothing,
  },
  'fault.list': {
    summary: 'Faults that wait, oldest first; for administrators',
    secondFactor: true,
    input: nothing,
    output: z.array(Fault),
  },
  'fault.settle': {
    summary: 'A fault was looked after',
    secondFactor: true,
    input: z.object({ faultId: Id }),
    output: nothing,
  },
} satisfies Record<string, Contract>;
