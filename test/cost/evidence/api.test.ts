import { describe, expect, test } from "vitest";
import { added } from "../../support/evidence.ts";
import { costOf, isSession, sumOf } from "../../support/meter.ts";
import { aWorld, type Client } from "../../support/world.ts";

describe("the rows that the database reads and writes", () => {
  const beside = (sql: string) => !isSession(sql);
  const body = {
    milestone: 1,
    municipalities: ["837"],
    kind: "link",
    title: "Hinta",
    url: "https://etappi.example/",
  };
  const adding = async (person: Client) => {
    const cost = await costOf(person, "/api/projects/demo/evidence", { method: "POST", body });
    expect(cost.status).toBe(201);
    return sumOf(cost, beside);
  };

  test("to add are a constant, and a few for each item that the project has", async () => {
    const { lead } = await aWorld();
    const empty = await adding(lead);
    expect(empty).toEqual({ statements: 9, read: 27, written: 11 });
    for (let count = 1; count < 10; count += 1) await added(lead, { milestone: 2 });
    const later = await adding(lead);
    expect(later.written).toBe(empty.written);
    expect(later.read - empty.read).toBeLessThanOrEqual(10 * 4);
  });

  test("to review depend on the items of the milestone alone", async () => {
    const { lead, steering } = await aWorld();
    const cost = async () => {
      const { id } = await added(lead);
      const asked = {
        method: "PATCH",
        headers: { "if-match": '"1"' },
        body: { state: "accepted" },
      };
      const found = await costOf(steering, `/api/evidence/${id}`, asked);
      expect(found.status).toBe(200);
      return sumOf(found, beside);
    };
    const first = await cost();
    for (let count = 0; count < 10; count += 1) await added(lead, { milestone: 2 });
    const second = await cost();
    expect(second.written).toBe(first.written);
    expect(second.read - first.read).toBeLessThanOrEqual(4);
  });
});
