-- What a link or webhook is changes only together with the fact of its new version; how often it was used, and how often it failed, is counted without.
CREATE TRIGGER report_links_by_fact BEFORE INSERT ON report_links WHEN NEW.version <> 1 OR EXISTS (SELECT 1 FROM report_links WHERE id = NEW.id) OR NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'link:' || NEW.project || ':' || NEW.id AND version = 1 AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'conflict: report_links: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER report_links_changed_by_fact BEFORE UPDATE ON report_links WHEN NEW.id IS NOT OLD.id OR NEW.project IS NOT OLD.project OR NEW.report IS NOT OLD.report OR NEW.edition IS NOT OLD.edition OR NEW.formats IS NOT OLD.formats OR NEW.token_hash IS NOT OLD.token_hash OR NEW.expires_at IS NOT OLD.expires_at OR ((NEW.version IS NOT OLD.version OR NEW.hash IS NOT OLD.hash OR NEW.revoked_at IS NOT OLD.revoked_at) AND (NEW.version IS NOT OLD.version + 1 OR NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'link:' || NEW.project || ':' || NEW.id AND version = NEW.version AND hash = NEW.hash))) BEGIN SELECT RAISE(ABORT, 'report_links: write a fact'); END;
--> statement-breakpoint
-- What was revoked opens nothing again.
CREATE TRIGGER report_links_stay_revoked BEFORE UPDATE ON report_links WHEN OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS NOT OLD.revoked_at BEGIN SELECT RAISE(ABORT, 'conflict: link is revoked'); END;
--> statement-breakpoint
CREATE TRIGGER report_links_kept BEFORE DELETE ON report_links WHEN OLD.expires_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-364 days') BEGIN SELECT RAISE(ABORT, 'report_links: kept for a year'); END;
--> statement-breakpoint
CREATE TRIGGER webhooks_by_fact BEFORE INSERT ON webhooks WHEN NEW.version <> 1 OR EXISTS (SELECT 1 FROM webhooks WHERE id = NEW.id) OR NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'webhook:' || NEW.project || ':' || NEW.id AND version = 1 AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'conflict: webhooks: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER webhooks_changed_by_fact BEFORE UPDATE ON webhooks WHEN NEW.id IS NOT OLD.id OR NEW.project IS NOT OLD.project OR ((NEW.version IS NOT OLD.version OR NEW.hash IS NOT OLD.hash OR NEW.url IS NOT OLD.url OR NEW.events IS NOT OLD.events OR NEW.is_enabled IS NOT OLD.is_enabled OR NEW.removed_at IS NOT OLD.removed_at) AND (NEW.version IS NOT OLD.version + 1 OR NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'webhook:' || NEW.project || ':' || NEW.id AND version = NEW.version AND hash = NEW.hash))) BEGIN SELECT RAISE(ABORT, 'webhooks: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER webhooks_no_delete BEFORE DELETE ON webhooks BEGIN SELECT RAISE(ABORT, 'webhooks: never deleted'); END;
--> statement-breakpoint
-- An attempt was made or it was not.
CREATE TRIGGER delivery_attempts_no_update BEFORE UPDATE ON delivery_attempts BEGIN SELECT RAISE(ABORT, 'delivery_attempts: written once'); END;
