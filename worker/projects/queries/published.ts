import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import { notFound } from "../../kernel/refusal.ts";
import type { Database } from "../../platform/database.ts";
import type { Publication } from "../contract/projects.ts";
import { boards, programmes, projects } from "../tables.ts";
import { boardColumns, readPlan } from "./projects.ts";

/*
 * What is public is asked for by nobody in particular. A project that is not public is not there.
 */

const columns = { ...boardColumns, publication: boards.publication };
const isPublished = isNotNull(boards.publication);

type Row = { readonly plan: string; readonly publication: string | null };

/** A published project's board with what its page says beside. One row. Refuses with `not_found`. */
export async function loadPublishedBoard({ db }: { readonly db: Database }, slug: string) {
  const [row] = await db
    .select(columns)
    .from(boards)
    .where(and(eq(boards.project, slug), isPublished))
    .limit(1);
  if (!row) throw notFound();
  return read(row);
}

/** The boards of published projects, by slug. One row each, by an index of those alone. */
export async function listPublishedBoards(
  { db }: { readonly db: Database },
  { after, limit }: { readonly after: string; readonly limit: number },
) {
  const rows = await db
    .select(columns)
    .from(boards)
    .where(and(gt(boards.project, after), isPublished))
    .orderBy(asc(boards.project))
    .limit(limit);
  return rows.map(read);
}

/** What the board of a project would keep for its public page, published or not. */
export async function publicationOf(
  { db }: { readonly db: Database },
  slug: string,
): Promise<Publication> {
  const [row] = await db
    .select({
      parts: projects.publicParts,
      summary: projects.summary,
      leadOrganisation: projects.leadOrganisation,
      contactRole: projects.contactRole,
      programme: {
        name: programmes.name,
        funder: programmes.funder,
        visibilityText: programmes.visibilityText,
        emblem: programmes.emblem,
      },
    })
    .from(projects)
    .innerJoin(programmes, eq(programmes.slug, projects.programme))
    .where(eq(projects.slug, slug));
  if (!row) throw notFound();
  return row;
}

/** Written by `refreshBoard` and `refreshPublications` alone, in exactly this shape. */
function read<Board extends Row>({ publication, ...board }: Board) {
  return {
    ...board,
    plan: readPlan(board.plan),
    publication: JSON.parse(publication ?? "null") as Publication,
  };
}

/** The slugs of so many published projects, from their index alone. */
export async function publishedSlugs(
  { db }: { readonly db: Database },
  limit: number,
): Promise<string[]> {
  const rows = await db
    .select({ slug: boards.project })
    .from(boards)
    .where(isPublished)
    .orderBy(asc(boards.project))
    .limit(limit);
  return rows.map(({ slug }) => slug);
}
