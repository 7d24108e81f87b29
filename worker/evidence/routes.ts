import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { attachmentOf } from "../kernel/file-name.ts";
import { moment, page } from "../kernel/shapes.ts";
import { reprDigestOf } from "../platform/files.ts";
import {
  asOfInstant,
  contextRoutes,
  cursorOf,
  ifMatch,
  json,
  keyHeader,
  jsonBody,
  limitRefusals,
  locationOf,
  numberedPageOf,
  permits,
  readRefusals,
  versioned,
  versionHeaders,
  versionRefusals,
  writeRefusals,
  written,
} from "../platform/http.ts";
import { uploadBody, uploadWith } from "../platform/uploads.ts";
import { EVIDENCE_KINDS } from "../projects/terms.ts";
import { addEvidence, addFile, reviewEvidence, takeFile } from "./commands.ts";
import {
  CreateEvidence,
  EvidenceList,
  EvidenceRecords,
  EvidenceView,
  FileEvidence,
  ReviewEvidence,
} from "./contract.ts";
import { evidenceView, listEvidence, listRecords, loadEvidence } from "./queries.ts";
import { EVIDENCE_STATES } from "./terms.ts";

const tags = ["Evidence"];
const params = z.object({ project: z.string().max(60) });
const itemParams = z.object({ id: z.string().max(60) });
// A file is read anew each time it is taken, so there is nothing that has not been modified.
const { 304: _notModified, ...fileRefusals } = readRefusals;

const EvidenceQuery = z.object({
  ...page,
  asOf: moment.optional(),
  milestone: z.coerce.number().int().min(1).optional(),
  municipality: z.string().max(60).optional().meta({ description: "3-digit code, or `all`" }),
  state: z.enum(EVIDENCE_STATES).optional(),
  kind: z.enum(EVIDENCE_KINDS).optional(),
});

/** The evidence of a project. */
export const evidenceRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/evidence",
      ...permits("evidence.view"),
      tags,
      summary: "The evidence of a project, the newest first",
      request: { params, query: EvidenceQuery },
      responses: { 200: json(EvidenceList, "A page of items"), ...readRefusals },
    }),
    async (c) => {
      const { asOf, limit: _limit, cursor: _cursor, ...filter } = c.req.valid("query");
      const { after, limit } = numberedPageOf(c.req.valid("query"));
      const { next, ...list } = await listEvidence(c.var, c.req.valid("param").project, {
        ...filter,
        asOf: asOfInstant(asOf, c.var.now),
        page: { below: after, limit },
      });
      return c.json({ ...list, nextCursor: next === null ? null : cursorOf(String(next)) }, 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{project}/evidence/records",
      ...permits("evidence.view"),
      tags,
      summary: "What the service has recorded and can stand as evidence",
      request: { params },
      responses: { 200: json(EvidenceRecords, "Records"), ...readRefusals },
    }),
    async (c) => c.json(await listRecords(c.var, c.req.valid("param").project), 200),
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/{project}/evidence",
      ...permits("evidence.add"),
      tags,
      summary: "Adds a file (as a form), a link, a decision or a record to cells of a milestone",
      request: {
        params,
        headers: keyHeader,
        body: {
          content: {
            ...jsonBody(CreateEvidence).content,
            "multipart/form-data": uploadBody(FileEvidence),
          },
        },
      },
      responses: {
        201: json(EvidenceView, "Added, and waits for a review"),
        ...writeRefusals,
        ...limitRefusals,
      },
    }),
    async (c) => {
      const { project } = c.req.valid("param");
      const sent = uploadWith(c, FileEvidence);
      const answer = sent
        ? await addFile(c.var, project, sent)
        : // It has been validated; a body of two kinds has no type of its own.
          await addEvidence(c.var, project, CreateEvidence.parse(await c.req.json()));
      c.header("Location", locationOf(c, answer.body));
      return c.json(written(c, answer), 201);
    },
  );

/** One item, by its id. */
export const evidenceItemRoutes = contextRoutes()
  .openapi(
    createRoute({
      method: "get",
      path: "/{id}",
      ...permits("evidence.view"),
      tags,
      summary: "One item",
      request: { params: itemParams },
      responses: { 200: json(EvidenceView, "The item"), ...readRefusals },
    }),
    async (c) => {
      const { item, head } = await loadEvidence(c.var, c.req.valid("param").id);
      return c.json(versioned(c, await evidenceView(c.var, item, head.version)), 200);
    },
  )
  .openapi(
    createRoute({
      method: "patch",
      path: "/{id}",
      ...permits("evidence.review"),
      tags,
      summary: "Accepts, rejects or withdraws an item; who added it may withdraw it",
      request: { params: itemParams, headers: versionHeaders, body: jsonBody(ReviewEvidence) },
      responses: { 200: json(EvidenceView, "The item as it is now"), ...versionRefusals },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const answer = await reviewEvidence(c.var, id, ifMatch(c), c.req.valid("json"));
      return c.json(written(c, answer), 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/{id}/file",
      ...permits("evidence.view"),
      tags,
      summary: "The file of an item, to be saved",
      request: { params: itemParams },
      responses: {
        200: {
          description: "The file as it was sent; `Repr-Digest` has its SHA-256",
          content: { "*/*": { schema: z.string().meta({ format: "binary" }) } },
        },
        ...fileRefusals,
        ...limitRefusals,
      },
    }),
    async (c) => {
      const file = await takeFile(c.var, c.req.valid("param").id);
      c.header("Content-Type", typeOf(file.mediaType));
      c.header("Content-Length", String(file.size));
      c.header("Content-Disposition", attachmentOf(file.fileName));
      c.header("Repr-Digest", reprDigestOf(file.digest));
      c.header("Cache-Control", "private, no-store");
      return c.body(file.content, 200);
    },
  );

const typeOf = (mediaType: string) =>
  mediaType.startsWith("text/") ? `${mediaType}; charset=utf-8` : mediaType;
