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
CREATE TABLE `member` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text(120) NOT NULL,
	`email` text(254) NOT NULL,
	`card_number` text(10) NOT NULL,
	`level` text DEFAULT 'adult' NOT NULL,
	`fee` numeric NOT NULL,
	`is_active` integer DEFAULT true NOT NULL,
	`newsletter` integer DEFAULT false NOT NULL,
	`opens_at` text DEFAULT '09:00:00' NOT NULL,
	`guarantor_id` text,
	`joined` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`guarantor_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "member_level_choice" CHECK("level" in ('child', 'adult', 'senior')),
	CONSTRAINT "member_fee_min" CHECK("fee" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `member_email_unique` ON `member` (`email`);
--> statement-breakpoint
CREATE UNIQUE INDEX `member_card_number_unique` ON `member` (`card_number`);
--> statement-breakpoint
CREATE INDEX `member_guarantor_id_idx` ON `member` (`guarantor_id`);
--> statement-breakpoint
CREATE TABLE `member_favourites` (
	`member_id` text NOT NULL,
	`book_id` text NOT NULL,
	PRIMARY KEY(`member_id`, `book_id`),
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`book_id`) REFERENCES `book`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `member_favourites_book_id_idx` ON `member_favourites` (`book_id`);
--> statement-breakpoint
CREATE TABLE `loan` (
	`id` text PRIMARY KEY NOT NULL,
	`copy_id` text NOT NULL,
	`member_id` text NOT NULL,
	`status` text DEFAULT 'requested' NOT NULL,
	`lent_at` integer NOT NULL,
	`due` text NOT NULL,
	`returned_at` integer,
	`fine` numeric,
	`note` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`copy_id`) REFERENCES `copy`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "loan_status_choice" CHECK("status" in ('requested', 'active', 'returned', 'lost')),
	CONSTRAINT "loan_fine_min" CHECK("fine" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `loan_copy_id_member_id_due_key` ON `loan` (`copy_id`,`member_id`,`due`);
--> statement-breakpoint
CREATE INDEX `loan_status_due_idx` ON `loan` (`status`,`due`);
--> statement-breakpoint
CREATE INDEX `loan_member_id_idx` ON `loan` (`member_id`);
--> statement-breakpoint
CREATE TABLE `review` (
	`id` text PRIMARY KEY NOT NULL,
	`book_id` text NOT NULL,
	`member_id` text NOT NULL,
	`stars` integer NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`book_id`) REFERENCES `book`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "review_stars_min" CHECK("stars" >= 1),
	CONSTRAINT "review_stars_max" CHECK("stars" <= 5)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_book_id_member_id_key` ON `review` (`book_id`,`member_id`);
--> statement-breakpoint
CREATE INDEX `review_member_id_idx` ON `review` (`member_id`);
--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text(120) NOT NULL,
	`born` text,
	`website` text(2000),
	`biography` text
);
--> statement-breakpoint
CREATE TABLE `subject` (
	`code` text(12) PRIMARY KEY NOT NULL,
	`name` text(80) NOT NULL,
	`parent_id` text(12),
	FOREIGN KEY (`parent_id`) REFERENCES `subject`(`code`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `subject_name_unique` ON `subject` (`name`);
--> statement-breakpoint
CREATE INDEX `subject_parent_id_idx` ON `subject` (`parent_id`);
--> statement-breakpoint
CREATE TABLE `class` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text(40) NOT NULL,
	`from` text(8) NOT NULL,
	`to` text(8) NOT NULL,
	`import` integer DEFAULT false NOT NULL,
	`model` text(30),
	`objects` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `class_name_unique` ON `class` (`name`);
--> statement-breakpoint
CREATE UNIQUE INDEX `class_from_to_key` ON `class` (`from`,`to`);
--> statement-breakpoint
CREATE TABLE `book` (
	`id` text PRIMARY KEY NOT NULL,
	`isbn` text(13),
	`title` text(200) NOT NULL,
	`subtitle` text(200),
	`class_id` integer NOT NULL,
	`language` text DEFAULT 'english' NOT NULL,
	`published` text,
	`pages` integer,
	`price` numeric DEFAULT '0.00' NOT NULL,
	`weight` real,
	`extra` text,
	`summary` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`class_id`) REFERENCES `class`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "book_language_choice" CHECK("language" in ('english', 'german', 'french', 'spanish', 'other')),
	CONSTRAINT "book_pages_min" CHECK("pages" >= 1),
	CONSTRAINT "book_pages_max" CHECK("pages" <= 20000),
	CONSTRAINT "book_price_min" CHECK("price" >= 0),
	CONSTRAINT "book_price_max" CHECK("price" <= 99999.99),
	CONSTRAINT "book_weight_min" CHECK("weight" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `book_isbn_unique` ON `book` (`isbn`);
--> statement-breakpoint
CREATE INDEX `book_published_title_idx` ON `book` (`published`,`title`);
--> statement-breakpoint
CREATE INDEX `book_class_id_idx` ON `book` (`class_id`);
--> statement-breakpoint
CREATE TABLE `book_authors` (
	`book_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`book_id`, `person_id`),
	FOREIGN KEY (`book_id`) REFERENCES `book`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `book_authors_person_id_idx` ON `book_authors` (`person_id`);
--> statement-breakpoint
CREATE TABLE `book_subjects` (
	`book_id` text NOT NULL,
	`subject_id` text(12) NOT NULL,
	PRIMARY KEY(`book_id`, `subject_id`),
	FOREIGN KEY (`book_id`) REFERENCES `book`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`subject_id`) REFERENCES `subject`(`code`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `book_subjects_subject_id_idx` ON `book_subjects` (`subject_id`);
--> statement-breakpoint
CREATE TABLE `copy` (
	`id` text PRIMARY KEY NOT NULL,
	`barcode` text NOT NULL,
	`book_id` text NOT NULL,
	`condition` text DEFAULT 'good' NOT NULL,
	`acquired` text NOT NULL,
	`is_reference` integer DEFAULT false NOT NULL,
	`shelf` text(20),
	`check` text,
	FOREIGN KEY (`book_id`) REFERENCES `book`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "copy_condition_choice" CHECK("condition" in ('new', 'good', 'worn', 'damaged'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `copy_barcode_unique` ON `copy` (`barcode`);
--> statement-breakpoint
CREATE INDEX `copy_book_id_condition_idx` ON `copy` (`book_id`,`condition`);
