/** Programs come with a personal token instead of a cookie, over HTTP and at the handshake, and reach less than its owner. */
import { Failure, programMayAsk, type RouteName, type TokenScope } from '@hub/contracts';
import type { IncomingHttpHeaders } from 'node:http';

/** The token in `Authorization: Bearer …`. No page of another site can make a browser send it. */
export function bearerOf({ authorization }: IncomingHttpHeaders): string | undefined {
  return /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
}

/** Rejects with FORBIDDEN where whoever asks is a program and its token is not for this. */
export function checkScope(asker: { scope?: TokenScope }, name: RouteName): void {
  if (asker.scope !== undefined && !programMayAsk(asker.scope, name))
    throw new Failure('FORBIDDEN', `A personal token with the scope ${asker.scope} does not open this.`);
}
