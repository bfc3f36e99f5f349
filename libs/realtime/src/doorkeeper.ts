/** Who may enter and what they may ask, both found by the app. */
import type { CommandName, Reply } from '@hub/contracts';
import type { IncomingMessage } from 'node:http';

/** Rejects with a `Failure` when nobody may enter. `auth` is what the client said beside its headers. */
export abstract class Doorkeeper {
  abstract admit(request: IncomingMessage, auth: unknown): Promise<Admission>;

  /** Those of these sessions that would still be let in, as they would be now. */
  abstract readmit(sessionIds: string[]): Promise<Admission[]>;

  /** A cheap look at many: which of these sessions are over, and a mark that is another one once anybody's roles changed. */
  abstract standing(sessionIds: string[]): Promise<{ ended: string[]; mark: string }>;

  /** Somebody uses these sessions of sockets; told of each at most every few minutes. */
  abstract seen(sessionIds: string[]): Promise<void>;
}

export interface Admission {
  personId: string;
  sessionId: string;
  /** Where the person's own events end. */
  head: number;
  channelIds: string[];
  /** What services take as their first argument. */
  actor: object;
}

/** Carries out commands. Never rejects. */
export abstract class Answerer {
  abstract answer(name: CommandName, payload: unknown, actor: object): Promise<Reply<unknown>>;
}
