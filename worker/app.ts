import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { except } from "hono/combine";
import { etag } from "hono/etag";
import { secureHeaders } from "hono/secure-headers";
import * as z from "zod";
import packageJson from "../package.json" with { type: "json" };
import { identityRoutes } from "./identity/routes.ts";
import { session, signedIn } from "./identity/session.ts";
import { municipalityRoutes } from "./municipalities/routes.ts";
import { ping } from "./platform/database.ts";
import type { AppEnv } from "./platform/env.ts";
import { json, onError, onNotFound, openReadRefusals } from "./platform/http.ts";
import { body, idempotency, setting } from "./platform/middleware.ts";
import { apiDocument } from "./platform/openapi.ts";
import { portfolioRoutes, progressRoutes } from "./progress/routes.ts";
import { milestoneRoutes } from "./projects/routes/milestones.ts";
import { programmeRoutes } from "./projects/routes/programmes.ts";
import { projectRoutes } from "./projects/routes/projects.ts";
import { exportRoutes, schemaRoutes } from "./reporting/routes.ts";

const { version } = packageJson;
const Health = z.object({ status: z.literal("ok"), version: z.string() }).meta({ id: "Health" });
const app = new OpenAPIHono<AppEnv>();

app.onError(onError);
app.notFound(onNotFound);

app.use(
  secureHeaders({
    strictTransportSecurity: "max-age=63072000; includeSubDomains",
    xFrameOptions: "DENY",
    referrerPolicy: "no-referrer",
    crossOriginOpenerPolicy: "same-origin",
    contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  }),
);
app.use("/api/*", setting, except("/api/projects/*/export", etag()), body, session);

app.openapi(
  createRoute({
    method: "get",
    path: "/api/health",
    tags: ["Service"],
    summary: "Whether the service and its database answer, and the version of the service",
    responses: { 200: json(Health, "They do"), ...openReadRefusals },
  }),
  async (c) => {
    await ping(c.var.db);
    return c.json({ status: "ok" as const, version }, 200);
  },
);
app.get("/api/openapi.json", (c) => c.json(apiDocument(app, version)));

app.route("/api/municipalities", municipalityRoutes);
app.route("/api/schemas", schemaRoutes);
app.route("/api", identityRoutes);

app.use("/api/*", signedIn, idempotency);

app.route("/api/programmes", programmeRoutes);
app.route("/api/portfolio", portfolioRoutes);
app.route("/api/projects", projectRoutes);
app.route("/api/projects", milestoneRoutes);
app.route("/api/projects", progressRoutes);
app.route("/api/projects", exportRoutes);

export { app };
