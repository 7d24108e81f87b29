CREATE TABLE `feedback` (
	`id` text PRIMARY KEY NOT NULL,
	`category` text NOT NULL,
	`text` text NOT NULL,
	`page` text NOT NULL,
	`email` text,
	`language` text NOT NULL,
	`state` text NOT NULL,
	`received_at` text NOT NULL,
	`answer` text NOT NULL,
	`answered_at` text,
	`answered_by` text,
	`mailed_at` text,
	`closed_at` text,
	`closed_by` text,
	`closed_because` text NOT NULL,
	`erased_at` text,
	`version` integer NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `feedback_state` ON `feedback` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `feedback_email` ON `feedback` (`email`);--> statement-breakpoint
CREATE TABLE `statements` (
	`slug` text PRIMARY KEY NOT NULL,
	`service_name` text NOT NULL,
	`conformance` text NOT NULL,
	`assessed_on` text NOT NULL,
	`assessed_how` text NOT NULL,
	`shortcomings` text NOT NULL,
	`otherwise` text NOT NULL,
	`contact_email` text NOT NULL,
	`authority` text NOT NULL,
	`first_approved_at` text NOT NULL,
	`approved_at` text NOT NULL,
	`version` integer NOT NULL,
	`hash` text NOT NULL
) STRICT;
