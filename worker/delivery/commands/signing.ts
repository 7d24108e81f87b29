import { Refusal } from "../../kernel/refusal.ts";
import type { Settings } from "../../platform/settings.ts";

const encoder = new TextEncoder();

/**
 * What signs a webhook's messages, as Standard Webhooks writes it. It is worked out from the
 * deployment's own secret and the webhook's name, so that it is kept nowhere. Refuses with `locked`
 * where the deployment has no secret.
 */
export async function secretOf(
  { authSecret }: Pick<Settings, "authSecret">,
  webhook: string,
): Promise<string> {
  if (authSecret === null) throw new Refusal("locked", (say) => say.nothingToSignWith());
  const bytes = await authenticated(encoder.encode(authSecret), `webhook ${webhook}`);
  return `whsec_${base64Of(bytes)}`;
}

/** The headers that say who sent a message and when (Standard Webhooks 1). */
export async function signatureOf(
  secret: string,
  { id, seconds, body }: { readonly id: string; readonly seconds: number; readonly body: string },
): Promise<Record<string, string>> {
  const key = Uint8Array.from(atob(secret.slice("whsec_".length)), (one) => one.charCodeAt(0));
  const signature = base64Of(await authenticated(key, `${id}.${seconds}.${body}`));
  return {
    "webhook-id": id,
    "webhook-timestamp": String(seconds),
    "webhook-signature": `v1,${signature}`,
  };
}

async function authenticated(key: Uint8Array, text: string): Promise<Uint8Array> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const imported = await crypto.subtle.importKey("raw", Uint8Array.from(key), algorithm, false, [
    "sign",
  ]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, encoder.encode(text)));
}

const base64Of = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
