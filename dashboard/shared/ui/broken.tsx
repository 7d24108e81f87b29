import { messages } from "../i18n.ts";

/** What stands where something broke or did not load, with a way on. */
export function Broken() {
  const say = messages.value;
  return (
    <div class="notice bad" role="alert">
      <h1>{say.brokenTitle}</h1>
      <p>{say.broken}</p>
      <div class="row">
        <button type="button" class="button" onClick={() => location.reload()}>
          {say.again}
        </button>
        <a href="/">{say.toProjects}</a>
      </div>
    </div>
  );
}
