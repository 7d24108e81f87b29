import * as z from "zod";
import { listOf } from "../kernel/shapes.ts";

export const MunicipalityView = z
  .object({
    code: z.string(),
    nameFi: z.string(),
    nameSv: z.string(),
    county: z.object({
      code: z.string(),
      nameFi: z.string(),
      nameSv: z.string(),
      nameEn: z.string(),
    }),
    population: z.number().nullable().meta({ description: "On 31 December 2022" }),
    tileColumn: z.number().nullable().meta({ description: "Place on the county's tile map" }),
    tileRow: z.number().nullable(),
    validTo: z.string().nullable().meta({ description: "Last day, for one that has ended" }),
    successor: z.string().nullable().meta({ description: "Code of the one that followed it" }),
  })
  .meta({ id: "Municipality" });
export type MunicipalityView = z.infer<typeof MunicipalityView>;

export const MunicipalityList = listOf(MunicipalityView).meta({ id: "MunicipalityList" });
