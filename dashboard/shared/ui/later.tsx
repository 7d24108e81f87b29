import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Broken } from "./broken.tsx";
import { Skeleton } from "./skeleton.tsx";

/**
 * A part of a page that is loaded after it. Until it has come, a skeleton of its height stands
 * there, or nothing; what cannot be loaded says so there.
 */
export function later<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
  height: string | null = null,
): FunctionComponent<Props> {
  return function Later(props) {
    const [Part, setPart] = useState<FunctionComponent<Props>>();
    useEffect(() => {
      const show = (part: FunctionComponent<Props>) => setPart(() => part);
      void load().then(show, () => show(Broken));
    }, []);
    if (Part) return <Part {...props} />;
    return height === null ? null : <Skeleton height={height} />;
  };
}
