import { signal } from "@preact/signals";
import type { Cell } from "./board.ts";

/** How editing makes a cell look: as it will be, selected, not saved, or waiting for a person. */
export type Look = {
  readonly shown: Cell;
  readonly isSelected: boolean;
  /** What is said of it beside its status, for instance that it is not saved. */
  readonly told: string;
  readonly mark: "" | " unsaved" | " unsaved held";
};

/** The cells that look different, by name, as long as somebody edits. */
export const looks = signal<ReadonlyMap<string, Look>>(new Map());
