import { type Context, Hono } from "hono";
import { etag } from "hono/etag";
import { createMiddleware } from "hono/factory";
import { digest } from "../../kernel/digest.ts";
import { chooseLanguage } from "../../kernel/language.ts";
import { notFound, Refusal } from "../../kernel/refusal.ts";
import { SAY } from "../../kernel/sentences/say.ts";
import type { AppEnv } from "../../platform/env.ts";
import { listed, onError, pageOf, sentenceFor } from "../../platform/http.ts";
import { pageSetting } from "../../platform/middleware.ts";
import { PUBLIC_PARTS } from "../../projects/terms.ts";
import { listPage, missingPage } from "../formats/list.tsx";
import { publicPage } from "../formats/page.tsx";
import { robots, sitemap } from "../formats/sitemap.ts";
import { widgetPage } from "../formats/widget.tsx";
import {
  listPublicProjects,
  loadPublicProject,
  previewPublic,
  publicAddresses,
} from "../queries.ts";
import { publicAgeMax, publicPageMax } from "../terms.ts";

const publicly = `public, max-age=${publicAgeMax}`;

type PageContext = Context<AppEnv>;

/** What a page needs to know of where it stands. */
function siteOf(c: PageContext, isListed: boolean) {
  const { language, settings } = c.var;
  return { language, origin: settings.origin, path: c.req.path, isListed };
}

async function page(c: PageContext, text: Promise<string>, caching = publicly): Promise<Response> {
  return c.html(await text, 200, {
    "Cache-Control": caching,
    "Content-Language": c.var.language,
  });
}

/** What is not there, and what cannot be answered, as a page. */
async function refused(error: Error, c: PageContext): Promise<Response> {
  const answer = await onError(error, c);
  const language = chooseLanguage(c.req.query("lang"), c.req.header("accept-language") ?? null);
  const site = { language, origin: new URL(c.req.url).origin, path: c.req.path, isListed: false };
  const isMissing = answer.status === 404;
  const refusal = error instanceof Refusal ? sentenceFor(c, error)(SAY[language]) : undefined;
  const sentence = isMissing ? undefined : (refusal ?? SAY[language].internal());
  c.status(answer.status === 304 ? 500 : (answer.status as 404));
  c.header("Cache-Control", "no-store");
  c.header("Content-Language", language);
  return c.html(await missingPage(site, sentence));
}

/** The same for all who ask in a language, whoever they are elsewhere in the service. */
const forAnybody = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  c.header("Vary", "Accept-Language");
});

/**
 * What anybody can read, without signing in and without scripts. A project that is not public is
 * not there.
 */
export const publicPages = new Hono<AppEnv>()
  .use(forAnybody, pageSetting, etag())
  .get("/", async (c) => {
    const { after, limit } = pageOf({ limit: publicPageMax, cursor: c.req.query("cursor") });
    const rows = await listPublicProjects(c.var, { after, limit: limit + 1 });
    const list = listed(rows, limit, ({ slug }) => slug);
    return page(c, listPage(list, siteOf(c, true)));
  })
  .get("/sitemap.xml", async (c) => {
    const slugs = await publicAddresses(c.var);
    c.header("Content-Type", "application/xml; charset=utf-8");
    c.header("Cache-Control", publicly);
    return c.body(sitemap(slugs, c.var.settings.origin));
  })
  .get("/:project", async (c) => {
    const project = await loadPublicProject(c.var, c.req.param("project"));
    return page(c, publicPage(project, { ...siteOf(c, true), isPreview: false }));
  })
  .get("/:project/widget", async (c) => {
    const project = await loadPublicProject(c.var, c.req.param("project"));
    const scheme = ["light", "dark"].find((one) => one === c.req.query("scheme")) ?? "auto";
    return page(c, widgetPage(project, { ...siteOf(c, false), scheme }));
  })
  .get("/:project/picture.png", (c) => picture(c, c.req.param("project")))
  .get("/:project/preview", async (c) => {
    const asked = c.req.query("parts")?.split(",") ?? [];
    const parts = PUBLIC_PARTS.filter((part) => asked.includes(part));
    const project = await previewPublic(c.var, c.req.param("project"), parts);
    const text = publicPage(project, { ...siteOf(c, false), isPreview: true });
    return page(c, text, "private, no-store");
  })
  .get("/*", (c) => {
    const { pathname, search } = new URL(c.req.url);
    if (!pathname.endsWith("/")) throw notFound();
    return c.redirect(withoutSlashes(pathname) + search, 308);
  })
  .onError(refused);

/** A path without the slashes that it ends in; however many, each is looked at once. */
function withoutSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === "/") end -= 1;
  return path.slice(0, end);
}

/** Drawn once for what it shows: after that it is found by the digest of that. */
async function picture(c: PageContext, slug: string): Promise<Response> {
  const project = await loadPublicProject(c.var, slug);
  const tag = `"${await digest(JSON.stringify([project, c.var.language]))}"`;
  const headers = {
    "Content-Type": "image/png",
    "Cache-Control": publicly,
    "Content-Language": c.var.language,
    ETag: tag,
  };
  if (c.req.header("if-none-match")?.includes(tag)) return c.body(null, 304, headers);
  const known = new Request(`${c.var.settings.origin}/public/picture/${tag.slice(1, -1)}`);
  const cached = await caches.default.match(known);
  if (cached) return c.body(await cached.arrayBuffer(), 200, headers);
  const { drawPicture } = await import("../formats/picture/picture.ts");
  const png = await drawPicture(project, c.var.language);
  await caches.default.put(known, new Response(png, { headers: cacheable }));
  return c.body(png, 200, headers);
}

/** A picture is kept under what it shows, so that it never becomes wrong. */
const cacheable = { "Content-Type": "image/png", "Cache-Control": "public, max-age=86400" };

/** Who may look for what: what is public, and nothing else of the service. */
export const robotsRoute = new Hono<AppEnv>().get("/robots.txt", pageSetting, (c) => {
  c.header("Cache-Control", publicly);
  return c.text(robots(c.var.settings.origin));
});
