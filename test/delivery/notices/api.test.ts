import { addDays, addSeconds } from "date-fns";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { deliver } from "../../../worker/delivery/commands/deliver.ts";
import { reportNotices } from "../../../worker/delivery/tables.ts";
import { people } from "../../../worker/identity/tables.ts";
import { type Letter, listDemoLetters } from "../../../worker/platform/mail.ts";
import { aSubmission, delivering } from "../../support/delivery.ts";
import { aWorld, database } from "../../support/world.ts";

const later = (days = 0) => addSeconds(addDays(new Date(), days), 1).toISOString();
const run = (days?: number) => deliver(delivering(later(days)));
const letters = () => listDemoLetters(database());

const next = sql`${people.version} + 1`;

/** Gives somebody an address, and says when they want to hear. */
const reach = (id: string, notices: "each" | "digest" | "none") =>
  database()
    .update(people)
    .set({ email: `${id}@etappi.example`, notices, language: "sv", version: next })
    .where(eq(people.id, id));

test("who receives reports is told of each submission once, in their language, without a link to it", async () => {
  const { lead } = await aWorld();
  await reach("steering", "none");
  await Promise.all([reach("funder", "each"), reach("lead", "each")]);
  await aSubmission(lead);
  await Promise.all([run(), run()]);
  await run();
  const [letter, ...more] = await letters();
  expect(more).toEqual([]);
  expect(letter).toMatchObject({
    recipient: "funder@etappi.example",
    subject: "Etappi: en ny rapport väntar",
  });
  expect(letter?.body).toContain("Esimerkki: Raportti, utgåva 1");
  expect(letter?.body).not.toContain("#");
});

test("a digest has all of a week in one letter", async () => {
  const { lead } = await aWorld();
  await reach("steering", "none");
  await reach("funder", "digest");
  await aSubmission(lead);
  await aSubmission(lead);
  await run();
  expect(await letters()).toEqual([]);
  await run(8);
  const [letter, ...more] = await letters();
  expect(more).toEqual([]);
  expect(letter?.subject).toBe("Etappi: 2 nya rapporter väntar");
});

test("who has left meanwhile is told nothing", async () => {
  const { lead } = await aWorld();
  await reach("steering", "none");
  await reach("funder", "digest");
  await aSubmission(lead);
  await run();
  await database()
    .update(people)
    .set({ email: null, version: next })
    .where(eq(people.id, "funder"));
  await run(8);
  expect(await letters()).toEqual([]);
  expect(await database().select().from(reportNotices)).toMatchObject([{ state: "failed" }]);
});

test("a letter that was not taken is tried again an hour later, three times in all", async () => {
  const { lead } = await aWorld();
  await reach("steering", "none");
  await reach("funder", "each");
  await aSubmission(lead);
  const tried: Letter[] = [];
  const mailer = async (letter: Letter) => {
    tried.push(letter);
    throw new Error("ECONNECTION");
  };
  for (const hours of [0, 0.5, 1.1, 2.2, 3.3, 4.4]) {
    const now = addSeconds(new Date(), hours * 3600 + 1).toISOString();
    await deliver({ ...delivering(now), mailer });
  }
  expect(tried).toHaveLength(3);
  expect(await database().select().from(reportNotices)).toMatchObject([{ state: "failed" }]);
});
