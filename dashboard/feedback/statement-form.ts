import type { Shortcoming, StatementView } from "../../worker/feedback/contract/statement.ts";
import { CONFORMANCES } from "../../worker/feedback/terms.ts";
import { textOf } from "../shared/ui/form.tsx";

/** What the form holds, as it is sent, and shown beforehand. */
export function statementOf(form: FormData, shortcomings: readonly string[]) {
  const text = (name: string) => textOf(form, name) ?? "";
  const each = (name: string) => ({
    fi: text(`${name}.fi`),
    sv: text(`${name}.sv`),
    en: text(`${name}.en`),
  });
  return {
    serviceName: each("serviceName"),
    conformance: CONFORMANCES.find((one) => one === form.get("conformance")) ?? "partial",
    assessedOn: text("assessedOn"),
    assessedHow: each("assessedHow"),
    shortcomings: shortcomings.map((path): Shortcoming => ({
      what: each(`${path}.what`),
      why: each(`${path}.why`),
      criterion: text(`${path}.criterion`),
      alternative: each(`${path}.alternative`),
      resolveBy: textOf(form, `${path}.resolveBy`),
    })),
    otherwise: each("otherwise"),
    contactEmail: text("contactEmail"),
    authority: {
      name: each("authority.name"),
      url: each("authority.url"),
      contact: each("authority.contact"),
    },
  };
}

/** The same as it would be seen. */
export function shownAs(said: ReturnType<typeof statementOf>, now: StatementView): StatementView {
  return { ...now, ...said, assessedOn: said.assessedOn || null };
}
