import { app } from "./app.ts";
import { lookAgain, takeMessages } from "./delivery/routes/messages.ts";
import { forgetFeedback } from "./feedback/commands/feedback.ts";
import { forgetSessions } from "./identity/commands/sessions.ts";
import { forgetAddresses, forgetGuests } from "./members/commands/erase.ts";
import { openDatabase } from "./platform/database.ts";
import { forgetLimits } from "./platform/limits.ts";
import { forgetAnswers } from "./platform/requests.ts";
import { forgetUses } from "./use-log/commands.ts";

export default {
  fetch: app.fetch,
  queue: takeMessages,
  async scheduled({ cron, scheduledTime }, env) {
    if (cron === "*/15 * * * *") return lookAgain(env);
    const db = openDatabase(env.DB);
    const now = new Date(scheduledTime).toISOString();
    await Promise.all([
      forgetAnswers(db, now),
      forgetSessions({ db, now }),
      forgetLimits(db, now),
      forgetUses(db, now),
      forgetGuests({ db, now }),
      forgetAddresses({ db, now }),
      forgetFeedback({ db, now }),
    ]);
  },
} satisfies ExportedHandler<Env>;
