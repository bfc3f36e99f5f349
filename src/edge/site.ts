/** Serves the built web client: every page is index.html, assets are kept by browsers for ever, compressed at build. */
import type { RequestHandler } from 'express';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sirv from 'sirv';

/** The folder of package.json, from the sources and from the build alike. */
export const projectFolder = findProjectFolder(import.meta.dirname);

/** What is not a page: an unknown one of these is absent instead of showing the start page. */
const notPages = [/^\/api(\/|$)/, /^\/(healthz|readyz|metrics)$/, /^\/assets\//, /\.\w+$/];

export function site(): RequestHandler {
  const folder = join(projectFolder, 'dist', 'web');
  if (!existsSync(folder)) return (_request, _response, next) => next();
  return sirv(folder, {
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
}

function findProjectFolder(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findProjectFolder(dirname(folder));
}
