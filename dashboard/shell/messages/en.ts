import type { ShellWords } from "./fi.ts";

/** What the keys, the commands and the bars say, in English. */
export const en: ShellWords = {
  commands: {
    countyHistory: "History of the county",
    reportCalendar: "Report calendar",
    file: (form) => `Export the status: ${form}`,
    fileAlso: "download file export",
    language: (name) => `Change language: ${name}`,
    languageAlso: "kieli språk language",
    keys: "Keyboard shortcuts",
    meeting: "Meeting view",
    pack: "Meeting pack",
    keysAlso: "keys help",
    print: "Print this page",
    signOut: "Sign out",
  },
  unsentLost:
    "There are changes on this device that have not been saved. They will be lost. Sign out anyway?",
  keys: {
    title: "Keyboard shortcuts",
    enabled: "Single-character shortcuts are on",
    enabledHelp:
      "Turn them off if speech input or an aid presses keys by accident. The choice is kept on this device. Ctrl + K always works.",
    everywhere: "On every page",
    search: "open search and actions",
    help: "show this help",
    previous: "previous municipality or milestone",
    next: "next municipality or milestone",
    going: "Going places",
    goingHere: "Going places in the project",
    matrix: "In the municipalities' table",
    move: "move from cell to cell",
    open: "open the cell",
    pending: "Go to: press a letter",
  },
  waiting: "Loading…",
  offline:
    "There is no network connection. You see what was read last, and no changes can be sent now.",
  online: "The connection is back. Everything was read anew.",
};
