import { describe, expect, test } from "vitest";
import { deviceOf, isAlive, isWornDown } from "../../worker/identity/domain.ts";
import type { SignInMethod } from "../../worker/identity/terms.ts";
import type { Actor, ProjectRole } from "../../worker/kernel/permissions.ts";

const withRole = (...roles: ProjectRole[]): Actor => ({
  id: "p",
  admin: false,
  memberships: roles.map((role) => ({ project: "demo", role, municipalities: [], deputyFor: [] })),
});
const administrator: Actor = { id: "p", admin: true, memberships: [] };

const usedAt = "2024-05-01T08:00:00.000Z";
const session = (more: { method?: SignInMethod; expiresAt?: string } = {}) => ({
  method: "code" as const,
  usedAt,
  expiresAt: "2024-05-01T20:00:00.000Z",
  ...more,
});

describe("a session that lies unused", () => {
  test.each([
    ["an administrator", administrator],
    ["a lead", withRole("lead")],
    ["a lead who is a contact elsewhere", withRole("contact", "lead")],
  ])("of %s ends after thirty minutes", (_, actor) => {
    expect(isAlive(session(), actor, "2024-05-01T08:29:59.999Z")).toBe(true);
    expect(isAlive(session(), actor, "2024-05-01T08:30:00.000Z")).toBe(false);
    expect(isAlive(session({ method: "oidc" }), actor, "2024-05-01T08:30:00.000Z")).toBe(false);
  });

  test.each([
    ["a contact", withRole("contact")],
    ["a steering member", withRole("steering")],
    ["a funder", withRole("funder")],
    ["one without a role", withRole()],
  ])("of %s ends after four hours", (_, actor) => {
    expect(isAlive(session(), actor, "2024-05-01T11:59:59.999Z")).toBe(true);
    expect(isAlive(session(), actor, "2024-05-01T12:00:00.000Z")).toBe(false);
  });

  test("of the demonstration goes on until its end", () => {
    const demo = session({ method: "demo" });
    expect(isAlive(demo, administrator, "2024-05-01T19:59:59.999Z")).toBe(true);
    expect(isAlive(demo, administrator, "2024-05-01T20:00:00.000Z")).toBe(false);
  });
});

test("a session that is used ends at its end all the same", () => {
  const expiresAt = "2024-05-01T08:10:00.000Z";
  for (const method of ["oidc", "code", "demo"] as const) {
    const ending = session({ method, expiresAt });
    expect(isAlive(ending, withRole("contact"), "2024-05-01T08:09:59.999Z")).toBe(true);
    expect(isAlive(ending, withRole("contact"), expiresAt)).toBe(false);
  }
});

test("a use is written down again after five minutes, and always the first time", () => {
  expect(isWornDown(null, usedAt)).toBe(true);
  expect(isWornDown(usedAt, usedAt)).toBe(false);
  expect(isWornDown(usedAt, "2024-05-01T08:04:59.999Z")).toBe(false);
  expect(isWornDown(usedAt, "2024-05-01T08:05:00.000Z")).toBe(true);
});

describe("a device", () => {
  const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)";
  const chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";
  const iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15";
  const android = "Mozilla/5.0 (Linux; Android 14; SM-S918B)";
  test.each([
    [`${windows} ${chrome}`, "Chrome, Windows"],
    [`${windows} ${chrome} Edg/126.0.0.0`, "Edge, Windows"],
    [`${windows} ${chrome} OPR/111.0.0.0`, "Opera, Windows"],
    [`${windows} Gecko/20100101 Firefox/127.0`, "Firefox, Windows"],
    [`${iphone} (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1`, "Safari, iOS"],
    [`${iphone} (KHTML, like Gecko) CriOS/126.0 Mobile/15E148 Safari/604.1`, "Chrome, iOS"],
    [`${iphone} (KHTML, like Gecko) FxiOS/127.0 Mobile/15E148 Safari/605.1`, "Firefox, iOS"],
    [`${android} ${chrome}`, "Chrome, Android"],
    [`${android} SamsungBrowser/25.0 ${chrome}`, "Samsung Internet, Android"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) Version/17.5 Safari/605.1", "Safari, macOS"],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox, Linux"],
    ["curl/8.8.0", ""],
    ["", ""],
  ])("that says %s is called %s", (userAgent, device) => {
    expect(deviceOf(userAgent)).toBe(device);
  });

  test("is called only what we call it, whatever a browser calls itself", () => {
    const hostile = `<script>Chrome/1 (Windows) ${"x".repeat(5000)}`;
    expect(deviceOf(hostile)).toBe("Chrome, Windows");
    expect(deviceOf("MyChromebook/1 Windowsill")).toBe("");
  });
});
