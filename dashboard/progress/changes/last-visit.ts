const kept = (project: string) => `etappi.changes.${project}`;

/**
 * When this page of a project was last looked at on this device, before now: an instant, or null.
 * Reading it again in the same window tells the same, however often the page is loaded.
 */
export function lastVisit(project: string): string | null {
  const key = kept(project);
  const known = sessionStorage.getItem(key);
  const before = known ?? localStorage.getItem(key) ?? "";
  sessionStorage.setItem(key, before);
  localStorage.setItem(key, new Date().toISOString());
  return before || null;
}
