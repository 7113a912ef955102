CREATE TABLE `auth_user` (
	`id` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`password_hash` text NOT NULL,
	`is_staff` integer DEFAULT false NOT NULL,
	`is_active` integer DEFAULT true NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `auth_user_username_unique` ON `auth_user` (`username`);
--> statement-breakpoint
CREATE TABLE `auth_session` (
	`id` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `auth_session_expires_at_idx` ON `auth_session` (`expires_at`);
--> statement-breakpoint
CREATE TABLE `author` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text(120) NOT NULL,
	`country` text(60)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `author_name_unique` ON `author` (`name`);
--> statement-breakpoint
CREATE TABLE `book` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text(200) NOT NULL,
	`author_id` text NOT NULL,
	`status` text DEFAULT 'to_read' NOT NULL,
	`rating` integer,
	`notes` text,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`author_id`) REFERENCES `author`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "book_status_choice" CHECK("status" in ('to_read', 'reading', 'finished')),
	CONSTRAINT "book_rating_min" CHECK("rating" >= 1),
	CONSTRAINT "book_rating_max" CHECK("rating" <= 5)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `book_title_author_id_key` ON `book` (`title`,`author_id`);
--> statement-breakpoint
CREATE INDEX `book_author_id_idx` ON `book` (`author_id`);
