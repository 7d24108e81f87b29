import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import {
  asInstant,
  endOfDateInHelsinki,
  isDate,
  startOfDateInHelsinki,
} from "../../kernel/instant.ts";
import { page } from "../../kernel/shapes.ts";
import {
  contextRoutes,
  json,
  listed,
  numberedPageOf,
  pageOf,
  permits,
  readRefusals,
  writeRefusals,
} from "../../platform/http.ts";
import { endSessionsOf, setAdministrator } from "../commands/people.ts";
import { readLog } from "../commands/uses.ts";
import { PersonList, PersonView } from "../contract/account.ts";
import { UseList, UseQuery } from "../contract/uses.ts";
import { listPeople, loadPerson } from "../queries/people.ts";

const params = z.object({ person: z.string().max(60) });
const tags = ["Administration"];
const newest = 2_000_000_000;

export const peopleRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/",
      ...permits("person.manage"),
      tags,
      summary: "Everybody who has signed in or been seeded, with their roles",
      request: {
        query: z.object({
          ...page,
          q: z.string().max(60).optional().meta({ description: "In name, organisation, address" }),
        }),
      },
      responses: { 200: json(PersonList, "A page of people, by pseudonym"), ...readRefusals },
    }),
    async (c) => {
      const query = c.req.valid("query");
      const { after, limit } = pageOf(query);
      const rows = await listPeople(c.var, { q: query.q, after, limit: limit + 1 });
      return c.json(
        listed(rows, limit, ({ id }) => id),
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{person}",
      ...permits("person.manage"),
      tags,
      summary: "One person with all roles, also those that have ended",
      request: { params },
      responses: { 200: json(PersonView, "The person"), ...readRefusals },
    }),
    async (c) => c.json(await loadPerson(c.var, c.req.valid("param").person), 200),
  )
  .openapi(
    createRoute({
      method: "put",
      path: "/{person}/administrator",
      ...permits("person.manage"),
      tags,
      summary: "Makes a person an administrator of the county",
      request: { params },
      responses: { 200: json(PersonView, "The person"), ...writeRefusals },
    }),
    async (c) => c.json(await setAdministrator(c.var, c.req.valid("param").person, true), 200),
  )
  .openapi(
    createRoute({
      method: "delete",
      path: "/{person}/administrator",
      ...permits("person.manage"),
      tags,
      summary: "Ends that, and the person's sessions; the last administrator stays",
      request: { params },
      responses: { 200: json(PersonView, "The person"), ...writeRefusals },
    }),
    async (c) => c.json(await setAdministrator(c.var, c.req.valid("param").person, false), 200),
  )
  .openapi(
    createRoute({
      method: "delete",
      path: "/{person}/sessions",
      ...permits("person.manage"),
      tags,
      summary: "Ends all sessions of a person",
      request: { params },
      responses: { 204: { description: "Ended" }, ...writeRefusals },
    }),
    async (c) => {
      await endSessionsOf(c.var, c.req.valid("param").person);
      return c.body(null, 204);
    },
  );

export const useRoutes = contextRoutes().openapi(
  createRoute({
    method: "get",
    path: "/",
    ...permits("use.view"),
    tags,
    summary: "The log of use and disclosure (Act 906/2019 § 17), newest first",
    request: { query: UseQuery },
    responses: { 200: json(UseList, "A page of the log"), ...readRefusals },
  }),
  async (c) => {
    const { since, until, ...query } = c.req.valid("query");
    const { after, limit } = numberedPageOf(query);
    const rows = await readLog(c.var, {
      ...query,
      // A day counts from its beginning to its end, in Helsinki.
      since: since && (isDate(since) ? startOfDateInHelsinki(since) : asInstant(since)),
      until: until && (isDate(until) ? endOfDateInHelsinki(until) : asInstant(until)),
      below: after ?? newest,
      limit: limit + 1,
    });
    return c.json(
      listed(rows, limit, ({ number }) => String(number)),
      200,
    );
  },
);
