import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const silo = process.env.SILO ?? 'http://127.0.0.1:5080';

export default defineConfig({
  plugins: [react()],
  resolve: { tsconfigPaths: true },
  build: {
    target: 'es2023',
    // The page's policy admits files only.
    assetsInlineLimit: 0,
    license: { fileName: 'assets/licences.txt' },
    chunkSizeWarningLimit: 1500,
    // The silo embeds what lies in public/ itself, also where the dashboard is not built.
    copyPublicDir: false,
  },
  // npm run dev: the pages from Vite, everything else from a running silo.
  server: { proxy: Object.fromEntries(['/graphql', '/auth', '/imports', '/attachments'].map((path) => [path, { target: silo, changeOrigin: false }])) },
});
