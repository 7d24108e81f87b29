import type { ProjectView } from "../../worker/projects/contract/projects.ts";
import { useRead } from "./query.ts";

/** What projects are called, by slug; the slug itself where one may not see it. */
export function useProjectNames(): (slug: string) => string {
  const projects = useRead<{ items: ProjectView[] }>("/api/projects?limit=500");
  const names = new Map(projects.data?.items.map(({ slug, name }) => [slug, name]));
  return (slug) => names.get(slug) ?? slug;
}
