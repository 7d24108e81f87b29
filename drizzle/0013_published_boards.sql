-- What the public page says of the projects that are public already: no more than their heads.
UPDATE boards SET
  publication = (SELECT json_object('parts', json(p.public_parts), 'summary', p.summary,
    'leadOrganisation', p.lead_organisation, 'contactRole', p.contact_role,
    'programme', json_object('name', g.name, 'funder', g.funder,
      'visibilityText', json(g.visibility_text), 'emblem', g.emblem))
  FROM projects p JOIN programmes g ON g.slug = p.programme WHERE p.slug = boards.project)
WHERE project IN (SELECT slug FROM projects WHERE visibility = 'public');
