CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`webhook` text NOT NULL,
	`fact` integer NOT NULL,
	`event` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`webhook`) REFERENCES `webhooks`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_once` ON `deliveries` (`webhook`,`fact`);--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `deliveries_age` ON `deliveries` (`created_at`);--> statement-breakpoint
CREATE TABLE `delivery_attempts` (
	`delivery` text NOT NULL,
	`at` text NOT NULL,
	`status` integer,
	`milliseconds` integer NOT NULL,
	`problem` text,
	PRIMARY KEY(`delivery`, `at`),
	FOREIGN KEY (`delivery`) REFERENCES `deliveries`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `delivery_cursors` (
	`name` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `report_links` (
	`id` text PRIMARY KEY NOT NULL,
	`project` text NOT NULL,
	`report` integer NOT NULL,
	`edition` integer,
	`formats` text NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text,
	`times` integer DEFAULT 0 NOT NULL,
	`used_at` text,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`project`) REFERENCES `projects`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `report_links_tokenHash_unique` ON `report_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `report_links_project` ON `report_links` (`project`,`created_at`);--> statement-breakpoint
CREATE TABLE `report_notices` (
	`fact` integer NOT NULL,
	`person` text NOT NULL,
	`project` text NOT NULL,
	`report` integer NOT NULL,
	`edition` integer NOT NULL,
	`state` text NOT NULL,
	`due_at` text NOT NULL,
	`tries` integer NOT NULL,
	PRIMARY KEY(`fact`, `person`),
	FOREIGN KEY (`project`) REFERENCES `projects`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `report_notices_due` ON `report_notices` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `report_notices_person` ON `report_notices` (`person`);--> statement-breakpoint
CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`project` text NOT NULL,
	`url` text NOT NULL,
	`events` text NOT NULL,
	`is_enabled` integer NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`gave_up_at` text,
	`created_at` text NOT NULL,
	`removed_at` text,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`project`) REFERENCES `projects`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `webhooks_project` ON `webhooks` (`project`);