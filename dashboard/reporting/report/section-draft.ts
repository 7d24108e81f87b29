import { signal } from "@preact/signals";
import type { ReportDetail, SectionView } from "../../../worker/reporting/contract/reports.ts";
import { get, Problem, send } from "../../shared/api.ts";
import { queries, refresh } from "../../shared/query.ts";
import { session } from "../../shared/session.ts";
import { unsentKey } from "../../shared/unsent.ts";
import { keep, keptIn } from "./kept.ts";

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
type Place = { readonly project: string; readonly number: number; readonly section: string };

const drafts = new Map<string, SectionDraft>();

/** What one person writes in a section; it outlives the page, and what is not saved the window. */
export function draftOf(place: Place, saved: Saved): SectionDraft {
  const person = session.value?.actor?.id ?? "";
  const key = unsentKey(person, `${place.project}.report.${place.number}.${place.section}`);
  const found = drafts.get(key) ?? makeDraft(place, key, { person, saved });
  drafts.set(key, found);
  return found;
}

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

function makeDraft(place: Place, key: string, { person, saved }: { person: string; saved: Saved }) {
  const path = `/api/projects/${place.project}/reports/${place.number}`;
  const state = signal<DraftState>({
    typed: null,
    base: saved,
    phase: "still",
    problem: null,
    savedAt: null,
    isKept: true,
    isRestored: false,
    theirs: null,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let flushing: Promise<boolean> | null = null;

  // Another person may have signed in meanwhile: nothing is said in their name.
  const isOurs = () => session.value?.actor?.id === person;
  const put = (more: Partial<DraftState>) => {
    state.value = { ...state.value, ...more };
  };
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };
  const settle = (now: Saved) => {
    keep(key, null);
    put({ typed: null, base: now, phase: "still", problem: null, theirs: null, isRestored: false });
  };

  const type = (text: string) => {
    const isKept = keep(key, { text, version: state.value.base.version });
    put({ typed: text, phase: state.value.theirs ? "stale" : "typing", problem: null, isKept });
    if (!state.value.theirs) later(pauseMs);
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
    if (theirs || !isOurs()) return false;
    if (asSaved(typed) === base.text) {
      settle(base);
      return true;
    }
    put({ phase: "saving", problem: null });
    try {
      const { text, version } = await send<SectionView>(
        "PUT",
        `${path}/sections/${place.section}`,
        { body: { text: typed }, version: base.version },
      );
      return took({ text, version }, typed);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return refused(error, typed);
    }
  };

  const took = async (now: Saved, sent: string): Promise<boolean> => {
    showSaved(path, place.section, now);
    const { typed } = state.value;
    if (typed === sent || typed === null) {
      settle(now);
      put({ savedAt: new Date() });
      return true;
    }
    // One typed on while it was being saved: that comes next, on the new version.
    put({ base: now, savedAt: new Date() });
    type(typed);
    return save();
  };

  const refused = async (problem: Problem, sent: string): Promise<boolean> => {
    if (problem.code === "stale") return meet(sent);
    if (problem.code === "offline" || problem.code === "unavailable") {
      put({ phase: "offline", problem });
      later(retryMs);
      return false;
    }
    put({ phase: "refused", problem });
    // The report may have been locked, or the session have ended: the page reads which.
    void refresh(path);
    return false;
  };

  /** Somebody else saved first. Where it is the same text, it was this one, whose answer got lost. */
  const meet = async (sent: string): Promise<boolean> => {
    try {
      const { sections } = await get<ReportDetail>(path);
      const theirs = sections.find((one) => one.key === place.section);
      if (!theirs) return false;
      showSaved(path, place.section, theirs);
      if (theirs.text === asSaved(sent)) return took(theirs, sent);
      put({ phase: "stale", theirs: { text: theirs.text, version: theirs.version } });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      put({ phase: "offline", problem: error });
      later(retryMs);
    }
    return false;
  };

  return {
    place,
    state,
    type,
    flush,
    /** What the service has now; while something is typed, the text it was typed on stays. */
    see: (now: Saved) => {
      const { typed, base } = state.value;
      if (typed === null && now.version >= base.version) put({ base: now });
    },
    /** Takes up what is kept on this device from before. */
    recall: () => {
      const kept = keptIn(key);
      if (!kept || state.value.typed !== null) return;
      if (asSaved(kept.text) === state.value.base.text) return settle(state.value.base);
      const base = { ...state.value.base, version: kept.version };
      put({ typed: kept.text, base, phase: "typing", isRestored: true });
      later(pauseMs);
    },
    /** Two texts stand beside each other: one of them is to stay. */
    choose: async (side: "mine" | "theirs") => {
      const { theirs } = state.value;
      if (!theirs) return;
      if (side === "theirs") return settle(theirs);
      put({ base: theirs, theirs: null });
      await flush();
    },
  };
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
