ALTER TABLE `boards` ADD `publication` text;--> statement-breakpoint
CREATE INDEX `boards_published` ON `boards` (`project`) WHERE publication IS NOT NULL;--> statement-breakpoint
ALTER TABLE `projects` ADD `public_parts` text DEFAULT '[]' NOT NULL;