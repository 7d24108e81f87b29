import { OpenAPIHono, type Hook } from "@hono/zod-openapi";
import type { Context, ErrorHandler, NotFoundHandler } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import * as z from "zod";
import { digest } from "../kernel/digest.ts";
import { asInstant, dateInHelsinki, endOfDateInHelsinki, isDate } from "../kernel/instant.ts";
import { chooseLanguage } from "../kernel/language.ts";
import type { Action } from "../kernel/permissions.ts";
import { Refusal, REFUSAL_CODES, type RefusalCode, type Sentence } from "../kernel/refusal.ts";
import { SAY } from "../kernel/sentences/say.ts";
import { limitDefault } from "../kernel/shapes.ts";
import { isOutage } from "./database.ts";
import type { AppEnv } from "./env.ts";
import { problemsIn } from "./problems.ts";
import type { Answer } from "./requests.ts";

const STATUS: Readonly<Record<RefusalCode, ContentfulStatusCode>> = {
  invalid: 400,
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  stale: 412,
  precondition_required: 428,
  locked: 409,
  too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  unavailable: 503,
  internal: 500,
};

/** RFC 9457, with `code` from a closed list. */
const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().meta({ description: "In the language of the request" }),
    code: z.enum(REFUSAL_CODES),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    current: z.unknown().optional().meta({ description: "What the thing is now, for `stale`" }),
  })
  .meta({ id: "Problem" });

/** Answers a refusal as a problem document. */
function problem(c: Context<AppEnv>, refusal: Refusal): Response {
  const language = chooseLanguage(c.req.query("lang"), c.req.header("accept-language") ?? null);
  const say = SAY[language];
  const status = STATUS[refusal.code];
  const problems =
    refusal.code === "invalid" && refusal.problems.length === 0
      ? [{ path: "", message: refusal.sentence }]
      : refusal.problems;
  const body: z.infer<typeof Problem> = {
    type: `urn:etappi:problem:${refusal.code}`,
    title: refusal.code.replaceAll("_", " "),
    status,
    detail: sentenceFor(c, refusal)(say),
    code: refusal.code,
    ...(problems.length > 0 && {
      errors: problems.map(({ path, message }) => ({ path, message: message(say) })),
    }),
    ...(refusal.current !== undefined && { current: refusal.current }),
  };
  return c.body(JSON.stringify(body), status, {
    "Content-Type": "application/problem+json; charset=utf-8",
    "Content-Language": language,
    "Cache-Control": "no-store",
    ...(refusal.retryAfter !== null && { "Retry-After": String(refusal.retryAfter) }),
  });
}

/** What a refusal says. Who only asks is not told that nothing was saved. */
export function sentenceFor(c: Context<AppEnv>, refusal: Refusal): Sentence {
  const asksOnly = c.req.method === "GET" || c.req.method === "HEAD";
  return asksOnly && refusal.code === "invalid" ? (say) => say.invalidQuestion() : refusal.sentence;
}

export const onError: ErrorHandler<AppEnv> = (error, c) => {
  if (error instanceof Refusal) return problem(c, error);
  if (isOutage(error)) return problem(c, new Refusal("unavailable", (say) => say.unavailable()));
  console.error(JSON.stringify({ message: "internal", path: c.req.path, cause: causesOf(error) }));
  return problem(c, new Refusal("internal", (say) => say.internal()));
};

function causesOf(error: unknown): string[] {
  const causes: string[] = [];
  for (let e = error; e instanceof Error; e = e.cause) {
    causes.push(withoutValues(e.stack || `${e.name}: ${e.message}`));
  }
  return causes;
}

/** Drizzle's errors end with what was bound: addresses, names, digests. */
const withoutValues = (text: string) => text.replaceAll(/\nparams: .*(?:\n(?!\s+at ).*)*/g, "");

export const onNotFound: NotFoundHandler<AppEnv> = (c) =>
  problem(c, new Refusal("not_found", (say) => say.notFound()));

const refuseInvalid: Hook<unknown, AppEnv, string, unknown> = (result) => {
  if (result.success) return;
  const problems = problemsIn(result.error, "data" in result ? result.data : undefined);
  throw new Refusal("invalid", (say) => say.invalid(), { problems });
};

/** The routes of one context: input that breaks its schema is refused with every problem. */
export const contextRoutes = () => new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

/** The version that a write names in `If-Match`. Refuses with `precondition_required`. */
export function ifMatch(c: Context<AppEnv>): number {
  const version = ifMatchGiven(c);
  if (version === null) {
    throw new Refusal("precondition_required", (say) => say.preconditionRequired());
  }
  return version;
}

/** The version in `If-Match`, or null where there is none. What is no version matches none. */
export function ifMatchGiven(c: Context<AppEnv>): number | null {
  const tag = c.req.header("if-match");
  if (tag === undefined) return null;
  const version = tag.trim().match(/^(?:W\/)?"?(\d{1,9})(?:-\d{1,9})?"?$/)?.[1];
  return version === undefined ? -1 : Number(version);
}

/**
 * Answers a read of one versioned thing; `hono/etag` turns it into a 304 where it can. `parts` is
 * how often what is shown with it has changed, where that has versions of its own: the tag is then
 * `"3-17"`, and a write may name it as it is.
 */
export function versioned<Body extends { readonly version: number }>(
  c: Context<AppEnv>,
  body: Body,
  parts = 0,
): Body {
  c.header("ETag", parts === 0 ? `"${body.version}"` : `"${body.version}-${parts}"`);
  return body;
}

/** Sets what goes with the answer to a write, and gives its body. */
export function written<Body>(c: Context<AppEnv>, answer: Answer<Body>): Body {
  if (answer.version !== null) c.header("ETag", `"${answer.version}"`);
  return answer.body;
}

type Created = { readonly slug: string } | { readonly number: number } | { readonly id: string };

/**
 * Where a created thing is: under the list it was posted to, by its slug, number or id. Evidence is
 * found by its id alone, without the project; a comment by its id in the project.
 */
export function locationOf(c: Context<AppEnv>, thing: Created): string {
  const name = "slug" in thing ? thing.slug : "number" in thing ? thing.number : thing.id;
  const list = c.req.path
    .replace(/^\/api\/projects\/[^/]+\/evidence$/, "/api/evidence")
    .replace(/\/milestones\/\d+\/comments$/, "/comments");
  return `${list}/${name}`;
}

/**
 * Answers a view of a moment. Its ETag holds for what the view says and for its date, not for
 * the moment: asked again a second later, nothing has changed.
 */
export async function momentary<Body extends { readonly asOf: string }>(
  c: Context<AppEnv>,
  body: Body,
): Promise<Body> {
  const said = { ...body, asOf: dateInHelsinki(body.asOf) };
  c.header("ETag", `W/"${await digest(JSON.stringify(said))}"`);
  return body;
}

/** `?asOf=` as an instant, or null for now. Today means now. Refuses the future. */
export function asOfInstant(asked: string | undefined, now: string, path = "asOf"): string | null {
  if (asked === undefined) return null;
  const future = new Refusal("invalid", (say) => say.invalid(), {
    problems: [{ path, message: (say) => say.momentInFuture() }],
  });
  if (isDate(asked)) {
    const today = dateInHelsinki(now);
    if (asked > today) throw future;
    return asked === today ? null : endOfDateInHelsinki(asked);
  }
  const instant = asInstant(asked);
  if (instant > now) throw future;
  return instant;
}

type Page = { readonly limit?: number | undefined; readonly cursor?: string | undefined };

/** A page of a list: `after` is the key that the cursor stands for, empty at the start. */
export function pageOf({ cursor, limit }: Page) {
  return { after: readCursor(cursor, /^[a-z0-9-]{0,60}$/), limit: limit ?? limitDefault };
}

/** A page of a list by number: `after` is null at the start. */
export function numberedPageOf({ cursor, limit }: Page) {
  const after = readCursor(cursor, /^\d{0,9}$/);
  return { after: after === "" ? null : Number(after), limit: limit ?? limitDefault };
}

/** A page of a list by date: `after` is empty at the start. */
export function datedPageOf({ cursor, limit }: Page) {
  const after = readCursor(cursor, /^(\d{4}-\d{2}-\d{2})?$/);
  if (after !== "" && !isDate(after)) throw cursorUnknown();
  return { after, limit: limit ?? limitDefault };
}

const cursorUnknown = () =>
  new Refusal("invalid", (say) => say.invalid(), {
    problems: [{ path: "cursor", message: (say) => say.cursorUnknown() }],
  });

function readCursor(cursor: string | undefined, form: RegExp): string {
  const base64 = (cursor ?? "").replaceAll("-", "+").replaceAll("_", "/");
  const key = /^[A-Za-z0-9+/]*={0,2}$/.test(base64) ? decodeBase64(base64) : null;
  if (key === null || !form.test(key)) throw cursorUnknown();
  return key;
}

function decodeBase64(text: string): string | null {
  try {
    return atob(text);
  } catch {
    return null;
  }
}

/** A list's answer from one row more than the page holds, which tells whether there is a next. */
export function listed<Item>(rows: readonly Item[], limit: number, keyOf: (item: Item) => string) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    items,
    nextCursor: more ? cursorOf(keyOf(last)) : null,
  };
}

/** The cursor that stands for a key; `pageOf` and `numberedPageOf` read it. */
export const cursorOf = (key: string) => btoa(key).replaceAll("+", "-").replaceAll("/", "_");

/** A JSON answer in the OpenAPI document. */
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { "application/json": { schema } },
});

/** A JSON body in the OpenAPI document, validated before the handler. */
export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { "application/json": { schema } },
});

const problemContent = { "application/problem+json": { schema: Problem } };

const refusals = {
  304: { description: "Not modified: the ETag in If-None-Match still holds" },
  400: { description: "`invalid`: every problem is listed", content: problemContent },
  401: { description: "`signed_out`", content: problemContent },
  403: { description: "`forbidden`", content: problemContent },
  404: {
    description: "`not_found`: missing, or not for the caller to know of",
    content: problemContent,
  },
  409: { description: "`conflict` or `locked`", content: problemContent },
  412: { description: "`stale`: `current` shows what it is now", content: problemContent },
  413: { description: "`too_large`: over 1 MiB", content: problemContent },
  415: { description: "`unsupported_media_type`", content: problemContent },
  429: { description: "`rate_limited`: Retry-After says when", content: problemContent },
  428: { description: "`precondition_required`: no If-Match", content: problemContent },
  503: { description: "`unavailable`: the database is out of reach", content: problemContent },
};

/** What any read can answer, also one that is open to all. */
export const openReadRefusals = { 304: refusals[304], 400: refusals[400], 503: refusals[503] };

/** What any write can answer, also one that is open to all; 403 is for a foreign origin too. */
export const openWriteRefusals = {
  400: refusals[400],
  403: refusals[403],
  413: refusals[413],
  415: refusals[415],
  503: refusals[503],
};

/** What any signed-in read can answer. */
export const readRefusals = {
  ...openReadRefusals,
  401: refusals[401],
  403: refusals[403],
  404: refusals[404],
};

/** What any signed-in write can answer. */
export const writeRefusals = {
  ...openWriteRefusals,
  401: refusals[401],
  404: refusals[404],
  409: refusals[409],
};

/** What is counted, and refused above its limit, can answer besides. */
export const limitRefusals = { 429: refusals[429] };

/** What a write that names a version can answer. */
export const versionRefusals = { ...writeRefusals, 412: refusals[412], 428: refusals[428] };

/**
 * Which line of the permission table an operation goes by, or that it is open to strangers. It
 * stands in the OpenAPI document, and a test asks every operation as every role and compares.
 */
export const permits = (action: Action | "open") => ({ "x-permission": action });

const idempotencyKey = z.string().max(200).optional().meta({
  description: "The same key and request replays the first answer; kept at least 24 hours",
});

export const keyHeader = z.object({ "idempotency-key": idempotencyKey });

const ifMatchHeader = z.string().optional().meta({
  description: 'The version that is changed, `"3"`. Without it: 428',
  example: '"3"',
});

export const versionHeaders = z.object({
  "idempotency-key": idempotencyKey,
  "if-match": ifMatchHeader,
});

/** Of a DELETE, which leaves nothing to be replayed. */
export const matchHeader = z.object({ "if-match": ifMatchHeader });
