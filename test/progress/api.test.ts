import { expect, test } from "vitest";
import { aProject, signIn } from "../support/world.ts";

test("a cell that nobody has spoken of takes its first status with version 0", async () => {
  const admin = await signIn({ id: "admin", admin: true });
  await aProject(admin);
  await admin.send("POST", "/api/projects/demo/milestones", { phase: 1, title: "Pilotti valittu" });
  const path = "/api/projects/demo/progress/1/837";
  const answer = await admin.send("PATCH", path, { declared: "in_progress" }, { version: 0 });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("etag")).toBe('"1"');
  expect(await answer.json()).toMatchObject({ declared: "in_progress", version: 1 });
});
