import * as z from "zod";
import { text } from "../../kernel/shapes.ts";
import { isKeepable, viewNameLengthMax, viewPathLengthMax } from "../terms.ts";

const view = {
  name: text(viewNameLengthMax),
  path: text(viewPathLengthMax)
    .refine(isKeepable, { params: { sentence: "pathUnkept" } })
    .meta({
      description: "A page of the dashboard: its path and parameters, as the browser writes them",
      example: "/projects/hoppu?mark=late",
    }),
};

export const CreateView = z.strictObject(view).meta({ id: "CreateSavedView" });
export type CreateView = z.infer<typeof CreateView>;

export const ChangeView = z.strictObject(view).partial().meta({ id: "ChangeSavedView" });
export type ChangeView = z.infer<typeof ChangeView>;

export const SavedView = z
  .object({
    id: z.string(),
    name: z.string(),
    path: z.string(),
    version: z.number().int(),
    createdAt: z.string(),
    changedAt: z.string(),
  })
  .meta({ id: "SavedView" });
export type SavedView = z.infer<typeof SavedView>;
export const SavedViews = z.object({ items: z.array(SavedView) }).meta({ id: "SavedViews" });
