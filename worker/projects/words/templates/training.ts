import { milestone, target, type Template } from "./template.ts";

export const training: Template = {
  name: { fi: "Koulutusohjelma", sv: "Utbildningsprogram", en: "Training programme" },
  summary: {
    fi: "Ryhmät kootaan, koulutuspäivät pidetään ja opittu viedään työyksiköihin.",
    sv: "Grupper samlas, studiedagar hålls och det inlärda förs till enheterna.",
    en: "Groups are formed, study days held, and what was learnt is taken to work units.",
  },
  phases: [
    { fi: "Haku ja aloitus", sv: "Ansökan och start", en: "Applications and start" },
    { fi: "Koulutuspäivät", sv: "Studiedagar", en: "Study days" },
    { fi: "Käyttöön vieminen", sv: "Ibruktagande", en: "Taking into use" },
  ],
  milestones: [
    milestone({
      phase: 1,
      scope: "project",
      title: { fi: "Ryhmät täynnä", sv: "Grupperna fulla", en: "Groups are full" },
      verification: {
        fi: "Ilmoittautuneiden määrä.",
        sv: "Antal anmälda.",
        en: "Numbers enrolled.",
      },
      share: 0.8,
    }),
    target({
      phase: 2,
      scope: "project",
      title: { fi: "Koulutuspäivät pidetty", sv: "Studiedagar hållna", en: "Study days held" },
      verification: {
        fi: "Ohjelma ja läsnäolot.",
        sv: "Program och närvaro.",
        en: "Programme and attendance.",
      },
      share: 1,
      unit: { fi: "päivää", sv: "dagar", en: "days" },
      goal: 10,
    }),
    milestone({
      phase: 3,
      title: {
        fi: "Opittu työtapa käytössä yksikössä",
        sv: "Det inlärda arbetssättet används i enheten",
        en: "What was learnt is in use in the unit",
      },
      verification: {
        fi: "Esihenkilön vahvistus.",
        sv: "Chefens bekräftelse.",
        en: "Confirmation by the manager.",
      },
      share: 0.9,
      weight: 2,
    }),
  ],
};
