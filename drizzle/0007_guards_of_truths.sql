-- What appears, and changes, only together with the fact of its new version, as in 0001.
CREATE TRIGGER amendments_by_fact BEFORE INSERT ON amendments WHEN NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'amendment:' || NEW.project || ':' || NEW.number AND version = NEW.version AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'amendments: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER amendments_changed_by_fact BEFORE UPDATE ON amendments WHEN NEW.project IS NOT OLD.project OR NEW.number IS NOT OLD.number OR NEW.version IS NOT OLD.version + 1 OR NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'amendment:' || NEW.project || ':' || NEW.number AND version = NEW.version AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'amendments: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER amendments_no_delete BEFORE DELETE ON amendments BEGIN SELECT RAISE(ABORT, 'amendments: never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER amendments_no_replace BEFORE INSERT ON amendments WHEN NEW.version > 1 OR EXISTS (SELECT 1 FROM amendments WHERE project = NEW.project AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'conflict: amendment exists'); END;
--> statement-breakpoint
CREATE TRIGGER evidence_by_fact BEFORE INSERT ON evidence WHEN NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'evidence:' || NEW.project || ':' || NEW.id AND version = NEW.version AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'evidence: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER evidence_changed_by_fact BEFORE UPDATE ON evidence WHEN NEW.id IS NOT OLD.id OR NEW.version IS NOT OLD.version + 1 OR NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'evidence:' || NEW.project || ':' || NEW.id AND version = NEW.version AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'evidence: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER evidence_no_delete BEFORE DELETE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence: never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER evidence_no_replace BEFORE INSERT ON evidence WHEN NEW.version > 1 OR EXISTS (SELECT 1 FROM evidence WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'conflict: evidence exists'); END;
--> statement-breakpoint
CREATE TRIGGER risks_by_fact BEFORE INSERT ON risks WHEN NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'risk:' || NEW.project || ':' || NEW.number AND version = NEW.version AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'risks: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER risks_changed_by_fact BEFORE UPDATE ON risks WHEN NEW.project IS NOT OLD.project OR NEW.number IS NOT OLD.number OR NEW.version IS NOT OLD.version + 1 OR NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'risk:' || NEW.project || ':' || NEW.number AND version = NEW.version AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'risks: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER risks_no_delete BEFORE DELETE ON risks BEGIN SELECT RAISE(ABORT, 'risks: never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER risks_no_replace BEFORE INSERT ON risks WHEN NEW.version > 1 OR EXISTS (SELECT 1 FROM risks WHERE project = NEW.project AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'conflict: risk exists'); END;
--> statement-breakpoint
CREATE TRIGGER deviations_by_fact BEFORE INSERT ON deviations WHEN NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'deviation:' || NEW.project || ':' || NEW.number AND version = NEW.version AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'deviations: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER deviations_changed_by_fact BEFORE UPDATE ON deviations WHEN NEW.project IS NOT OLD.project OR NEW.number IS NOT OLD.number OR NEW.version IS NOT OLD.version + 1 OR NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'deviation:' || NEW.project || ':' || NEW.number AND version = NEW.version AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'deviations: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER deviations_no_delete BEFORE DELETE ON deviations BEGIN SELECT RAISE(ABORT, 'deviations: never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER deviations_no_replace BEFORE INSERT ON deviations WHEN NEW.version > 1 OR EXISTS (SELECT 1 FROM deviations WHERE project = NEW.project AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'conflict: deviation exists'); END;
--> statement-breakpoint
CREATE TRIGGER files_no_update BEFORE UPDATE ON files BEGIN SELECT RAISE(ABORT, 'files: written once'); END;
--> statement-breakpoint
CREATE TRIGGER files_no_delete BEFORE DELETE ON files BEGIN SELECT RAISE(ABORT, 'files: never deleted'); END;
--> statement-breakpoint
-- Boards as they are kept from now on: the plan with what was granted, cells without evidence. What
-- reports said of dates before this stays empty until the next one is submitted.
UPDATE boards SET
  plan = (SELECT json_object(
  'project', json_object('slug', p.slug, 'name', p.name, 'programme', p.programme,
    'startsOn', p.starts_on, 'endsOn', p.ends_on, 'stage', p.stage,
    'visibility', p.visibility, 'freshnessDays', p.freshness_days,
    'grantedOn', p.granted_on, 'version', p.version),
  'phases', (
    SELECT json_group_array(json_object('number', number, 'name', name,
      'startsOn', starts_on, 'endsOn', ends_on))
    FROM (SELECT * FROM phases WHERE project = p.slug ORDER BY number)),
  'municipalities', (
    SELECT json_group_array(json_object('code', code, 'nameFi', name_fi, 'nameSv', name_sv,
      'population', population, 'tileColumn', tile_column, 'tileRow', tile_row))
    FROM (SELECT m.* FROM participations a JOIN municipalities m ON m.code = a.municipality
      WHERE a.project = p.slug ORDER BY m.code)),
  'milestones', (
    SELECT json_group_array(json_object('number', number, 'phase', phase, 'kind', kind,
      'scope', scope, 'title', title, 'dueOn', due_on,
      'dueOnByMunicipality', json(due_on_by_municipality), 'weight', weight, 'unit', unit,
      'baseline', baseline, 'goal', goal, 'evidenceKinds', json(evidence_kinds),
      'measure', json(measure), 'granted', json(granted), 'state', state,
      'predecessors', json(predecessors), 'successors', json(successors),
      'amendment', amendment, 'version', version))
    FROM (SELECT * FROM milestones WHERE project = p.slug ORDER BY number))
)
  FROM projects p WHERE p.slug = boards.project),
  cells = (SELECT json_group_object(key, json_remove(value, '$[1]')) FROM json_each(boards.cells));
