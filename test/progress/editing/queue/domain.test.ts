import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { read, written as kept } from "../../../../dashboard/progress/editing/kept.ts";
import {
  bodyOf,
  EMPTY,
  enqueue,
  foundInvalid,
  foundRefused,
  foundStale,
  isConfirmation,
  keptMine,
  nameOf,
  outcomeOf,
  type Queue,
  type Said,
  type Seen,
  sendOff,
  takenOut,
  triedAgain,
  unsavedIn,
  written,
} from "../../../../dashboard/progress/editing/queue.ts";
import {
  asksTexts,
  isOnItsWay,
  lastingOf,
  restored,
  type Step,
  stepOf,
  takenBack,
} from "../../../../dashboard/progress/editing/undo.ts";
import type { CellDetail } from "../../../../worker/progress/contract/progress.ts";
import { batchMax } from "../../../../worker/progress/terms.ts";
import { aCell } from "../../../support/cells.ts";

const seen = (municipality: string, more: Partial<Seen> = {}): Seen => ({
  milestone: 1,
  municipality,
  declared: "in_progress",
  value: null,
  forecastOn: null,
  doneOn: null,
  version: 3,
  ...more,
});
const detail = (cell: Seen, more: Partial<CellDetail> = {}): CellDetail => ({
  ...aCell(cell),
  reason: null,
  unblock: null,
  note: null,
  ...more,
});
const said = (municipality: string, change: Said["said"], more: Partial<Seen> = {}): Said => ({
  seen: seen(municipality, more),
  said: change,
});
const waitingIn = (queue: Queue) =>
  queue.waiting.map((one) => [one.seen.municipality, one.seen.version, one.said]);

describe("what is said of a cell that waits", () => {
  const saying = (...changes: Said["said"][]) =>
    changes.reduce((queue, change) => enqueue(queue, [said("020", change)]), EMPTY).waiting[0]
      ?.said;

  test("is put together with what was said before", () => {
    expect(saying({ value: 5 }, { forecastOn: "2026-05-01" }, { value: 6 })).toEqual({
      value: 6,
      forecastOn: "2026-05-01",
    });
  });

  test("leaves behind what does not go with a new status", () => {
    const paused = { declared: "paused", reason: "Tauko", unblock: "Sijainen" } as const;
    expect(saying(paused, { declared: "done" })).toEqual({ declared: "done" });
    expect(saying({ forecastOn: "2026-05-01" }, { declared: "done" })).toEqual({
      declared: "done",
    });
    expect(saying({ declared: "done", doneOn: "2026-01-01" }, { declared: "in_progress" })).toEqual(
      { declared: "in_progress" },
    );
    expect(saying(paused, { declared: "paused" })).toEqual(paused);
  });

  test("shows how the cell will be", () => {
    const done = said("020", { declared: "done" }, { forecastOn: "2026-05-01", value: 4 });
    expect(outcomeOf(done)).toMatchObject({ declared: "done", forecastOn: null, value: 4 });
    expect(isConfirmation(said("020", { declared: "in_progress" }))).toBe(true);
    expect(isConfirmation(said("020", { declared: "in_progress", value: 1 }))).toBe(false);
  });
});

describe("a batch under way", () => {
  const both = enqueue(EMPTY, [said("020", { value: 1 }), said("837", { value: 2 })]);
  const sent = sendOff(both, "first");

  test("has a key of its own, and is sent again just so until it is answered", () => {
    expect(sent.sent?.items.map(bodyOf)).toEqual([
      { milestone: 1, municipality: "020", version: 3, value: 1 },
      { milestone: 1, municipality: "837", version: 3, value: 2 },
    ]);
    const more = enqueue(sent, [said("020", { value: 9 })]);
    expect(sendOff(more, "second").sent).toEqual(sent.sent);
    expect(sendOff(EMPTY, "second")).toBe(EMPTY);
  });

  test("is saved when the service has said so, and what was said since is said of what is there now", () => {
    const since = enqueue(sent, [said("020", { value: 9 })]);
    const queue = written(since, "first", [seen("020", { version: 4 }), seen("837")]);
    expect(waitingIn(queue)).toEqual([["020", 4, { value: 9 }]]);
    expect(queue.sent).toBeNull();
    expect(written(since, "another", [])).toBe(since);
  });

  test("that is stale in one cell keeps both sides of that one, and sends the others", () => {
    const theirs = detail(seen("837", { version: 4, value: 7 }));
    const queue = foundStale(sent, "first", [theirs]);
    expect(queue.waiting[1]?.theirs).toEqual(theirs);
    expect(
      sendOff(queue, "second").sent?.items.map(({ seen: { municipality } }) => municipality),
    ).toEqual(["020"]);
    const mine = keptMine(queue, ["1-837"]);
    expect(waitingIn(mine)[1]).toEqual(["837", 4, { value: 2 }]);
    expect(sendOff(mine, "second").sent?.items).toHaveLength(2);
    expect(waitingIn(takenOut(queue, ["1-837"]))).toEqual([["020", 3, { value: 1 }]]);
  });

  test("that is stale because the same is said there already is saved", () => {
    const already = foundStale(sent, "first", [detail(seen("837", { version: 4, value: 2 }))]);
    expect(waitingIn(already)).toEqual([["020", 3, { value: 1 }]]);
  });

  test("that confirms what has changed asks the person, unless it is as they saw it", () => {
    const confirming = sendOff(enqueue(EMPTY, [said("020", { declared: "in_progress" })]), "first");
    const changed = detail(seen("020", { version: 4, value: 8 }));
    expect(foundStale(confirming, "first", [changed]).waiting[0]?.theirs).toEqual(changed);
    const same = detail(seen("020", { version: 4 }), { confirmedAt: "2026-01-01T00:00:00.000Z" });
    expect(foundStale(confirming, "first", [same])).toEqual(EMPTY);
  });

  test("that has a fault in one cell names it there, and sends the others", () => {
    const queue = foundInvalid(sent, "first", [
      { path: "0.value", message: "Liian suuri." },
      { path: "0", message: "Toinen." },
    ]);
    expect(queue.waiting.map(({ problems }) => problems)).toEqual([
      ["Liian suuri.", "Toinen."],
      [],
    ]);
    expect(sendOff(queue, "second").sent?.items).toHaveLength(1);
    const corrected = enqueue(queue, [said("020", { value: 3 })]);
    expect(sendOff(corrected, "second").sent?.items).toHaveLength(2);
  });

  test("that is refused as a whole waits for the person, and goes again when they say so", () => {
    const queue = foundRefused(sent, "first", "Roolisi ei salli tätä.");
    expect(sendOff(queue, "second").sent).toBeNull();
    expect(unsavedIn(queue).size).toBe(2);
    expect(sendOff(triedAgain(queue, ["1-020"]), "second").sent?.items).toHaveLength(1);
  });

  test("takes no more cells than the service does, and no more text than a request may hold", () => {
    const many = Array.from({ length: batchMax + 1 }, (_, index) =>
      said(String(index), { value: 1 }),
    );
    const first = sendOff(enqueue(EMPTY, many), "first");
    expect([first.sent?.items.length, first.waiting.length]).toEqual([batchMax, 1]);
    const long = many.map(({ seen: cell }) => ({ seen: cell, said: { note: "€".repeat(2000) } }));
    const bodies = sendOff(enqueue(EMPTY, long), "first").sent?.items.map(bodyOf);
    const { length } = new TextEncoder().encode(JSON.stringify(bodies));
    expect(length).toBeLessThan(1024 * 1024);
    expect(bodies?.length).toBeGreaterThan(100);
  });
});

describe("undoing", () => {
  const undo = (queue: Queue, step: Step, now: Seen, texts = {}) => {
    const [change] = step;
    if (!change) return queue;
    return isOnItsWay(queue, change)
      ? restored(queue, [{ change, now, texts }])
      : takenBack(queue, change);
  };
  let deeds = 0;
  const say = (queue: Queue, ...all: readonly Said[]) => {
    const by = String((deeds += 1));
    const changes = all.map((change) => ({ ...change, by }));
    return { step: stepOf(queue, changes), queue: enqueue(queue, changes) };
  };

  test("takes what is not sent out of the queue, down to what had been said before", () => {
    const first = say(EMPTY, said("020", { value: 1 }));
    const second = say(first.queue, said("020", { declared: "done" }));
    const back = undo(second.queue, second.step, seen("020"));
    expect(waitingIn(back)).toEqual([["020", 3, { value: 1 }]]);
    expect(undo(back, first.step, seen("020"))).toEqual(EMPTY);
  });

  test("says anew what was there, when it is saved", () => {
    const was = { declared: "paused", forecastOn: "2026-05-01" } as const;
    const { queue, step } = say(EMPTY, said("020", { declared: "done" }, was));
    const now = seen("020", { declared: "done", version: 4 });
    const saved = written(sendOff(queue, "first"), "first", [now]);
    const texts = { reason: "Tauko", unblock: "Sijainen", note: "Sisäinen" };
    expect(step.map(asksTexts)).toEqual([true]);
    expect(waitingIn(undo(saved, step, now, texts))).toEqual([
      [
        "020",
        4,
        {
          declared: "paused",
          value: null,
          forecastOn: "2026-05-01",
          reason: "Tauko",
          unblock: "Sijainen",
        },
      ],
    ]);
  });

  test("of what is under way is said after it", () => {
    const { queue, step } = say(EMPTY, said("020", { value: 1 }, { value: 0 }));
    const sent = sendOff(queue, "first");
    const back = undo(sent, step, seen("020", { value: 1 }));
    const saved = written(back, "first", [seen("020", { value: 1, version: 4 })]);
    expect(waitingIn(saved)).toEqual([
      ["020", 4, { declared: "in_progress", value: 0, forecastOn: null }],
    ]);
  });

  test("twice in a row goes back twice, also while the first is not sent", () => {
    const first = say(EMPTY, said("020", { declared: "done" }, { value: 1 }));
    const done = seen("020", { declared: "done", value: 1, doneOn: "2026-01-01", version: 4 });
    const once = written(sendOff(first.queue, "first"), "first", [done]);
    const second = say(once, { seen: done, said: { declared: "paused", reason: "Tauko" } });
    const paused = seen("020", { declared: "paused", value: 1, version: 5 });
    const twice = written(sendOff(second.queue, "second"), "second", [paused]);
    const back = undo(twice, second.step, paused);
    expect(back.waiting.map(({ said: { declared } }) => declared)).toEqual(["done"]);
    const [waiting] = back.waiting;
    if (!waiting) throw new Error("Nothing waits.");
    const further = undo(back, first.step, outcomeOf(waiting));
    expect(further.waiting.map(outcomeOf)).toEqual([
      { ...seen("020", { value: 1, version: 5 }), doneOn: null },
    ]);
  });

  test("cannot make unsaid what was said first, nor a confirmation, nor what has changed since", () => {
    const lastingOne = (change: Said, now: Seen) =>
      stepOf(EMPTY, [change]).map((one) => lastingOf(one, now));
    const done = seen("020", { declared: "done", doneOn: "2026-01-01", version: 4 });
    const first = said("020", { declared: "done" }, { declared: "no_data" });
    expect(lastingOne(first, done)).toEqual(["first_said"]);
    const confirmation = said("020", { declared: "in_progress" });
    expect(lastingOne(confirmation, seen("020", { version: 4 }))).toEqual(["confirmed"]);
    expect(lastingOne(said("020", { declared: "done" }), done)).toEqual([null]);
    const others = seen("020", { declared: "cancelled", version: 4 });
    expect(lastingOne(said("020", { declared: "done" }), others)).toEqual(["changed"]);
  });
});

/** The service as far as a batch sees it: versions, answers by key, and who wrote what. */
class Service {
  readonly cells = new Map<string, Seen>();
  readonly history: { readonly name: string; readonly value: unknown; readonly mine: boolean }[] =
    [];
  answers = new Map<string, readonly Seen[]>();

  now(municipality: string): Seen {
    return this.cells.get(`1-${municipality}`) ?? seen(municipality, { version: 1 });
  }

  write(municipality: string, value: number, mine: boolean): Seen {
    const cell = { ...this.now(municipality), value, version: this.now(municipality).version + 1 };
    this.cells.set(nameOf(cell), cell);
    this.history.push({ name: nameOf(cell), value, mine });
    return cell;
  }

  /** What the queue becomes when this answer reaches it. */
  receive({ key, items }: NonNullable<Queue["sent"]>): (queue: Queue) => Queue {
    const replayed = this.answers.get(key);
    if (replayed) return (queue) => written(queue, key, replayed);
    const faults = items.flatMap(({ said: { value } }, index) =>
      typeof value === "number" && value % 7 === 0
        ? [{ path: `${index}.value`, message: "7" }]
        : [],
    );
    const stale = items.filter(
      ({ seen: { municipality, version } }) => this.now(municipality).version !== version,
    );
    if (stale.length > 0) {
      const current = stale.map(({ seen: { municipality } }) => detail(this.now(municipality)));
      return (queue) => foundStale(queue, key, current);
    }
    if (faults.length > 0) return (queue) => foundInvalid(queue, key, faults);
    const saved = items.map(({ seen: { municipality }, said: { value } }) =>
      this.write(municipality, value ?? 0, true),
    );
    this.answers.set(key, saved);
    return (queue) => written(queue, key, saved);
  }
}

/** A person, their device and the service, with all that can go wrong between them. */
class World {
  readonly service = new Service();
  queue = EMPTY;
  /** The last value said of each cell that the person has not taken back themselves. */
  readonly wanted = new Map<string, number>();
  readonly chosen = new Map<string, number>();
  private count = 0;

  do(deed: string, municipality: string): void {
    const held = this.queue.waiting
      .filter(({ problems, theirs }) => problems.length > 0 || theirs)
      .map((one) => nameOf(one.seen));
    const { sent } = this.queue;
    switch (deed) {
      case "say": {
        const name = `1-${municipality}`;
        const own = unsavedIn(this.queue).get(name);
        const cell = own ? outcomeOf(own) : this.service.now(municipality);
        const value = ++this.count;
        this.queue = enqueue(this.queue, [{ seen: cell, said: { value } }]);
        this.wanted.set(name, value);
        break;
      }
      case "send":
        this.queue = sendOff(this.queue, `key ${++this.count}`);
        break;
      case "arrive":
        if (sent) this.queue = this.service.receive(sent)(this.queue);
        break;
      case "answer lost":
        if (sent) this.service.receive(sent);
        break;
      case "reload":
        this.queue = read(kept(this.queue));
        break;
      case "other":
        this.service.write(municipality, -++this.count, false);
        break;
      case "forget":
        this.service.answers = new Map();
        break;
      case "mine":
        for (const name of held) this.chosen.set(name, (this.chosen.get(name) ?? 0) + 1);
        this.queue = keptMine(this.queue, held);
        break;
      default:
        for (const name of held) this.wanted.delete(name);
        this.queue = takenOut(this.queue, held);
    }
  }

  /** What is wanted is either not saved yet, and then in the queue, or written. */
  lost(): string[] {
    const unsaved = unsavedIn(this.queue);
    return [...this.wanted].flatMap(([name, value]) => {
      const isWritten = this.service.history.some(
        (fact) => fact.name === name && fact.value === value && fact.mine,
      );
      return isWritten || unsaved.get(name)?.said.value === value ? [] : [`${name}: ${value}`];
    });
  }

  /** Nothing is written twice, but where the person chose theirs over another's after it. */
  doubled(): string[] {
    const mine = this.service.history.filter((fact) => fact.mine);
    return mine
      .filter(({ name, value }) => {
        const times = mine.filter((fact) => fact.name === name && fact.value === value).length;
        return times > 1 + (this.chosen.get(name) ?? 0);
      })
      .map(({ name }) => name);
  }
}

const DEEDS = [
  "say",
  "say",
  "send",
  "send",
  "arrive",
  "arrive",
  "answer lost",
  "reload",
  "other",
  "forget",
  "mine",
  "theirs",
];

test("no order of saying, sending, losing answers, reloading and others' changes loses or doubles a change", () => {
  const deed = fc.tuple(fc.constantFrom(...DEEDS), fc.constantFrom("020", "837", "536"));
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
      const world = new World();
      for (const [name, municipality] of deeds) {
        world.do(name, municipality);
        expect(world.lost()).toEqual([]);
      }
      // In the end the connection is good, and the person answers what they are asked.
      for (let round = 0; round < 10; round += 1) {
        for (const name of ["send", "arrive", "mine"]) world.do(name, "020");
        const faulty = world.queue.waiting.filter(({ problems }) => problems.length > 0);
        for (const { seen: cell } of faulty) world.do("say", cell.municipality);
      }
      expect(world.queue).toEqual(EMPTY);
      expect([world.lost(), world.doubled()]).toEqual([[], []]);
    }),
    { numRuns: 2000 },
  );
});
