import type { RefusalCode } from "../../worker/kernel/refusal.ts";
import { awaited } from "./asked.ts";
import { language } from "./i18n.ts";

/** What the service said no to: the problem document (RFC 9457) as the page needs it. */
export class Problem extends Error {
  readonly code: RefusalCode | "offline";
  readonly errors: readonly { readonly path: string; readonly message: string }[];
  readonly current: unknown;

  constructor(body: {
    readonly code: RefusalCode | "offline";
    readonly detail: string;
    readonly errors?: Problem["errors"];
    readonly current?: unknown;
  }) {
    super(body.detail);
    this.code = body.code;
    this.errors = body.errors ?? [];
    this.current = body.current;
  }
}

const timeoutMs = 20_000;

export function get<View>(path: string): Promise<View> {
  return call<View>("GET", path, {});
}

/** A write that outlives its page brings the key that it is kept with. */
type Write = { readonly body?: object; readonly version?: number; readonly key?: string };

/**
 * A write with a key of its own: should the answer get lost, the same request is sent once more,
 * and the service tells what it did the first time.
 */
export async function send<View>(method: string, path: string, write: Write = {}): Promise<View> {
  const headers: Record<string, string> = { "Idempotency-Key": write.key ?? crypto.randomUUID() };
  if (write.body) headers["Content-Type"] = "application/json";
  if (write.version !== undefined) headers["If-Match"] = `"${write.version}"`;
  const init = { headers, ...(write.body && { body: JSON.stringify(write.body) }) };
  try {
    return await call<View>(method, path, init);
  } catch (error) {
    if (error instanceof Problem && error.code === "offline") return call<View>(method, path, init);
    throw error;
  }
}

async function call<View>(method: string, path: string, init: RequestInit): Promise<View> {
  const headers = new Headers(init.headers);
  headers.set("Accept-Language", language.value);
  const signal = AbortSignal.timeout(timeoutMs);
  let answer: Response;
  try {
    answer = await awaited(fetch(path, { ...init, method, headers, signal }));
  } catch {
    throw new Problem({ code: "offline", detail: "" });
  }
  if (answer.status === 204) return undefined as View;
  const body: unknown = await answer.json().catch(() => ({ code: "internal", detail: "" }));
  if (!answer.ok) throw new Problem(body as ConstructorParameters<typeof Problem>[0]);
  // The shape is the route's response schema, whose type the caller names.
  return body as View;
}
