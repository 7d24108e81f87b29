import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { except } from "hono/combine";
import { etag } from "hono/etag";
import * as z from "zod";
import packageJson from "../package.json" with { type: "json" };
import { fingerprintRoutes } from "./audit/routes/fingerprints.ts";
import { historyRoutes } from "./audit/routes/history.ts";
import { packRoutes } from "./audit/routes/packs.ts";
import { commentRoutes, mentionRoutes } from "./comments/routes.ts";
import { linkRoutes } from "./delivery/routes/links.ts";
import { wakes } from "./delivery/routes/messages.ts";
import { sharedRoutes } from "./delivery/routes/shared.ts";
import { webhookRoutes } from "./delivery/routes/webhooks.ts";
import { evidenceItemRoutes, evidenceRoutes } from "./evidence/routes.ts";
import { feedbackRoutes, handlingRoutes } from "./feedback/routes/feedback.ts";
import { approvalRoutes, statementRoutes } from "./feedback/routes/statement.ts";
import { accountRoutes } from "./identity/routes/account.ts";
import { peopleRoutes, useRoutes } from "./identity/routes/people.ts";
import { sessionRoutes } from "./identity/routes/session.ts";
import { viewRoutes } from "./identity/routes/views.ts";
import { refusedLog, session, signedIn } from "./identity/session.ts";
import { importRoutes } from "./imports/routes.ts";
import { acceptRoutes, invitationRoutes, offerRoutes } from "./members/routes/invitations.ts";
import { memberRoutes } from "./members/routes/members.ts";
import { eraseRoutes, ownDataRoutes } from "./members/routes/people.ts";
import { ownRequestRoutes, requestRoutes } from "./members/routes/requests.ts";
import { municipalityRoutes } from "./municipalities/routes.ts";
import { ping } from "./platform/database.ts";
import type { AppEnv } from "./platform/env.ts";
import { answerHeaders, pageHeaders, pictureHeaders, widgetHeaders } from "./platform/headers.ts";
import {
  json,
  onError,
  onNotFound,
  openReadRefusals,
  permits,
  readRefusals,
} from "./platform/http.ts";
import { body, idempotency, pageSetting, setting } from "./platform/middleware.ts";
import { apiDocument } from "./platform/openapi.ts";
import { securityText, settingsOf } from "./platform/settings.ts";
import { upload } from "./platform/uploads.ts";
import { milestoneHistoryRoutes } from "./progress/routes/histories.ts";
import { progressListRoutes } from "./progress/routes/lists.ts";
import { portfolioRoutes, progressRoutes } from "./progress/routes/progress.ts";
import { standingRoutes } from "./progress/routes/standing.ts";
import { amendmentRoutes, templateRoutes } from "./projects/routes/amendments.ts";
import { milestoneRoutes } from "./projects/routes/milestones.ts";
import { programmeRoutes } from "./projects/routes/programmes.ts";
import { projectRoutes } from "./projects/routes/projects.ts";
import { openRoutes } from "./publishing/routes/open.ts";
import { publicPages, robotsRoute } from "./publishing/routes/pages.ts";
import { publicationRoutes } from "./publishing/routes/publication.ts";
import { keptFile } from "./reporting/commands/files.ts";
import { FILE_OF } from "./reporting/formats/report/make.ts";
import { calendarRoutes, projectCalendarRoutes } from "./reporting/routes/calendar.ts";
import { editionRoutes } from "./reporting/routes/editions.ts";
import { exportRoutes, schemaRoutes } from "./reporting/routes/exports.ts";
import { listRoutes, portfolioListRoutes } from "./reporting/routes/lists.ts";
import { municipalityExportRoutes } from "./reporting/routes/municipalities.ts";
import { reportRoutes } from "./reporting/routes/reports.ts";
import { reportSchemaRoutes } from "./reporting/routes/schemas.ts";
import { reportWorkflowRoutes } from "./reporting/routes/workflow.ts";
import { deviationRoutes } from "./risks/routes/deviations.ts";
import { riskRoutes } from "./risks/routes/risks.ts";
import { searchRoutes } from "./search/routes.ts";

const { version } = packageJson;
const Health = z.object({ status: z.literal("ok"), version: z.string() }).meta({ id: "Health" });
const app = new OpenAPIHono<AppEnv>();

app.onError(onError);
app.notFound(onNotFound);

app.use(except("/public/*", answerHeaders));
const [picture, widget] = ["/public/:project/picture.png", "/public/:project/widget"];
app.use("/public/*", except([picture, widget], pageHeaders));
app.use(picture, pictureHeaders);
app.use(widget, widgetHeaders);
// Not held back to be digested before they go out: they are large, and asked for once.
const isFile = ({ req }: Context<AppEnv>) =>
  /\/(export|pack|import\/template|(?:evidence\/[^/]+|shared)\/file)$/.test(req.path);
app.use("/api/*", setting, except(isFile, etag()), refusedLog, body, session);

app.openapi(
  createRoute({
    method: "get",
    path: "/api/health",
    ...permits("open"),
    tags: ["Service"],
    summary: "Whether the service and its database answer, and the version of the service",
    responses: { 200: json(Health, "They do"), ...openReadRefusals, 401: readRefusals[401] },
  }),
  async (c) => {
    await ping(c.var.db);
    return c.json({ status: "ok" as const, version }, 200);
  },
);
app.get("/.well-known/security.txt", (c) => {
  const text = securityText(settingsOf(c.env, c.req.url), new Date());
  return text === null ? c.notFound() : c.text(text);
});
app.get("/api/openapi.json", (c) => c.json(apiDocument(app, version)));

// What a lead sees before they publish it is for them alone.
app.use("/public/:project/preview", pageSetting, session);
app.route("/public", publicPages);
app.route("/", robotsRoute);

app.route("/api/municipalities", municipalityRoutes);
app.route("/api/public/projects", openRoutes);
app.route("/api/schemas", schemaRoutes);
app.route("/api/schemas", reportSchemaRoutes);
app.route("/api", sessionRoutes);
app.route("/api/invitations", offerRoutes);
app.route("/api/shared", sharedRoutes(keptFile, FILE_OF));
app.route("/api/accessibility", statementRoutes);
app.route("/api/fingerprints", fingerprintRoutes);
// Open to strangers, who may send again what got lost.
app.use("/api/feedback", idempotency);
app.route("/api/feedback", feedbackRoutes);

app.use("/api/*", signedIn, upload, idempotency);

app.route("/api/programmes", programmeRoutes);
app.route("/api/portfolio", portfolioRoutes);
app.route("/api/search", searchRoutes);
app.route("/api/portfolio", portfolioListRoutes);
app.route("/api/municipalities", standingRoutes);
app.route("/api/municipalities", municipalityExportRoutes);
app.route("/api/projects", projectRoutes);
app.route("/api/projects", milestoneRoutes);
app.route("/api/milestone-templates", templateRoutes);
app.route("/api/projects", progressRoutes);
app.route("/api/projects", progressListRoutes);
app.route("/api/projects", milestoneHistoryRoutes);
app.route("/api/projects", commentRoutes);
app.route("/api/mentions", mentionRoutes);
app.route("/api/projects", evidenceRoutes);
app.route("/api/evidence", evidenceItemRoutes);
app.route("/api/projects", exportRoutes);
app.route("/api/projects", listRoutes);
// After the lists, whose `amendments/export` would be taken for a number.
app.route("/api/projects", amendmentRoutes);
app.use("/api/projects/:project/reports/:number/*", wakes);
app.route("/api/projects", reportRoutes);
app.route("/api/projects", reportWorkflowRoutes);
app.route("/api/projects", editionRoutes);
app.route("/api/projects", projectCalendarRoutes);
app.route("/api/report-calendar", calendarRoutes);
app.route("/api/projects", linkRoutes);
app.route("/api/projects", webhookRoutes);
app.route("/api/projects", publicationRoutes);
app.route("/api/projects", riskRoutes);
app.route("/api/projects", deviationRoutes);
app.route("/api/projects", importRoutes);
app.route("/api/projects", memberRoutes);
app.route("/api/projects", invitationRoutes);
app.route("/api/projects", requestRoutes);
app.route("/api/invitations", acceptRoutes);
app.route("/api/access-requests", ownRequestRoutes);
app.route("/api/account", accountRoutes);
app.route("/api/account/views", viewRoutes);
app.route("/api/account", ownDataRoutes);
app.route("/api/people", peopleRoutes);
app.route("/api/people", eraseRoutes);
app.route("/api/uses", useRoutes);
app.route("/api/history", historyRoutes);
app.route("/api/projects", packRoutes);
app.route("/api/accessibility", approvalRoutes);
app.route("/api/feedback", handlingRoutes);

export { app };
