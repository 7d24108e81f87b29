/** Where a request came from. Only Cloudflare's own header is believed, never `x-forwarded-for`. */
export function addressOf(headers: Headers): string {
  return headers.get("cf-connecting-ip") ?? "";
}

/** What one household or office shares, as far as limits go: an IPv4 address, or an IPv6 /64. */
export function neighbourhoodOf(address: string): string {
  return address.includes(":") ? `${groupsOf(address).slice(0, 4).join(":")}::/64` : address;
}

/** A network that names no device: /24 of IPv4, /48 of IPv6. Empty where nothing is known. */
export function networkOf(address: string): string {
  if (address.includes(":")) return `${groupsOf(address).slice(0, 3).join(":")}::/48`;
  const parts = address.split(".");
  return parts.length === 4 ? `${parts.slice(0, 3).join(".")}.0/24` : "";
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = "", tail] = address.toLowerCase().split("::");
  const before = head.split(":").filter((group) => group !== "");
  const after = (tail ?? "").split(":").filter((group) => group !== "");
  const zeros =
    tail === undefined
      ? []
      : Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  return [...before, ...zeros, ...after].map((group) => group.replace(/^0+(?=.)/, ""));
}
