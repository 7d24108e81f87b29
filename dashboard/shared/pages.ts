import { useState } from "preact/hooks";
import { get, type Problem } from "./api.ts";
import { useRead } from "./query.ts";
import { useWrite } from "./ui/use-write.ts";

type Listed<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null };

export type Pages<Item> = {
  readonly data: readonly Item[] | undefined;
  readonly error: Problem | null;
  readonly hasMore: boolean;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly more: () => Promise<void>;
};

/** A list of which more is read on demand. The first page is kept current; the others follow it. */
export function usePages<Item>(path: string): Pages<Item> {
  const first = useRead<Listed<Item>>(path);
  const { busy, problem, attempt } = useWrite();
  const [rest, setRest] = useState<{ readonly of: unknown } & Listed<Item>>();
  const known = rest?.of === first.data ? rest : undefined;
  const cursor = known ? known.nextCursor : (first.data?.nextCursor ?? null);
  const more = () =>
    attempt(async () => {
      if (cursor === null) return;
      const separator = path.includes("?") ? "&" : "?";
      const next = await get<Listed<Item>>(`${path}${separator}cursor=${cursor}`);
      setRest({
        of: first.data,
        items: [...(known?.items ?? []), ...next.items],
        nextCursor: next.nextCursor,
      });
    });
  const data = first.data && [...first.data.items, ...(known?.items ?? [])];
  return { data, error: first.error, hasMore: cursor !== null, busy, problem, more };
}
