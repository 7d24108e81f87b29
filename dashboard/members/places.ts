import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import { useRead } from "../shared/query.ts";

export type Place = { readonly code: string; readonly name: string };

/** The municipalities of a project, and what each is called. */
export function usePlaces(project: string) {
  const { data } = useRead<MatrixView>(`/api/projects/${project}/progress`);
  const places: readonly Place[] = data?.municipalities ?? [];
  const names = new Map(places.map(({ code, name }) => [code, name]));
  return { places, nameOf: (code: string) => names.get(code) ?? code };
}
