CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`project` text NOT NULL,
	`milestone` integer NOT NULL,
	`municipalities` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`note` text NOT NULL,
	`url` text,
	`digest` text,
	`file_name` text,
	`media_type` text,
	`size` integer,
	`record` text,
	`state` text NOT NULL,
	`review` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` text NOT NULL,
	`reviewed_by` text,
	`reviewed_at` text,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`project`) REFERENCES `projects`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`digest`) REFERENCES `files`(`digest`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `evidence_of_milestone` ON `evidence` (`project`,`milestone`);--> statement-breakpoint
CREATE INDEX `evidence_of_file` ON `evidence` (`digest`);--> statement-breakpoint
CREATE TABLE `files` (
	`digest` text PRIMARY KEY NOT NULL,
	`size` integer NOT NULL,
	`media_type` text NOT NULL,
	`stored_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `amendments` (
	`project` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`reason` text NOT NULL,
	`reference` text,
	`decided_on` text NOT NULL,
	`changes` text NOT NULL,
	`created_at` text NOT NULL,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`project`, `number`),
	FOREIGN KEY (`project`) REFERENCES `projects`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `deviations` (
	`project` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`cause` text NOT NULL,
	`effect` text NOT NULL,
	`corrective_action` text NOT NULL,
	`owner` text NOT NULL,
	`noticed_on` text NOT NULL,
	`resolved_on` text,
	`state` text NOT NULL,
	`risk` integer,
	`links` text NOT NULL,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`project`, `number`),
	FOREIGN KEY (`project`) REFERENCES `projects`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `risks` (
	`project` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`likelihood` integer NOT NULL,
	`significance` integer NOT NULL,
	`mitigation` text NOT NULL,
	`owner` text NOT NULL,
	`reviewed_on` text NOT NULL,
	`state` text NOT NULL,
	`closed_because` text,
	`links` text NOT NULL,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`project`, `number`),
	FOREIGN KEY (`project`) REFERENCES `projects`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `boards` ADD `evidence` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `boards` ADD `reported` text;--> statement-breakpoint
ALTER TABLE `milestones` ADD `evidence_kinds` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `milestones` ADD `measure` text;--> statement-breakpoint
ALTER TABLE `milestones` ADD `granted` text;--> statement-breakpoint
ALTER TABLE `milestones` ADD `state` text DEFAULT 'active' NOT NULL;--> statement-breakpoint
ALTER TABLE `milestones` ADD `predecessors` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `milestones` ADD `successors` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `milestones` ADD `amendment` integer;--> statement-breakpoint
ALTER TABLE `projects` ADD `granted_on` text;--> statement-breakpoint
ALTER TABLE `cells` DROP COLUMN `evidence`;