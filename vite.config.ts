import { defineConfig } from "vite";

export default defineConfig({
  root: "dashboard",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "../dist/dashboard",
    emptyOutDir: true,
    target: "es2023",
    // The Content-Security-Policy allows neither inline scripts nor data: scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ["dashboard/index.html", "dashboard/api-docs/index.html"] },
  },
  server: { proxy: { "/api": "http://localhost:8787" } },
});
