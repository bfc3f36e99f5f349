/**
 * Serves the built web client: every page is index.html, assets are kept by browsers for ever, compressed at build. With
 * the page, whoever comes back is told what it will ask for, so that on a slow line nothing waits to be discovered.
 */
import type { RequestHandler } from 'express';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sirv from 'sirv';
import { EarlyLinks } from './early-links.js';

/** The folder of package.json, from the sources and from the build alike. */
export const projectFolder = findProjectFolder(import.meta.dirname);

/** What is not a page: an unknown one of these is absent instead of showing the start page. */
const notPages = [/^\/api(\/|$)/, /^\/(healthz|readyz|metrics)$/, /^\/assets\//, /\.\w+$/];

/** `isReturning` says by the cookies of a request whether somebody is likely to be signed in. */
export function site(isReturning: (cookies: string | undefined) => boolean): RequestHandler {
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
  return (request, response, next) => {
    // Most of what is asked, and nothing here.
    if (request.path.startsWith('/api/')) {
      next();
      return;
    }
    const isPage = notPages.every((one) => !one.test(request.path));
    if (isPage && isReturning(request.headers.cookie)) response.setHeader('link', early.of(request));
    serve(request, response, next);
  };
}

function findProjectFolder(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findProjectFolder(dirname(folder));
}
