import { expect, test } from "vitest";
import { ownSite } from "../support/site.ts";

const everywhere = {
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};
const site = ownSite();
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
  "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Every file that a page leads to: what it names, what those name, and so on. */
async function everyFile(): Promise<Map<string, { headers: Headers; text: string }>> {
  const found = new Map<string, { headers: Headers; text: string }>();
  const open = ["/", "/projects/hoppu", "/sign-in", "/nowhere", "/api-docs/", "/icon.svg"];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    const answer = await fetch(`${site()}${path}`);
    const text = await answer.text();
    expect({ path, status: answer.status }).toEqual({ path, status: 200 });
    found.set(path, { headers: answer.headers, text });
    for (const [, name] of text.matchAll(
      /(?:\/assets\/|["'`(]\.\/|["'`]assets\/)([\w.-]+\.(?:js|css|woff2|png|svg))/g,
    )) {
      open.push(`/assets/${name}`);
    }
  }
  return found;
}

test("every page and every file carries the headers, and no page an inline script or style", async () => {
  const files = await everyFile();
  expect(files.size).toBeGreaterThan(15);
  const faults = [...files].flatMap(([path, { headers, text }]) => [
    ...Object.entries({ ...everywhere, "content-security-policy": policy })
      .filter(([name, value]) => headers.get(name) !== value)
      .map(([name]) => `${path}: ${name}`),
    ...(headers.get("content-type")?.startsWith("text/html") &&
    /<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/i.test(text)
      ? [`${path}: inline`]
      : []),
  ]);
  expect(faults).toEqual([]);
});
