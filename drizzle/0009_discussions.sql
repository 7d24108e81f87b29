CREATE TABLE `comment_texts` (
	`comment` text NOT NULL,
	`version` integer NOT NULL,
	`at` text NOT NULL,
	`salt` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`comment`, `version`),
	FOREIGN KEY (`comment`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`project` text NOT NULL,
	`milestone` integer NOT NULL,
	`municipality` text,
	`thread` text,
	`text_digest` text NOT NULL,
	`mentions` text NOT NULL,
	`author` text NOT NULL,
	`role` text NOT NULL,
	`written_at` text NOT NULL,
	`edited_at` text,
	`state` text NOT NULL,
	`removed_because` text,
	`resolved_at` text,
	`resolved_by` text,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`project`) REFERENCES `projects`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `comments_of_milestone` ON `comments` (`project`,`milestone`,`thread`);--> statement-breakpoint
CREATE INDEX `comments_of_thread` ON `comments` (`thread`);--> statement-breakpoint
CREATE INDEX `comments_of_author` ON `comments` (`author`);--> statement-breakpoint
CREATE TABLE `mentions` (
	`person` text NOT NULL,
	`comment` text NOT NULL,
	`project` text NOT NULL,
	`at` text NOT NULL,
	`seen_at` text,
	PRIMARY KEY(`person`, `comment`),
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`comment`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `mentions_of_comment` ON `mentions` (`comment`);