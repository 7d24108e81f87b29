import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { digest } from "../../../worker/kernel/digest.ts";
import { type Files, keepFile, openFile, reprDigestOf } from "../../../worker/platform/files.ts";
import { FILES } from "../../support/files.ts";

const file = async (bytes: Uint8Array<ArrayBuffer>) => ({
  name: "a.pdf",
  bytes,
  digest: await digest(bytes),
});
const kept = async () => (await env.FILES.list()).objects.map(({ key, version }) => [key, version]);

describe("a file that is kept", () => {
  test("is there once under its digest, byte for byte, however often it comes", async () => {
    const pdf = await file(FILES.pdf);
    await keepFile(env.FILES, pdf);
    const before = await kept();
    expect(before.map(([key]) => key)).toEqual([pdf.digest]);
    await Promise.all(Array.from({ length: 5 }, () => keepFile(env.FILES, pdf)));
    expect(await kept()).toEqual(before);
    const content = await new Response(await openFile(env.FILES, pdf.digest)).bytes();
    expect(content).toEqual(FILES.pdf);
  });

  test("has the content that its digest says, or is refused", async () => {
    const wrong = { ...(await file(FILES.pdf)), bytes: FILES.png };
    await expect(keepFile(env.FILES, wrong)).rejects.toMatchObject({ code: "unavailable" });
    expect(await kept()).toEqual([]);
  });

  test("that is gone, or out of reach, is unavailable", async () => {
    const { digest: missing } = await file(FILES.pdf);
    await expect(openFile(env.FILES, missing)).rejects.toMatchObject({ code: "unavailable" });
    const down = async () => {
      throw new Error("Network connection lost");
    };
    // As much of a bucket as is used.
    const away = { get: down, put: down } as unknown as Files;
    await expect(openFile(away, missing)).rejects.toMatchObject({ code: "unavailable" });
    await expect(keepFile(away, await file(FILES.pdf))).rejects.toMatchObject({
      code: "unavailable",
    });
  });
});

test("the digest stands in the header as RFC 9530 writes it", async () => {
  // The digest of "hello world" as the RFC's predecessors print it.
  expect(reprDigestOf(await digest("hello world"))).toBe(
    "sha-256=:uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=:",
  );
});
