import type { AccountView } from "../../worker/identity/contract/account.ts";
import { messages, showDay } from "../shared/i18n.ts";
import { useMunicipalityNames } from "../shared/municipalities.ts";
import { useProjectNames } from "../shared/projects.ts";
import { Region } from "../shared/ui/region.tsx";
import { words } from "./words.ts";

/** The roles that one holds and has held. */
export function AccountRoles({ roles }: { roles: AccountView["roles"] }) {
  const { account: say } = words.value;
  const { roles: roleNames } = messages.value;
  const projectName = useProjectNames();
  const municipality = useMunicipalityNames();
  const names = (codes: readonly string[]) => codes.map(municipality).join(", ");
  return (
    <section class="card" aria-labelledby="roles-title">
      <div class="section-head">
        <h2 id="roles-title">{say.roles}</h2>
      </div>
      {roles.length === 0 ? (
        <p class="soft">{say.noRoles}</p>
      ) : (
        <Region label={say.roles}>
          <table class="plain-table">
            <thead>
              <tr>
                <th scope="col">{say.role}</th>
                <th scope="col">{say.project}</th>
                <th scope="col">{say.municipalities}</th>
                <th scope="col">{say.deputyFor}</th>
                <th scope="col">{say.since}</th>
              </tr>
            </thead>
            <tbody>
              {roles.map((held) => (
                <tr key={`${held.project} ${held.role} ${held.since}`}>
                  <th scope="row">{roleNames[held.role]}</th>
                  <td>
                    {held.project.startsWith("@") ? (
                      say.county
                    ) : (
                      <a href={`/projects/${held.project}`} lang="fi">
                        {projectName(held.project)}
                      </a>
                    )}
                  </td>
                  <td>{names(held.municipalities) || "–"}</td>
                  <td>{names(held.deputyFor) || "–"}</td>
                  <td>
                    {showDay(held.since)}
                    {held.endedAt && <span class="soft">, {say.ended(showDay(held.endedAt))}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Region>
      )}
    </section>
  );
}
