import { createRoute } from "@hono/zod-openapi";
import { contextRoutes, json, permits, readRefusals } from "../platform/http.ts";
import { SearchQuery, SearchView } from "./contract.ts";
import { loadSearch } from "./queries.ts";
import { foundDefault } from "./terms.ts";

export const searchRoutes = contextRoutes().openapi(
  createRoute({
    method: "get",
    path: "/",
    ...permits("project.list"),
    tags: ["Search"],
    summary: "Projects, municipalities, milestones and programmes by their names",
    request: { query: SearchQuery },
    responses: { 200: json(SearchView, "What was found, the best first"), ...readRefusals },
  }),
  async (c) => {
    const { q, limit } = c.req.valid("query");
    return c.json(await loadSearch(c.var, q, limit ?? foundDefault), 200);
  },
);
