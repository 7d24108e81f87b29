import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import * as z from "zod";
import { type Problem, refuseProblems } from "../kernel/refusal.ts";
import type { AppEnv } from "./env.ts";
import { filePart, readUpload, type UploadedFile } from "./forms.ts";
import { problemsIn } from "./problems.ts";

/** Where a form with a file may be sent. Everywhere else a body is JSON. */
const UPLOADS = /^\/api\/projects\/[^/]+\/(?:evidence|import)$/;

/** Whether a form may be sent here. */
export const takesUploads = (c: Context<AppEnv>) =>
  c.req.method === "POST" && UPLOADS.test(c.req.path);

/** Whether a form has been sent where one may be. */
export const isUpload = (c: Context<AppEnv>) =>
  takesUploads(c) && /^multipart\/form-data\s*(;|$)/i.test(c.req.header("content-type") ?? "");

/** Reads a form with a file once. It stands behind the sign-in: strangers send no files. */
export const upload = createMiddleware<AppEnv>(async (c, next) => {
  if (!isUpload(c)) return next();
  c.set("upload", await readUpload(c.req.raw));
  // A file may take minutes to arrive: what it does happens now, and not before views of meanwhile.
  c.set("now", new Date().toISOString());
  await next();
});

/**
 * The fields and the file of the form that was sent, or null where it was none. Refuses with
 * every problem of its fields, each by its name, and of its file, by `file`.
 */
export function uploadWith<Schema extends z.ZodType>(
  { var: { upload: sent } }: Context<AppEnv>,
  schema: Schema,
): { readonly fields: z.output<Schema>; readonly file: UploadedFile } | null {
  if (!sent) return null;
  const parsed = schema.safeParse(sent.fields);
  const problems = [
    ...sent.problems,
    ...(parsed.success ? [] : problemsIn(parsed.error, sent.fields)),
    ...fileProblems(sent.file),
  ];
  refuseProblems(problems);
  // What has no problem has both.
  return parsed.success && sent.file ? { fields: parsed.data, file: sent.file } : null;
}

function fileProblems(file: UploadedFile | null): Problem[] {
  if (!file) return [{ path: filePart, message: (say) => say.missing() }];
  const isEmpty = file.bytes.byteLength === 0;
  return isEmpty ? [{ path: filePart, message: (say) => say.fileEmpty() }] : [];
}

/** A form with a file and these fields, for the OpenAPI document; `uploadWith` validates it. */
export function uploadBody(fields: z.ZodType) {
  const { properties, required } = z.toJSONSchema(fields, { io: "input" });
  return {
    schema: {
      type: "object" as const,
      properties: { ...properties, [filePart]: { type: "string" as const, format: "binary" } },
      required: [...(required ?? []), filePart],
      additionalProperties: false,
    },
  };
}
