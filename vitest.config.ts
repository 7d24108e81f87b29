import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

// Works without network: the runtime would otherwise ask Cloudflare where it is.
process.env["CLOUDFLARE_CF_FETCH_ENABLED"] ??= "false";

const MIGRATIONS = await readD1Migrations("drizzle");

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: "pure", include: ["test/*.test.ts", "test/**/domain.test.ts"] },
      },
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: "wrangler.toml", environment: "demonstration" },
            miniflare: { bindings: { MIGRATIONS } },
          }),
        ],
        test: {
          name: "worker",
          include: ["test/**/api.test.ts"],
          setupFiles: ["test/support/migrate.ts"],
          // The county's sign-in and a mail server.
          globalSetup: ["test/support/outside.ts"],
          // Sixteen writers on a machine that does other things too take their time.
          testTimeout: 60_000,
          // One runtime for all files: starting one for each would take seconds a file.
          isolate: false,
          maxWorkers: 1,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/*.test.ts"],
          globalSetup: ["test/support/built.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
        },
      },
      {
        test: {
          name: "programs",
          include: ["test/programs/*.test.ts"],
          // LibreOffice, poppler and libxml2 open what is written.
          globalSetup: ["test/support/programs.ts"],
          testTimeout: 240_000,
          maxWorkers: 1,
        },
      },
    ],
  },
});
