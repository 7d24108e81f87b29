const key = "etappi.shared";

/**
 * The token of a shared link. It stands after `#`, where no server sees it; it is taken out of the
 * address at once and kept in this tab, so that the page can be loaded again.
 */
export function takeToken(): string | null {
  const token = location.hash.slice(1);
  if (token === "") return sessionStorage.getItem(key);
  sessionStorage.setItem(key, token);
  history.replaceState(history.state, "", location.pathname + location.search);
  return token;
}
