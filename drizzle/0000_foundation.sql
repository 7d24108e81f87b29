CREATE TABLE `requests` (
	`key` text PRIMARY KEY NOT NULL,
	`fingerprint` text NOT NULL,
	`status` integer NOT NULL,
	`etag` text,
	`answer` text NOT NULL,
	`at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `facts` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`scope` text NOT NULL,
	`subject` text NOT NULL,
	`version` integer NOT NULL,
	`kind` text NOT NULL,
	`actor` text NOT NULL,
	`role` text NOT NULL,
	`at` text NOT NULL,
	`key` text NOT NULL,
	`detail` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `facts_key_unique` ON `facts` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `facts_hash_unique` ON `facts` (`hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `facts_subject_version` ON `facts` (`subject`,`version`);--> statement-breakpoint
CREATE INDEX `facts_scope_at` ON `facts` (`scope`,`at`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`person` text NOT NULL,
	`project` text NOT NULL,
	`role` text NOT NULL,
	`municipalities` text NOT NULL,
	PRIMARY KEY(`person`, `project`, `role`),
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`admin` integer DEFAULT false NOT NULL,
	`demo` integer DEFAULT false NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `counties` (
	`code` text PRIMARY KEY NOT NULL,
	`name_fi` text NOT NULL,
	`name_sv` text NOT NULL,
	`name_en` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `municipalities` (
	`code` text PRIMARY KEY NOT NULL,
	`name_fi` text NOT NULL,
	`name_sv` text NOT NULL,
	`county` text NOT NULL,
	`population` integer,
	`lon` real,
	`lat` real,
	`tile_column` integer,
	`tile_row` integer,
	`valid_from` text,
	`valid_to` text,
	`successor` text,
	FOREIGN KEY (`county`) REFERENCES `counties`(`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `cells` (
	`project` text NOT NULL,
	`milestone` integer NOT NULL,
	`municipality` text NOT NULL,
	`declared` text NOT NULL,
	`evidence` text NOT NULL,
	`value` real,
	`forecast_on` text,
	`done_on` text,
	`reason` text,
	`unblock` text,
	`note` text,
	`confirmed_at` text,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`project`, `milestone`, `municipality`),
	FOREIGN KEY (`project`,`milestone`) REFERENCES `milestones`(`project`,`number`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `boards` (
	`project` text PRIMARY KEY NOT NULL,
	`plan` text NOT NULL,
	`cells` text NOT NULL,
	FOREIGN KEY (`project`) REFERENCES `projects`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `milestones` (
	`project` text NOT NULL,
	`number` integer NOT NULL,
	`phase` integer NOT NULL,
	`kind` text NOT NULL,
	`scope` text NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`verification` text NOT NULL,
	`due_on` text,
	`due_on_by_municipality` text NOT NULL,
	`weight` real NOT NULL,
	`unit` text,
	`baseline` real,
	`goal` real,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`project`, `number`),
	FOREIGN KEY (`project`) REFERENCES `projects`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project`,`phase`) REFERENCES `phases`(`project`,`number`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `participations` (
	`project` text NOT NULL,
	`municipality` text NOT NULL,
	PRIMARY KEY(`project`, `municipality`),
	FOREIGN KEY (`project`) REFERENCES `projects`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`municipality`) REFERENCES `municipalities`(`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `phases` (
	`project` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	PRIMARY KEY(`project`, `number`),
	FOREIGN KEY (`project`) REFERENCES `projects`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `programmes` (
	`slug` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`funder` text NOT NULL,
	`funder_class` text NOT NULL,
	`visibility_text` text NOT NULL,
	`emblem` text NOT NULL,
	`report_periods` text NOT NULL,
	`retain_until` text,
	`retention_basis` text NOT NULL,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`version` integer NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `projects` (
	`slug` text PRIMARY KEY NOT NULL,
	`programme` text NOT NULL,
	`county` text NOT NULL,
	`name` text NOT NULL,
	`summary` text NOT NULL,
	`lead_organisation` text NOT NULL,
	`grant_reference` text,
	`place` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`stage` text NOT NULL,
	`visibility` text NOT NULL,
	`freshness_days` integer NOT NULL,
	`description` text NOT NULL,
	`topics` text NOT NULL,
	`phenomena` text NOT NULL,
	`author_role` text NOT NULL,
	`contact_role` text NOT NULL,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`programme`) REFERENCES `programmes`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
