import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vite';

const silo = process.env.SILO ?? 'http://127.0.0.1:5080';

export default defineConfig({
  plugins: [
    react(),
    // What keeps the program on a device (src/app/sw.ts). The manifest is a file of public/, the page registers it itself: its policy
    // admits no script within.
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/app',
      filename: 'sw.ts',
      injectRegister: false,
      manifest: false,
      injectManifest: {
        globPatterns: ['index.html', 'assets/*.{js,css,svg}'],
        // Charts and workbooks are for the desk.
        globIgnores: ['assets/*echarts*', 'assets/xlsx-*'],
        maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
        dontCacheBustURLsMatching: /^assets\//,
        // The silo serves the page at /, with a nonce of its own each time.
        manifestTransforms: [
          (entries) => ({ manifest: entries.map((entry) => ({ ...entry, url: entry.url === 'index.html' ? '/' : `/${entry.url}` })) }),
        ],
      },
    }),
  ],
  resolve: { tsconfigPaths: true },
  build: {
    target: 'es2023',
    // The page's policy admits files only.
    assetsInlineLimit: 0,
    license: { fileName: 'assets/licences.txt' },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every page has is one file, with what it rests on: compressed together it is smaller, and a few lines that many pages
            // share cost no file each.
            { name: 'base', test: /src[\\/]\w+[\\/](path|filters|agencyNames|sectionNames|Page|Standing)\.tsx?$/ },
          ],
        },
      },
    },
    // The silo embeds what lies in public/ itself, also where the dashboard is not built.
    copyPublicDir: false,
  },
  // npm run dev: the pages from Vite, everything else from a running silo.
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/auth', '/imports', '/attachments'].map((path) => [path, { target: silo, changeOrigin: false }]),
    ),
  },
});
