import { sql } from "drizzle-orm";
import type { Statement } from "../../platform/database.ts";

/**
 * Writes the plan of a project anew into its board, from the rows as they are at this point of
 * the batch: two changes at the same time cannot leave one of them out. The shape is `Plan`.
 */
export function refreshBoard(slug: string): Statement {
  return sql`
    INSERT INTO boards (project, plan, cells)
    SELECT p.slug, json_object(
      'project', json_object('slug', p.slug, 'name', p.name, 'programme', p.programme,
        'startsOn', p.starts_on, 'endsOn', p.ends_on, 'stage', p.stage,
        'visibility', p.visibility, 'freshnessDays', p.freshness_days, 'version', p.version),
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
          'baseline', baseline, 'goal', goal, 'version', version))
        FROM (SELECT * FROM milestones WHERE project = p.slug ORDER BY number))
    ), '{}'
    FROM projects p WHERE p.slug = ${slug}
    ON CONFLICT (project) DO UPDATE SET plan = excluded.plan`;
}
