import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import {
  contextRoutes,
  json,
  limitRefusals,
  openReadRefusals,
  permits,
  readRefusals,
} from "../../platform/http.ts";
import { checkFingerprint } from "../commands/fingerprints.ts";
import { CheckedView } from "../contract/fingerprints.ts";
import { checkedAgeMax } from "../terms.ts";

const params = z.object({
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .meta({ description: "SHA-256 in hexadecimal" }),
});

/** Open to all: whoever was handed a report can ask whether it is one. */
export const fingerprintRoutes = contextRoutes().openapi(
  createRoute({
    method: "get",
    path: "/{fingerprint}",
    ...permits("open"),
    tags: ["Reports"],
    summary: "Of which submitted report a SHA-256 is: its canonical JSON or a file made of it",
    description:
      "Drafts and previews have no fingerprint. That of a printed status is not kept: " +
      "`GET /api/projects/{project}/fingerprint` reckons it anew for the moment on its cover.",
    request: { params },
    responses: {
      200: json(CheckedView, "It is genuine, and this became of it"),
      ...openReadRefusals,
      401: readRefusals[401],
      404: readRefusals[404],
      ...limitRefusals,
    },
  }),
  async (c) => {
    const view = await checkFingerprint(c.var, c.req.valid("param").fingerprint);
    // What others may see depends on who asks.
    if (c.var.actor.id === "") c.header("Cache-Control", `public, max-age=${checkedAgeMax}`);
    return c.json(view, 200);
  },
);
