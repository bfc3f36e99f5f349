/** Everything an operator can set, parsed once; nothing else reads the environment. */
import { z } from 'zod';

const url = (...protocols: string[]) =>
  z.url({
    protocol: new RegExp(`^(${protocols.join('|')})$`),
    error: `must be a ${protocols.join(':// or ')}:// address`,
  });

const flag = z.enum(['true', 'false'], { error: 'must be true or false' }).transform((text) => text === 'true');

const Environment = z.object({
  HUB_DATA: z.string().min(1).default('./data'),
  HUB_ROLES: z
    .string()
    .default('api,worker')
    .transform((text) => text.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(['api', 'worker'], { error: 'must be api, worker or api,worker' })).min(1)),
  DATABASE_URL: url('postgres', 'postgresql').optional(),
  REDIS_URL: url('redis', 'rediss').optional(),
  SMTP_URL: url('smtp', 'smtps').optional(),
  MAIL_FROM: z.email({ error: 'must be an e-mail address' }).optional(),
  PUBLIC_URL: url('https', 'http').optional(),
  HOST: z.string().min(1).optional(),
  PORT: z.coerce
    .number({ error: 'must be a number' })
    .int({ error: 'must be a whole number' })
    .min(0, { error: 'must be at least 0' })
    .max(65_535, { error: 'must be at most 65535' })
    .default(3000),
  METRICS_TOKEN: z.string().min(16, { error: 'must be at least 16 characters' }).optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'must be fatal, error, warn, info, debug or silent',
    })
    .default('info'),
  /** How many proxies in front of the hub may name the client's address. */
  TRUSTED_PROXIES: z.coerce.number({ error: 'must be a number' }).int().min(0).max(8).default(0),
  HUB_DEMONSTRATION: flag.optional(),
  HUB_OPERATOR: z.string().trim().min(1).max(200).optional(),
  HUB_CONTACT: z.email({ error: 'must be an e-mail address' }).optional(),
  OIDC_ISSUER: url('https', 'http').optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).max(60, { error: 'must be at most 60 characters' }).optional(),
});

/** The OpenID provider at which people may sign in. */
export interface OidcConfig {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people call it. */
  name: string;
}

export class Config {
  readonly dataFolder!: string;
  readonly roles!: readonly ('api' | 'worker')[];
  readonly databaseUrl!: string | undefined;
  readonly redisUrl!: string | undefined;
  readonly smtpUrl!: string | undefined;
  /** Who letters come from. */
  readonly mailFrom!: string;
  /** Where people reach the hub, without a slash at the end; undefined while it only serves this machine. */
  readonly publicUrl!: string | undefined;
  /** Cookies are bound to https when people come by https. */
  readonly secure!: boolean;
  readonly host!: string;
  readonly port!: number;
  readonly metricsToken!: string | undefined;
  readonly logLevel!: string;
  readonly trustedProxies!: number;
  /** Whether an empty hub is filled with invented data. */
  readonly demonstration!: boolean;
  /** Who answers for what the hub keeps, and how they are reached; the privacy notice names them. */
  readonly operator!: string | undefined;
  readonly contact!: string | undefined;
  readonly oidc!: OidcConfig | undefined;
}

/** A wrong value, in one sentence meant for the operator. */
export class ConfigRefusal extends Error {}

export function parseConfig(environment: Record<string, string | undefined>): Config {
  // An empty variable is how shells and compose files say "not set".
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ConfigRefusal(
      `${String(issue?.path[0])} ${issue?.message}; it is ${JSON.stringify(given[String(issue?.path[0])])}.`,
    );
  }
  const env = parsed.data;
  const publicUrl = env.PUBLIC_URL?.replace(/\/+$/, '');
  const secure = publicUrl?.startsWith('https:') ?? false;
  if (publicUrl !== undefined && !secure && !isLoopback(new URL(publicUrl).hostname))
    throw new ConfigRefusal(
      'PUBLIC_URL must be https unless it is this machine itself: sessions would travel unprotected.',
    );
  const host = env.HOST ?? '127.0.0.1';
  if (publicUrl === undefined && !isLoopback(host))
    throw new ConfigRefusal('PUBLIC_URL must say how people reach the hub when HOST is not this machine alone.');
  const demonstration = env.HUB_DEMONSTRATION ?? env.DATABASE_URL === undefined;
  if (demonstration && env.DATABASE_URL !== undefined)
    throw new ConfigRefusal(
      'HUB_DEMONSTRATION cannot be true with DATABASE_URL: invented data stays on the embedded database.',
    );
  const config: Config = {
    dataFolder: env.HUB_DATA,
    roles: [...new Set(env.HUB_ROLES)],
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM ?? `samverka@${publicUrl === undefined ? 'localhost' : new URL(publicUrl).hostname}`,
    publicUrl,
    secure,
    host,
    port: env.PORT,
    metricsToken: env.METRICS_TOKEN,
    logLevel: env.LOG_LEVEL,
    trustedProxies: env.TRUSTED_PROXIES,
    demonstration,
    operator: env.HUB_OPERATOR,
    contact: env.HUB_CONTACT,
    oidc: oidcOf(env),
  };
  return Object.assign(new Config(), config);
}

function oidcOf(env: z.infer<typeof Environment>): OidcConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = env;
  const given = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name };
  const missing = Object.entries(given).flatMap(([key, value]) => (value === undefined ? [key] : []));
  if (missing.length === Object.keys(given).length) return undefined;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined || name === undefined)
    throw new ConfigRefusal(`The four OIDC variables come together or not at all; ${missing.join(', ')} is not set.`);
  const { protocol, hostname, pathname } = new URL(issuer);
  if (protocol !== 'https:' && !isLoopback(hostname))
    throw new ConfigRefusal('OIDC_ISSUER must be https unless it is this machine itself.');
  // An issuer that stands for every tenant proves nothing about who runs an account.
  if (/^\/(common|organizations|consumers)(\/|$)/.test(pathname))
    throw new ConfigRefusal(
      'OIDC_ISSUER must name one tenant, as in https://login.microsoftonline.com/<tenant id>/v2.0.',
    );
  return { issuer, clientId, clientSecret, name };
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname === '::1' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
