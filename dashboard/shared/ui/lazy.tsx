import type { FunctionComponent } from "preact";
import { lazy as loadLater } from "preact-iso";
import { awaited } from "../asked.ts";
import { Broken } from "./broken.tsx";

/**
 * A page that is loaded when it is needed. One that cannot be (the connection is gone, or a new
 * version of the service has replaced its file) says so in its place.
 */
export function lazy<Props extends object>(load: () => Promise<FunctionComponent<Props>>) {
  return loadLater(() => awaited(load()).catch((): FunctionComponent<Props> => Broken));
}
