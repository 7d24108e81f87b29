import { expect, test } from "vitest";
import { REFUSAL_CODES } from "../../worker/kernel/refusal.ts";
import { factCount, type ProblemDocument } from "../support/answers.ts";
import { type Operation, operationsOf, served } from "../support/document.ts";
import { dice, hostileRequest } from "../support/hostile.ts";
import { aWorld, type Client, holds, request, signIn, stranger } from "../support/world.ts";

const rounds = 400;

/** Operations that end the session that the next request needs. */
const ending = ["DELETE /api/session"];

async function playing(): Promise<[Client, ...Client[]]> {
  const { admin, lead, contact, funder } = await aWorld();
  const otherLead = await signIn({ id: "other-lead", memberships: [holds("lead", "other")] });
  return [lead, admin, lead, admin, contact, funder, otherLead, stranger];
}

/** Whether an answer is what the contract promises of any answer. Facts may only grow with a 2xx. */
async function look(answer: Response, { responses }: Operation, grown: number): Promise<string[]> {
  const body = new TextDecoder().decode(await answer.arrayBuffer());
  const faults = responses.includes(String(answer.status))
    ? []
    : ["a status that is not documented"];
  if (answer.status < 400) return faults;
  if (grown !== 0) faults.push("a refusal that wrote");
  const type = answer.headers.get("content-type");
  if (type !== "application/problem+json; charset=utf-8") return [...faults, `the type ${type}`];
  const problem = JSON.parse(body) as ProblemDocument;
  if (problem.status !== answer.status) faults.push("another status in the body");
  if (!REFUSAL_CODES.includes(problem.code)) faults.push("a code that is not in the list");
  if (problem.code === "invalid" && !problem.errors?.length) faults.push("invalid without errors");
  return faults;
}

test.each([2023, 2024, 2025, 2026])(
  "hostile requests made from the document are each answered in the contract's words (seed %d)",
  async (seed) => {
    const document = await served();
    const [first, ...others] = operationsOf(document).filter(
      ({ method, path }) => !ending.includes(`${method} ${path}`),
    );
    const people = await playing();
    const random = dice(seed);
    const statuses = new Map<number, number>();
    if (!first) throw new Error("The document has no operations.");
    for (let round = 0; round < rounds; round += 1) {
      const operation = random.pick([first, ...others]);
      const asked = hostileRequest(operation, document.components.schemas, random);
      const { cookie } = random.pick(people);
      const facts = await factCount();
      const answer = await request(asked.path, {
        method: asked.method,
        headers: { cookie, ...asked.headers },
        ...(asked.text !== null && asked.text !== "" && { body: asked.text }),
      });
      const { status } = answer;
      const faults = await look(answer, operation, (await factCount()) - facts);
      expect({ faults, status, asked }).toEqual({ faults: [], status: expect.any(Number), asked });
      expect(status, JSON.stringify(asked)).toBeLessThan(500);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    // The requests are hostile, and not so hostile that nothing gets through.
    for (const status of [200, 400, 401, 403, 404]) {
      expect(statuses.get(status) ?? 0, `${status}`).toBeGreaterThan(3);
    }
  },
);
