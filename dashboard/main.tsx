import { render } from "preact";
import { App } from "./app.tsx";
import { startLanguage } from "./shared/i18n.ts";
import "./shared/theme.css";
import "./shared/ui.css";

await startLanguage();
const root = document.getElementById("app");
if (root) render(<App />, root);
