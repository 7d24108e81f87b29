import { env } from "cloudflare:workers";
import { happened, record } from "../../worker/history/record.ts";
import { canonical } from "../../worker/kernel/canonical.ts";
import { digest } from "../../worker/kernel/digest.ts";
import { runBatch } from "../../worker/platform/database.ts";
import type { ReportState } from "../../worker/reporting/contract/reports.ts";
import { OLDER_REPORT, writeReport } from "../../worker/reporting/record.ts";
import { at, database } from "./world.ts";

const began: ReportState = {
  ...OLDER_REPORT,
  sections: [],
  project: "demo",
  number: 1,
  name: "Väliraportti",
  message: "",
  state: "draft",
  asOf: null,
  createdAt: "2024-01-01T08:00:00.000Z",
};

type Head = { readonly version: number; readonly hash: string };

/** A report whose facts and rows are written as the commands write them, one step after the other. */
export function aReport() {
  const db = database();
  let [state, head]: [ReportState | null, Head | null] = [null, null];
  const step = async (
    kind: "report.drafted" | "report.submitted" | "report.accepted" | "report.corrected",
    set: Partial<ReportState>,
    now: string,
  ) => {
    const after: ReportState = { ...(state ?? began), ...set };
    const deps = at(now);
    const fact = await happened(deps, head, {
      scope: "demo",
      subject: "report:demo:1",
      kind,
      role: "admin",
      before: state,
      after,
    });
    await runBatch(db, [...record([fact]), ...writeReport(db, after, fact)]);
    [state, head] = [after, fact];
  };
  return {
    step,
    submit: async (edition: number, asOf: string) => {
      if (!state) await step("report.drafted", {}, asOf);
      const text = canonical({ form: "etappi.report", edition, asOf });
      const fingerprint = await digest(text);
      await env.FILES.put(fingerprint, text);
      const size = text.length;
      await step(
        "report.submitted",
        { state: "submitted", edition, asOf, fingerprint, size },
        asOf,
      );
      return { fingerprint, text };
    },
  };
}
