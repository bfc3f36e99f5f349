/**
 * The OpenID provider of the configuration: the way there, with state, nonce and PKCE, and what comes back. The signature
 * of what it says is checked with its published keys, although it came over its own connection.
 */
import { Failure } from '@hub/contracts';
import { Injectable } from '@nestjs/common';
import * as openid from 'openid-client';
import { Address } from '../../edge/address.js';
import { Config, isLoopback, type OidcConfig } from '../../config.js';
import { Log } from '../../edge/log.js';

export const returnPath = '/api/oidc/return';

/** What is kept here while somebody is at the provider. */
export interface Journey {
  state: string;
  nonce: string;
  verifier: string;
}

export interface Subject {
  issuer: string;
  subject: string;
}

@Injectable()
export class ProviderService {
  private found: Promise<openid.Configuration> | undefined;

  constructor(
    private readonly config: Config,
    private readonly address: Address,
    private readonly log: Log,
  ) {}

  /** How the operator calls it; undefined where there is none. */
  get name(): string | undefined {
    return this.config.oidc?.name;
  }

  async begin(): Promise<Journey & { url: string }> {
    const provider = await this.provider();
    const [state, nonce, verifier] = [openid.randomState(), openid.randomNonce(), openid.randomPKCECodeVerifier()];
    const url = openid.buildAuthorizationUrl(provider, {
      redirect_uri: this.address.of(returnPath),
      // Nothing of a person but which account it is.
      scope: 'openid',
      state,
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return { state, nonce, verifier, url: url.href };
  }

  /** Who came back; undefined where it is not proved. */
  async finish(query: string, { state, nonce, verifier }: Journey): Promise<Subject | undefined> {
    try {
      const provider = await this.provider();
      const answer = await openid.authorizationCodeGrant(provider, new URL(this.address.of(`${returnPath}${query}`)), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = answer.claims();
      return claims && { issuer: claims.iss, subject: claims.sub };
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      this.log.error(
        { error: error instanceof Error ? error.name : typeof error, code },
        'sign-in at the provider failed',
      );
      return undefined;
    }
  }

  /** What the provider publishes of itself, asked for when it is first needed: a hub starts without its provider. */
  private provider(): Promise<openid.Configuration> {
    const { oidc } = this.config;
    if (!oidc) return Promise.reject(new Failure('NOT_FOUND', 'There is nothing here.'));
    this.found ??= discover(oidc).catch((error: unknown) => {
      this.found = undefined;
      this.log.error(
        { error: error instanceof Error ? error.name : typeof error },
        'the OpenID provider does not answer',
      );
      throw new Failure('UNAVAILABLE', 'The OpenID provider does not answer; try again.');
    });
    return this.found;
  }
}

function discover({ issuer, clientId, clientSecret }: OidcConfig): Promise<openid.Configuration> {
  const local = isLoopback(new URL(issuer).hostname);
  return openid.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    execute: [openid.enableNonRepudiationChecks, ...(local ? [openid.allowInsecureRequests] : [])],
  });
}
