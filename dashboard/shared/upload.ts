import { Problem } from "./api.ts";
import { language } from "./i18n.ts";

const timeoutMs = 5 * 60_000;

/**
 * Sends a form with a file, with a key of its own, and tells how far it is (0-1). Should the answer
 * get lost, the same request is sent once more, and the service tells what it did the first time.
 */
export async function upload<View>(
  path: string,
  form: FormData,
  onProgress: (share: number) => void,
): Promise<View> {
  const key = crypto.randomUUID();
  try {
    return await post<View>(path, form, { key, onProgress });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "offline") throw error;
    return post<View>(path, form, { key, onProgress });
  }
}

/** By XMLHttpRequest: `fetch` does not tell how far it is. */
function post<View>(
  path: string,
  form: FormData,
  { key, onProgress }: { key: string; onProgress: (share: number) => void },
): Promise<View> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.timeout = timeoutMs;
    request.setRequestHeader("Accept-Language", language.value);
    request.setRequestHeader("Idempotency-Key", key);
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(loaded / total));
    for (const lost of ["error", "timeout", "abort"]) {
      request.addEventListener(lost, () => reject(new Problem({ code: "offline", detail: "" })));
    }
    request.addEventListener("load", () => {
      const body = read(request.responseText);
      // The shape is the route's response schema, whose type the caller names.
      if (request.status < 300) resolve(body as View);
      else reject(new Problem(body as ConstructorParameters<typeof Problem>[0]));
    });
    request.send(form);
  });
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { code: "internal", detail: "" };
  }
}
