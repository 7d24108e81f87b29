import { useState } from "preact/hooks";
import { PROJECT_ROLES, type ProjectRole } from "../../worker/kernel/permissions.ts";
import type { Problem } from "../shared/api.ts";
import { messages } from "../shared/i18n.ts";
import { ChoiceField, wrongAt } from "../shared/ui/field.tsx";
import { textOf } from "../shared/ui/form.tsx";
import { PickList } from "../shared/ui/pick-list.tsx";
import type { Place } from "./places.ts";
import { words } from "./words.ts";

type Offer = {
  readonly role: ProjectRole;
  readonly municipalities: readonly string[];
  readonly deputyFor: readonly string[];
};

/** A role and, for a contact, the municipalities that they speak for and stand in for. */
export function OfferFields({
  offer,
  places,
  problem,
}: {
  offer: Offer;
  places: readonly Place[];
  problem: Problem | null;
}) {
  const say = words.value;
  const [role, setRole] = useState(offer.role);
  const { lead, contact, steering, funder } = messages.value.roles;
  return (
    <>
      <ChoiceField
        label={say.role}
        name="role"
        value={role}
        choices={{ lead, contact, steering, funder }}
        problem={problem}
        onChoose={(chosen) => setRole(asRole(chosen) ?? role)}
      />
      {role === "contact" && <PlaceFields offer={offer} places={places} problem={problem} />}
    </>
  );
}

/** The municipalities of a contact. */
export function PlaceFields({
  offer: { municipalities, deputyFor },
  places,
  problem,
}: {
  offer: Pick<Offer, "municipalities" | "deputyFor">;
  places: readonly Place[];
  problem: Problem | null;
}) {
  const say = words.value;
  return (
    <>
      <PickList
        label={say.municipalities}
        name="municipalities"
        choices={places}
        picked={municipalities}
        wrong={wrongAt(problem, "municipalities")}
        say={say.pick}
      />
      <details open={deputyFor.length > 0 || wrongAt(problem, "deputyFor") !== undefined}>
        <summary>{say.deputyFor}</summary>
        <PickList
          label={say.deputyHelp}
          name="deputyFor"
          choices={places}
          picked={deputyFor}
          wrong={wrongAt(problem, "deputyFor")}
          say={say.pick}
        />
      </details>
    </>
  );
}

const asRole = (text: string | null) => PROJECT_ROLES.find((role) => role === text);

/** What `PlaceFields` hold. */
export function placesOf(form: FormData) {
  const codes = (name: string) => form.getAll(name).map(String);
  return { municipalities: codes("municipalities"), deputyFor: codes("deputyFor") };
}

/** What `OfferFields` hold. */
export function offerOf(form: FormData) {
  return { role: asRole(textOf(form, "role")), ...placesOf(form) };
}
