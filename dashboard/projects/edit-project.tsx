import type { ProjectView } from "../../worker/projects/contract/projects.ts";
import { send } from "../shared/api.ts";
import { refresh } from "../shared/query.ts";
import { Dialog } from "../shared/ui/dialog.tsx";
import { Form } from "../shared/ui/form.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { Worded } from "../shared/ui/worded.tsx";
import { ready, words as planWords } from "./plan/words.ts";
import {
  Period,
  periodOf,
  ProjectFields,
  projectOf,
  ProseFields,
  proseOf,
} from "./project-fields.tsx";
import { words } from "./words.ts";

/** Changes what a project tells of itself, its period and its phases. */
export function EditProject({ project, onClose }: { project: ProjectView; onClose: () => void }) {
  const { about: say } = words.value;
  const { busy, problem, attempt } = useWrite();
  const isGranted = project.grantedOn !== null;
  const save = (form: FormData) =>
    attempt(async () => {
      await send("PATCH", `/api/projects/${project.slug}`, {
        body: { ...projectOf(form), ...(!isGranted && periodOf(form)), ...proseOf(form) },
        version: project.version,
      });
      await refresh(`/api/projects/${project.slug}`);
      await refresh("/api/portfolio");
      onClose();
    });
  return (
    <Dialog kind="window" title={<h2>{say.editTitle}</h2>} onClose={onClose}>
      <Form busy={busy} problem={problem} onSubmit={save} onCancel={onClose}>
        <ProjectFields project={project} problem={problem}>
          {isGranted ? (
            <Worded by={{ ready }} height="3rem">
              <PeriodLocked />
            </Worded>
          ) : (
            <Period project={project} problem={problem} />
          )}
        </ProjectFields>
        <ProseFields project={project} problem={problem} />
      </Form>
    </Dialog>
  );
}

const PeriodLocked = () => <p class="notice">{planWords.value.periodLocked}</p>;
