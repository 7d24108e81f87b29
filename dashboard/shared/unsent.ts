const prefix = "etappi.unsent.";

/** Where what a person has said in a project is kept on this device until it is sent. */
export const unsentKey = (person: string, project: string) => `${prefix}${person}.${project}`;

const unsentKeys = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix));

/** Whether something on this device is not sent yet. */
export const hasUnsent = () => unsentKeys().length > 0;

export function forgetUnsent(): void {
  for (const key of unsentKeys()) localStorage.removeItem(key);
}
