import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { dateInHelsinki } from "../../kernel/instant.ts";
import {
  contextRoutes,
  cursorOf,
  json,
  numberedPageOf,
  permits,
  readRefusals,
  writeRefusals,
} from "../../platform/http.ts";
import { takeCalendarExport } from "../commands/lists.ts";
import {
  CalendarExportQuery,
  CalendarQuery,
  CalendarsQuery,
  DueReportList,
} from "../contract/reports.ts";
import { dueReportsCsv } from "../formats/due-reports.ts";
import { listCalendar, listProjectCalendar } from "../queries/calendar.ts";
import { WORDS } from "../words/calendar.ts";
import { csv, csvAnswers } from "./csv.ts";

const tags = ["Reports"];

const listedPart = <Item>({ items, next }: { items: readonly Item[]; next: number | null }) => ({
  items: [...items],
  nextCursor: next === null ? null : cursorOf(String(next)),
});

/** What the calendar of its programme asks of one project. */
export const projectCalendarRoutes = contextRoutes().openapi(
  createRoute({
    method: "get",
    path: "/{project}/report-calendar",
    ...permits("report.view"),
    tags,
    summary: "The reports that the programme asks of a project, by due date",
    request: { params: z.object({ project: z.string().max(60) }), query: CalendarQuery },
    responses: {
      200: json(DueReportList, "A page of reports, begun or not"),
      413: writeRefusals[413],
      ...readRefusals,
    },
  }),
  async (c) => {
    const { limit: asked, cursor, ...filters } = c.req.valid("query");
    const { after, limit } = numberedPageOf({ limit: asked, cursor });
    const part = { after: after ?? 0, limit };
    const { project } = c.req.valid("param");
    return c.json(listedPart(await listProjectCalendar(c.var, project, { ...filters, part })), 200);
  },
);

/** The same over all projects whose reports one may see. */
export const calendarRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/",
      ...permits("project.list"),
      tags,
      summary: "The reports that programmes ask of all projects that one sees, by due date",
      request: { query: CalendarsQuery },
      responses: {
        200: json(DueReportList, "A page of reports, begun or not"),
        413: writeRefusals[413],
        ...readRefusals,
      },
    }),
    async (c) => {
      const { limit: asked, cursor, ...filters } = c.req.valid("query");
      const { after, limit } = numberedPageOf({ limit: asked, cursor });
      const part = { after: after ?? 0, limit };
      return c.json(listedPart(await listCalendar(c.var, { ...filters, part })), 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/export",
      ...permits("project.list"),
      tags: ["Exports"],
      summary: "The calendar of reports as CSV, narrowed as asked",
      request: { query: CalendarExportQuery },
      responses: { ...csvAnswers, 413: writeRefusals[413] },
    }),
    async (c) => {
      const { delimiter, ...asked } = c.req.valid("query");
      const { language, now } = c.var;
      const items = await takeCalendarExport(c.var, asked);
      const name = `${WORDS[language].fileName}-${dateInHelsinki(now)}`;
      return csv(c, name, dueReportsCsv(items, language, delimiter));
    },
  );
