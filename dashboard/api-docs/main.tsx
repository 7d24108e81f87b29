import { render } from "preact";
import { readReference } from "./document.ts";
import { ReferencePage, Unread } from "./reference-page.tsx";
import "../shared/theme.css";
import "../shared/ui.css";
import "./api-docs.css";

const root = document.getElementById("api");
const reference = await readReference().catch(() => null);
if (root) {
  render(reference ? <ReferencePage reference={reference} /> : <Unread />, root);
  // The place that the address names was not there when the browser looked for it.
  if (window.location.hash !== "") window.location.replace(window.location.hash);
}
