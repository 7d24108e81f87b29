import type { MunicipalityView } from "../../worker/municipalities/contract.ts";
import { language } from "./i18n.ts";
import { useRead } from "./query.ts";

type Named = { readonly nameFi: string; readonly nameSv: string };

const nameOf = ({ nameFi, nameSv }: Named) => (language.value === "sv" ? nameSv : nameFi);

/** What municipalities are called, by code; the code itself until that is known. */
export function useMunicipalityNames(county?: string): (code: string) => string {
  const register = useRead<{ items: MunicipalityView[] }>(
    `/api/municipalities?limit=500&ended=true${county ? `&county=${county}` : ""}`,
  );
  const names = new Map(register.data?.items.map((one) => [one.code, nameOf(one)]));
  return (code) => names.get(code) ?? code;
}

/** The municipalities of a county, as choices. */
export function useMunicipalitiesOf(county: string) {
  const register = useRead<{ items: MunicipalityView[] }>(
    `/api/municipalities?limit=500&county=${county}`,
  );
  return register.data?.items.map((one) => ({ code: one.code, name: nameOf(one) })) ?? [];
}
