import { useLocation } from "preact-iso";
import { Persona } from "./identity/persona.tsx";
import { ViewsMenu } from "./pages.tsx";
import { chooseLanguage, language, LANGUAGES, messages } from "./shared/i18n.ts";
import { queries } from "./shared/query.ts";
import { mayDo, session } from "./shared/session.ts";

/** What stands above every page: where one can go, who one is, and the language. */
export function Top() {
  const say = messages.value;
  const { path } = useLocation();
  const actor = session.value?.actor;
  const links = [
    actor && { href: "/", label: say.nav.projects },
    mayDo("programme.view") && { href: "/programmes", label: say.nav.programmes },
    mayDo("person.manage") && { href: "/people", label: say.nav.people },
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
        <div class="top-tools">
          {actor && (
            <div class="top-views">
              <ViewsMenu />
            </div>
          )}
          {session.value?.demonstration && <Persona />}
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
  path === href || (href === "/" && path.startsWith("/projects"));

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
