import type { SearchWords } from "./fi.ts";

/** What the search says, in English. */
export const en: SearchWords = {
  title: "Search and actions",
  label: "Search for a project, municipality, milestone or action",
  placeholder: "Project, municipality, milestone, action…",
  results: "Search results",
  groups: {
    recent: "Recently opened",
    here: "In this project",
    pages: "Pages",
    actions: "Actions",
    project: "Projects",
    municipality: "Municipalities",
    milestone: "Milestones",
    programme: "Programmes",
  },
  searching: "Searching…",
  count: { one: "# result", other: "# results" },
  more: "There are more results: refine the search.",
  near: "Nothing is spelled exactly like that. The nearest:",
  none: (query) => `No results for “${query}”.`,
  noneHelp:
    "Try a shorter or another word. The search finds projects, municipalities, milestones and programmes that you may see.",
  notWhole: "There are so many projects that the search covers the first 200.",
  keys: { move: "move", open: "open", close: "close" },
};
