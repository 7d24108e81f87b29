import type { ChangePublication } from "../../worker/publishing/contract.ts";
import { send } from "../shared/api.ts";
import { refresh } from "../shared/query.ts";

/** Changes what is public, and reads the project again, whose version it is. */
export async function changePublication(
  project: string,
  version: number,
  change: ChangePublication,
): Promise<void> {
  await send("PATCH", `/api/projects/${project}/publication`, { body: change, version });
  await refresh(`/api/projects/${project}`);
}
