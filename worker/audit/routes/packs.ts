import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { contextRoutes, json, limitRefusals, permits, readRefusals } from "../../platform/http.ts";
import { takePack, tellPack } from "../commands/packs.ts";
import { ContentsQuery, PackContents, PackQuery } from "../contract/packs.ts";
import { packEntries } from "../formats/pack.ts";
import { zipOf } from "../formats/zip.ts";

const params = z.object({ project: z.string().max(60), number: z.string().regex(/^\d{1,4}$/) });
const tags = ["Reports"];
// A file is made anew each time it is taken, so there is nothing that has not been modified.
const { 304: _notModified, ...fileRefusals } = readRefusals;

/** What an auditor is handed. */
export const packRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/reports/{number}/pack/contents",
      ...permits("progress.notes"),
      tags,
      summary: "What the evidence pack of an edition would hold, and in how many parts",
      request: { params, query: ContentsQuery },
      responses: { 200: json(PackContents, "Its contents"), ...readRefusals },
    }),
    async (c) => {
      const { project, number } = c.req.valid("param");
      const { edition } = c.req.valid("query");
      return c.json(await tellPack(c.var, { project, report: Number(number), edition }), 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/reports/{number}/pack",
      ...permits("progress.notes"),
      tags,
      summary:
        "A part of the evidence pack: the report, its facts, all evidence, and a check of it",
      request: { params, query: PackQuery },
      responses: {
        200: {
          description: "A ZIP that can be read and checked without the service",
          content: { "application/zip": { schema: z.string().meta({ format: "binary" }) } },
        },
        ...fileRefusals,
        ...limitRefusals,
      },
    }),
    async (c) => {
      const { project, number } = c.req.valid("param");
      const { edition, part } = c.req.valid("query");
      const pack = await takePack(c.var, { project, report: Number(number), edition, part });
      const { about } = pack;
      const name = [project, "report", number, "edition", about.edition, "pack"].join("-");
      const end = about.parts > 1 ? `-${part}-of-${about.parts}` : "";
      c.header("Content-Type", "application/zip");
      c.header("Content-Disposition", `attachment; filename="${name}${end}.zip"`);
      c.header("Cache-Control", "private, no-store");
      return c.body(await zipOf(packEntries(pack), about.asOf), 200);
    },
  );
