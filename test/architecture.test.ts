import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fi } from "../worker/kernel/sentences/fi.ts";
import { type Import, importsOf, type Source } from "./support/imports.ts";

/** Every context, from the ground up, also those to come. A context imports only from below. */
const CONTEXTS = [
  "kernel",
  "platform",
  "history",
  "use-log",
  "identity",
  "municipalities",
  "feedback",
  "projects",
  "comments",
  "members",
  "evidence",
  "risks",
  "operating-models",
  "training",
  "networks/members",
  "networks/meetings",
  "networks/letters",
  "networks/wishes",
  "surveys",
  "selections",
  "progress",
  "decisions",
  "handover",
  "rounds",
  "notifications",
  "reporting",
  "delivery",
  "publishing",
  "imports",
  "audit",
  "search",
  "app",
  "index",
];

type Layer = {
  /** What it may import, of its own context and of the contexts below. */
  readonly uses: readonly string[];
  /** What it may take types of besides. */
  readonly types?: readonly string[];
  readonly packages: readonly string[];
  /** The contexts that have it, where not every one can. */
  readonly only?: readonly string[];
};

/** The files of a context. Each is `<name>.ts`, or a folder of the same name. */
const LAYERS: Readonly<Record<string, Layer>> = {
  terms: { uses: [], packages: [] },
  words: { uses: ["terms", "words"], types: ["contract"], packages: [] },
  contract: { uses: ["terms", "contract"], packages: ["zod"] },
  domain: { uses: ["terms", "words", "contract", "domain"], packages: [] },
  tables: { uses: ["terms", "tables"], types: ["contract"], packages: ["drizzle-orm"] },
  record: {
    uses: ["terms", "tables", "domain", "record"],
    types: ["contract"],
    packages: ["drizzle-orm", "uuid"],
    only: [
      "history",
      "use-log",
      "identity",
      "feedback",
      "projects",
      "comments",
      "evidence",
      "risks",
      "progress",
      "reporting",
      "delivery",
    ],
  },
  "sign-in": {
    uses: ["terms", "contract", "tables", "sign-in"],
    packages: ["better-auth", "jose", "drizzle-orm"],
    only: ["identity"],
  },
  queries: {
    uses: ["terms", "contract", "domain", "tables", "queries"],
    packages: ["drizzle-orm"],
  },
  commands: {
    uses: [
      "terms",
      "contract",
      "domain",
      "tables",
      "record",
      "sign-in",
      "queries",
      "commands",
      // What is kept as it was made first is made where it is kept.
      "formats",
    ],
    packages: ["drizzle-orm", "date-fns"],
  },
  formats: {
    uses: ["terms", "words", "formats"],
    types: ["contract"],
    packages: ["hucre", "hono/jsx", "pdfkit", "fontkit", "client-zip"],
  },
  session: { uses: ["terms", "queries", "commands"], packages: ["hono"], only: ["identity"] },
  routes: {
    uses: ["terms", "words", "contract", "queries", "commands", "formats", "session", "routes"],
    packages: ["hono", "@hono/zod-openapi", "zod"],
  },
};

/** No I/O: the same in the Worker, in a test and, where no package is needed, in the browser. */
const PURE = ["terms", "words", "contract", "domain", "formats"];
const PUBLISHED = ["terms", "words", "contract", "queries", "tables", "record"];
const BROWSER_RUNS = ["terms", "words"];
const BROWSER_TAKES_TYPES_OF = ["contract", "routes"];
const READERS = ["notifications", "reporting", "publishing", "audit", "search"];
const HTTP = ["routes", "session"];
const HTTP_FILES = /^worker\/platform\/(http|middleware|json|problems|uploads)\.ts$/;
const SHAPES = "worker/kernel/shapes.ts";

/** Folders of the dashboard that have no context: the pages over all projects, and the API's. */
const DASHBOARD_ONLY = ["shell", "shared", "portfolio", "api-docs"];

/** Packages of the files that are no layer of a context. The first that matches counts. */
const PACKAGES: readonly (readonly [path: string, packages: readonly string[]])[] = [
  ["worker/kernel/shapes.ts", ["zod"]],
  ["worker/kernel/instant.ts", ["date-fns", "@date-fns/tz"]],
  ["worker/kernel/", []],
  ["worker/platform/mail.ts", ["drizzle-orm", "nodemailer"]],
  ["worker/platform/", ["hono", "@hono/zod-openapi", "zod", "drizzle-orm", "date-fns"]],
  // It answers for the health of the service itself.
  ["worker/app.ts", ["hono", "@hono/zod-openapi", "zod"]],
  ["worker/index.ts", []],
  [
    "dashboard/",
    [
      "preact",
      "@preact/signals",
      "preact-iso",
      "@tanstack/query-core",
      "@fontsource-variable",
      "d3-scale",
      "d3-shape",
    ],
  ],
];

type Place = { readonly context: string; readonly layer: string };

/** `worker/networks/meetings/domain/agenda.ts` is the domain layer of networks/meetings. */
function placeOf(path: string): Place {
  const [, ...parts] = path.replace(/\.tsx?$/, "").split("/");
  const top = parts[0] ?? "";
  if (parts.length === 1 || isShared({ context: top })) return { context: top, layer: "" };
  const at = parts.findIndex((part) => part in LAYERS);
  return { context: parts.slice(0, at).join("/"), layer: parts[at] ?? "" };
}

/** `shared`, a feature, or the shell: the files at the top, which know all features. */
const folderOf = (path: string) => path.split("/").slice(1, -1)[0] ?? "shell";

const isShared = ({ context }: Pick<Place, "context">) =>
  context === "kernel" || context === "platform";
const isEntry = ({ context }: Place) => context === "app" || context === "index";
const isPure = ({ context, layer }: Place) => context === "kernel" || PURE.includes(layer);
const rank = ({ context }: Place) => CONTEXTS.indexOf(context);
const isIn = (folder: string) => (path: string) => path.startsWith(`${folder}/`);
const inWorker = isIn("worker");
const inDashboard = isIn("dashboard");

type Rule = {
  readonly name: string;
  /** What breaks the rule in one file, said so that it shows where to look. */
  readonly violations: (source: Source) => readonly string[];
  /** Files that break the rule, each a path and a line, and one that does not. */
  readonly planted: readonly Planted[];
  readonly sound: Planted;
};

type Planted = readonly [path: string, line?: string];

function ofImports(allows: (found: Import) => boolean): Rule["violations"] {
  return (source) =>
    importsOf(source)
      .filter((found) => !allows(found))
      .map(({ from, to }) => `${from} → ${to}`);
}

/** A rule on imports between two files of the worker. */
function ofWorker(allows: (from: Place, to: Place, found: Import) => boolean) {
  return ofImports((found) => {
    const { from, to } = found;
    return !inWorker(from) || !inWorker(to) || allows(placeOf(from), placeOf(to), found);
  });
}

function ofPaths(allows: (path: string) => boolean): Rule["violations"] {
  return ({ path }) => (allows(path) ? [] : [path]);
}

function mayUse(from: Place, to: Place, { typeOnly }: Import): boolean {
  const { uses = [], types = [] } = LAYERS[from.layer] ?? {};
  return uses.includes(to.layer) || (typeOnly && types.includes(to.layer));
}

function packagesOf(path: string): readonly string[] {
  const layer = inWorker(path) ? LAYERS[placeOf(path).layer] : undefined;
  return layer?.packages ?? PACKAGES.find(([start]) => path.startsWith(start))?.[1] ?? [];
}

const RULES: readonly Rule[] = [
  {
    name: "every file of the worker has a place: a listed context and one of the known names",
    violations: ofPaths((path) => {
      const place = placeOf(path);
      const { only = [place.context] } = LAYERS[place.layer] ?? {};
      const named = isShared(place) || isEntry(place) || place.layer !== "";
      return !inWorker(path) || (rank(place) !== -1 && named && only.includes(place.context));
    }),
    planted: [
      ["worker/projects/emails.ts"],
      ["worker/newsletters/terms.ts"],
      ["worker/projects/session.ts"],
      ["worker/members/record.ts"],
      ["worker/members/sign-in.ts"],
    ],
    sound: ["worker/networks/meetings/domain/agenda.ts"],
  },
  {
    name: "one name finds everything: the dashboard's folders are called as the contexts",
    violations: ofPaths((path) => {
      const folder = folderOf(path);
      const known = CONTEXTS.some((context) => `${context}/`.startsWith(`${folder}/`));
      return !inDashboard(path) || known || DASHBOARD_ONLY.includes(folder);
    }),
    planted: [["dashboard/milestones/matrix.tsx"]],
    sound: ["dashboard/networks/meeting-page.tsx"],
  },
  {
    name: "no name that could hold anything",
    violations: ofPaths(
      (path) => !/\b(utils?|helpers?|common|misc|services?|managers?)\b/.test(path),
    ),
    planted: [["worker/platform/utils.ts"], ["dashboard/shared/date-helpers.ts"]],
    sound: ["worker/platform/versions.ts"],
  },
  {
    name: "a context imports only from contexts below it",
    violations: ofWorker((from, to) => rank(to) <= rank(from)),
    planted: [
      ["worker/projects/queries.ts", 'import type { CellView } from "../progress/contract.ts";'],
      ["worker/kernel/refusal.ts", 'export { problem } from "../platform/http.ts";'],
      ["worker/use-log/record.ts", 'import { people } from "../identity/tables.ts";'],
      ["worker/projects/queries.ts", 'import { invitations } from "../members/tables.ts";'],
    ],
    sound: ["worker/progress/queries.ts", 'import { loadBoard } from "../projects/queries.ts";'],
  },
  {
    name: "layers import one way: routes → commands → queries → domain → contract → terms",
    violations: ofWorker(
      (from, to, found) =>
        isShared(from) || isShared(to) || isEntry(from) || mayUse(from, to, found),
    ),
    planted: [
      ["worker/reporting/domain.ts", 'import type { CellTexts } from "../progress/queries.ts";'],
      ["worker/reporting/words.ts", 'import { Row } from "./contract.ts";'],
      ["worker/projects/tables.ts", 'import { CreateProject } from "./contract.ts";'],
      ["worker/projects/queries.ts", 'import { addMilestone } from "./commands/milestones.ts";'],
      ["worker/identity/routes/session.ts", 'import { personOfCode } from "../sign-in.ts";'],
      ["worker/identity/sign-in.ts", 'import { findPerson } from "./queries.ts";'],
      ["worker/identity/record.ts", 'import { people } from "./queries.ts";'],
    ],
    sound: ["worker/reporting/words.ts", 'import { type Row } from "./contract.ts";'],
  },
  {
    name: "of another context one sees only what it publishes",
    violations: ofWorker(
      (from, to) =>
        from.context === to.context ||
        isShared(to) ||
        isEntry(from) ||
        PUBLISHED.includes(to.layer),
    ),
    planted: [
      ["worker/reporting/domain.ts", 'import { round } from "../progress/domain/summary.ts";'],
      ["worker/progress/commands.ts", 'import { addMilestone } from "../projects/commands.ts";'],
      ["worker/members/commands.ts", 'import { askCode } from "../identity/sign-in.ts";'],
    ],
    sound: ["worker/progress/commands.ts", 'import { record } from "../history/record.ts";'],
  },
  {
    name: "readers are read by nobody, but for their words, by the audit, which looks at all rows, and by delivery, which hands reports out",
    violations: ofWorker(
      (from, to) =>
        from.context === to.context ||
        isEntry(from) ||
        !READERS.includes(to.context) ||
        to.layer === "words" ||
        (from.context === "audit" && ["tables", "terms"].includes(to.layer)) ||
        (from.context === "delivery" && to.context === "reporting"),
    ),
    planted: [
      ["worker/reporting/queries.ts", 'import { sent } from "../notifications/queries.ts";'],
      ["worker/audit/queries.ts", 'import { loadReport } from "../reporting/queries.ts";'],
    ],
    sound: ["worker/app.ts", 'import { exportRoutes } from "./reporting/routes.ts";'],
  },
  {
    name: "the kernel, terms, words, contracts, domains and formats import nothing that does I/O",
    violations: ofWorker((from, to) => !isPure(from) || isPure(to)),
    planted: [["worker/projects/domain.ts", 'import type { Deps } from "../platform/env.ts";']],
    sound: ["worker/projects/domain.ts", 'import { given } from "../kernel/given.ts";'],
  },
  {
    name: "what is pure is told the time, makes no ids and asks nobody",
    violations: ({ path, text }) => {
      const asks = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\brandomUUID\(|\bfetch\(/;
      return inWorker(path) && isPure(placeOf(path)) && asks.test(text) ? [path] : [];
    },
    planted: [
      ["worker/progress/domain/cell.ts", "const today = new Date();"],
      ["worker/kernel/instant.ts", "const now = () => Date.now();"],
    ],
    sound: ["worker/progress/domain/cell.ts", "const due = new Date(dueOn);"],
  },
  {
    name: "only routes and the session know HTTP",
    violations: ofWorker(
      (from, _to, found) =>
        !HTTP_FILES.test(found.to) || isShared(from) || isEntry(from) || HTTP.includes(from.layer),
    ),
    planted: [["worker/identity/commands.ts", 'import { ifMatch } from "../platform/http.ts";']],
    sound: ["worker/projects/routes/projects.ts", 'import { json } from "../../platform/http.ts";'],
  },
  {
    name: "the shapes of Zod stay where things cross the wire",
    violations: ofWorker(
      (from, _to, { to: path, typeOnly }) =>
        typeOnly ||
        path !== SHAPES ||
        from.context === "platform" ||
        ["contract", "routes"].includes(from.layer),
    ),
    planted: [
      ["worker/kernel/text.ts", 'import { slug } from "./shapes.ts";'],
      ["worker/progress/terms.ts", 'import { slug } from "../kernel/shapes.ts";'],
    ],
    sound: ["worker/projects/contract.ts", 'import { slug } from "../kernel/shapes.ts";'],
  },
  {
    name: "each file uses only the packages of its layer",
    violations: ofImports(
      ({ from, to }) =>
        !to.startsWith("package:") ||
        packagesOf(from).some((name) => `${to}/`.startsWith(`package:${name}/`)),
    ),
    planted: [
      ["worker/progress/domain/cell.ts", 'import { eq } from "drizzle-orm";'],
      ["worker/kernel/text.ts", 'import * as z from "zod";'],
      ["dashboard/shared/date.ts", 'import { format } from "date-fns";'],
      ["worker/identity/commands/sessions.ts", 'import("better-auth/minimal")'],
      ["worker/platform/network.ts", 'import("nodemailer")'],
    ],
    sound: ["worker/progress/tables.ts", 'import { text } from "drizzle-orm/sqlite-core";'],
  },
  {
    name: "what few requests need is imported when it is used: no cold start pays for it",
    violations: ({ path, text }) => {
      const atOnce =
        /^(?:import|export)(?! type\b)[^;"()]*"(?:better-auth|jose|nodemailer|hucre\/xlsx)\b/m;
      const whenUsed = /\/formats\//;
      return inWorker(path) && !whenUsed.test(path) && atOnce.test(text) ? [path] : [];
    },
    planted: [
      ["worker/platform/mail.ts", 'import { createTransport } from "nodemailer";'],
      ["worker/identity/sign-in.ts", 'import { betterAuth } from "better-auth/minimal";'],
    ],
    sound: ["worker/platform/mail.ts", 'export const mail = () => import("nodemailer");'],
  },
  {
    name: "the worker and the dashboard stand without seeds and tests, the worker without the dashboard",
    violations: ofImports(
      ({ from, to }) => !/^(seeds|test)\//.test(to) && !(inWorker(from) && inDashboard(to)),
    ),
    planted: [
      ["worker/app.ts", 'import { hoppu } from "../seeds/story/hoppu.ts";'],
      ["worker/app.ts", 'import "../dashboard/main.tsx";'],
    ],
    sound: ["worker/app.ts", 'import packageJson from "../package.json";'],
  },
  {
    name: "of the worker, the dashboard runs the kernel, terms and words, and takes types of contracts and routes",
    violations: ofImports(({ from, to, typeOnly }) => {
      const { context, layer } = placeOf(to);
      const runs = (context === "kernel" && to !== SHAPES) || BROWSER_RUNS.includes(layer);
      const takes = typeOnly && BROWSER_TAKES_TYPES_OF.includes(layer);
      return !inDashboard(from) || !inWorker(to) || runs || takes;
    }),
    planted: [
      ["dashboard/progress/a.tsx", 'import { Cell } from "../../worker/progress/contract.ts";'],
      ["dashboard/progress/a.tsx", 'import type { Row } from "../../worker/progress/queries.ts";'],
      ["dashboard/shared/a.ts", 'import { slug } from "../../worker/kernel/shapes.ts";'],
    ],
    sound: [
      "dashboard/progress/a.tsx",
      'import type { Cell } from "../../worker/progress/contract.ts";',
    ],
  },
  {
    name: "a feature of the dashboard imports itself and shared; only the shell knows them all",
    violations: ofImports(
      ({ from, to }) =>
        !inDashboard(from) ||
        !inDashboard(to) ||
        folderOf(from) === "shell" ||
        [folderOf(from), "shared"].includes(folderOf(to)),
    ),
    planted: [
      ["dashboard/portfolio/a.tsx", 'import { Matrix } from "../progress/matrix.tsx";'],
      ["dashboard/shared/a.ts", 'import("../progress/matrix.tsx")'],
    ],
    sound: ["dashboard/app.tsx", 'const Matrix = lazy(() => import("./progress/matrix.tsx"));'],
  },
];

const sources = globSync(["worker/**/*.{ts,tsx}", "dashboard/**/*.{ts,tsx}"])
  .filter((path) => !path.endsWith(".d.ts"))
  .map((path): Source => ({ path, text: readFileSync(path, "utf8") }));

describe.each(RULES)("$name", ({ violations, planted, sound }) => {
  const found = ([path, text = ""]: Planted) => violations({ path, text });

  test("holds in the code", () => {
    expect(sources.flatMap(violations)).toEqual([]);
  });

  test("catches every planted violation, and nothing else", () => {
    expect(planted.filter((one) => found(one).length === 0)).toEqual([]);
    expect(found(sound)).toEqual([]);
  });
});

test("a layer is a file or a folder, never both", () => {
  const both = (paths: readonly string[]) =>
    paths.filter((path) => paths.some(isIn(path.replace(/\.ts$/, ""))));
  expect(both(sources.map(({ path }) => path))).toEqual([]);
  expect(both(["worker/a/domain.ts", "worker/a/domain/b.ts"])).toEqual(["worker/a/domain.ts"]);
});

test("the entry of the Worker can be read at a glance", () => {
  const entry = readFileSync("worker/index.ts", "utf8");
  expect(entry.split("\n").length).toBeLessThanOrEqual(30);
});

test("every sentence of the service is said somewhere", () => {
  const code = sources.filter(({ path }) => inWorker(path) && !path.includes("/sentences/"));
  const unsaid = (names: readonly string[]) =>
    names.filter((name) => !code.some(({ text }) => new RegExp(`\\b${name}\\b`).test(text)));
  expect(unsaid(Object.keys(fi))).toEqual([]);
  expect(unsaid(["signedOut", "neverSaid"])).toEqual(["neverSaid"]);
});
