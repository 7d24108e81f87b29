import { PUBLIC_PARTS } from "../../worker/projects/terms.ts";
import type { ChangePublication, PublicationView } from "../../worker/publishing/contract.ts";
import { ok } from "./answers.ts";
import type { Client } from "./world.ts";

const path = "/api/projects/demo/publication";

/** Publishes `demo`, with all parts where nothing else is said. */
export async function publish(by: Client, change: ChangePublication = {}) {
  const { version } = await ok<PublicationView>(await by.get(path));
  const chosen = { visibility: "public", parts: PUBLIC_PARTS, ...change };
  return ok<PublicationView>(await by.send("PATCH", path, chosen, { version }));
}

/** Takes its public page down. */
export const unpublish = (by: Client) => publish(by, { visibility: "internal" });
