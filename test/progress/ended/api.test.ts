import { expect, test } from "vitest";
import { runBatch } from "../../../worker/platform/database.ts";
import { spotIn } from "../../../worker/progress/domain/board.ts";
import { NOTHING_SAID } from "../../../worker/progress/domain/cell.ts";
import { boardNow } from "../../../worker/progress/queries/board.ts";
import { changeCells } from "../../../worker/progress/record.ts";
import { factCount, ok, refusal } from "../../support/answers.ts";
import { said } from "../../support/cells.ts";
import { at, aWorld } from "../../support/world.ts";

const demo = "/api/projects/demo";

test("nothing is said of a milestone once an amendment has ended it, whatever was read before", async () => {
  const { lead } = await aWorld();
  const deps = at("2024-06-01T09:00:00.000Z");
  const spot = spotIn(await boardNow(deps, "demo"), 1, "837");
  if (!spot) throw new Error("There is no such cell.");
  await ok(await lead.send("POST", `${demo}/grant`, { grantedOn: "2023-02-01" }, { version: 1 }));
  const amendment = {
    title: "Rajaus",
    reason: "Ei ehditä",
    decidedOn: "2024-05-31",
    changes: [{ kind: "cancel", number: 1, version: 2 }],
  };
  await ok(await lead.send("POST", `${demo}/amendments`, amendment), 201);
  const facts = await factCount();
  const late = {
    spot,
    role: "admin",
    before: { state: NOTHING_SAID, version: 0, hash: "" },
    after: said(),
    kind: "progress.declared",
    reason: null,
  } as const;
  const statements = await changeCells(deps, "demo", [late]);
  await expect(runBatch(deps.db, statements)).rejects.toThrow("conflict");
  expect(await factCount()).toBe(facts);
  const cell = `${demo}/progress/1/837`;
  const answer = await lead.send("PATCH", cell, { declared: "done" }, { version: 0 });
  await refusal(answer, 409, "locked");
});
