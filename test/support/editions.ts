import type { ReportView } from "../../worker/reporting/contract/reports.ts";
import { ok } from "./answers.ts";
import type { aWorld } from "./world.ts";

type World = Pick<Awaited<ReturnType<typeof aWorld>>, "lead" | "funder">;
type Submitted = ReportView & { readonly fingerprint: string; readonly asOf: string };

/** A report of `demo` on its way: the lead writes, the funder decides. */
export async function aReport({ lead, funder }: World) {
  const list = "/api/projects/demo/reports";
  let report = await ok<ReportView>(await lead.send("POST", list, { name: "Väliraportti" }), 201);
  const path = `${list}/${report.number}`;
  const move = async (by: World["lead"], deed: string, body?: object) => {
    const { version } = report;
    report = await ok<ReportView>(await by.send("POST", `${path}/${deed}`, body, { version }));
    return report;
  };
  return {
    path,
    // One that is submitted has both.
    submit: async () => (await move(lead, "submit")) as Submitted,
    accept: () => move(funder, "accept", {}),
    correct: () => move(lead, "correct", { edition: report.edition, reason: "Luku oli väärin" }),
  };
}
