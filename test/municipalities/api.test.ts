import { describe, expect, test } from "vitest";
import type { MunicipalityView } from "../../worker/municipalities/contract.ts";
import { ok, pathsOf, refusal } from "../support/answers.ts";
import { stranger } from "../support/world.ts";

type List = { items: MunicipalityView[]; nextCursor: string | null };
const list = async (query = "") => ok<List>(await stranger.get(`/api/municipalities${query}`));

describe("the register", () => {
  test("is open to everyone, by code: 308 that exist", async () => {
    const { items, nextCursor } = await list("?limit=500");
    expect(items).toHaveLength(308);
    expect(items.filter(({ validTo }) => validTo !== null)).toEqual([]);
    expect(nextCursor).toBeNull();
  });

  test("carries the one that has ended, where it is asked for", async () => {
    const { items, nextCursor } = await list("?limit=500&ended=true");
    const codes = items.map(({ code }) => code);
    expect(codes).toEqual([...codes].toSorted());
    expect(items.filter(({ validTo }) => validTo === null)).toHaveLength(308);
    expect(items.filter(({ validTo }) => validTo !== null)).toMatchObject([
      {
        code: "588",
        nameFi: "Pertunmaa",
        validTo: "2024-12-31",
        successor: "507",
        population: null,
      },
    ]);
    expect(nextCursor).toBeNull();
  });

  test("shows of each its names, county, people and place on the tile map", async () => {
    const { items } = await list("?county=08");
    expect(items).toHaveLength(23);
    expect(items.find(({ code }) => code === "837")).toEqual({
      code: "837",
      nameFi: "Tampere",
      nameSv: "Tammerfors",
      county: {
        code: "08",
        nameFi: "Pirkanmaan hyvinvointialue",
        nameSv: "Birkalands välfärdsområde",
        nameEn: expect.stringMatching(/Pirkanmaa/),
      },
      population: 249_009,
      tileColumn: 2,
      tileRow: 2,
      validTo: null,
      successor: null,
    });
  });

  test("gives a hundred at a time where nothing is said, and all of them once", async () => {
    const codes: string[] = [];
    const sizes: number[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: List = await list(cursor && `?cursor=${cursor}`);
      codes.push(...page.items.map(({ code }) => code));
      sizes.push(page.items.length);
      cursor = page.nextCursor;
    }
    expect(sizes).toEqual([100, 100, 100, 8]);
    expect(new Set(codes).size).toBe(308);
  });

  test("of a county that is not there is empty, and of no county invalid", async () => {
    expect(await list("?county=99")).toEqual({ items: [], nextCursor: null });
    const answer = await stranger.get("/api/municipalities?county=8");
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual(["county"]);
  });
});
