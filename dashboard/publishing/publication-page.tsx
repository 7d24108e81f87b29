import { useState } from "preact/hooks";
import type { ProjectView } from "../../worker/projects/contract/projects.ts";
import type { PublicationView } from "../../worker/publishing/contract.ts";
import { language } from "../shared/i18n.ts";
import { useRead } from "../shared/query.ts";
import { mayDo } from "../shared/session.ts";
import { Copy } from "../shared/ui/copy.tsx";
import { Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { Chosen, PartsForm } from "./parts-form.tsx";
import { TakeDown } from "./take-down.tsx";
import { ready, words } from "./words.ts";
import "./publication-page.css";

/** Whether a project has a public page, what it shows, and how others embed it. */
export function PublicationPage({ project }: { project: string }) {
  const view = useRead<PublicationView>(`/api/projects/${project}/publication`);
  return (
    <Worded by={{ ready }}>
      <Reading of={view} height="60vh">
        {(found) => <Publication project={project} publication={found} />}
      </Reading>
    </Worded>
  );
}

function Publication({ project, publication }: { project: string; publication: PublicationView }) {
  const say = words.value;
  const [takingDown, setTakingDown] = useState(false);
  const [saved, setSaved] = useState(false);
  const isPublic = publication.visibility === "public";
  const manages = mayDo("publication.manage", { project });
  return (
    <div class="publication">
      <section class="card fields" aria-labelledby="publication-title">
        <div class="section-head">
          <h2 id="publication-title">{say.title}</h2>
          {isPublic && (
            <a
              href={`${publication.address}?lang=${language.value}`}
              target="_blank"
              rel="noopener"
            >
              {say.openPage} <span class="soft small">{say.newTab}</span>
            </a>
          )}
        </div>
        <p class="notice">{isPublic ? say.isPublic : say.isInternal}</p>
        {manages ? (
          <PartsForm
            key={publication.version}
            project={project}
            publication={publication}
            onSaved={() => setSaved(true)}
          />
        ) : (
          <Chosen parts={publication.parts} />
        )}
        <p role="status">{saved && isPublic && say.saved}</p>
        <p class="soft">{say.always}</p>
        <p class="soft">{say.never}</p>
        {isPublic && manages && (
          <div>
            <button type="button" class="button" onClick={() => setTakingDown(true)}>
              {say.takeDown}
            </button>
          </div>
        )}
      </section>
      {isPublic && <Shared project={project} publication={publication} />}
      {takingDown && (
        <TakeDown
          project={project}
          version={publication.version}
          onClose={() => setTakingDown(false)}
        />
      )}
    </div>
  );
}

/** How the page looks elsewhere: in a frame of another site, and beside a link. */
function Shared({ project, publication }: { project: string; publication: PublicationView }) {
  const say = words.value;
  const found = useRead<ProjectView>(`/api/projects/${project}`);
  const query = `lang=${language.value}`;
  const title = `Etappi: ${found.data?.name ?? project}`.replaceAll("&", "&amp;");
  const code =
    `<iframe src="${publication.address}/widget?${query}" ` +
    `title="${title.replaceAll('"', "&quot;")}" width="100%" height="460" loading="lazy"></iframe>`;
  return (
    <div class="publication-side">
      <section class="card fields" aria-labelledby="embed-title">
        <h2 id="embed-title">{say.embedTitle}</h2>
        <p class="soft">{say.embedHelp}</p>
        <Copy label={say.embedLabel} text={code} say={say} />
      </section>
      <section class="card fields" aria-labelledby="picture-title">
        <h2 id="picture-title">{say.pictureTitle}</h2>
        <img
          class="publication-picture"
          src={`/public/${project}/picture.png?${query}&version=${publication.version}`}
          alt={say.pictureAlt}
          width={1200}
          height={630}
          loading="lazy"
        />
      </section>
    </div>
  );
}
