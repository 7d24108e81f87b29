import { describe, expect, test } from "vitest";
import { type Searched, search, wordsOf } from "../../worker/search/domain.ts";

const programme = (name: string, around = ""): Searched => ({
  names: [name],
  around,
  order: name,
  found: { kind: "programme", programme: { slug: name, name }, funder: "" },
});
const project = (name: string): Searched => ({
  names: [name],
  around: "",
  order: name,
  found: {
    kind: "project",
    project: { slug: name, name },
    startsOn: "2023-01-01",
    endsOn: "2023-12-31",
    stage: "ready",
  },
});
const namesFound = (all: readonly Searched[], query: string) =>
  search(all, query, 10).items.map((one) =>
    one.kind === "programme" ? one.programme.name : one.kind === "project" && one.project.name,
  );

describe("words are compared", () => {
  test("without case and accents, and å, ä and ö stay letters of their own", () => {
    expect(wordsOf("Émilie's CAFÉ – Åbo, Äänekoski/ÖJA ü 2023")).toEqual([
      "emilie",
      "s",
      "cafe",
      "åbo",
      "äänekoski",
      "öja",
      "u",
      "2023",
    ]);
    // Written as a letter and its mark, it is the same.
    expect(wordsOf("a\u0308a\u0308ni A\u030Abo e\u0308 o\u030A")).toEqual([
      "ääni",
      "åbo",
      "e",
      "o",
    ]);
    // Who cannot type them is offered what is nearest.
    expect(search([programme("Hämeenlinna")], "hameen", 10)).toMatchObject({
      near: true,
      items: [{}],
    });
  });
});

describe("a search", () => {
  test("gives the best first: so called, so begun, words so begun, held, held with what is around", () => {
    const all = [
      programme("Suuri kunta", "pilotti"),
      programme("Minipilotti"),
      programme("Alueen pilotti"),
      programme("Pilotin laajennus"),
      programme("Pilotti"),
    ];
    expect(namesFound(all, "Pilotti")).toEqual(["Pilotti", "Alueen pilotti", "Minipilotti"]);
    expect(namesFound(all, "pilot")).toEqual([
      "Pilotin laajennus",
      "Pilotti",
      "Alueen pilotti",
      "Minipilotti",
    ]);
    expect(namesFound(all, "pilotti kunta")).toEqual(["Suuri kunta"]);
  });

  test("takes words in any order, and wants all of them", () => {
    const all = [programme("Nuorten palvelun pilotti"), programme("Nuorten talo")];
    expect(namesFound(all, "pilotti nuor")).toEqual(["Nuorten palvelun pilotti"]);
    expect(namesFound(all, "nuorten")).toHaveLength(2);
  });

  test("tells a project before an equally good programme, and either by name as Finnish sorts", () => {
    const all = [programme("Äkkiä"), programme("Aika 10"), programme("Aika 9"), project("Öljy")];
    expect(namesFound([...all, project("Aika")], "a")).toEqual(["Aika", "Aika 9", "Aika 10"]);
  });

  test("offers what differs by a letter only where nothing is written so", () => {
    const all = [programme("Hoppu"), programme("Hoppa"), programme("Verkostot")];
    expect(search(all, "hoppu", 10)).toMatchObject({
      near: false,
      items: [{ programme: { name: "Hoppu" } }],
    });
    expect(search(all, "hopup", 10).near).toBe(true);
    expect(namesFound(all, "hpopu")).toEqual(["Hoppu"]);
    expect(namesFound(all, "verksotto")).toEqual(["Verkostot"]);
    // A word of three letters is written as it is, or is another.
    expect(namesFound([programme("Yhä")], "yht")).toEqual([]);
    expect(search(all, "xyzxyz", 10)).toEqual({ items: [], near: false, more: false });
  });

  test("looks for the first eight words of a question, and knows a longer name as it is", () => {
    const name = "yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän";
    const all = [programme(`${name} kymmenen`), programme(name)];
    expect(namesFound(all, name)).toEqual([name, `${name} kymmenen`]);
    expect(namesFound(all, `${name} muuta`)).toHaveLength(2);
    expect(namesFound(all, "yksi muuta")).toEqual([]);
  });

  test("of very many names reads each once, however wrongly the question is written", () => {
    let read = 0;
    const all = Array.from({ length: 12_000 }, (_, index): Searched => {
      const one = programme(`Osallistujien koulutus ${index}`, "Alueen kehittämishanke");
      return {
        ...one,
        get names() {
          read += 1;
          return one.names;
        },
      };
    });
    const question = "osallistujeinx koulutsxus suunintelmax verksotot hankintax arvoiintix";
    expect(search(all, question, 20)).toEqual({ items: [], near: false, more: false });
    expect(read).toBe(all.length);
  });

  test("of no words finds nothing", () => {
    expect(namesFound([programme("Hoppu")], "– !")).toEqual([]);
  });

  test("says when there was more", () => {
    const all = [programme("Aika 1"), programme("Aika 2")];
    expect(search(all, "aika", 1).more).toBe(true);
    expect(search(all, "aika", 2).more).toBe(false);
  });
});
