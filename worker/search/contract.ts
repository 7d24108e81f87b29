import * as z from "zod";
import { text } from "../kernel/shapes.ts";
import { MILESTONE_KINDS, MILESTONE_STATES, STAGES } from "../projects/terms.ts";
import { foundDefault, foundMax, queryLengthMax } from "./terms.ts";

export const SearchQuery = z.object({
  q: text(queryLengthMax).meta({
    description:
      "Words in any order, all of which are found (of very many, the first eight). Case and accents do not matter, but å, ä and ö do",
    example: "pilotti tampere",
  }),
  limit: z.coerce.number().int().min(1).max(foundMax).optional().meta({ default: foundDefault }),
});

const Named = z.object({ slug: z.string(), name: z.string() });

const FoundProject = z.object({
  kind: z.literal("project"),
  project: Named,
  startsOn: z.string(),
  endsOn: z.string(),
  stage: z.enum(STAGES),
});

const FoundMunicipality = z.object({
  kind: z.literal("municipality"),
  code: z.string(),
  nameFi: z.string(),
  nameSv: z.string(),
  projects: z.array(Named).meta({ description: "In which it takes part, the first five by slug" }),
  projectCount: z.number().int(),
});

const FoundMilestone = z.object({
  kind: z.literal("milestone"),
  project: Named,
  number: z.number().int(),
  title: z.string(),
  milestoneKind: z.enum(MILESTONE_KINDS),
  phase: z.number().int(),
  state: z.enum(MILESTONE_STATES),
  dueOn: z.string().nullable(),
});

const FoundProgramme = z.object({
  kind: z.literal("programme"),
  programme: Named,
  funder: z.string(),
});

export const Found = z
  .union([FoundProject, FoundMunicipality, FoundMilestone, FoundProgramme])
  .meta({ id: "Found" });
export type Found = z.infer<typeof Found>;

export const SearchView = z
  .object({
    items: z.array(Found).meta({ description: "The best first" }),
    near: z.boolean().meta({
      description: "Nothing was found as it was written: these differ by a letter or two",
    }),
    more: z.boolean().meta({ description: "Whether more was found than was asked for" }),
    whole: z.boolean().meta({
      description: "Whether all was looked through: of very many projects, the first 200",
    }),
  })
  .meta({ id: "Search" });
export type SearchView = z.infer<typeof SearchView>;
