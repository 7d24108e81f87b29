import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { cellAt, moveTo } from "../matrix-keys.ts";
import {
  everything,
  extendTo,
  type Place,
  type Selection,
  type Size,
  wholeColumns,
  wholeRows,
} from "./selection.ts";

export type Deeds = {
  readonly size: Size;
  readonly selection: Selection | null;
  /** Whether a press on a cell selects it instead of opening it. */
  readonly isPicking: boolean;
  readonly select: (selection: Selection | null) => void;
  /** 1-6 for a status, 0 for "no change", of what is selected or of one place. */
  readonly digit: (digit: number, place: Place) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly copy: (place: Place) => string;
  readonly paste: (text: string, place: Place) => void;
  readonly toTools: () => void;
};

/** Keys, pointer and clipboard on the matrix, before the matrix itself moves or opens anything. */
export function useMatrixEvents(table: RefObject<HTMLTableElement | null>, deeds: Deeds): void {
  const latest = useRef(deeds);
  latest.current = deeds;
  useEffect(() => {
    const element = table.current;
    if (!element) return;
    const ended = new AbortController();
    const { signal } = ended;
    const on = <Name extends keyof HTMLElementEventMap>(
      name: Name,
      listen: (event: HTMLElementEventMap[Name]) => boolean,
    ) =>
      element.addEventListener(
        name,
        (event) => {
          if (!listen(event)) return;
          event.preventDefault();
          event.stopPropagation();
        },
        { capture: true, signal },
      );
    on("keydown", (event) => pressKey(event, element, latest.current));
    // Space presses a button when it is let go.
    on("keyup", ({ key, ctrlKey, shiftKey }) => key === " " && (ctrlKey || shiftKey));
    listenToPointer(element, on, latest);
    on("copy", (event) => {
      const place = placeOf(event.target);
      if (!place || window.getSelection()?.isCollapsed === false) return false;
      event.clipboardData?.setData("text/plain", latest.current.copy(place));
      return true;
    });
    on("paste", (event) => {
      const place = placeOf(event.target);
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (place && text !== "") latest.current.paste(text, place);
      return place !== null;
    });
    return () => ended.abort();
  }, [table]);
}

type On = <Name extends keyof HTMLElementEventMap>(
  name: Name,
  listen: (event: HTMLElementEventMap[Name]) => boolean,
) => void;

/** A drag or a press with Shift selects; a plain press opens as ever. */
function listenToPointer(element: HTMLElement, on: On, latest: { readonly current: Deeds }): void {
  let from: Place | null = null;
  let isDragged = false;
  on("pointerdown", (event) => {
    const place = placeOf(event.target);
    from = event.pointerType === "mouse" && event.button === 0 && !event.shiftKey ? place : null;
    isDragged = false;
    return false;
  });
  on("pointermove", ({ buttons, target }) => {
    const place = placeOf(target);
    if (!from || !place || buttons !== 1) return false;
    if (!isDragged && isSame(from, place)) return false;
    isDragged = true;
    latest.current.select({ anchor: from, head: place });
    return false;
  });
  on("pointerup", ({ target }) => {
    const place = placeOf(target);
    if (isDragged && place) cellAt(element, place)?.focus({ preventScroll: true });
    return false;
  });
  on("click", (event) => {
    const place = placeOf(event.target);
    const { selection, select, isPicking } = latest.current;
    // A click by the keyboard comes with no presses of a pointer.
    if (!place || event.detail === 0) return false;
    if (isDragged) return true;
    if (!event.shiftKey && !isPicking) {
      select(null);
      return false;
    }
    const stood = event.shiftKey ? (placeOf(document.activeElement) ?? place) : place;
    select(extendTo(selection, stood, place));
    cellAt(element, place)?.focus({ preventScroll: true });
    return true;
  });
}

const isSame = (a: Place, b: Place) => a.row === b.row && a.column === b.column;

/** The place of the cell that something happened on. */
function placeOf(target: EventTarget | null): Place | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>("[data-row][data-column]");
  const { row, column } = cell?.dataset ?? {};
  return row === undefined || column === undefined
    ? null
    : { row: Number(row), column: Number(column) };
}

/** Whether a key was one of editing, and so of nothing else. */
function pressKey(event: KeyboardEvent, table: HTMLElement, deeds: Deeds): boolean {
  const place = placeOf(event.target);
  if (!place || event.altKey) return false;
  const { selection, select, size } = deeds;
  if (event.key === " " && (event.ctrlKey || event.shiftKey)) {
    select((event.ctrlKey ? wholeColumns : wholeRows)(selection, place, size));
    return true;
  }
  if (event.ctrlKey || event.metaKey) return pressCommand(event, deeds);
  const next = moveTo(event, size);
  if (next) {
    if (!event.shiftKey) {
      select(null);
      return false;
    }
    select(extendTo(selection, place, next));
    cellAt(table, next)?.focus();
    return true;
  }
  if (/^[0-6]$/.test(event.key)) {
    deeds.digit(Number(event.key), place);
    return true;
  }
  if (!selection) return false;
  if (event.key === "Escape") select(null);
  else if (event.key === "Tab" && !event.shiftKey) deeds.toTools();
  else return false;
  return true;
}

function pressCommand({ key, shiftKey }: KeyboardEvent, deeds: Deeds): boolean {
  const letter = key.toLowerCase();
  if (letter === "a") deeds.select(everything(deeds.size));
  else if (letter === "z") (shiftKey ? deeds.redo : deeds.undo)();
  else if (letter === "y") deeds.redo();
  else return false;
  return true;
}
