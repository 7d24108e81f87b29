import { env } from "cloudflare:workers";
import { expect } from "vitest";
import type { RefusalCode } from "../../worker/kernel/refusal.ts";

export type ProblemDocument = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: RefusalCode;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
  readonly current?: unknown;
};

/** The problem document of a refusal, held to the contract's shape. */
export async function refusal(
  response: Response,
  status: number,
  code: RefusalCode,
): Promise<ProblemDocument> {
  const body = await response.text();
  expect({ status: response.status, body }).toMatchObject({ status });
  expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  const document = JSON.parse(body) as ProblemDocument;
  expect(document).toMatchObject({
    status,
    code,
    type: expect.any(String),
    title: expect.any(String),
  });
  expect(document.detail).toMatch(/\S/);
  if (code === "invalid") expect(document.errors?.length).toBeGreaterThan(0);
  return document;
}

/** The paths of everything an `invalid` answer complains of. */
export const pathsOf = ({ errors }: ProblemDocument): string[] =>
  (errors ?? []).map(({ path }) => path).toSorted();

/** The body of an answer that must have gone well. */
export async function ok<Body>(response: Response, status = 200): Promise<Body> {
  const body = await response.text();
  expect({ status: response.status, body }).toMatchObject({ status });
  return JSON.parse(body) as Body;
}

export async function factCount(): Promise<number> {
  return (await env.DB.prepare("SELECT count(*) FROM facts").first<number>("count(*)")) ?? -1;
}
