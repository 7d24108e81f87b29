CREATE TABLE `report_editions` (
	`project` text NOT NULL,
	`report` integer NOT NULL,
	`edition` integer NOT NULL,
	`name` text NOT NULL,
	`message` text NOT NULL,
	`as_of` text NOT NULL,
	`fingerprint` text NOT NULL,
	`size` integer NOT NULL,
	`correction` text,
	`version` integer NOT NULL,
	PRIMARY KEY(`project`, `report`, `edition`),
	FOREIGN KEY (`project`,`report`) REFERENCES `reports`(`project`,`number`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `report_editions_fingerprint` ON `report_editions` (`fingerprint`);--> statement-breakpoint
CREATE TABLE `report_files` (
	`project` text NOT NULL,
	`report` integer NOT NULL,
	`edition` integer NOT NULL,
	`format` text NOT NULL,
	`language` text NOT NULL,
	`digest` text NOT NULL,
	`size` integer NOT NULL,
	`made_at` text NOT NULL,
	PRIMARY KEY(`project`, `report`, `edition`, `format`, `language`),
	FOREIGN KEY (`project`,`report`,`edition`) REFERENCES `report_editions`(`project`,`report`,`edition`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `report_files_digest` ON `report_files` (`digest`);--> statement-breakpoint
CREATE TABLE `report_texts` (
	`project` text NOT NULL,
	`report` integer NOT NULL,
	`section` text NOT NULL,
	`text` text NOT NULL,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`project`, `report`, `section`),
	FOREIGN KEY (`project`,`report`) REFERENCES `reports`(`project`,`number`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `programmes` ADD `report_sections` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `reports` ADD `budget` text;--> statement-breakpoint
ALTER TABLE `reports` ADD `period` text;--> statement-breakpoint
ALTER TABLE `reports` ADD `sections` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `reports` ADD `edition` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `reports` ADD `correction` text;--> statement-breakpoint
ALTER TABLE `reports` ADD `decision` text;--> statement-breakpoint
ALTER TABLE `reports` ADD `accepted` text;--> statement-breakpoint
ALTER TABLE `reports` ADD `fingerprint` text;--> statement-breakpoint
ALTER TABLE `reports` ADD `size` integer;