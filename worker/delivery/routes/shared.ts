import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { reprDigestOf } from "../../platform/files.ts";
import {
  contextRoutes,
  json,
  jsonBody,
  limitRefusals,
  openWriteRefusals,
  permits,
  writeRefusals,
} from "../../platform/http.ts";
import type { ReportFormat } from "../../reporting/terms.ts";
import { WORDS } from "../../reporting/words/report.ts";
import { lookAtShared, type Make, takeShared } from "../commands/shared.ts";
import { LinkToken, SharedReport, TakeShared } from "../contract/links.ts";

const tags = ["Delivery"];
const file = { schema: z.string().meta({ format: "binary" }) };
const refusals = {
  ...openWriteRefusals,
  ...limitRefusals,
  401: writeRefusals[401],
  404: writeRefusals[404],
};

type Kept = { readonly body: ReadableStream; readonly digest: string };
type Media = Readonly<Record<ReportFormat, { readonly type: string; readonly ending: string }>>;

/** What the holder of a link does, without signing in. The token is sent in the body alone. */
export const sharedRoutes = (make: Make<Kept>, media: Media) =>
  contextRoutes()
    .openapi(
      createRoute({
        method: "post",
        path: "/look",
        ...permits("open"),
        tags,
        summary: "What a shared link opens; an unknown, expired and revoked one are answered alike",
        request: { body: jsonBody(LinkToken) },
        responses: { 200: json(SharedReport, "The report"), ...refusals },
      }),
      async (c) => {
        c.header("Cache-Control", "no-store");
        return c.json(await lookAtShared(c.var, c.req.valid("json")), 200);
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/file",
        ...permits("open"),
        tags,
        summary:
          "Takes a file of the report that a link opens; of an edition the same bytes always",
        request: { body: jsonBody(TakeShared) },
        responses: {
          200: {
            description: "A file",
            content: Object.fromEntries(
              Object.values(media).map(({ type }) => [type.split(";")[0] ?? type, file]),
            ),
          },
          ...refusals,
        },
      }),
      async (c) => {
        const asked = c.req.valid("json");
        const { file: taken, document } = await takeShared(c.var, asked, make);
        const { language } = c.var;
        const { type, ending } = media[asked.format];
        const { project, report, edition, date } = document;
        const name = [project.slug, WORDS[language].file.name, report.number, edition, date];
        c.header("Content-Disposition", `attachment; filename="${name.join("-")}.${ending}"`);
        c.header("Content-Type", type);
        c.header("Content-Language", language);
        c.header("Cache-Control", "no-store");
        c.header("Repr-Digest", reprDigestOf(taken.digest));
        return c.body(taken.body, 200);
      },
    );
