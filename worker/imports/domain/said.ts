import { type Declared, noteLengthMax } from "../../progress/terms.ts";
import { valueMax } from "../../projects/terms.ts";
import type { Sheet, SheetValue } from "../contract.ts";
import { type Mark, PROSE_FIELDS, type SaidField } from "../terms.ts";
import { STATUS_BY_WORD } from "./fields.ts";
import { dateIn, isBlank, numberIn, plain, proseIn, type Read, textIn } from "./values.ts";

/** What a sheet says of a cell: `null` empties a field, a missing one says nothing. */
export type Said = {
  readonly declared?: Declared;
  readonly value?: number | null;
  readonly forecastOn?: string | null;
  readonly doneOn?: string | null;
  readonly reason?: string | null;
  readonly unblock?: string | null;
  readonly note?: string | null;
};

export type Saying = { -readonly [Field in SaidField]?: Said[Field] };

/** A dash alone is a text that somebody may have written, and elsewhere says nothing. */
export const isNothing = (field: SaidField, value: SheetValue) =>
  PROSE_FIELDS.includes(field) ? textIn(value).trim() === "" : isBlank(value);

export type Setting = {
  readonly sheet: Sheet;
  readonly marks: readonly Mark[];
  readonly unit: string | null;
};

const prose = (value: SheetValue, { sheet }: Setting) =>
  proseIn(value, { format: sheet.format, lengthMax: noteLengthMax });

/** Each field by the reader of its kind. */
export const READERS: Readonly<
  Record<SaidField, (value: SheetValue, setting: Setting) => Read<string | number>>
> = {
  declared: statusIn,
  value: measureIn,
  forecastOn: dateIn,
  doneOn: dateIn,
  reason: prose,
  unblock: prose,
  note: prose,
};

function statusIn(value: SheetValue): Read<Declared> {
  const status = STATUS_BY_WORD.get(plain(textIn(value)));
  return status ? { value: status } : { wrong: (say) => say.statusUnknown() };
}

function measureIn(value: SheetValue, { sheet, marks, unit }: Setting): Read<number> {
  const read = numberIn(value, { decimal: sheet.decimal, marks, unit });
  if ("wrong" in read) return read;
  if (Math.abs(read.value) > valueMax) return { wrong: (say) => say.tooBig(valueMax) };
  return read;
}

/** A cell that says it all: `Valmis`, `Valmis 30.6.2024`, `Käynnissä 12`, `Keskeytetty: henkilöstö vaihtui`, or a number. */
export function cellIn(value: SheetValue, setting: Setting): Read<Said> {
  if (typeof value === "number") {
    const read = measureIn(value, setting);
    return "wrong" in read ? read : { value: { value: read.value } };
  }
  const [head = "", ...rest] = textIn(value).split(/:\s|\s[–-]\s|\n/);
  const trimmed = head.trim();
  const at = trimmed.search(/[-+\d]/);
  const word = at < 0 ? trimmed : trimmed.slice(0, at).trimEnd();
  const more = at < 0 ? "" : trimmed.slice(at);
  const isWhole = STATUS_BY_WORD.has(plain(head));
  const status = statusIn(isWhole ? head : word);
  if ("wrong" in status) return { wrong: (say) => say.statusAcross() };
  const declared = status.value;
  const reason = rest.join(": ").trim();
  const told = isWhole ? "" : more;
  const said: Saying = { declared };
  if (reason !== "") {
    const read = prose(reason, setting);
    if ("wrong" in read) return read;
    said.reason = read.value;
  }
  if (told === "") return { value: said };
  const isDate = /\d[.-]\d+[.-]\d/.test(told);
  const read = isDate ? dateIn(told) : measureIn(told, setting);
  if ("wrong" in read) return read;
  if (typeof read.value === "number") said.value = read.value;
  else if (declared === "done") said.doneOn = read.value;
  else said.forecastOn = read.value;
  return { value: said };
}
