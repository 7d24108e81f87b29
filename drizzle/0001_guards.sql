-- Facts are written once. A REPLACE passes by a DELETE trigger, so an existing row is looked for
-- before every insert; an unspecified rowid reads as -1 there.
CREATE TRIGGER facts_no_update BEFORE UPDATE ON facts BEGIN SELECT RAISE(ABORT, 'facts: append-only'); END;
--> statement-breakpoint
CREATE TRIGGER facts_no_delete BEFORE DELETE ON facts BEGIN SELECT RAISE(ABORT, 'facts: append-only'); END;
--> statement-breakpoint
CREATE TRIGGER facts_no_replace BEFORE INSERT ON facts WHEN EXISTS (SELECT 1 FROM facts WHERE seq = NEW.seq OR key = NEW.key OR hash = NEW.hash OR (subject = NEW.subject AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'conflict: fact exists'); END;
--> statement-breakpoint
CREATE TRIGGER facts_seq_grows BEFORE INSERT ON facts WHEN NEW.seq IS NOT -1 AND NEW.seq <= (SELECT coalesce(max(seq), 0) FROM facts) BEGIN SELECT RAISE(ABORT, 'facts: seq'); END;
--> statement-breakpoint
CREATE TRIGGER facts_linked BEFORE INSERT ON facts WHEN NOT ((NEW.version = 1 AND NEW.previous_hash = '') OR EXISTS (SELECT 1 FROM facts WHERE subject = NEW.subject AND version = NEW.version - 1 AND hash = NEW.previous_hash)) BEGIN SELECT RAISE(ABORT, 'conflict: stale fact'); END;
--> statement-breakpoint
CREATE TRIGGER facts_bounded BEFORE INSERT ON facts WHEN NOT json_valid(NEW.detail) OR length(NEW.hash) <> 64 OR length(NEW.key) > 400 BEGIN SELECT RAISE(ABORT, 'facts: malformed'); END;
--> statement-breakpoint
-- A versioned row appears, and changes, only together with the fact of its new version.
CREATE TRIGGER programmes_by_fact BEFORE INSERT ON programmes WHEN NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'programme:' || NEW.slug AND version = NEW.version AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'programmes: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER programmes_changed_by_fact BEFORE UPDATE ON programmes WHEN NEW.slug IS NOT OLD.slug OR NEW.version IS NOT OLD.version + 1 OR NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'programme:' || NEW.slug AND version = NEW.version AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'programmes: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER programmes_no_delete BEFORE DELETE ON programmes BEGIN SELECT RAISE(ABORT, 'programmes: never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER programmes_no_replace BEFORE INSERT ON programmes WHEN NEW.version > 1 OR EXISTS (SELECT 1 FROM programmes WHERE slug = NEW.slug) BEGIN SELECT RAISE(ABORT, 'conflict: programme exists'); END;
--> statement-breakpoint
CREATE TRIGGER projects_by_fact BEFORE INSERT ON projects WHEN NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'project:' || NEW.slug AND version = NEW.version AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'projects: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER projects_changed_by_fact BEFORE UPDATE ON projects WHEN NEW.slug IS NOT OLD.slug OR NEW.version IS NOT OLD.version + 1 OR NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'project:' || NEW.slug AND version = NEW.version AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'projects: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER projects_no_delete BEFORE DELETE ON projects BEGIN SELECT RAISE(ABORT, 'projects: never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER projects_no_replace BEFORE INSERT ON projects WHEN NEW.version > 1 OR EXISTS (SELECT 1 FROM projects WHERE slug = NEW.slug) BEGIN SELECT RAISE(ABORT, 'conflict: project exists'); END;
--> statement-breakpoint
CREATE TRIGGER milestones_by_fact BEFORE INSERT ON milestones WHEN NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'milestone:' || NEW.project || ':' || NEW.number AND version = NEW.version AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'milestones: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER milestones_changed_by_fact BEFORE UPDATE ON milestones WHEN NEW.project IS NOT OLD.project OR NEW.number IS NOT OLD.number OR NEW.version IS NOT OLD.version + 1 OR NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'milestone:' || NEW.project || ':' || NEW.number AND version = NEW.version AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'milestones: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER milestones_no_delete BEFORE DELETE ON milestones BEGIN SELECT RAISE(ABORT, 'milestones: never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER milestones_no_replace BEFORE INSERT ON milestones WHEN NEW.version > 1 OR EXISTS (SELECT 1 FROM milestones WHERE project = NEW.project AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'conflict: milestone exists'); END;
--> statement-breakpoint
-- Cells are written by an upsert, whose BEFORE INSERT triggers fire for an existing row too: the
-- version and the hash of the new fact are what is asked for.
CREATE TRIGGER cells_by_fact BEFORE INSERT ON cells WHEN NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'cell:' || NEW.project || ':' || NEW.milestone || ':' || NEW.municipality AND version = NEW.version AND hash = NEW.hash) OR NEW.version <= coalesce((SELECT version FROM cells WHERE project = NEW.project AND milestone = NEW.milestone AND municipality = NEW.municipality), 0) BEGIN SELECT RAISE(ABORT, 'cells: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER cells_changed_by_fact BEFORE UPDATE ON cells WHEN NEW.project IS NOT OLD.project OR NEW.milestone IS NOT OLD.milestone OR NEW.municipality IS NOT OLD.municipality OR NEW.version IS NOT OLD.version + 1 OR NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'cell:' || NEW.project || ':' || NEW.milestone || ':' || NEW.municipality AND version = NEW.version AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'cells: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER cells_no_delete BEFORE DELETE ON cells BEGIN SELECT RAISE(ABORT, 'cells: never deleted'); END;
