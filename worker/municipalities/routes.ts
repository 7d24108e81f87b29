import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { page } from "../kernel/shapes.ts";
import {
  contextRoutes,
  json,
  listed,
  openReadRefusals,
  pageOf,
  permits,
} from "../platform/http.ts";
import { MunicipalityList } from "./contract.ts";
import { listMunicipalities } from "./queries.ts";

export const municipalityRoutes = contextRoutes().openapi(
  createRoute({
    method: "get",
    path: "/",
    ...permits("open"),
    tags: ["Register"],
    summary: "The municipalities of Finland, by code",
    request: {
      query: z.object({
        ...page,
        county: z
          .string()
          .regex(/^\d{2}$/)
          .optional()
          .meta({ example: "08" }),
        ended: z
          .enum(["true", "false"])
          .default("false")
          .meta({ description: "Also municipalities that have ended since 2023" }),
      }),
    },
    responses: {
      200: json(MunicipalityList, "A page of the register"),
      ...openReadRefusals,
    },
  }),
  async (c) => {
    const query = c.req.valid("query");
    const { after, limit } = pageOf(query);
    const { county } = query;
    const ended = query.ended === "true";
    const rows = await listMunicipalities(c.var.db, { county, ended, after, limit: limit + 1 });
    return c.json(
      listed(rows, limit, ({ code }) => code),
      200,
    );
  },
);
