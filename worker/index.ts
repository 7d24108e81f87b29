import { app } from "./app.ts";
import { forgetSessions } from "./identity/commands.ts";
import { openDatabase } from "./platform/database.ts";
import { forgetAnswers } from "./platform/requests.ts";

export default {
  fetch: app.fetch,
  async scheduled({ scheduledTime }, env) {
    const db = openDatabase(env.DB);
    const now = new Date(scheduledTime).toISOString();
    await Promise.all([forgetAnswers(db, now), forgetSessions({ db, now })]);
  },
} satisfies ExportedHandler<Env>;
