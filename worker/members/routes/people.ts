import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { PersonView } from "../../identity/contract/account.ts";
import { dateInHelsinki } from "../../kernel/instant.ts";
import {
  contextRoutes,
  json,
  keyHeader,
  limitRefusals,
  permits,
  readRefusals,
  writeRefusals,
  written,
} from "../../platform/http.ts";
import { erasePerson } from "../commands/erase.ts";
import { takeOwnData } from "../commands/own-data.ts";
import { OwnData } from "../contract.ts";

export const ownDataRoutes = contextRoutes().openapi(
  createRoute({
    method: "get",
    path: "/data",
    ...permits("account.manage"),
    tags: ["Account"],
    summary: "Everything that is stored on the one who asks, as a file (GDPR art. 15 and 20)",
    responses: { 200: json(OwnData, "A file"), ...readRefusals, ...limitRefusals },
  }),
  async (c) => {
    const name = `etappi-${dateInHelsinki(c.var.now)}.json`;
    c.header("Content-Disposition", `attachment; filename="${name}"`);
    c.header("Cache-Control", "no-store");
    return c.json(await takeOwnData(c.var), 200);
  },
);

export const eraseRoutes = contextRoutes().openapi(
  createRoute({
    method: "post",
    path: "/{person}/erase",
    ...permits("person.manage"),
    tags: ["Administration"],
    summary: "Erases a person; the pseudonym stays in the history",
    request: { params: z.object({ person: z.string().max(60) }), headers: keyHeader },
    responses: { 200: json(PersonView, "Erased"), ...writeRefusals },
  }),
  async (c) => c.json(written(c, await erasePerson(c.var, c.req.valid("param").person)), 200),
);
