import { render } from "preact";
import { App } from "./app.tsx";
import { startLanguage } from "./shared/i18n.ts";
import { startSession } from "./shared/session.ts";
import "./shared/theme.css";
import "./shared/ui.css";

// Nothing is shown before it is known in which language and to whom: it would move about.
await startLanguage();
await startSession();
const root = document.getElementById("app");
if (root) render(<App />, root);
