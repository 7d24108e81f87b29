/** Ends of names that mean something in one network alone (RFC 6761, RFC 6762, RFC 8375, RFC 9476). */
const PRIVATE_ENDS = [
  "localhost",
  "localdomain",
  "local",
  "internal",
  "intranet",
  "lan",
  "home",
  "corp",
  "private",
  "arpa",
  "onion",
  "alt",
  "invalid",
  "test",
];

/** IPv4 that is nobody's on the Internet (IANA's registry of special addresses), with its bits. */
const SPECIAL_IPV4: readonly (readonly [address: string, bits: number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];

/** Of 2000::/3, which is all that is routed: what is for experiments, examples, or holds an IPv4. */
const SPECIAL_IPV6 = [/^2001:1?[0-9a-f]{0,2}:/, /^2001:db8:/, /^2002:/, /^3fff:/];

/**
 * The address to send to, as a browser would write it; null where it is not https, names a user, or
 * leads to no public place. Whatever way an IPv4 is written in, octal, hexadecimal, as one number or
 * inside an IPv6, is read as the address that it is. `trusted` is an origin that the deployment
 * allows besides; `own` the service's, which is no target.
 */
export function targetOf(
  written: string,
  { trusted, own }: { readonly trusted: string | null; readonly own: string },
): string | null {
  const url = URL.canParse(written) ? new URL(written) : null;
  if (!url || url.username !== "" || url.password !== "" || url.hash !== "") return null;
  if (trusted !== null && url.origin === trusted) return url.href;
  if (url.protocol !== "https:" || url.origin === own) return null;
  return isPublic(url.hostname) ? url.href : null;
}

function isPublic(host: string): boolean {
  if (host.startsWith("[")) return isPublicIpv6(host.slice(1, -1));
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return isPublicIpv4(host);
  const labels = host.replace(/\.$/, "").split(".");
  // An empty label makes no name, and a second dot at the end would hide what it ends with.
  if (labels.includes("")) return false;
  return labels.length > 1 && !PRIVATE_ENDS.includes(labels.at(-1) ?? "");
}

const isPublicIpv4 = (host: string) =>
  !SPECIAL_IPV4.some(([address, bits]) => {
    const size = 2 ** (32 - bits);
    return Math.floor(numberOf(host) / size) === Math.floor(numberOf(address) / size);
  });

const numberOf = (address: string) =>
  address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);

/** `URL` has written it in its shortest form, in lower case. */
const isPublicIpv6 = (host: string) =>
  /^[23][0-9a-f]{3}:/.test(host) && !SPECIAL_IPV6.some((special) => special.test(host));
