import type { StatusMessages } from "./fi.ts";

/** What the status page says of its map, its dates and its matrix, in English. */
export const en: StatusMessages = {
  others: (count) => `${count} ${count === 1 ? "other" : "others"}`,
  attention: {
    title: "Needs attention",
    all: "All with reasons",
  },
  coming: {
    title: "Coming up",
    none: "No open due dates ahead.",
    gate: (phase, name) => `Phase ${phase} ends: ${name}`,
    open: { one: "open in # municipality", other: "open in # municipalities" },
    project: "Whole project",
    inDays: { one: "# day", other: "# days" },
    today: "today",
  },
  whole: {
    title: "Milestones for the whole project",
    done: (done, all) => `${done}/${all} done`,
  },
  map: {
    choose: "What the map shows",
    help: "Each municipality is a tile of the same size, roughly in its own place. Move with the arrow keys, open a municipality with Enter.",
    groups: { kinds: "All milestones", phases: "Phases", milestones: "Milestones" },
    measures: {
      percent: "Done",
      late: "Late",
      evidence: "Evidence given",
      freshness: "Days since confirmed",
    },
    phase: (phase, name) => `Phase ${phase}: ${name}`,
    days: (days) => `${days} d`,
    units: {
      percent: "share done",
      late: "number late",
      evidence: "share of what is asked",
      freshness: "days since last confirmed",
      phase: "share of the phase done",
      milestone: "status",
    },
    lateCount: (count) => `${count} late`,
    legend: "Key",
    nothing: "nothing to count",
    never: "never confirmed",
    over: (days) => `over ${days} d`,
    atLeast: (count) => `${count} or more`,
    caption: "Municipalities: done, late, confirmed and the phases",
    municipality: "Municipality",
  },
  findings: {
    unknown: "There is nothing to count for any municipality yet",
    all: (all) => `All ${all} municipalities have everything done`,
    some: (done, all) =>
      `${done} of ${all} municipalities ${done === 1 ? "has" : "have"} everything done`,
    none: (all) => `None of the ${all} municipalities has everything done yet`,
    atZero: (names, count) => `; ${names} ${count === 1 ? "is" : "are"} still at zero`,
    late: (count, places, most) =>
      `${count} late in ${places} ${places === 1 ? "municipality" : "municipalities"}; most in ${most}`,
    nothingLate: "Nothing is late in any municipality",
    evidence: (done, all) =>
      `${done} of ${all} municipalities ${done === 1 ? "has" : "have"} given all the evidence asked for`,
    stale: (count, names) =>
      `${count} ${count === 1 ? "municipality is" : "municipalities are"} out of date: ${names}`,
    fresh: "Every municipality was confirmed in time",
    knownDone: (count) =>
      `; in ${count} ${count === 1 ? "municipality" : "municipalities"} all that counts is done, but something is open or unknown`,
    neverAny: "No municipality has ever been confirmed",
    noneStale: "Nothing that was confirmed is out of date",
    never: (count, names) =>
      `; ${count} ${count === 1 ? "municipality was" : "municipalities were"} never confirmed: ${names}`,
    neverPartly: (count) =>
      `; in ${count} ${count === 1 ? "municipality" : "municipalities"} some cells were never confirmed`,
    milestone: (title, done, all) => `${title}: done in ${done} of ${all} municipalities`,
    milestoneLate: (late) => `, late in ${late}`,
    milestoneNothing: (title) => `${title}: nothing to count in any municipality`,
    milestoneUnknown: (names) => `, no data from ${names}`,
  },
  matrix: {
    title: "Milestones by municipality",
    help: "Move with the arrow keys, open a cell with Enter.",
    caption: "Municipalities in rows, milestones in columns",
    municipality: "Municipality",
    total: "Done",
    late: "Late",
    confirmed: "Confirmed",
    confirmedFull: "Last confirmed",
    doneOf: (done, all) => `${done}/${all} done`,
    sortBy: (column) => `Sort by: ${column}`,
    fold: (phase) => `Fold phase ${phase} into one column`,
    unfold: (phase) => `Show the milestones of phase ${phase}`,
    share: "Share",
    legend: "Key",
    stale: "Out of date",
    disagreeing: "In disagreement",
    evidence: (evidence) => `Evidence: ${evidence}`,
    find: "Find a municipality",
    phase: "Phase",
    allPhases: "All phases",
    density: "Row height",
    compact: "Compact",
    roomy: "Roomy",
    shown: (rows, allRows, cells, allCells) =>
      `Municipalities ${rows}/${allRows}, cells ${cells}/${allCells}`,
    clear: "Clear filters",
    empty: "No municipality matches.",
  },
};
