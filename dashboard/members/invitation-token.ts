const key = "etappi.invitation";

/**
 * The token of an invitation's link. It stands after `#`, where no server sees it; it is taken out
 * of the address at once and kept in this tab, over signing in.
 */
export function takeToken(): string | null {
  const token = location.hash.slice(1);
  if (token === "") return sessionStorage.getItem(key);
  sessionStorage.setItem(key, token);
  history.replaceState(history.state, "", location.pathname + location.search);
  return token;
}

export function forgetToken(): void {
  sessionStorage.removeItem(key);
}
