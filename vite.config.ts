import { defineConfig } from "vite";

/**
 * What every page of the dashboard needs comes as one file: in many small ones it compresses far
 * worse. What the API's page shares stays apart, and so does the entry, which waits for others.
 */
function isNeededFirst(id: string, importersOf: (id: string) => readonly string[]): boolean {
  const above = new Set(importersOf(id));
  for (const one of above) for (const importer of importersOf(one)) above.add(importer);
  const isUnder = (entry: string) => [...above].some((one) => one.endsWith(entry));
  return isUnder("/dashboard/main.tsx") && !isUnder("/dashboard/api-docs/main.tsx");
}

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
    rolldownOptions: {
      input: [
        "dashboard/index.html",
        "dashboard/api-docs/index.html",
        // The Worker's own pages: they find it by its name.
        "dashboard/publishing/public.css",
      ],
      output: {
        assetFileNames: ({ names }) =>
          names.includes("public.css") ? "public.css" : "assets/[name]-[hash][extname]",
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              debugName: "first",
              name: (id, modules) =>
                isNeededFirst(id, (one) => modules.getModuleInfo(one)?.importers ?? [])
                  ? "first"
                  : null,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": "http://localhost:8787" } },
});
