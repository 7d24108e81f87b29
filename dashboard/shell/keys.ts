import { signal } from "@preact/signals";
import { asked } from "../shared/asked.ts";
import type { Destination } from "./destinations.ts";

const keptKey = "etappi.keys";
/** After `g` a letter is waited for so long. */
const waitMs = 2000;

/** Whether keys of one character do anything (WCAG 2.1.4); kept on this device. */
export const areKeysOn = signal(localStorage.getItem(keptKey) !== "off");

export function turnKeys(isOn: boolean): void {
  areKeysOn.value = isOn;
  if (isOn) localStorage.removeItem(keptKey);
  else localStorage.setItem(keptKey, "off");
}

/** Whether `g` was pressed, and its letter is waited for. */
export const isGoing = signal(false);

type Going = {
  readonly destinations: () => readonly Destination[];
  readonly go: (href: string) => void;
};

/** Listens to the keys that hold on every page, and gives how to end that. */
export function listenToKeys(going: Going): () => void {
  let timer = 0;
  const wait = (isWaiting: boolean) => {
    clearTimeout(timer);
    isGoing.value = isWaiting;
    if (isWaiting) timer = window.setTimeout(() => wait(false), waitMs);
  };
  const press = (event: KeyboardEvent) => {
    // What was asked for is on its way, and what is pressed meanwhile was meant for it.
    if (!areKeysOn.value || asked.value !== null || isForAnother(event)) return;
    const letter = event.key.toLowerCase();
    const isFollowing = isGoing.value;
    wait(false);
    if (isFollowing) {
      const found = going.destinations().find((one) => one.letter === letter);
      if (!found) return;
      going.go(found.href);
    } else if (!pressOne(letter, wait)) return;
    event.preventDefault();
  };
  addEventListener("keydown", press);
  return () => {
    wait(false);
    removeEventListener("keydown", press);
  };
}

/** Does what a key of its own does; false when it does nothing here. */
function pressOne(key: string, wait: (isWaiting: boolean) => void): boolean {
  const dialog = [...document.querySelectorAll("dialog[open]")].at(-1);
  if (key === "[") return step("previous", dialog ?? document);
  if (key === "]") return step("next", dialog ?? document);
  // What stands open is looked at first.
  if (dialog) return false;
  if (key === "/") asked.value = "search";
  else if (key === "?") asked.value = "keys";
  else if (key === "g") wait(true);
  else return false;
  return true;
}

/** Follows what is marked as the way to the previous or the next thing of its kind. */
function step(to: "previous" | "next", within: ParentNode): boolean {
  const way = within.querySelector<HTMLElement>(`[data-step="${to}"]:not([disabled])`);
  way?.click();
  return way !== null;
}

/** Fields in which a character is written, or chooses among options. */
const WRITTEN =
  'textarea, select, [contenteditable]:not([contenteditable="false"]), input:not([type="checkbox"], [type="radio"], [type="range"], [type="button"], [type="submit"], [type="file"])';

/** Whether a key is written, is part of a browser's own command, or was already answered. */
function isForAnother(event: KeyboardEvent): boolean {
  const { target, key } = event;
  if (event.defaultPrevented || event.isComposing || key.length !== 1) return true;
  if (target instanceof Element && target.closest(WRITTEN)) return true;
  // On a Finnish keyboard brackets need AltGr, which Windows tells as Ctrl and Alt.
  if ("[]".includes(key)) return event.metaKey;
  return event.ctrlKey || event.metaKey || event.altKey;
}
