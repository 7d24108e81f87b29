import { describe, expect, test } from "vitest";
import { addressOf, neighbourhoodOf, networkOf } from "../../../worker/platform/network.ts";

describe("the address of a request", () => {
  test("is what Cloudflare says, and nothing that the request says of itself", () => {
    const headers = new Headers({
      "cf-connecting-ip": "203.0.113.7",
      "x-forwarded-for": "198.51.100.1",
      "x-real-ip": "198.51.100.2",
      forwarded: "for=198.51.100.3",
      "true-client-ip": "198.51.100.4",
    });
    expect(addressOf(headers)).toBe("203.0.113.7");
    headers.delete("cf-connecting-ip");
    expect(addressOf(headers)).toBe("");
  });
});

describe("a neighbourhood", () => {
  test.each([
    ["203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:0db8:0001:0002:0000:0000:0000:0001", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["2001:db8:1:2::", "2001:db8:1:2::/64"],
    ["", ""],
  ])("of %s is %s", (address, neighbourhood) => {
    expect(neighbourhoodOf(address)).toBe(neighbourhood);
  });

  test("is the same for every way of writing one network, and another for the next one", () => {
    const written = ["2001:db8:0:5::1", "2001:db8:0:5:ffff::", "2001:0DB8:0000:0005:1:2:3:4"];
    expect(new Set(written.map(neighbourhoodOf)).size).toBe(1);
    expect(neighbourhoodOf("2001:db8:0:6::1")).not.toBe(neighbourhoodOf("2001:db8:0:5::1"));
  });
});

describe("a network in the log", () => {
  test.each([
    ["203.0.113.7", "203.0.113.0/24"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
    ["2001:db8::1", "2001:db8:0::/48"],
    ["::1", "0:0:0::/48"],
    ["", ""],
    ["unknown", ""],
    ["203.0.113", ""],
  ])("of %s is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  test("of an IPv4 address within IPv6 does not give the address away", () => {
    expect(networkOf("::ffff:203.0.113.7")).not.toContain("113.7");
    expect(neighbourhoodOf("::ffff:203.0.113.7")).not.toBe(neighbourhoodOf("2001:db8::1"));
  });

  test.each(["1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::9", ":::", ":", "x", "fe80::1%eth0"])(
    "of the malformed address %s is no error",
    (address) => {
      expect(() => [networkOf(address), neighbourhoodOf(address)]).not.toThrow();
    },
  );
});
