import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { SAY } from "../../../worker/kernel/sentences/say.ts";
import { fingerprintOf, type Status } from "../../../worker/progress/domain/fingerprint.ts";
import { matrixOf } from "../../../worker/progress/domain/matrix.ts";
import { aBoard, aMilestone, aPlan } from "../../support/cells.ts";

const matrixIn = (language: "fi" | "sv", asOf = "2024-03-01T09:00:00.000Z") =>
  matrixOf(aBoard(aPlan(aMilestone({ scope: "project" }))), {
    asOf,
    today: "2024-03-01",
    language,
    say: SAY[language],
  });
const status = {
  date: "2024-03-01",
  cover: {
    project: { name: "Esimerkki", leadOrganisation: "Pirha", grantReference: null },
    programme: { name: "RRP", visibilityText: { fi: "Tuki", sv: "Stöd", en: "Aid" }, emblem: "eu" },
  },
  texts: new Map([["1/all", { reason: "Odottaa", unblock: null }]]),
  register: { risks: [], deviations: [] },
  withoutContact: ["837", "536"],
} satisfies Omit<Status, "matrix">;

/** What is hashed, written out: whoever has the figures can make the same with any tool. */
const written =
  '{"cells":[{"confirmedAt":null,"declared":"no_data","disagreements":[],"doneOn":null,' +
  '"dueOn":"2024-06-30","evidence":"none","forecastOn":null,"milestone":1,"municipality":"all",' +
  '"reason":"Odottaa","schedule":"upcoming","stale":false,"unblock":null,"value":null}],' +
  '"cover":{"programme":{"emblem":"eu","name":"RRP",' +
  '"visibilityText":{"en":"Aid","fi":"Tuki","sv":"Stöd"}},' +
  '"project":{"grantReference":null,"leadOrganisation":"Pirha","name":"Esimerkki"}},' +
  '"date":"2024-03-01","deviations":[],"form":"etappi.status.2",' +
  '"milestones":[{"baseline":null,"dueOn":"2024-06-30","goal":null,"kind":"milestone","number":1,' +
  '"phase":1,"scope":"project","title":"Pilotti valittu","unit":null,"weight":1}],' +
  '"municipalities":["536","837"],' +
  '"phases":[{"endsOn":"2023-12-31","name":"Pilotti","number":1,"startsOn":"2023-01-01"},' +
  '{"endsOn":"2024-12-31","name":"Laajennus","number":2,"startsOn":"2024-01-01"}],' +
  '"project":{"endsOn":"2024-12-31","freshnessDays":90,"name":"Esimerkki","slug":"demo",' +
  '"startsOn":"2023-01-01"},"risks":[],"withoutContact":["536","837"]}';

describe("the fingerprint of a status", () => {
  test("is the SHA-256 of its figures as JSON with names in order", async () => {
    const byHand = createHash("sha256").update(written).digest("hex");
    expect(await fingerprintOf({ ...status, matrix: matrixIn("fi") })).toBe(byHand);
  });

  test("is the same in every language and at any time of the day", async () => {
    const later = matrixIn("sv", "2024-03-01T20:00:00.000Z");
    expect(await fingerprintOf({ ...status, matrix: later })).toBe(
      await fingerprintOf({ ...status, matrix: matrixIn("fi") }),
    );
  });

  test("is another on another day, and with another reason", async () => {
    const matrix = matrixIn("fi");
    const own = await fingerprintOf({ ...status, matrix });
    expect(await fingerprintOf({ ...status, matrix, date: "2024-03-02" })).not.toBe(own);
    expect(await fingerprintOf({ ...status, matrix, texts: new Map() })).not.toBe(own);
  });

  test("knows nothing of internal notes", async () => {
    const matrix = matrixIn("fi");
    const noted = new Map([["1/all", { reason: "Odottaa", unblock: null, note: "Vain meille" }]]);
    expect(await fingerprintOf({ ...status, matrix, texts: noted })).toBe(
      await fingerprintOf({ ...status, matrix }),
    );
  });
});
