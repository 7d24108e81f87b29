-- What was submitted stays as it is: from then on a report moves only along its way, and its next edition is written while it is returned or corrected.
DROP TRIGGER reports_changed_by_fact;
--> statement-breakpoint
CREATE TRIGGER reports_changed_by_fact BEFORE UPDATE ON reports WHEN NEW.project IS NOT OLD.project OR NEW.number IS NOT OLD.number OR NEW.version IS NOT OLD.version + 1 OR (OLD.state = 'submitted' AND NEW.state NOT IN ('returned', 'accepted')) OR (OLD.state = 'accepted' AND NEW.state IS NOT 'correcting') OR (OLD.state IN ('submitted', 'accepted') AND (NEW.name IS NOT OLD.name OR NEW.message IS NOT OLD.message OR NEW.budget IS NOT OLD.budget OR NEW.period IS NOT OLD.period OR NEW.sections IS NOT OLD.sections OR NEW.edition IS NOT OLD.edition OR NEW.as_of IS NOT OLD.as_of OR NEW.fingerprint IS NOT OLD.fingerprint)) OR NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'report:' || NEW.project || ':' || NEW.number AND version = NEW.version AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'reports: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER report_texts_by_fact BEFORE INSERT ON report_texts WHEN NEW.version > 1 OR EXISTS (SELECT 1 FROM report_texts WHERE project = NEW.project AND report = NEW.report AND section = NEW.section) OR NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'section:' || NEW.project || ':' || NEW.report || ':' || NEW.section AND version = NEW.version AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'conflict: report_texts: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER report_texts_changed_by_fact BEFORE UPDATE ON report_texts WHEN NEW.project IS NOT OLD.project OR NEW.report IS NOT OLD.report OR NEW.section IS NOT OLD.section OR NEW.version IS NOT OLD.version + 1 OR NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'section:' || NEW.project || ':' || NEW.report || ':' || NEW.section AND version = NEW.version AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'report_texts: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER report_texts_while_writable BEFORE UPDATE ON report_texts WHEN EXISTS (SELECT 1 FROM reports WHERE project = NEW.project AND number = NEW.report AND state IN ('submitted', 'accepted')) BEGIN SELECT RAISE(ABORT, 'conflict: report is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER report_texts_begun_while_writable BEFORE INSERT ON report_texts WHEN EXISTS (SELECT 1 FROM reports WHERE project = NEW.project AND number = NEW.report AND state IN ('submitted', 'accepted')) BEGIN SELECT RAISE(ABORT, 'conflict: report is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER report_texts_no_delete BEFORE DELETE ON report_texts BEGIN SELECT RAISE(ABORT, 'report_texts: never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER report_editions_by_fact BEFORE INSERT ON report_editions WHEN EXISTS (SELECT 1 FROM report_editions WHERE project = NEW.project AND report = NEW.report AND edition = NEW.edition) OR NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'report:' || NEW.project || ':' || NEW.report AND version = NEW.version AND kind = 'report.submitted') BEGIN SELECT RAISE(ABORT, 'conflict: report_editions: submit the report'); END;
--> statement-breakpoint
CREATE TRIGGER report_editions_no_update BEFORE UPDATE ON report_editions BEGIN SELECT RAISE(ABORT, 'report_editions: written once'); END;
--> statement-breakpoint
CREATE TRIGGER report_editions_no_delete BEFORE DELETE ON report_editions BEGIN SELECT RAISE(ABORT, 'report_editions: never deleted'); END;
--> statement-breakpoint
-- The first file that was made of an edition is the one that is given out.
CREATE TRIGGER report_files_no_replace BEFORE INSERT ON report_files WHEN EXISTS (SELECT 1 FROM report_files WHERE project = NEW.project AND report = NEW.report AND edition = NEW.edition AND format = NEW.format AND language = NEW.language) BEGIN SELECT RAISE(ABORT, 'conflict: report_files exists'); END;
--> statement-breakpoint
CREATE TRIGGER report_files_no_update BEFORE UPDATE ON report_files BEGIN SELECT RAISE(ABORT, 'report_files: written once'); END;
--> statement-breakpoint
CREATE TRIGGER report_files_no_delete BEFORE DELETE ON report_files BEGIN SELECT RAISE(ABORT, 'report_files: never deleted'); END;
