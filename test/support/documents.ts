import type {
  DocumentCell,
  DocumentMilestone,
  PlainFigures,
  ReportDocument,
} from "../../worker/reporting/contract/document.ts";

type Size = { readonly milestones?: number; readonly municipalities?: number };

const counts = { no_data: 1, not_started: 1, in_progress: 1, paused: 0, done: 2 };
const figures: PlainFigures = {
  counts: { ...counts, cancelled: 0, not_applicable: 0 },
  schedules: {
    upcoming: 1,
    on_time: 1,
    at_risk: 0,
    late: 1,
    done_on_time: 1,
    done_late: 1,
    none: 0,
  },
  evidence: { none: 3, partial: 0, submitted: 1, accepted: 1, rejected: 0 },
  percent: 50,
  late: 1,
  atRisk: 0,
  stale: 1,
  disagreeing: 1,
  lastConfirmedAt: "2024-11-20T08:00:00.000Z",
  done: 2,
  counted: 4,
  doneWeight: 2,
  countedWeight: 4,
  leftOut: { noData: 1, cancelled: 0, notApplicable: 0 },
};

function milestoneOf(number: number): DocumentMilestone {
  const isTarget = number % 4 === 0;
  return {
    number,
    phase: 1 + ((number - 1) % 3),
    kind: isTarget ? "target" : "milestone",
    scope: isTarget ? "project" : "municipality",
    title: isTarget ? `Tavoite ${number}: tavoitetut nuoret` : `Välitavoite ${number} sovittu`,
    dueOn: "2024-06-30",
    weight: 1,
    unit: isTarget ? "nuorta" : null,
    baseline: isTarget ? 0 : null,
    goal: isTarget ? 1500 : null,
  };
}

const DECLARED = ["done", "in_progress", "not_started", "paused", "no_data"] as const;
const SCHEDULES = ["done_on_time", "late", "upcoming", "at_risk", "none"] as const;

function cellOf(milestone: number, municipality: string, at: number): DocumentCell {
  const declared = DECLARED[at % DECLARED.length] ?? "done";
  const isDone = declared === "done";
  return {
    milestone,
    municipality,
    declared,
    schedule: SCHEDULES[at % SCHEDULES.length] ?? "none",
    evidence: isDone ? "accepted" : "none",
    value: municipality === "all" ? 812.5 : null,
    suggestion: null,
    grantedDueOn: "2024-05-31",
    dueOn: "2024-06-30",
    reportedOn: "2024-06-15",
    forecastOn: declared === "in_progress" ? "2025-01-31" : null,
    doneOn: isDone ? "2024-06-14" : null,
    confirmedOn: declared === "no_data" ? null : "2024-11-20",
    stale: false,
    reason: declared === "paused" ? "Työntekijä vaihtuu; uusi aloittaa tammikuussa." : null,
    unblock: declared === "paused" ? "Rekrytointi päättyy." : null,
  };
}

const registers: Pick<
  ReportDocument,
  "risks" | "deviations" | "amendments" | "changes" | "sections"
> = {
  risks: [
    {
      number: 1,
      title: "Työntekijät vaihtuvat",
      description: "Kokemus katoaa.",
      likelihood: 4,
      significance: 4,
      level: 16,
      mitigation: "Työparit",
      owner: "projektipäällikkö",
      links: [],
      reviewedOn: "2024-09-01",
      reviewDueOn: "2025-09-01",
      reviewOverdue: false,
      state: "open",
      closedBecause: null,
    },
  ],
  deviations: [
    {
      number: 1,
      title: "Aloitus siirtyi",
      cause: "Rekrytointi kesti.",
      effect: "Kaksi kuukautta myöhässä.",
      correctiveAction: "Aloitus tammikuussa.",
      owner: "projektipäällikkö",
      noticedOn: "2024-10-01",
      risk: 1,
      links: [],
      resolvedOn: null,
      state: "open",
    },
  ],
  amendments: [
    {
      number: 1,
      title: "Uusi määräaika",
      reason: "Kunta tuli mukaan myöhemmin.",
      reference: "§ 12",
      decidedOn: "2024-03-01",
      changes: [
        {
          kind: "change",
          from: [{ number: 1, title: "Välitavoite 1" }],
          into: [],
          fields: ["dueOn"],
        },
      ],
    },
  ],
  changes: {
    since: "2024-06-03T09:00:00.000Z",
    report: 2,
    edition: 1,
    name: "Väliraportti 1/2024",
    before: { percent: 25, done: 1, late: 0, atRisk: 1, stale: 0 },
    after: { percent: 50, done: 2, late: 1, atRisk: 0, stale: 1 },
    kinds: [{ kind: "done", count: 1 }],
    moves: [
      {
        milestone: 1,
        title: "Välitavoite 1 sovittu",
        municipality: "001",
        name: "Kunta 001 Äöå",
        kind: "done",
        before: {
          declared: "in_progress",
          schedule: "at_risk",
          evidence: "none",
          value: null,
          dueOn: "2024-05-31",
          forecastOn: "2024-07-31",
          doneOn: null,
        },
        after: {
          declared: "done",
          schedule: "done_on_time",
          evidence: "accepted",
          value: null,
          dueOn: "2024-06-30",
          forecastOn: null,
          doneOn: "2024-06-14",
        },
      },
    ],
  },
  sections: [
    {
      key: "summary",
      kind: "summary",
      title: null,
      guidance: null,
      required: true,
      text: "Syksyllä toiminta laajeni.\n\nNeljä kuntaa aloitti.",
    },
    { key: "measures", kind: "measures", title: null, guidance: null, required: true, text: "" },
    {
      key: "networks",
      kind: "networks",
      title: { fi: "Vertaisverkostot", sv: "Kamratnätverk", en: "Peer networks" },
      guidance: null,
      required: false,
      text: "",
    },
  ],
};

/** A report of so many milestones and municipalities, to write formats from. */
export function aDocument({ milestones = 6, municipalities = 3 }: Size = {}): ReportDocument {
  const plan = Array.from({ length: milestones }, (_, index) => milestoneOf(index + 1));
  const places = Array.from({ length: municipalities }, (_, index) => {
    const code = String(index + 1).padStart(3, "0");
    return { code, nameFi: `Kunta ${code} Äöå`, nameSv: `Kommun ${code} Äöå`, figures };
  });
  const codesOf = ({ scope }: DocumentMilestone) =>
    scope === "project" ? ["all"] : places.map(({ code }) => code);
  return {
    form: "etappi.report",
    version: "1.0",
    edition: 2,
    asOf: "2024-12-03T09:00:00.000Z",
    date: "2024-12-03",
    service: "https://etappi.example",
    report: {
      number: 3,
      name: "Väliraportti 2/2024",
      message: "Syksyn tilanne.",
      period: {
        name: "Heinä–joulukuu 2024",
        kind: "interim",
        startsOn: "2024-07-01",
        endsOn: "2024-12-31",
        dueOn: "2025-01-31",
      },
      correction: {
        number: 1,
        edition: 1,
        reason: "Tavoitteen 4 arvo oli väärästä kuukaudesta.",
        at: "2024-12-02T10:00:00.000Z",
      },
    },
    project: {
      slug: "hoppu",
      name: "Hoppu: nuorten etsivä sosiaalityö verkossa",
      summary: "Verkossa tehtävä etsivä sosiaalityö jokaisen kunnan nuorille.",
      leadOrganisation: "Pirkanmaan hyvinvointialue",
      grantReference: "VN/0000/2023",
      startsOn: "2023-01-01",
      endsOn: "2025-12-31",
      stage: "developing",
    },
    programme: {
      slug: "rrp",
      name: "Suomen kestävän kasvun ohjelma",
      funder: "Euroopan unioni – NextGenerationEU",
      visibilityText: {
        fi: "Euroopan unionin rahoittama – NextGenerationEU",
        sv: "Finansieras av Europeiska unionen – NextGenerationEU",
        en: "Funded by the European Union – NextGenerationEU",
      },
      emblem: "eu",
      retainUntil: "2032-12-31",
      retentionBasis: "Laki 537/2022 § 18",
    },
    budget: { granted: 480_000, used: 312_345.67 },
    phases: [1, 2, 3].map((number) => ({
      number,
      name: `Vaihe ${number}`,
      startsOn: `${2022 + number}-01-01`,
      endsOn: `${2022 + number}-12-31`,
      figures,
    })),
    municipalities: places,
    total: figures,
    milestones: plan,
    cells: plan.flatMap((milestone) =>
      codesOf(milestone).map((code, at) =>
        cellOf(milestone.number, code, at + milestone.number - 1),
      ),
    ),
    targets: plan
      .filter(({ kind }) => kind === "target")
      .map(({ number, title, unit, baseline, goal }) => ({
        milestone: number,
        title,
        unit,
        baseline,
        goal,
        value: 812.5,
        reached: 0,
        counted: 1,
        unknown: 0,
      })),
    evidence:
      milestones === 0
        ? []
        : [
            {
              id: "01970000-0000-7000-8000-000000000001",
              milestone: 1,
              municipalities: ["001"],
              kind: "file",
              title: "Sopimus",
              url: null,
              fileName: "sopimus.pdf",
              digest: "a".repeat(64),
              size: 12_345,
              state: "accepted",
              addedOn: "2024-06-14",
            },
          ],
    ...registers,
  };
}

/** What people write, or paste, that has broken files before. */
export const AWKWARD = [
  "=cmd()",
  "+1",
  "@SUM(1)",
  "\u202Ekäännetty",
  "👩‍👧 perhe",
  "a\u0308a\u0308nne",
  "<b>lihava</b> & ]]>",
  'lainaus " ja ; ja ,',
  "rivi\ntoinen",
  "_x0041_",
  "ohjaus\u0001merkki",
  "puolikas \uD83D",
  "pitkä ".repeat(300),
] as const;

/** A report whose texts are all of that kind: each is the title of a milestone and a reason. */
export function aHostileDocument(): ReportDocument {
  const document = aDocument({ milestones: AWKWARD.length, municipalities: 2 });
  const textOf = (number: number) => AWKWARD[(number - 1) % AWKWARD.length] ?? "";
  return {
    ...document,
    report: { ...document.report, name: AWKWARD[0], message: AWKWARD[6] },
    project: { ...document.project, name: AWKWARD[6], summary: AWKWARD[8] },
    milestones: document.milestones.map((one) => ({ ...one, title: textOf(one.number) })),
    cells: document.cells.map((one) => ({ ...one, reason: textOf(one.milestone) })),
    targets: document.targets.map((one) => ({ ...one, title: textOf(one.milestone) })),
    evidence: document.evidence.map((one) => ({ ...one, title: AWKWARD[7] })),
    risks: document.risks.map((one) => ({ ...one, title: AWKWARD[2] })),
    sections: document.sections.map((one) => ({
      ...one,
      text: `${AWKWARD.join("\n")}\n${"ä".repeat(18_000)}`,
    })),
  };
}
