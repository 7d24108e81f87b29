import { LANGUAGES, type Language } from "../../kernel/language.ts";
import type { PackAbout } from "../contract/packs.ts";
import { WORDS } from "../words/pack.ts";

/** What a pack is and how it is checked, as plain text: a file for each language. */
export function readmes(about: PackAbout): [name: string, content: string][] {
  return LANGUAGES.map((language) => [`README.${language}.txt`, readmeText(about, language)]);
}

type Part = {
  readonly title: string;
  readonly kind: "rows" | "steps";
  readonly rows: readonly (readonly [name: string, said: string])[];
};

/** The parts of the leaflet in their order. */
function partsOf(about: PackAbout, language: Language): Part[] {
  const say = WORDS[language];
  const { until, basis } = about.retention;
  return [
    {
      title: "",
      kind: "rows",
      rows: [
        [say.facts.project, about.projectName],
        [say.facts.report, `${about.report}. ${about.reportName}`],
        [say.facts.edition, say.edition(about.edition)],
        [say.facts.asOf, about.asOf],
        [say.facts.fingerprint, about.fingerprint],
        [say.facts.kept, say.kept(until, basis)],
        [say.facts.parts, say.parts(about.parts)],
      ],
    },
    { title: say.contents, kind: "rows", rows: say.files },
    { title: say.checking, kind: "steps", rows: numbered(say.steps) },
    { title: say.care, kind: "steps", rows: numbered(say.cares) },
  ];
}

const numbered = (lines: readonly string[]) =>
  lines.map((line, index) => [`${index + 1}.`, line] as const);

function readmeText(about: PackAbout, language: Language): string {
  const { title, intro } = WORDS[language];
  const parts = partsOf(about, language).map(({ title: heading, kind, rows }) => {
    const lines = rows.map(([name, said]) =>
      kind === "rows" ? `${name}\n    ${said}` : `${name} ${said}`,
    );
    return [...(heading === "" ? [] : [underlined(heading, "-")]), ...lines].join("\n");
  });
  // Old editors on Windows need to be told that it is UTF-8, and where lines end.
  const text = [underlined(title, "="), intro, ...parts, `${about.service}/check`].join("\n\n");
  return `\uFEFF${text.replaceAll("\n", "\r\n")}\r\n`;
}

const underlined = (text: string, line: string) => `${text}\n${line.repeat(text.length)}`;

const style =
  "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1c2430}" +
  "dt{font-weight:600}dd{margin:0 0 .5rem;overflow-wrap:anywhere}section{margin-bottom:4rem}";

/** The same in all languages on one page that needs nothing else. */
export function readmeHtml(about: PackAbout): string {
  const sections = LANGUAGES.map((language) => {
    const { title, intro } = WORDS[language];
    const parts = partsOf(about, language).map(({ title: heading, kind, rows }) => {
      const list =
        kind === "rows"
          ? `<dl>${rows.map(([name, said]) => `<dt>${safe(name)}</dt><dd>${safe(said)}</dd>`).join("")}</dl>`
          : `<ol>${rows.map(([, said]) => `<li>${safe(said)}</li>`).join("")}</ol>`;
      return heading === "" ? list : `<h2>${safe(heading)}</h2>${list}`;
    });
    return `<section lang="${language}"><h1>${safe(title)}</h1><p>${safe(intro)}</p>${parts.join("")}</section>`;
  });
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${safe(about.projectName)}</title><style>${style}</style>`;
  return `<!doctype html>\n<html lang="fi"><head>${head}</head><body>${sections.join("\n")}</body></html>\n`;
}

const marks: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const safe = (text: string) => text.replaceAll(/[&<>]/g, (mark) => marks[mark] ?? "");
