/** Making and using a passkey with this browser; what WebAuthn needs is loaded when it is asked for. */
import type { Call } from '@hub/client';
import type { PasskeyCard, SessionState } from '@hub/contracts';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';

/** A passkey belongs to a name; an address made of numbers can have none. */
export function passkeysWork(): boolean {
  return 'PublicKeyCredential' in window && !/^[\d.]+$|:/.test(location.hostname);
}

export async function makePasskey(call: Call, name: string): Promise<PasskeyCard[]> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const options = await call('passkey.options', {});
  const made = await startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON });
  return call('passkey.register', { name, answer: { ...made, response: { ...made.response } } });
}

export async function enterWithPasskey(call: Call): Promise<SessionState> {
  return call('passkey.enter', { answer: await shown(call) });
}

/** The session has its second factor afterwards. */
export async function confirmWithPasskey(call: Call): Promise<void> {
  await call('passkey.confirm', { answer: await shown(call) });
}

async function shown(call: Call) {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const options = await call('passkey.challenge', {});
  const used = await startAuthentication({ optionsJSON: options });
  return { ...used, response: { ...used.response } };
}

/** The device, or whoever holds it, said no. */
export function isCancelled(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError');
}

/** The device has one for this person already. */
export function isKnown(error: unknown): boolean {
  return error instanceof Error && error.name === 'InvalidStateError';
}
