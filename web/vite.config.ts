import react from '@vitejs/plugin-react';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { catalogues } from './plugins/catalogues';
import { compressed } from './plugins/compressed';
import { websocketOnly } from './plugins/websocket-only';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Names of classes are in every page twice, in its styles and its script: five letters are enough. */
const shortName = (name: string) =>
  `c${createHash('sha256').update(name).digest('base64url').replace(/[-_]/g, '').slice(0, 5)}`;

export default defineConfig({
  root: here('.'),
  plugins: [react(), catalogues(here('../locales')), compressed(), websocketOnly()],
  resolve: {
    alias: [
      { find: /^@hub\/(contracts|client)$/, replacement: here('../libs/$1/src/index.ts') },
      { find: /^@hub\/(contracts|client)\/(.+)$/, replacement: here('../libs/$1/src/$2.ts') },
    ],
  },
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    assetsDir: 'assets',
    // A data: address would need its own leave in the content security policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // Every browser that knows light-dark() loads modules ahead by itself.
    modulePreload: { polyfill: false },
    // What each page begins with, for the server to tell.
    manifest: true,
    rolldownOptions: {
      output: {
        // Few larger chunks compress better than many small ones; a page still brings its own.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules\/(react|react-dom|scheduler|@lingui)\/|web\/src\/(i18n|formats|a11y|features\/session\/[\w-]+\.ts|ui\/(?!dialog|menu|save-file|sections))|libs\/client\/src\/call|libs\/contracts\/src\/(failure|often)\./,
            },
            {
              name: 'app',
              // What of the queries only lists of lists use comes with them.
              test: /node_modules\/(@tanstack\/(?!.*\/(useQueries|queriesObserver|useInfiniteQuery|infiniteQueryObserver)\.js)|socket\.io|engine\.io|@socket\.io|idb-keyval|uuid)|libs\/client\/src\/(?!reduce-timeline)/,
            },
            {
              // An icon of one page comes with that page.
              name: 'icons',
              test: /node_modules\/lucide-react/,
              minShareCount: 2,
            },
            {
              // What the topic and the pages around it share: alone they are a dozen small chunks, 6 KB larger together.
              name: 'conversation',
              test: /web\/src\/(router\/|live|keep-fresh|features\/(messages|writing|notifications)\/index|features\/(channels|conversation|messages|networks|notifications|reading|writing)\/((?!index|tools|schema)[\w-]+\.ts$|ui\/(composer|direct-line|bell|message-|outgoing-|plain-|post-|writing|unread-badge)))/,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
  css: { modules: { generateScopedName: (name, file) => shortName(`${name} ${file}`) } },
  server: { proxy: { '/api': { target: 'http://localhost:3000', ws: true } } },
});
