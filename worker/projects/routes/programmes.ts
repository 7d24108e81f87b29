import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { page } from "../../kernel/shapes.ts";
import {
  contextRoutes,
  ifMatch,
  json,
  jsonBody,
  keyHeader,
  listed,
  locationOf,
  pageOf,
  permits,
  readRefusals,
  versioned,
  versionHeaders,
  versionRefusals,
  writeRefusals,
  written,
} from "../../platform/http.ts";
import { changeProgramme, createProgramme } from "../commands/programmes.ts";
import {
  ChangeProgramme,
  CreateProgramme,
  ProgrammeList,
  ProgrammeView,
} from "../contract/programmes.ts";
import { listProgrammes, loadProgramme } from "../queries/programmes.ts";

const params = z.object({ programme: z.string().max(60) });
const query = z.object(page);

export const programmeRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/",
      ...permits("programme.view"),
      tags: ["Programmes"],
      summary: "The programmes that fund projects",
      request: { query },
      responses: { 200: json(ProgrammeList, "A page of programmes"), ...readRefusals },
    }),
    async (c) => {
      const { after, limit } = pageOf(c.req.valid("query"));
      const rows = await listProgrammes(c.var, { after, limit: limit + 1 });
      return c.json(
        listed(rows, limit, ({ slug }) => slug),
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/",
      ...permits("programme.manage"),
      tags: ["Programmes"],
      summary: "Creates a programme",
      request: { headers: keyHeader, body: jsonBody(CreateProgramme) },
      responses: { 201: json(ProgrammeView, "Created"), ...writeRefusals },
    }),
    async (c) => {
      const answer = await createProgramme(c.var, c.req.valid("json"));
      c.header("Location", locationOf(c, answer.body));
      return c.json(written(c, answer), 201);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{programme}",
      ...permits("programme.view"),
      tags: ["Programmes"],
      summary: "One programme: funder, visibility text, report calendar, retention",
      request: { params },
      responses: { 200: json(ProgrammeView, "The programme"), ...readRefusals },
    }),
    async (c) => {
      const { hash: _hash, ...view } = await loadProgramme(c.var, c.req.valid("param").programme);
      return c.json(versioned(c, view), 200);
    },
  )
  .openapi(
    createRoute({
      method: "patch",
      path: "/{programme}",
      ...permits("programme.manage"),
      tags: ["Programmes"],
      summary: "Changes a programme",
      request: {
        params,
        headers: versionHeaders,
        body: jsonBody(ChangeProgramme),
      },
      responses: { 200: json(ProgrammeView, "Changed"), ...versionRefusals },
    }),
    async (c) => {
      const { programme } = c.req.valid("param");
      const answer = await changeProgramme(c.var, programme, ifMatch(c), c.req.valid("json"));
      return c.json(written(c, answer), 200);
    },
  );
