/**
 * Serves the built web client: every page is index.html, assets are kept by browsers for ever, compressed at build. With
 * the page, whoever comes back is told what it will load and what it will ask first, so that on a slow line nothing
 * waits to be discovered.
 */
import type { Request, RequestHandler, Response } from 'express';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sirv from 'sirv';
import { EarlyLinks } from './early-links.js';

/** The folder of package.json, from the sources and from the build alike. */
export const projectFolder = findProjectFolder(import.meta.dirname);

/** What is not a page: an unknown one of these is absent instead of showing the start page. */
const notPages = [/^\/api(\/|$)/, /^\/(healthz|readyz|metrics)$/, /^\/assets\//, /\.\w+$/];

/** What the start of a page asks, and how the hub answers. */
export interface Visitors {
  /** Whether, by the cookies of a request, somebody is likely to be signed in. */
  isReturning: (cookies: string | undefined) => boolean;
  /** What this page would ask first, by path; never rejects. */
  firstAnswers: (request: Request) => Promise<Record<string, unknown>>;
}

/** How long a page waits for what would come with it, which it can ask for itself, ms. */
const patienceMs = 1_000;

export function site({ isReturning, firstAnswers }: Visitors): RequestHandler {
  const folder = join(projectFolder, 'dist', 'web');
  if (!existsSync(folder)) return (_request, _response, next) => next();
  const serve = sirv(folder, {
    single: true,
    ignores: notPages,
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response, pathname) => {
      const hashed = pathname.startsWith('/assets/');
      response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  }) as RequestHandler;
  const early = new EarlyLinks(folder);
  const [start = '', end = ''] = readFileSync(join(folder, 'index.html'), 'utf8').split(/(?=<\/body>)/);
  const withAnswers = async (request: Request, response: Response) => {
    response.setHeader('link', early.of(request));
    // It holds what one person may read: no history on a shared computer keeps it.
    response.setHeader('cache-control', 'no-store');
    response.type('html').write(start);
    // The browser begins with what it was told to load, meanwhile.
    response.flush();
    const answers = JSON.stringify(await soon(firstAnswers(request))).replaceAll('<', '\\u003c');
    response.end(`<script type="application/json" id="answers">${answers}</script>${end}`);
  };
  return (request, response, next) => {
    // Most of what is asked, and nothing here.
    if (request.path.startsWith('/api/')) {
      next();
      return;
    }
    const isPage = notPages.every((one) => !one.test(request.path));
    if (isPage && request.method === 'GET' && isReturning(request.headers.cookie))
      withAnswers(request, response).catch(next);
    else serve(request, response, next);
  };
}

function findProjectFolder(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findProjectFolder(dirname(folder));
}

/** Nothing where there is no answer yet. */
async function soon(answers: Promise<object>): Promise<object> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<object>((resolve) => (timer = setTimeout(resolve, patienceMs, {})));
  return Promise.race([answers, late]).finally(() => clearTimeout(timer));
}
