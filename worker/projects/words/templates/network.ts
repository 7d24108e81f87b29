import { milestone, target, type Template } from "./template.ts";

export const network: Template = {
  name: { fi: "Vertaisverkosto", sv: "Kollegialt nätverk", en: "Peer network" },
  summary: {
    fi: "Verkosto kootaan, tapaa säännöllisesti ja jatkuu omalla voimallaan.",
    sv: "Ett nätverk samlas, träffas regelbundet och fortsätter av egen kraft.",
    en: "A network is formed, meets regularly and goes on by itself.",
  },
  phases: [
    { fi: "Kokoaminen", sv: "Bildande", en: "Forming" },
    { fi: "Toiminta", sv: "Verksamhet", en: "Working" },
  ],
  milestones: [
    milestone({
      phase: 1,
      title: {
        fi: "Kunnan jäsenet nimetty",
        sv: "Kommunens medlemmar utsedda",
        en: "Members of the municipality named",
      },
      verification: { fi: "Jäsenluettelo.", sv: "Medlemsförteckning.", en: "List of members." },
      share: 0.7,
    }),
    target({
      phase: 2,
      scope: "project",
      title: { fi: "Tapaamiset pidetty", sv: "Träffar hållna", en: "Meetings held" },
      verification: { fi: "Muistiot.", sv: "Minnesanteckningar.", en: "Minutes." },
      share: 1,
      unit: { fi: "tapaamista", sv: "träffar", en: "meetings" },
      goal: 10,
    }),
    milestone({
      phase: 2,
      scope: "project",
      title: {
        fi: "Jatko sovittu",
        sv: "Fortsättningen överenskommen",
        en: "Continuation agreed",
      },
      verification: {
        fi: "Nimetty koordinaattori.",
        sv: "Utsedd koordinator.",
        en: "Coordinator named.",
      },
      share: 0.9,
    }),
  ],
};
