import type { ProjectView } from "../../../worker/projects/contract/projects.ts";
import type { TemplateView } from "../../../worker/projects/contract/templates.ts";
import { send } from "../../shared/api.ts";
import { language, plural } from "../../shared/i18n.ts";
import { refresh, useRead } from "../../shared/query.ts";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { Form } from "../../shared/ui/form.tsx";
import { Reading } from "../../shared/ui/state.tsx";
import { useWrite } from "../../shared/ui/use-write.ts";
import { words } from "./words.ts";

/** The plans that come with the service, in the reader's language. */
export function useTemplates() {
  return useRead<{ items: TemplateView[] }>(`/api/milestone-templates?lang=${language.value}`);
}

/** Adds the milestones of a template to a plan that is not granted yet. */
export function TemplateDialog({
  project,
  onClose,
}: {
  project: ProjectView;
  onClose: () => void;
}) {
  const say = words.value;
  const templates = useTemplates();
  const { busy, problem, attempt } = useWrite();
  const save = (form: FormData) =>
    attempt(async () => {
      await send("POST", `/api/projects/${project.slug}/milestones/from-template`, {
        body: { template: form.get("template") },
      });
      await refresh(`/api/projects/${project.slug}`);
      onClose();
    });
  return (
    <Dialog kind="window" title={<h2>{say.templateTitle}</h2>} onClose={onClose}>
      <Form
        busy={busy}
        problem={problem}
        submit={say.fromTemplate}
        onSubmit={(form) => void save(form)}
        onCancel={onClose}
      >
        <p>{say.templateHelp}</p>
        <Reading of={templates} height="10rem">
          {({ items }) => (
            <fieldset class="template-choices">
              <legend>{say.template}</legend>
              {items.map(({ template, name, summary, milestones }, index) => (
                <label key={template} class="template-choice">
                  <input
                    type="radio"
                    name="template"
                    value={template}
                    defaultChecked={index === 0}
                  />
                  <span>
                    <strong>{name}</strong>{" "}
                    <span class="soft small">{plural(milestones.length, say.milestonesIn)}</span>
                    <br />
                    {summary}
                  </span>
                </label>
              ))}
            </fieldset>
          )}
        </Reading>
      </Form>
    </Dialog>
  );
}
