/** Stands for what the bundle leaves out (wrangler.toml, `alias`), so that a use of it would show. */
export default function absent(): never {
  throw new Error("this was left out of the bundle");
}
