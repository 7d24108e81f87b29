import type { Context } from "hono";
import * as z from "zod";
import type { AppEnv } from "../../platform/env.ts";
import { limitRefusals, readRefusals } from "../../platform/http.ts";

const { 304: _notModified, ...fileRefusals } = readRefusals;
/** What a route that gives a list as CSV can answer. */
export const csvAnswers = {
  200: {
    description: "A file",
    content: { "text/csv": { schema: z.string().meta({ format: "binary" }) } },
  },
  ...fileRefusals,
  ...limitRefusals,
};

/** Answers a file of this name, without its ending. */
export function csv(c: Context<AppEnv>, name: string, text: string) {
  c.header("Content-Disposition", `attachment; filename="${name}.csv"`);
  c.header("Content-Language", c.var.language);
  c.header("Content-Type", "text/csv; charset=utf-8");
  return c.body(text, 200);
}
