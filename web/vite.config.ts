import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { catalogues } from './plugins/catalogues';
import { compressed } from './plugins/compressed';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  plugins: [react(), catalogues(here('../locales')), compressed()],
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
  },
  server: { proxy: { '/api': { target: 'http://localhost:3000', ws: true } } },
});
