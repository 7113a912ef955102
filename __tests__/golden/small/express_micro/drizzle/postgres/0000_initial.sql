CREATE TABLE "auth_user" (
	"id" text PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"password_hash" text NOT NULL,
	"is_staff" boolean DEFAULT false NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "auth_user_username_unique" UNIQUE("username")
);
--> statement-breakpoint
CREATE TABLE "auth_session" (
	"id" text PRIMARY KEY NOT NULL,
	"content" text NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "author" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" varchar(120) NOT NULL,
	"country" varchar(60),
	CONSTRAINT "author_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "book" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" varchar(200) NOT NULL,
	"author_id" uuid NOT NULL,
	"status" text DEFAULT 'to_read' NOT NULL,
	"rating" bigint,
	"notes" text,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "book_status_choice" CHECK ("status" in ('to_read', 'reading', 'finished')),
	CONSTRAINT "book_rating_min" CHECK ("rating" >= 1),
	CONSTRAINT "book_rating_max" CHECK ("rating" <= 5)
);
--> statement-breakpoint
ALTER TABLE "book" ADD CONSTRAINT "book_author_id_author_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."author"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "auth_session_expires_at_idx" ON "auth_session" USING btree ("expires_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "book_title_author_id_key" ON "book" USING btree ("title","author_id");
--> statement-breakpoint
CREATE INDEX "book_author_id_idx" ON "book" USING btree ("author_id");
