-- An administrator is one who holds that role in the whole county, like any other role.
INSERT INTO memberships (person, project, role, municipalities) SELECT id, '@county', 'admin', '[]' FROM people WHERE admin = 1;
--> statement-breakpoint
-- Since when, as far as it is known.
UPDATE memberships SET since = coalesce((SELECT min(at) FROM facts WHERE scope = project), (SELECT min(at) FROM facts), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) WHERE since = '';
--> statement-breakpoint
UPDATE people SET created_at = coalesce((SELECT min(at) FROM facts), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE created_at = '';
--> statement-breakpoint
-- Sessions from before cannot be listed or ended one by one: their owners sign in again.
DELETE FROM sessions;
--> statement-breakpoint
-- A role appears, changes and ends only together with the fact that says so.
CREATE TRIGGER memberships_by_fact BEFORE INSERT ON memberships WHEN NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'membership:' || NEW.project || ':' || NEW.person || ':' || NEW.role AND version = NEW.version AND hash = NEW.hash) OR NEW.version <= coalesce((SELECT version FROM memberships WHERE person = NEW.person AND project = NEW.project AND role = NEW.role), 0) BEGIN SELECT RAISE(ABORT, 'memberships: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER memberships_changed_by_fact BEFORE UPDATE ON memberships WHEN NEW.project IS NOT OLD.project OR NEW.person IS NOT OLD.person OR NEW.role IS NOT OLD.role OR NEW.version IS NOT OLD.version + 1 OR NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'membership:' || NEW.project || ':' || NEW.person || ':' || NEW.role AND version = NEW.version AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'memberships: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER memberships_no_delete BEFORE DELETE ON memberships BEGIN SELECT RAISE(ABORT, 'memberships: never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER reports_by_fact BEFORE INSERT ON reports WHEN EXISTS (SELECT 1 FROM reports WHERE project = NEW.project AND number = NEW.number) OR NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'report:' || NEW.project || ':' || NEW.number AND version = NEW.version AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'conflict: reports: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER reports_changed_by_fact BEFORE UPDATE ON reports WHEN OLD.state = 'submitted' OR NEW.project IS NOT OLD.project OR NEW.number IS NOT OLD.number OR NEW.version IS NOT OLD.version + 1 OR NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'report:' || NEW.project || ':' || NEW.number AND version = NEW.version AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'reports: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER reports_no_delete BEFORE DELETE ON reports BEGIN SELECT RAISE(ABORT, 'reports: never deleted'); END;
--> statement-breakpoint
-- An invitation is spent once, a request decided once: the slower of two fails whole.
CREATE TRIGGER invitations_once BEFORE UPDATE ON invitations WHEN (OLD.accepted_at IS NOT NULL OR OLD.revoked_at IS NOT NULL) AND (NEW.accepted_at IS NOT OLD.accepted_at OR NEW.revoked_at IS NOT OLD.revoked_at OR NEW.token_hash IS NOT OLD.token_hash) BEGIN SELECT RAISE(ABORT, 'conflict: invitation is spent'); END;
--> statement-breakpoint
CREATE TRIGGER access_requests_once BEFORE UPDATE OF decision, decided_at, decided_by ON access_requests WHEN OLD.decision IS NOT NULL BEGIN SELECT RAISE(ABORT, 'conflict: request is decided'); END;
--> statement-breakpoint
-- Log lines are written once and kept for five years.
CREATE TRIGGER uses_no_update BEFORE UPDATE ON uses BEGIN SELECT RAISE(ABORT, 'uses: append-only'); END;
--> statement-breakpoint
CREATE TRIGGER uses_kept BEFORE DELETE ON uses WHEN OLD.at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-5 years') BEGIN SELECT RAISE(ABORT, 'uses: kept for five years'); END;
--> statement-breakpoint
CREATE TRIGGER uses_no_replace BEFORE INSERT ON uses WHEN NEW.seq IS NOT -1 AND EXISTS (SELECT 1 FROM uses WHERE seq = NEW.seq) BEGIN SELECT RAISE(ABORT, 'uses: append-only'); END;
--> statement-breakpoint
-- What a person says of themselves changes one version at a time: the slower of two is refused.
CREATE TRIGGER people_versions BEFORE UPDATE OF name, title, organisation, language, notices ON people WHEN NEW.version IS NOT OLD.version + 1 BEGIN SELECT RAISE(ABORT, 'conflict: person has changed'); END;
--> statement-breakpoint
CREATE TRIGGER people_no_delete BEFORE DELETE ON people BEGIN SELECT RAISE(ABORT, 'people: never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER people_no_replace BEFORE INSERT ON people WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.id OR email = NEW.email) BEGIN SELECT RAISE(ABORT, 'conflict: person exists'); END;
--> statement-breakpoint
CREATE TRIGGER invitations_no_replace BEFORE INSERT ON invitations WHEN EXISTS (SELECT 1 FROM invitations WHERE id = NEW.id OR token_hash = NEW.token_hash) BEGIN SELECT RAISE(ABORT, 'conflict: invitation exists'); END;
--> statement-breakpoint
CREATE TRIGGER invitations_no_delete BEFORE DELETE ON invitations BEGIN SELECT RAISE(ABORT, 'invitations: never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER access_requests_no_replace BEFORE INSERT ON access_requests WHEN EXISTS (SELECT 1 FROM access_requests WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'conflict: request exists'); END;
--> statement-breakpoint
CREATE TRIGGER access_requests_no_delete BEFORE DELETE ON access_requests BEGIN SELECT RAISE(ABORT, 'access_requests: never deleted'); END;
