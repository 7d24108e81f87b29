-- The statement appears, and changes, only together with the fact of its new version, as in 0001.
CREATE TRIGGER statements_by_fact BEFORE INSERT ON statements WHEN NEW.version > 1 OR NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'statement:' || NEW.slug AND version = NEW.version AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'statements: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER statements_changed_by_fact BEFORE UPDATE ON statements WHEN NEW.slug IS NOT OLD.slug OR NEW.version IS NOT OLD.version + 1 OR NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'statement:' || NEW.slug AND version = NEW.version AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'statements: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER statements_no_delete BEFORE DELETE ON statements BEGIN SELECT RAISE(ABORT, 'statements: never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER statements_no_replace BEFORE INSERT ON statements WHEN EXISTS (SELECT 1 FROM statements WHERE slug = NEW.slug) BEGIN SELECT RAISE(ABORT, 'conflict: statement exists'); END;
--> statement-breakpoint
-- Feedback comes without a fact; how it is handled has one. Letters and retention change no version.
CREATE TRIGGER feedback_comes_new BEFORE INSERT ON feedback WHEN NEW.state <> 'new' OR NEW.version <> 0 OR EXISTS (SELECT 1 FROM feedback WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'conflict: feedback exists'); END;
--> statement-breakpoint
CREATE TRIGGER feedback_handled_by_fact BEFORE UPDATE ON feedback WHEN NEW.id IS NOT OLD.id OR NEW.received_at IS NOT OLD.received_at OR ((NEW.state IS NOT OLD.state OR NEW.version IS NOT OLD.version OR NEW.hash IS NOT OLD.hash OR NEW.answered_at IS NOT OLD.answered_at OR NEW.closed_at IS NOT OLD.closed_at) AND (NEW.version IS NOT OLD.version + 1 OR NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'feedback:' || NEW.id AND version = NEW.version AND hash = NEW.hash))) BEGIN SELECT RAISE(ABORT, 'feedback: write a fact'); END;
--> statement-breakpoint
-- What was erased stays erased: a slower answer must not write it back.
CREATE TRIGGER feedback_stays_erased BEFORE UPDATE ON feedback WHEN OLD.erased_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'conflict: feedback is erased'); END;
--> statement-breakpoint
CREATE TRIGGER feedback_no_delete BEFORE DELETE ON feedback BEGIN SELECT RAISE(ABORT, 'feedback: never deleted'); END;
