import type { Language } from "../../kernel/language.ts";
import type { AmendmentKind, PLANNED_OF_MILESTONE, PLANNED_OF_PROJECT } from "../terms.ts";

type Field = (typeof PLANNED_OF_MILESTONE)[number] | (typeof PLANNED_OF_PROJECT)[number];

type Words = {
  readonly kinds: Readonly<Record<AmendmentKind, string>>;
  /** What an amendment changes of a milestone or of the project. */
  readonly fields: Readonly<Record<Field, string>>;
};

/** What amendments do, as people read it. */
export const WORDS: Readonly<Record<Language, Words>> = {
  fi: {
    kinds: {
      add: "Lisätty",
      change: "Muutettu",
      cancel: "Peruttu",
      supersede: "Korvattu",
      merge: "Yhdistetty",
      split: "Jaettu",
      project: "Hanketta muutettu",
    },
    fields: {
      phase: "Vaihe",
      title: "Nimi",
      description: "Kuvaus",
      verification: "Miten todennetaan",
      dueOn: "Määräpäivä",
      dueOnByMunicipality: "Kuntakohtaiset määräpäivät",
      weight: "Paino",
      unit: "Yksikkö",
      baseline: "Lähtötaso",
      goal: "Tavoitearvo",
      evidenceKinds: "Vaadittavat todenteet",
      measure: "Mistä ehdotus lasketaan",
      startsOn: "Hanke alkaa",
      endsOn: "Hanke päättyy",
      phases: "Vaiheet",
      municipalities: "Kunnat",
    },
  },
  sv: {
    kinds: {
      add: "Tillagt",
      change: "Ändrat",
      cancel: "Inställt",
      supersede: "Ersatt",
      merge: "Sammanslaget",
      split: "Delat",
      project: "Projektet ändrat",
    },
    fields: {
      phase: "Fas",
      title: "Namn",
      description: "Beskrivning",
      verification: "Hur det verifieras",
      dueOn: "Förfallodatum",
      dueOnByMunicipality: "Kommunvisa förfallodatum",
      weight: "Vikt",
      unit: "Enhet",
      baseline: "Utgångsläge",
      goal: "Målvärde",
      evidenceKinds: "Verifikat som krävs",
      measure: "Vad förslaget räknas ur",
      startsOn: "Projektet börjar",
      endsOn: "Projektet slutar",
      phases: "Faser",
      municipalities: "Kommuner",
    },
  },
  en: {
    kinds: {
      add: "Added",
      change: "Changed",
      cancel: "Cancelled",
      supersede: "Superseded",
      merge: "Merged",
      split: "Split",
      project: "Project changed",
    },
    fields: {
      phase: "Phase",
      title: "Name",
      description: "Description",
      verification: "How it is verified",
      dueOn: "Due date",
      dueOnByMunicipality: "Due dates by municipality",
      weight: "Weight",
      unit: "Unit",
      baseline: "Baseline",
      goal: "Goal value",
      evidenceKinds: "Evidence required",
      measure: "What the suggestion counts",
      startsOn: "Project starts",
      endsOn: "Project ends",
      phases: "Phases",
      municipalities: "Municipalities",
    },
  },
};
