import { applyD1Migrations, type D1Migration, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach } from "vitest";

/** Every test makes its own world in an empty database. */
beforeEach(async () => {
  await reset();
  // The binding is set in vitest.config.ts; the project's own Env does not know of it.
  const { DB, MIGRATIONS } = env as Env & { MIGRATIONS: D1Migration[] };
  await applyD1Migrations(DB, MIGRATIONS);
});
