// From the project's root:
// Pages:  remix vite:build -c web/vite.config.ts   (→ build/web/app/client and build/web/app/server)
// Server: esbuild web/server.ts --bundle --platform=node --format=esm --packages=external --outfile=build/web/server.js
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

const { ASSET_URL } = process.env;

export default defineConfig({
  // With ASSET_URL the pages fetch their scripts, styles and fonts from a CDN; the server must be started with the same one.
  base: ASSET_URL ? `${ASSET_URL.replace(/\/+$/, "")}/` : "/",
  publicDir: "web/public",
  cacheDir: ".cache/vite",
  // The engraver is one large file, fetched only by pages that show notes. Nothing is inlined: the CSP lets no data: fonts through.
  build: { target: "es2022", assetsInlineLimit: 0, chunkSizeWarningLimit: 800 },
  // Found before the first page asks for them: found one by one, the first visit would meet two copies of React.
  optimizeDeps: { entries: ["web/app/entry.client.tsx", "web/app/root.tsx", "web/app/routes/*.tsx"] },
  plugins: [
    remix({
      appDirectory: "web/app",
      buildDirectory: "build/web/app",
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
});
