import type { TemplateName } from "../../terms.ts";
import { network } from "./network.ts";
import { pilot } from "./pilot.ts";
import type { Template } from "./template.ts";
import { training } from "./training.ts";

/** The plans that come with the service. */
export const LIBRARY: Readonly<Record<TemplateName, Template>> = { pilot, training, network };
