/** The session cookie: opaque, for our own pages only, and bound to https where people come by https. */
import { parse, serialize } from 'cookie';

export const cookieName = (secure: boolean): string => (secure ? '__Host-hub' : 'hub');

export function readToken(header: string | undefined, secure: boolean): string | undefined {
  return header === undefined ? undefined : parse(header)[cookieName(secure)];
}

export function tokenCookie(token: string, secure: boolean, maxAge: number): string {
  return serialize(cookieName(secure), token, { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge });
}
