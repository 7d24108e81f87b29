import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import type { EvidenceView } from "../../../worker/evidence/contract.ts";
import { ok, refusal } from "../../support/answers.ts";
import { list as path } from "../../support/evidence.ts";
import { aForm } from "../../support/files.ts";
import { dice } from "../../support/hostile.ts";
import { aWorld, origin, request } from "../../support/world.ts";

const files = async () => (await env.FILES.list()).objects.map(({ key }) => key);

let world: Awaited<ReturnType<typeof aWorld>>;
beforeEach(async () => {
  world = await aWorld();
});

test("a form with any of its bytes changed, or cut off anywhere, is answered in the contract's words", async () => {
  const form = new Request(origin, { method: "POST", body: aForm({ note: "x" }) });
  const type = form.headers.get("content-type") ?? "";
  const whole = new Uint8Array(await form.arrayBuffer());
  const random = dice(2026);
  const statuses = new Set<number>();
  for (let round = 0; round < 150; round += 1) {
    const bytes = whole.slice(
      0,
      random.chance(0.3) ? Math.floor(random.roll() * whole.length) : undefined,
    );
    for (let times = 0; times < 3; times += 1) {
      bytes[Math.floor(random.roll() * bytes.length)] = Math.floor(random.roll() * 256);
    }
    const headers = { cookie: world.lead.cookie, "content-type": type };
    const answer = await request(path, { method: "POST", headers, body: bytes });
    statuses.add(answer.status);
    if (answer.status !== 201) await refusal(answer, 400, "invalid");
  }
  expect([...statuses].toSorted((a, b) => a - b)).toEqual([201, 400]);
});

describe("the name of a file", () => {
  test.each([
    ["../../etc/Näyttö.pdf", "Näyttö.pdf"],
    ["C:\\kansio\\a.pdf", "a.pdf"],
    ["laskufdp.\u202Epdf", "laskufdp.pdf"],
    ['a"; filename="b.html".pdf', "a_; filename=_b.html_.pdf"],
    ["a%0D%0AX: y.pdf", "a%0D%0AX_ y.pdf"],
  ])("%j is kept as %j, and goes into no header as it came", async (name, kept) => {
    const answered = await world.lead.send("POST", path, aForm({}, { name }));
    const item = await ok<EvidenceView>(answered, 201);
    // What a browser writes for quotes in a form is kept as letters.
    expect(item.fileName?.replaceAll("%22", "_")).toBe(kept);
    const answer = await world.lead.get(`/api/evidence/${item.id}/file`);
    await answer.arrayBuffer();
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[\w.%~-]*$/,
    );
  });

  test("with a line break of its own makes no second header", async () => {
    const disposition = 'form-data; name="file"; filename="a\r\nContent-Type: text/html\r\n.pdf"';
    const body = `--x\r\nContent-Disposition: ${disposition}\r\n\r\n%PDF-1.7\n%%EOF\r\n--x--\r\n`;
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    await refusal(await world.lead.send("POST", path, body, { headers }), 400, "invalid");
    expect(await files()).toEqual([]);
  });
});
