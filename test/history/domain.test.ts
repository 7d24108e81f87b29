import { expect, test } from "vitest";
import { COUNTY_SCOPE } from "../../worker/history/terms.ts";
import { slug } from "../../worker/kernel/shapes.ts";

test("the facts of the county are in a scope that no project can have", () => {
  expect(slug.safeParse(COUNTY_SCOPE).success).toBe(false);
});
