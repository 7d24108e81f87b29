import { nameOfRef, type Schema, schemaId } from "./document.ts";
import { kindInWords, limitsInWords } from "./schema-words.ts";

/** A schema in words: type, limits, default, example; named schemas are links to their place. */
export function SchemaText({ schema }: { schema: Schema }) {
  const { $ref, items, anyOf, oneOf, allOf, additionalProperties: rest } = schema;
  if ($ref !== undefined) return <SchemaLink name={nameOfRef($ref)} />;
  const either = anyOf ?? oneOf;
  if (either) return <Variants of={either} word=", or " />;
  if (allOf) return <Variants of={allOf} word=", and " />;
  return (
    <>
      <Prose text={[kindInWords(schema), ...limitsInWords(schema)].join(", ")} />
      {items && <Each word="each" schema={items} />}
      {typeof rest === "object" && <Each word="each value" schema={rest} />}
    </>
  );
}

/** The way to a named schema. */
export function SchemaLink({ name }: { name: string }) {
  return <a href={`#${schemaId(name)}`}>{name}</a>;
}

/** A sentence; what it has between backticks is code. */
export function Prose({ text }: { text: string }) {
  return (
    <>
      {text
        .split("`")
        .map((part, place) => (place % 2 === 1 ? <code key={part}>{part}</code> : part))}
    </>
  );
}

/** A long name that may break where its words begin: at a capital, at a slash, after a dot. */
export function Breakable({ text }: { text: string }) {
  const [first, ...rest] = text.split(/(?=[A-Z/_])|(?<=\.)/);
  return (
    <>
      {first}
      {rest.flatMap((part) => [<wbr key={part} />, part])}
    </>
  );
}

function Variants({ of: [first, ...rest], word }: { of: readonly Schema[]; word: string }) {
  return (
    <>
      {first && <SchemaText schema={first} />}
      {rest.length > 0 && word}
      {rest.length > 0 && <Variants of={rest} word={word} />}
    </>
  );
}

function Each({ word, schema }: { word: string; schema: Schema }) {
  return (
    <>
      , {word}: <SchemaText schema={schema} />
      {schema.description !== undefined && (
        <>
          {" "}
          (<Prose text={schema.description} />)
        </>
      )}
    </>
  );
}
