import { describe, expect, test } from "vitest";
import { problemOf, waitAfter } from "../../worker/delivery/domain/attempts.ts";
import { targetOf } from "../../worker/delivery/domain/target.ts";
import { attemptsMax, WAITS } from "../../worker/delivery/terms.ts";

const own = "https://etappi.example";
const target = (url: string, trusted: string | null = null) => targetOf(url, { trusted, own });

describe("a webhook leads to a public place by https", () => {
  test.each([
    "https://rahoittaja.example/hook?x=1",
    "https://8.8.8.8/",
    "https://[2a00:1450:4010:c0f::8a]:8443/",
    "https://172.32.0.1/",
    "https://100.128.0.1/",
  ])("%s", (url) => {
    expect(target(url)).toBe(url);
  });

  test.each([
    "http://rahoittaja.example/",
    "ftp://rahoittaja.example/",
    "https://user:pass@rahoittaja.example/",
    "https://etappi.example/api",
    "https://localhost/",
    "https://localhost./",
    "https://palvelin/",
    "https://.example.com/",
    "https://example..com/",
    "https://example.com../",
    "https://localhost../",
    "https://palvelin.localdomain/",
    "https://palvelin.internal/",
    "https://tulostin.local/",
    "https://127.0.0.1/",
    "https://127.1/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0177.0.0.1/",
    "https://012.0.0.1/",
    "https://0xa.0.0.1/",
    "https://10.0.0.1/",
    "https://100.64.0.1/",
    "https://169.254.169.254/latest",
    "https://172.16.0.1/",
    "https://172.31.255.255/",
    "https://192.168.1.1/",
    "https://224.0.0.1/",
    "https://255.255.255.255/",
    "https://0.0.0.0/",
    "https://[::]/",
    "https://[::1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://[::ffff:0a00:0001]/",
    "https://[::10.0.0.1]/",
    "https://[64:ff9b::10.0.0.1]/",
    "https://[2002:0a00:0001::1]/",
    "https://[2001::1]/",
    "https://[2001:db8::1]/",
    "https://[fe80::1]/",
    "https://[fc00::1]/",
    "https://[fd12:3456::1]/",
    "https://[ff02::1]/",
    "https://１０.0.0.1/",
    "https://rahoittaja.example/#a",
    "rahoittaja.example",
    "",
  ])("and not to %s", (url) => {
    expect(target(url)).toBeNull();
  });

  test("but for the one origin that a deployment trusts", () => {
    const trusted = "http://10.0.0.7:8080";
    expect(target("http://10.0.0.7:8080/hook", trusted)).toBe("http://10.0.0.7:8080/hook");
    expect(target("http://10.0.0.7:8081/hook", trusted)).toBeNull();
  });
});

test("only 2xx is a success, and waits grow until there is none", () => {
  expect([200, 204, 301, 307, 404, 500].map(problemOf)).toEqual([
    null,
    null,
    "redirect",
    "redirect",
    "status",
    "status",
  ]);
  const waits = Array.from({ length: attemptsMax }, (_, index) => waitAfter(index + 1));
  expect(waits).toEqual([...WAITS, null]);
});
