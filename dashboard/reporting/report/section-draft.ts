import { signal } from "@preact/signals";
import type { ReportDetail, SectionView } from "../../../worker/reporting/contract/reports.ts";
import { get, Problem, send } from "../../shared/api.ts";
import { queries, refresh } from "../../shared/query.ts";
import { session } from "../../shared/session.ts";
import { keep, keptKey, leftBehind, ownKey, type Place, takeOver } from "./kept.ts";

/** So long one may pause in typing before what is typed is saved. */
const pauseMs = 3000;
const retryMs = 10_000;

type Saved = Pick<SectionView, "text" | "version">;

type DraftState = {
  /** What is typed and not saved; null where all is saved. */
  readonly typed: string | null;
  /** What the service had when typing began. */
  readonly base: Saved;
  readonly phase: "still" | "typing" | "saving" | "offline" | "refused" | "stale";
  readonly problem: Problem | null;
  readonly savedAt: Date | null;
  /** Whether what is typed is kept on this device. */
  readonly isKept: boolean;
  /** Whether it was found on this device, from before the page was opened. */
  readonly isRestored: boolean;
  /** What somebody else saved meanwhile. */
  readonly theirs: Saved | null;
};

export type SectionDraft = ReturnType<typeof makeDraft>;

const drafts = new Map<string, SectionDraft>();

/** What one person writes in a section; it outlives the page, and what is not saved the window. */
export function draftOf(place: Place, saved: Saved): SectionDraft {
  const person = session.value?.actor?.id ?? "";
  const key = keptKey(person, place);
  const found = drafts.get(key) ?? makeDraft(place, key, { person, saved });
  drafts.set(key, found);
  return found;
}

// Closing the window asks first, also where the device keeps the text.
addEventListener("beforeunload", (event) => {
  const isUnsaved = [...drafts.values()].some(
    ({ state, person }) => state.value.typed !== null && session.value?.actor?.id === person,
  );
  if (isUnsaved) event.preventDefault();
});

/** Saves all that is typed in a report; answers the sections that could not be. */
export async function flushReport(project: string, number: number): Promise<string[]> {
  const own = [...drafts.values()].filter(
    ({ place }) => place.project === project && place.number === number,
  );
  const saved = await Promise.all(own.map((draft) => draft.flush()));
  return own.filter((_, index) => !saved[index]).map(({ place }) => place.section);
}

/** As the service keeps a text. */
const asSaved = (text: string) => text.normalize("NFC").trim();

const nothingTyped = (base: Saved): DraftState => ({
  typed: null,
  base,
  phase: "still",
  problem: null,
  savedAt: null,
  isKept: true,
  isRestored: false,
  theirs: null,
});

function makeDraft(place: Place, key: string, { person, saved }: { person: string; saved: Saved }) {
  const path = `/api/projects/${place.project}/reports/${place.number}`;
  const state = signal(nothingTyped(saved));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let flushing: Promise<boolean> | null = null;

  const put = (more: Partial<DraftState>) => {
    state.value = { ...state.value, ...more };
  };
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };
  const settle = (base: Saved, savedAt = state.value.savedAt) => {
    keep(ownKey(key), null);
    state.value = { ...nothingTyped(base), savedAt };
  };
  const type = (text: string) => {
    const { base, theirs } = state.value;
    const isKept = keep(ownKey(key), { text, version: base.version });
    put({ typed: text, phase: theirs ? "stale" : "typing", problem: null, isKept });
    if (!theirs) later(pauseMs);
  };
  const flush = (): Promise<boolean> => {
    clearTimeout(timer);
    flushing ??= save().finally(() => {
      flushing = null;
    });
    return flushing;
  };

  const save = async (): Promise<boolean> => {
    const { typed, base, theirs } = state.value;
    if (typed === null) return true;
    // Another person may have signed in meanwhile: nothing is said in their name.
    if (theirs || session.value?.actor?.id !== person) return false;
    if (asSaved(typed) === base.text) {
      settle(base);
      return true;
    }
    put({ phase: "saving", problem: null });
    const answer = await attempt(() => write(path, place.section, typed, base.version));
    if (!(answer instanceof Problem)) return took(answer, typed);
    return answer.code === "stale" ? meet(typed) : refuse(answer);
  };

  const took = async (base: Saved, sent: string): Promise<boolean> => {
    showSaved(path, place.section, base);
    const { typed } = state.value;
    if (typed === sent || typed === null) {
      settle(base, new Date());
      return true;
    }
    // One typed on while it was being saved: that comes next, on the new version.
    put({ base, savedAt: new Date() });
    type(typed);
    return save();
  };

  /** Somebody else saved first. Where it is the same text, it was this one, whose answer got lost. */
  const meet = async (sent: string): Promise<boolean> => {
    const theirs = await attempt(() => readSection(path, place.section));
    if (theirs instanceof Problem) return refuse(theirs);
    if (theirs.text === asSaved(sent)) return took(theirs, sent);
    showSaved(path, place.section, theirs);
    put({ phase: "stale", theirs });
    return false;
  };

  const refuse = (problem: Problem): boolean => {
    const isLost = problem.code === "offline" || problem.code === "unavailable";
    put({ phase: isLost ? "offline" : "refused", problem });
    if (isLost) later(retryMs);
    // The report may have been locked, or the session have ended: the page reads which.
    else void refresh(path);
    return false;
  };

  /** What the service has now; while something is typed, the text it was typed on stays. */
  const see = (now: Saved) => {
    const { typed, base } = state.value;
    if (typed === null && now.version >= base.version) put({ base: now });
  };

  /** Takes up what a window that is gone kept on this device: one text, and the next another time. */
  const recall = async () => {
    const left = await leftBehind(key);
    const { typed, base } = state.value;
    const found = typed === null && takeOver(key, left, (text) => asSaved(text) === base.text);
    if (!found) return;
    const { text, version, isKept } = found;
    put({ typed: text, base: { ...base, version }, phase: "typing", isKept, isRestored: true });
    later(pauseMs);
  };

  /** Two texts stand beside each other: one of them is to stay. */
  const choose = async (side: "mine" | "theirs") => {
    const { theirs } = state.value;
    if (!theirs) return;
    if (side === "theirs") return settle(theirs);
    put({ base: theirs, theirs: null });
    await flush();
  };

  return { place, state, type, flush, see, recall, choose, person };
}

const write = (path: string, section: string, text: string, version: number) =>
  send<SectionView>("PUT", `${path}/sections/${section}`, { body: { text }, version });

async function readSection(path: string, section: string): Promise<Saved> {
  const { sections } = await get<ReportDetail>(path);
  const { text, version } = sections.find(({ key }) => key === section) ?? { text: "", version: 0 };
  return { text, version };
}

/** The answer, or what the service said no to. */
async function attempt<View>(ask: () => Promise<View>): Promise<View | Problem> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error;
  }
}

/** Puts a saved text where the page reads it, without reading all of the report again. */
function showSaved(path: string, key: string, { text, version }: Saved): void {
  queries.setQueryData<ReportDetail>(
    [path],
    (detail) =>
      detail && {
        ...detail,
        sections: detail.sections.map((one) => (one.key === key ? { ...one, text, version } : one)),
      },
  );
  void refresh(`${path}/sections/${key}/versions`);
}
