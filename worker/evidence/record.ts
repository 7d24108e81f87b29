import { eq, sql } from "drizzle-orm";
import type { Fact } from "../history/record.ts";
import type { Database, Statement } from "../platform/database.ts";
import { boards } from "../projects/tables.ts";
import type { EvidenceItem } from "./contract.ts";
import { evidence, files } from "./tables.ts";

/** The statements that make an item, and the boards' part of it, what its fact says. */
export function writeEvidence(
  db: Database,
  item: EvidenceItem,
  { version, hash, at }: Pick<Fact, "version" | "hash" | "at">,
): Statement[] {
  const row = { ...item, version, hash };
  return [
    ...(version === 1 ? [...writeFile(db, item, at), db.insert(evidence).values(row)] : []),
    ...(version === 1 ? [] : [db.update(evidence).set(row).where(eq(evidence.id, item.id))]),
    refreshEvidence(item),
  ];
}

function writeFile(db: Database, item: EvidenceItem, storedAt: string): Statement[] {
  const { digest, size, mediaType } = item;
  if (digest === null || size === null || mediaType === null) return [];
  return [db.insert(files).values({ digest, size, mediaType, storedAt }).onConflictDoNothing()];
}

/** Of the item's cells, as `evidenceByCell` says, from the rows as they are at this point of the batch. */
function refreshEvidence({ project, milestone, municipalities }: EvidenceItem): Statement {
  const places = JSON.stringify(municipalities);
  // As text: D1 binds numbers as REAL, and the key would begin with "1.0/".
  const start = `${milestone}/`;
  return sql`
    UPDATE ${boards} SET evidence = json_patch(evidence, (
      SELECT json_group_object(${start} || asked.value, json(marks))
      FROM json_each(${places}) asked
      LEFT JOIN (
        SELECT place, json_group_array(
          kind || ':' || CASE best WHEN 0 THEN 'accepted' WHEN 1 THEN 'submitted' ELSE 'rejected' END
        ) AS marks
        FROM (
          SELECT m.value AS place, e.kind AS kind,
            min(CASE e.state WHEN 'accepted' THEN 0 WHEN 'submitted' THEN 1 ELSE 2 END) AS best
          FROM evidence e JOIN json_each(e.municipalities) m
          WHERE e.project = ${project} AND e.milestone = ${milestone} AND e.state <> 'withdrawn'
            AND m.value IN (SELECT value FROM json_each(${places}))
          GROUP BY m.value, e.kind
          ORDER BY m.value, e.kind)
        GROUP BY place
      ) found ON found.place = asked.value))
    WHERE project = ${project}`;
}
