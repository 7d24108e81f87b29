import { useLocation } from "preact-iso";
import { useEffect } from "preact/hooks";
import { ViewsMenu } from "./pages.tsx";
import { asked } from "./shared/asked.ts";
import { chooseLanguage, language, LANGUAGES, messages } from "./shared/i18n.ts";
import { queries } from "./shared/query.ts";
import { mayDo, session } from "./shared/session.ts";
import { later } from "./shared/ui/later.tsx";

// Of a demonstration alone: nobody else's first page waits for it.
const Persona = later(async () => (await import("./identity/persona.tsx")).Persona);

/** What stands above every page: where one can go, who one is, and the language. */
export function Top() {
  const say = messages.value;
  const { path } = useLocation();
  const actor = session.value?.actor;
  const works = actor?.admin || actor?.memberships.some(({ role }) => role !== "funder");
  const links = [
    actor && { href: "/", label: say.nav.projects },
    works && { href: "/municipalities", label: say.nav.municipalities },
    mayDo("programme.view") && { href: "/programmes", label: say.nav.programmes },
    mayDo("person.manage") && { href: "/people", label: say.nav.people },
    mayDo("feedback.manage") && { href: "/feedback", label: say.nav.feedback },
    mayDo("use.view") && { href: "/log", label: say.nav.log },
  ];
  return (
    <header class="top">
      <div class="top-inner">
        <a class="brand" href="/">
          <img src="/icon.svg" alt="" width="30" height="30" />
          {say.product}
        </a>
        <nav aria-label={say.nav.main}>
          <ul>
            {links.map(
              (link) =>
                link && (
                  <li key={link.href}>
                    <a href={link.href} aria-current={isHere(link.href, path) ? "page" : undefined}>
                      {link.label}
                    </a>
                  </li>
                ),
            )}
          </ul>
        </nav>
        {actor && <SearchButton label={say.nav.search} />}
        <div class="top-tools">
          {actor && (
            <div class="top-views">
              <ViewsMenu />
            </div>
          )}
          {session.value?.demonstration && (
            <div class="persona-place">
              <Persona />
            </div>
          )}
          {actor && (
            <a
              class="top-name"
              href="/account"
              aria-label={actor.name ? `${actor.name}, ${say.nav.account}` : undefined}
            >
              {actor.name || say.nav.account}
            </a>
          )}
          <Languages />
        </div>
      </div>
    </header>
  );
}

const isHere = (href: string, path: string) =>
  path === href || path.startsWith(href === "/" ? "/projects" : `${href}/`);

const isMac = /Mac|iP/.test(navigator.platform);

/** Opens the search, as Ctrl + K does; who presses before it is loaded gets it when it is. */
function SearchButton({ label }: { label: string }) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      asked.value = "search";
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
  return (
    <button
      type="button"
      class="search-button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => {
        asked.value = "search";
      }}
    >
      <span>{label}</span>
      <kbd aria-hidden="true">{isMac ? "⌘" : "Ctrl"} K</kbd>
    </button>
  );
}

function Languages() {
  const { languageNames, language: label } = messages.value;
  return (
    <div class="languages" role="group" aria-label={label}>
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === language.value}
          onClick={async () => {
            await chooseLanguage(one);
            await queries.invalidateQueries();
          }}
        >
          {languageNames[one]}
        </button>
      ))}
    </div>
  );
}
