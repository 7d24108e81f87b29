import * as z from "zod";

export const projectParams = z.object({ project: z.string().max(60) });
export const reportParams = projectParams.extend({ number: z.string().regex(/^\d{1,4}$/) });

export const placeOf = ({ project, number }: z.infer<typeof reportParams>) => ({
  project,
  number: Number(number),
});

export const tags = ["Reports"];
