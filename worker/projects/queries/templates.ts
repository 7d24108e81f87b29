import { assertMay } from "../../kernel/permissions.ts";
import type { Deps } from "../../platform/env.ts";
import type { TemplateView } from "../contract/templates.ts";
import { templatesIn } from "../domain/templates.ts";

/** The plans that come with the service, in the reader's language. Refuses with `forbidden`. */
export function listTemplates({
  actor,
  language,
}: Pick<Deps, "actor" | "language">): TemplateView[] {
  assertMay(actor, "project.create");
  return templatesIn(language);
}
