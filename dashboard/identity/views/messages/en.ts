import type { ViewsMessages } from "./fi.ts";

export const en: ViewsMessages = {
  title: "My views",
  empty: "Save a page with its filters and find it here by name. Only you see your views.",
  save: "Save this view",
  saveHelp: "The view remembers the page, its filters and its order. Only you see it.",
  isSaved: (name) => `This page is already saved: ${name}`,
  name: "Name",
  leadsTo: "Address",
  change: "Edit views",
  rename: "Rename",
  retarget: "Lead to this page",
  retargetOf: (name) => `Lead to this page: ${name}`,
  remove: "Remove",
  removeOf: (name) => `Remove: ${name}`,
  removeTitle: (name) => `Remove the view ${name}?`,
  removeText: "The page itself does not change. You can save it again.",
  changed: "Saved",
};
