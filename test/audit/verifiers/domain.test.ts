import { expect, test } from "vitest";
import { verifiers } from "../../../drizzle/verifiers.ts";
import { VERIFY_FACTS, VERIFY_PACK } from "../../../worker/audit/formats/verifiers.ts";

test("a pack brings the very scripts that are checked here; `npm run verifiers` writes them", () => {
  expect({ pack: VERIFY_PACK, facts: VERIFY_FACTS }).toEqual(verifiers());
});
