import type * as z from "zod";
import type { Problem, Sentence } from "../kernel/refusal.ts";
import type { Sentences } from "../kernel/sentences/fi.ts";
import type { PlainSentence } from "../kernel/shapes.ts";

type Issue = z.core.$ZodIssue;

const problemsMax = 200;

/** Every problem that a schema found, each with its place and a sentence of ours. */
export function problemsIn(error: z.core.$ZodError, data: unknown): Problem[] {
  return error.issues.flatMap((issue) => problemsOf(issue, data)).slice(0, problemsMax);
}

function problemsOf(issue: Issue, data: unknown): Problem[] {
  const path = issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys") {
    const at = (key: string) => [path, key.slice(0, 80)].filter((part) => part !== "").join(".");
    return issue.keys.map((key) => ({
      path: at(key),
      message: (say: Sentences) => say.unknownField(),
    }));
  }
  const missing = issue.path.length > 0 && valueAt(data, issue.path) === undefined;
  return [{ path, message: missing ? (say) => say.missing() : sentenceOf(issue) }];
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, key)
        ? Reflect.get(value, key)
        : undefined,
    data,
  );
}

function sentenceOf(issue: Issue): Sentence {
  switch (issue.code) {
    case "invalid_type":
      return (say) => say.wrongType(issue.expected);
    case "invalid_value":
      return (say) => say.notOneOf(issue.values.map(String).join(", "));
    case "too_big":
      return sizeSentence(issue.origin, Number(issue.maximum), true);
    case "too_small":
      return sizeSentence(issue.origin, Number(issue.minimum), false);
    case "custom":
      return (say) => plainSentence(say, issue.params?.["sentence"]);
    default:
      return (say) => say.wrongFormat();
  }
}

function sizeSentence(origin: string, bound: number, over: boolean): Sentence {
  if (origin === "string") return (say) => (over ? say.tooLong(bound) : say.tooShort(bound));
  if (origin === "array") return (say) => (over ? say.tooMany(bound) : say.tooFew(bound));
  return (say) => (over ? say.tooBig(bound) : say.tooSmall(bound));
}

/** Shapes name a `PlainSentence` in their params; anything else is a wrong format. */
function plainSentence(say: Sentences, name: unknown): string {
  const known = typeof name === "string" && Object.hasOwn(say, name);
  return known ? say[name as PlainSentence]() : say.wrongFormat();
}
