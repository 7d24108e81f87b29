import type { Context, Next } from "hono";
import { createMiddleware } from "hono/factory";
import { digest } from "../kernel/digest.ts";
import { chooseLanguage, isLanguage, LANGUAGES } from "../kernel/language.ts";
import { Refusal, refuseProblems, type Sentence } from "../kernel/refusal.ts";
import { openDatabase } from "./database.ts";
import type { AppEnv } from "./env.ts";
import { identityOf } from "./forms.ts";
import { locationOf } from "./http.ts";
import { assertPlainJson, bodySizeMax, readBody } from "./json.ts";
import { mailerOf } from "./mail.ts";
import { addressOf } from "./network.ts";
import { findAnswer } from "./requests.ts";
import { settingsOf } from "./settings.ts";
import { isUpload, takesUploads } from "./uploads.ts";

const keyLengthMax = 200;
const unsafe = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** What every request carries. Refuses parameters that two parsers could read differently. */
export const setting = createMiddleware<AppEnv>(async (c, next) => {
  refuseRepeatedParameters(new URL(c.req.url).searchParams);
  await set(c, next);
});

/**
 * The same for a page that anybody may link to: others add parameters of theirs to its address, as
 * often as they like. Of what it reads itself the first counts.
 */
export const pageSetting = createMiddleware<AppEnv>(set);

/** The database, the moment, the language. */
async function set(c: Context<AppEnv>, next: Next): Promise<void> {
  c.set("db", openDatabase(c.env.DB));
  c.set("now", new Date().toISOString());
  c.set("language", chooseLanguage(c.req.query("lang"), c.req.header("accept-language") ?? null));
  c.set("keyed", null);
  c.set("upload", null);
  const settings = settingsOf(c.env, c.req.url);
  c.set("settings", settings);
  c.set("files", c.env.FILES);
  c.set("mailer", mailerOf(settings, c.var));
  c.set("address", addressOf(c.req.raw.headers));
  c.set("sessionId", null);
  c.set("tokenId", null);
  await next();
  if (c.res.headers.get("Content-Type") === "application/json") {
    c.header("Content-Type", "application/json; charset=utf-8");
  }
  if (!c.res.headers.has("Cache-Control")) c.header("Cache-Control", "private, no-cache");
  c.header("Vary", "Accept-Language, Authorization, Cookie", { append: true });
}

function refuseRepeatedParameters(parameters: URLSearchParams): void {
  const names = [...parameters.keys()];
  const asked = parameters.get("lang");
  refuseProblems([
    ...names
      .filter((name, index) => names.indexOf(name) < index)
      .map((path) => ({ path, message: parameterTwice })),
    ...(asked !== null && !isLanguage(asked) ? [{ path: "lang", message: notALanguage }] : []),
  ]);
}

const parameterTwice: Sentence = (say) => say.parameterTwice();
const notALanguage: Sentence = (say) => say.notOneOf(LANGUAGES.join(", "));

/**
 * Reads the body of a write once, within bounds, and refuses what two parsers could read
 * differently. A write from another origin is refused: a browser always names the origin. A form
 * with a file is read later, once it is known who sends it.
 */
export const body = createMiddleware<AppEnv>(async (c, next) => {
  if (unsafe.has(c.req.method)) refuseForeignOrigin(c);
  if (unsafe.has(c.req.method) && !isUpload(c)) {
    if (Number(c.req.header("content-length") ?? 0) > bodySizeMax) {
      throw new Refusal("too_large", (say) => say.tooLarge());
    }
    const text = await readBody(c.req.raw.body);
    // A slow line brings it late: what it does happens now, and not before views of meanwhile.
    c.set("now", new Date().toISOString());
    // Where a form may be sent too, nothing at all is neither.
    if (text !== "" || takesUploads(c)) {
      if (!/^application\/json\s*(;|$)/i.test(c.req.header("content-type") ?? "")) {
        throw new Refusal("unsupported_media_type", (say) =>
          takesUploads(c) ? say.unsupportedFormType() : say.unsupportedMediaType(),
        );
      }
      assertPlainJson(text);
    }
    const { method } = c.req.raw;
    const headers = new Headers(c.req.raw.headers);
    // What is not there has no type: the schema then says what is missing. What is there has the
    // one that was checked, without parameters that others could read differently.
    if (text === "") headers.delete("content-type");
    else headers.set("content-type", "application/json");
    c.req.raw = new Request(c.req.url, { method, headers, body: text === "" ? null : text });
  }
  await next();
});

function refuseForeignOrigin(c: Context<AppEnv>): void {
  const origin = c.req.header("origin");
  const site = c.req.header("sec-fetch-site") ?? "same-origin";
  const own = new URL(c.req.url).origin;
  if ((origin !== undefined && origin !== own) || (site !== "same-origin" && site !== "none")) {
    throw new Refusal("forbidden", (say) => say.foreignOrigin());
  }
}

/**
 * Replays the first answer to a request that comes again with its key. A twin that lost the race
 * against the first, and was refused for it, is given the first one's answer too.
 */
export const idempotency = createMiddleware<AppEnv>(async (c, next) => {
  const key = c.req.header("idempotency-key");
  if (key === undefined || !(c.req.method === "POST" || c.req.method === "PATCH")) return next();
  if (key.length === 0 || key.length > keyLengthMax || !/^[\x20-\x7E]+$/.test(key)) {
    throw new Refusal("invalid", (say) => say.keyTooLong());
  }
  const content = c.var.upload ? identityOf(c.var.upload) : await c.req.text();
  const asked = [c.req.method, c.req.url, c.req.header("if-match") ?? "", content];
  const keyed = {
    // What a session was told is not for a token of the same person, nor one token's for another.
    key: `${c.var.actor.id} ${c.var.tokenId ?? "session"} ${key}`,
    fingerprint: await digest(JSON.stringify(asked)),
  };
  const before = await replay(c, keyed);
  if (before) return before;
  c.set("keyed", keyed);
  await next();
  if (c.error instanceof Refusal && (c.error.code === "conflict" || c.error.code === "stale")) {
    const first = await replay(c, keyed);
    if (first) c.res = first;
  }
});

async function replay(c: Context<AppEnv>, keyed: Parameters<typeof findAnswer>[1]) {
  const found = await findAnswer(c.var.db, keyed);
  if (!found) return null;
  return new Response(found.answer, {
    status: found.status,
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Cache-Control": "no-store",
      "Idempotent-Replayed": "true",
      ...(found.etag !== null && { ETag: found.etag }),
      ...(found.status === 201 && { Location: locationOf(c, createdIn(found.answer)) }),
    },
  });
}

/** What a command answered with 201 has a slug or a number. */
const createdIn = (answer: string) => JSON.parse(answer) as Parameters<typeof locationOf>[1];
