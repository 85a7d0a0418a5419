-- Tables of ShuangDa on PostgreSQL 15 or later. The program makes them by itself; this is for administrators who do it by hand:
--   psql -v ON_ERROR_STOP=1 -d shuangda -f postgresql.sql

CREATE TABLE IF NOT EXISTS schema_version (version bigint NOT NULL PRIMARY KEY, name varchar(100) NOT NULL, applied_at bigint NOT NULL);

-- 0001 journal
BEGIN;
CREATE TABLE "public"."journal" ("position" bigint NOT NULL GENERATED ALWAYS AS IDENTITY, "subject" varchar(300) COLLATE "C" NOT NULL, "number" integer NOT NULL, "at" bigint NOT NULL, "kind" varchar(100) COLLATE "C" NOT NULL, "user_name" varchar(100) COLLATE "C" NOT NULL, "section" varchar(50) COLLATE "C" NULL, "agency" varchar(50) COLLATE "C" NULL, "command_id" varchar(36) COLLATE "C" NOT NULL, "basis" text COLLATE "C" NULL, "document_number" varchar(200) COLLATE "C" NULL, "effective_on" varchar(10) COLLATE "C" NULL, "body" text COLLATE "C" NOT NULL, "hash" bytea NOT NULL, CONSTRAINT "pk_journal" PRIMARY KEY ("position"));
CREATE UNIQUE INDEX "ix_journal_subject_number" ON "public"."journal" ("subject" ASC,"number" ASC);
CREATE INDEX "ix_journal_at" ON "public"."journal" ("at" ASC);
CREATE INDEX "ix_journal_user_name_position" ON "public"."journal" ("user_name" ASC,"position" ASC);
CREATE INDEX ix_journal_agency_position ON journal (agency, position) WHERE agency IS NOT NULL;
ALTER TABLE journal ADD COLUMN commit_order bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint);
CREATE INDEX "ix_journal_commit_order_position" ON "public"."journal" ("commit_order" ASC,"position" ASC);
CREATE TABLE "public"."command" ("subject" varchar(300) COLLATE "C" NOT NULL, "command_id" varchar(36) COLLATE "C" NOT NULL, "input_hash" bytea NOT NULL, "version" integer NOT NULL, "at" bigint NOT NULL, CONSTRAINT "pk_command" PRIMARY KEY ("subject","command_id"));
CREATE INDEX "ix_command_at" ON "public"."command" ("at" ASC);
CREATE TABLE "public"."deadline" ("subject" varchar(300) COLLATE "C" NOT NULL, "kind" varchar(100) COLLATE "C" NOT NULL, "due_at" bigint NOT NULL, "bucket" integer NOT NULL, "rule_text" varchar(300) COLLATE "C" NOT NULL, "section" varchar(50) COLLATE "C" NULL, "failures" integer NOT NULL DEFAULT 0, "retry_at" bigint, CONSTRAINT "pk_deadline" PRIMARY KEY ("subject","kind","due_at"));
CREATE INDEX "ix_deadline_bucket_due_at" ON "public"."deadline" ("bucket" ASC,"due_at" ASC);
CREATE INDEX "ix_deadline_due_at" ON "public"."deadline" ("due_at" ASC);
CREATE INDEX "ix_deadline_kind_due_at" ON "public"."deadline" ("kind" ASC,"due_at" ASC);
CREATE INDEX ix_deadline_bucket_retry_at ON deadline (bucket, retry_at) WHERE retry_at IS NOT NULL;
CREATE TABLE "public"."tally" ("id" bigint NOT NULL GENERATED ALWAYS AS IDENTITY, "day" varchar(10) COLLATE "C" NOT NULL, "measure" varchar(60) COLLATE "C" NOT NULL, "amount" bigint NOT NULL, "section" varchar(50) COLLATE "C" NULL, "agency" varchar(50) COLLATE "C" NULL, "product_class" varchar(50) COLLATE "C" NULL, "violation" varchar(60) COLLATE "C" NULL, "subject" varchar(300) COLLATE "C" NOT NULL, "number" integer NOT NULL, CONSTRAINT "pk_tally" PRIMARY KEY ("id"));
CREATE INDEX "ix_tally_day_measure" ON "public"."tally" ("day" ASC,"measure" ASC);
CREATE INDEX "ix_tally_subject_number" ON "public"."tally" ("subject" ASC,"number" ASC);
CREATE TABLE "public"."number_series" ("name" varchar(100) COLLATE "C" NOT NULL, "next" bigint NOT NULL, CONSTRAINT "pk_number_series" PRIMARY KEY ("name"));
CREATE TABLE "public"."setting" ("name" varchar(100) COLLATE "C" NOT NULL, "value" text COLLATE "C" NOT NULL, CONSTRAINT "pk_setting" PRIMARY KEY ("name"));
CREATE TABLE "public"."security_key" ("id" varchar(100) COLLATE "C" NOT NULL, "purpose" varchar(100) COLLATE "C" NOT NULL, "body" text COLLATE "C" NOT NULL, "created_at" bigint NOT NULL, CONSTRAINT "pk_security_key" PRIMARY KEY ("id"));
INSERT INTO schema_version (version, name, applied_at) VALUES (1, 'journal', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0002 orleans
BEGIN;
CREATE TABLE "public"."orleansquery" ("querykey" varchar(64) COLLATE "C" NOT NULL, "querytext" text COLLATE "C" NOT NULL, CONSTRAINT "pk_orleansquery" PRIMARY KEY ("querykey"));
CREATE TABLE "public"."grain_state" ("grain_type" varchar(512) COLLATE "C" NOT NULL, "grain_key" varchar(512) COLLATE "C" NOT NULL, "n0" bigint NOT NULL, "n1" bigint NOT NULL, "service_id" varchar(150) COLLATE "C" NOT NULL, "version" integer NOT NULL, "payload" bytea NULL);
CREATE UNIQUE INDEX "ix_grain_state_grain_type_grain_key_n0_n1_service_id" ON "public"."grain_state" ("grain_type" ASC,"grain_key" ASC,"n0" ASC,"n1" ASC,"service_id" ASC);
ALTER TABLE grain_state SET (fillfactor = 75);
CREATE TABLE "public"."reminder" ("service_id" varchar(150) COLLATE "C" NOT NULL, "grain_id" varchar(150) COLLATE "C" NOT NULL, "reminder_name" varchar(150) COLLATE "C" NOT NULL, "start_time" timestamptz NOT NULL, "period" bigint NOT NULL, "grain_hash" integer NOT NULL, "version" integer NOT NULL, CONSTRAINT "pk_reminder" PRIMARY KEY ("service_id","grain_id","reminder_name"));
CREATE INDEX "ix_reminder_service_id_grain_hash" ON "public"."reminder" ("service_id" ASC,"grain_hash" ASC);
CREATE TABLE "public"."membership_version" ("deployment_id" varchar(150) COLLATE "C" NOT NULL, "changed_at" timestamptz NOT NULL, "version" integer NOT NULL, CONSTRAINT "pk_membership_version" PRIMARY KEY ("deployment_id"));
CREATE TABLE "public"."membership" ("deployment_id" varchar(150) COLLATE "C" NOT NULL, "address" varchar(45) COLLATE "C" NOT NULL, "port" integer NOT NULL, "generation" integer NOT NULL, "silo_name" varchar(150) COLLATE "C" NOT NULL, "host_name" varchar(150) COLLATE "C" NOT NULL, "status" integer NOT NULL, "proxy_port" integer, "suspect_times" varchar(8000) COLLATE "C" NULL, "start_time" timestamptz NOT NULL, "i_am_alive_time" timestamptz NOT NULL, CONSTRAINT "pk_membership" PRIMARY KEY ("deployment_id","address","port","generation"));
INSERT INTO schema_version (version, name, applied_at) VALUES (2, 'orleans', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0003 calendar
BEGIN;
CREATE TABLE "public"."working_year" ("subject" varchar(300) COLLATE "C" NOT NULL, "year" integer NOT NULL, "source" varchar(200) COLLATE "C" NOT NULL, "document_number" varchar(200) COLLATE "C" NULL, "version" integer NOT NULL, CONSTRAINT "pk_working_year" PRIMARY KEY ("subject"));
CREATE TABLE "public"."working_year_day" ("subject" varchar(300) COLLATE "C" NOT NULL, "day" varchar(10) COLLATE "C" NOT NULL, "is_working" boolean NOT NULL, CONSTRAINT "pk_working_year_day" PRIMARY KEY ("subject","day"));
INSERT INTO schema_version (version, name, applied_at) VALUES (3, 'calendar', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0010 enterprises
BEGIN;
CREATE TABLE "public"."enterprise" ("subject" varchar(300) COLLATE "C" NOT NULL, "version" integer NOT NULL, "credit_code" varchar(18) COLLATE "C" NOT NULL, "name" varchar(200) COLLATE "C" NOT NULL, "status" varchar(20) COLLATE "C" NOT NULL, "district" varchar(100) COLLATE "C" NULL, "address" varchar(500) COLLATE "C" NULL, "business_scope" text COLLATE "C" NULL, "enterprise_type" varchar(100) COLLATE "C" NULL, "registered_on" varchar(10) COLLATE "C" NULL, "capital" varchar(100) COLLATE "C" NULL, "province" varchar(50) COLLATE "C" NULL, "risk_level" varchar(20) COLLATE "C" NOT NULL, "standing" varchar(1) COLLATE "C" NOT NULL, "is_protected_brand" boolean NOT NULL, "closed_on" varchar(10) COLLATE "C" NULL, CONSTRAINT "pk_enterprise" PRIMARY KEY ("subject"));
CREATE INDEX "ix_enterprise_credit_code" ON "public"."enterprise" ("credit_code" ASC);
CREATE INDEX "ix_enterprise_name_subject" ON "public"."enterprise" ("name" ASC,"subject" ASC);
CREATE INDEX "ix_enterprise_district_name_subject" ON "public"."enterprise" ("district" ASC,"name" ASC,"subject" ASC);
CREATE TABLE "public"."enterprise_product_class" ("subject" varchar(300) COLLATE "C" NOT NULL, "code" varchar(60) COLLATE "C" NOT NULL, "place" integer NOT NULL, CONSTRAINT "pk_enterprise_product_class" PRIMARY KEY ("subject","code"));
CREATE INDEX "ix_enterprise_product_class_code_subject" ON "public"."enterprise_product_class" ("code" ASC,"subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (10, 'enterprises', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0011 licences
BEGIN;
CREATE TABLE "public"."licence" ("subject" varchar(300) COLLATE "C" NOT NULL, "version" integer NOT NULL, "number" varchar(30) COLLATE "C" NOT NULL, "kind" varchar(40) COLLATE "C" NOT NULL, "status" varchar(20) COLLATE "C" NOT NULL, "enterprise" varchar(18) COLLATE "C" NOT NULL, "valid_from" varchar(10) COLLATE "C" NOT NULL, "valid_to" varchar(10) COLLATE "C" NOT NULL, "must_apply_by" varchar(10) COLLATE "C" NOT NULL, "issued_by" varchar(200) COLLATE "C" NULL, "production_address" varchar(500) COLLATE "C" NULL, "suspended_until" varchar(10) COLLATE "C" NULL, "withdrawal_requested" boolean NOT NULL, "deregistration_proposed" boolean NOT NULL, CONSTRAINT "pk_licence" PRIMARY KEY ("subject"));
CREATE INDEX "ix_licence_status_valid_to_subject" ON "public"."licence" ("status" ASC,"valid_to" ASC,"subject" ASC);
CREATE INDEX "ix_licence_valid_to_subject" ON "public"."licence" ("valid_to" ASC,"subject" ASC);
CREATE INDEX "ix_licence_enterprise_valid_to_subject" ON "public"."licence" ("enterprise" ASC,"valid_to" ASC,"subject" ASC);
CREATE INDEX "ix_licence_number_subject" ON "public"."licence" ("number" ASC,"subject" ASC);
CREATE TABLE "public"."licence_product_class" ("subject" varchar(300) COLLATE "C" NOT NULL, "code" varchar(60) COLLATE "C" NOT NULL, "place" integer NOT NULL, CONSTRAINT "pk_licence_product_class" PRIMARY KEY ("subject","code"));
CREATE INDEX "ix_licence_product_class_code_subject" ON "public"."licence_product_class" ("code" ASC,"subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (11, 'licences', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0020 accounts
BEGIN;
CREATE TABLE "public"."account" ("subject" varchar(300) COLLATE "C" NOT NULL, "user_name" varchar(100) COLLATE "C" NOT NULL, "display_name" varchar(100) COLLATE "C" NOT NULL, "roles" integer NOT NULL, "section" varchar(50) COLLATE "C" NULL, "agency" varchar(50) COLLATE "C" NULL, "disabled" boolean NOT NULL, "must_change_password" boolean NOT NULL, "locked_until" bigint, "security_stamp" integer NOT NULL, "stamped_at" bigint NOT NULL, "last_sign_in_at" bigint, "version" integer NOT NULL, CONSTRAINT "pk_account" PRIMARY KEY ("subject"));
CREATE UNIQUE INDEX "ix_account_user_name" ON "public"."account" ("user_name" ASC);
CREATE TABLE "public"."ended_session" ("subject" varchar(300) COLLATE "C" NOT NULL, "session" varchar(50) COLLATE "C" NOT NULL, "expires_at" bigint NOT NULL, CONSTRAINT "pk_ended_session" PRIMARY KEY ("subject","session"));
CREATE TABLE "public"."credential" ("id" varchar(50) COLLATE "C" NOT NULL, "subject" varchar(300) COLLATE "C" NOT NULL, "hash" text COLLATE "C" NOT NULL, CONSTRAINT "pk_credential" PRIMARY KEY ("id"));
INSERT INTO schema_version (version, name, applied_at) VALUES (20, 'accounts', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0030 imports
BEGIN;
CREATE TABLE "public"."import" ("subject" varchar(300) COLLATE "C" NOT NULL, "version" integer NOT NULL, "register" varchar(20) COLLATE "C" NOT NULL, "status" varchar(20) COLLATE "C" NOT NULL, "user_name" varchar(100) COLLATE "C" NOT NULL, "queued_at" bigint NOT NULL, "ended_at" bigint, "rows_read" bigint NOT NULL, "created" bigint NOT NULL, "updated" bigint NOT NULL, "unchanged" bigint NOT NULL, "rejected" bigint NOT NULL, "file_name" varchar(200) COLLATE "C" NULL, "failure" varchar(500) COLLATE "C" NULL, "failure_in_english" varchar(500) COLLATE "C" NULL, CONSTRAINT "pk_import" PRIMARY KEY ("subject"));
CREATE INDEX "ix_import_status_queued_at" ON "public"."import" ("status" ASC,"queued_at" ASC);
CREATE INDEX "ix_import_queued_at_subject" ON "public"."import" ("queued_at" ASC,"subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (30, 'imports', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0050 self-check
BEGIN;
CREATE TABLE "public"."self_check" ("at" bigint NOT NULL, "findings" bigint NOT NULL, "body" text COLLATE "C" NOT NULL, CONSTRAINT "pk_self_check" PRIMARY KEY ("at"));
INSERT INTO schema_version (version, name, applied_at) VALUES (50, 'self-check', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0060 inspections
BEGIN;
CREATE TABLE "public"."inspection" ("subject" varchar(300) COLLATE "C" NOT NULL, "version" integer NOT NULL, "number" varchar(30) COLLATE "C" NOT NULL, "status" varchar(20) COLLATE "C" NOT NULL, "basis" varchar(20) COLLATE "C" NOT NULL, "enterprise" varchar(18) COLLATE "C" NOT NULL, "campaign" varchar(60) COLLATE "C" NULL, "section" varchar(60) COLLATE "C" NULL, "product_class" varchar(60) COLLATE "C" NULL, "planned_on" varchar(10) COLLATE "C" NOT NULL, "inspected_on" varchar(10) COLLATE "C" NULL, "result" varchar(30) COLLATE "C" NULL, "worst_severity" varchar(20) COLLATE "C" NULL, "case_number" varchar(60) COLLATE "C" NULL, "is_licensed" boolean NOT NULL, "is_late" boolean NOT NULL, CONSTRAINT "pk_inspection" PRIMARY KEY ("subject"));
CREATE INDEX "ix_inspection_status_planned_on_subject" ON "public"."inspection" ("status" ASC,"planned_on" ASC,"subject" ASC);
CREATE INDEX "ix_inspection_planned_on_subject" ON "public"."inspection" ("planned_on" ASC,"subject" ASC);
CREATE INDEX "ix_inspection_enterprise_planned_on_subject" ON "public"."inspection" ("enterprise" ASC,"planned_on" ASC,"subject" ASC);
CREATE INDEX "ix_inspection_campaign_status_enterprise" ON "public"."inspection" ("campaign" ASC,"status" ASC,"enterprise" ASC);
CREATE TABLE "public"."inspection_officer" ("subject" varchar(300) COLLATE "C" NOT NULL, "user_name" varchar(100) COLLATE "C" NOT NULL, CONSTRAINT "pk_inspection_officer" PRIMARY KEY ("subject","user_name"));
CREATE INDEX "ix_inspection_officer_user_name_subject" ON "public"."inspection_officer" ("user_name" ASC,"subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (60, 'inspections', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0061 rectifications
BEGIN;
CREATE TABLE "public"."rectification" ("subject" varchar(300) COLLATE "C" NOT NULL, "version" integer NOT NULL, "number" varchar(30) COLLATE "C" NOT NULL, "status" varchar(20) COLLATE "C" NOT NULL, "enterprise" varchar(18) COLLATE "C" NOT NULL, "licence" varchar(30) COLLATE "C" NULL, "inspection" varchar(30) COLLATE "C" NULL, "product_class" varchar(60) COLLATE "C" NULL, "section" varchar(60) COLLATE "C" NULL, "ordered_by" varchar(100) COLLATE "C" NOT NULL, "ordered_on" varchar(10) COLLATE "C" NOT NULL, "due_on" varchar(10) COLLATE "C" NOT NULL, "proposed_measure" varchar(20) COLLATE "C" NULL, "taken_measure" varchar(20) COLLATE "C" NULL, "is_extended" boolean NOT NULL, "has_lapses" boolean NOT NULL, CONSTRAINT "pk_rectification" PRIMARY KEY ("subject"));
CREATE INDEX "ix_rectification_status_due_on_subject" ON "public"."rectification" ("status" ASC,"due_on" ASC,"subject" ASC);
CREATE INDEX "ix_rectification_due_on_subject" ON "public"."rectification" ("due_on" ASC,"subject" ASC);
CREATE INDEX "ix_rectification_enterprise_due_on_subject" ON "public"."rectification" ("enterprise" ASC,"due_on" ASC,"subject" ASC);
CREATE INDEX "ix_rectification_inspection" ON "public"."rectification" ("inspection" ASC);
CREATE INDEX ix_rectification_proposed_measure_due_on ON rectification (proposed_measure, due_on) WHERE proposed_measure IS NOT NULL;
INSERT INTO schema_version (version, name, applied_at) VALUES (61, 'rectifications', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0070 cases
BEGIN;
CREATE TABLE "public"."inspection_case" ("subject" varchar(300) COLLATE "C" NOT NULL, "version" integer NOT NULL, "number" varchar(20) COLLATE "C" NOT NULL, "title" varchar(200) COLLATE "C" NOT NULL, "stage" varchar(20) COLLATE "C" NOT NULL, "violation" varchar(60) COLLATE "C" NOT NULL, "sub_kind" varchar(40) COLLATE "C" NULL, "source" varchar(40) COLLATE "C" NOT NULL, "enterprise" varchar(18) COLLATE "C" NULL, "party_name" varchar(200) COLLATE "C" NOT NULL, "section" varchar(50) COLLATE "C" NULL, "responsible" varchar(100) COLLATE "C" NOT NULL, "received_on" varchar(10) COLLATE "C" NOT NULL, "filed_on" varchar(10) COLLATE "C" NULL, "decided_on" varchar(10) COLLATE "C" NULL, "ended_on" varchar(10) COLLATE "C" NULL, "goods_value" bigint NOT NULL, "sales_amount" bigint NOT NULL, "illegal_gains" bigint NOT NULL, "penalty" bigint NOT NULL, "paid" bigint NOT NULL, "is_major" boolean NOT NULL, "is_overdue" boolean NOT NULL, "was_paused" boolean NOT NULL, "must_transfer" boolean NOT NULL, "transfer" varchar(20) COLLATE "C" NULL, "open_tasks" integer NOT NULL, CONSTRAINT "pk_inspection_case" PRIMARY KEY ("subject"));
CREATE INDEX "ix_inspection_case_stage_received_on_subject" ON "public"."inspection_case" ("stage" ASC,"received_on" ASC,"subject" ASC);
CREATE INDEX "ix_inspection_case_received_on_subject" ON "public"."inspection_case" ("received_on" ASC,"subject" ASC);
CREATE INDEX "ix_inspection_case_enterprise_received_on_subject" ON "public"."inspection_case" ("enterprise" ASC,"received_on" ASC,"subject" ASC);
CREATE INDEX "ix_inspection_case_goods_value_subject" ON "public"."inspection_case" ("goods_value" ASC,"subject" ASC);
CREATE INDEX "ix_inspection_case_number_subject" ON "public"."inspection_case" ("number" ASC,"subject" ASC);
CREATE TABLE "public"."inspection_case_product_class" ("subject" varchar(300) COLLATE "C" NOT NULL, "code" varchar(60) COLLATE "C" NOT NULL, "place" integer NOT NULL, CONSTRAINT "pk_inspection_case_product_class" PRIMARY KEY ("subject","code"));
CREATE INDEX "ix_inspection_case_product_class_code_subject" ON "public"."inspection_case_product_class" ("code" ASC,"subject" ASC);
CREATE TABLE "public"."inspection_case_officer" ("subject" varchar(300) COLLATE "C" NOT NULL, "user_name" varchar(100) COLLATE "C" NOT NULL, "place" integer NOT NULL, CONSTRAINT "pk_inspection_case_officer" PRIMARY KEY ("subject","user_name"));
CREATE INDEX "ix_inspection_case_officer_user_name_subject" ON "public"."inspection_case_officer" ("user_name" ASC,"subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (70, 'cases', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0071 crime transfers
BEGIN;
CREATE TABLE "public"."crime_transfer" ("subject" varchar(300) COLLATE "C" NOT NULL, "version" integer NOT NULL, "number" varchar(20) COLLATE "C" NOT NULL, "status" varchar(20) COLLATE "C" NOT NULL, "case_number" varchar(20) COLLATE "C" NOT NULL, "case_title" varchar(200) COLLATE "C" NOT NULL, "agency" varchar(50) COLLATE "C" NOT NULL, "section" varchar(50) COLLATE "C" NULL, "goods_value" bigint NOT NULL, "opened_on" varchar(10) COLLATE "C" NOT NULL, "sent_on" varchar(10) COLLATE "C" NULL, "received_on" varchar(10) COLLATE "C" NULL, "is_overdue" boolean NOT NULL, "early_intervention" boolean NOT NULL, "visible" boolean NOT NULL, CONSTRAINT "pk_crime_transfer" PRIMARY KEY ("subject"));
CREATE INDEX "ix_crime_transfer_status_opened_on_subject" ON "public"."crime_transfer" ("status" ASC,"opened_on" ASC,"subject" ASC);
CREATE INDEX "ix_crime_transfer_agency_opened_on_subject" ON "public"."crime_transfer" ("agency" ASC,"opened_on" ASC,"subject" ASC);
CREATE INDEX "ix_crime_transfer_opened_on_subject" ON "public"."crime_transfer" ("opened_on" ASC,"subject" ASC);
CREATE INDEX "ix_crime_transfer_case_number_subject" ON "public"."crime_transfer" ("case_number" ASC,"subject" ASC);
CREATE INDEX "ix_crime_transfer_number_subject" ON "public"."crime_transfer" ("number" ASC,"subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (71, 'crime transfers', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0080 open work and hand-overs
BEGIN;
CREATE TABLE "public"."open_work" ("subject" varchar(300) COLLATE "C" NOT NULL, "user_name" varchar(100) COLLATE "C" NOT NULL, "place" integer NOT NULL, "number" varchar(30) COLLATE "C" NOT NULL, "section" varchar(60) COLLATE "C" NULL, "status" varchar(20) COLLATE "C" NOT NULL, "title" varchar(200) COLLATE "C" NULL, "enterprise" varchar(18) COLLATE "C" NULL, CONSTRAINT "pk_open_work" PRIMARY KEY ("subject","user_name"));
CREATE INDEX "ix_open_work_user_name_subject" ON "public"."open_work" ("user_name" ASC,"subject" ASC);
CREATE INDEX "ix_open_work_section_subject" ON "public"."open_work" ("section" ASC,"subject" ASC);
CREATE TABLE "public"."section_handover" ("subject" varchar(300) COLLATE "C" NOT NULL, "place" integer NOT NULL, "handed_on" varchar(10) COLLATE "C" NOT NULL, "from_section" varchar(60) COLLATE "C" NULL, "to_section" varchar(60) COLLATE "C" NOT NULL, "handed_by" varchar(100) COLLATE "C" NOT NULL, CONSTRAINT "pk_section_handover" PRIMARY KEY ("subject","place"));
CREATE INDEX "ix_section_handover_from_section_handed_on_subject" ON "public"."section_handover" ("from_section" ASC,"handed_on" ASC,"subject" ASC);
CREATE INDEX "ix_section_handover_to_section_handed_on_subject" ON "public"."section_handover" ("to_section" ASC,"handed_on" ASC,"subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (80, 'open work and hand-overs', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0081 sections and agencies
BEGIN;
CREATE TABLE "public"."section" ("subject" varchar(300) COLLATE "C" NOT NULL, "code" varchar(50) COLLATE "C" NOT NULL, "name" varchar(100) COLLATE "C" NOT NULL, "english_name" varchar(100) COLLATE "C" NULL, "closed" boolean NOT NULL, "version" integer NOT NULL, CONSTRAINT "pk_section" PRIMARY KEY ("subject"));
CREATE TABLE "public"."agency" ("subject" varchar(300) COLLATE "C" NOT NULL, "code" varchar(50) COLLATE "C" NOT NULL, "name" varchar(100) COLLATE "C" NOT NULL, "english_name" varchar(100) COLLATE "C" NULL, "kind" varchar(20) COLLATE "C" NOT NULL, "closed" boolean NOT NULL, "version" integer NOT NULL, CONSTRAINT "pk_agency" PRIMARY KEY ("subject"));
INSERT INTO schema_version (version, name, applied_at) VALUES (81, 'sections and agencies', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0082 awaited steps
BEGIN;
ALTER TABLE "public"."inspection_case" ADD "awaits" varchar(20) COLLATE "C" NULL;
ALTER TABLE "public"."inspection_case" ADD "awaited_by" bigint NOT NULL DEFAULT 9223372036854775807;
CREATE INDEX "ix_inspection_case_awaits_awaited_by_subject" ON "public"."inspection_case" ("awaits" ASC,"awaited_by" ASC,"subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (82, 'awaited steps', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0083 indexes of overdue lists
BEGIN;
CREATE INDEX ix_inspection_case_is_overdue_section_received_on_subject_stage ON inspection_case (section, received_on, subject, stage, is_overdue) WHERE is_overdue;
CREATE INDEX ix_inspection_case_is_overdue_section_subject ON inspection_case (section, subject, is_overdue) WHERE is_overdue;
CREATE INDEX ix_inspection_case_is_overdue_received_on_subject ON inspection_case (received_on, subject, is_overdue) WHERE is_overdue;
CREATE INDEX ix_inspection_case_is_overdue_subject ON inspection_case (subject, is_overdue) WHERE is_overdue;
CREATE INDEX ix_inspection_case_must_transfer_section_received_on_subject ON inspection_case (section, received_on, subject, must_transfer) WHERE must_transfer;
CREATE INDEX ix_inspection_case_is_major_goods_value_subject_stage ON inspection_case (goods_value, subject, stage, is_major) WHERE is_major;
CREATE INDEX ix_crime_transfer_is_overdue_section_opened_on_subject ON crime_transfer (section, opened_on, subject, is_overdue) WHERE is_overdue;
CREATE INDEX ix_crime_transfer_is_overdue_subject ON crime_transfer (subject, is_overdue) WHERE is_overdue;
CREATE INDEX ix_inspection_is_late_section_status_planned_on_subject ON inspection (section, status, planned_on, subject, is_late) WHERE is_late;
CREATE INDEX ix_inspection_is_late_status_planned_on_subject ON inspection (status, planned_on, subject, is_late) WHERE is_late;
CREATE INDEX "ix_rectification_section_status_due_on_subject" ON "public"."rectification" ("section" ASC,"status" ASC,"due_on" ASC,"subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (83, 'indexes of overdue lists', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0084 index of sweep campaigns
BEGIN;
CREATE INDEX "ix_inspection_basis_campaign_status_planned_on" ON "public"."inspection" ("basis" ASC,"campaign" ASC,"status" ASC,"planned_on" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (84, 'index of sweep campaigns', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0085 product classes
BEGIN;
CREATE TABLE "public"."product_class" ("subject" varchar(300) COLLATE "C" NOT NULL, "code" varchar(50) COLLATE "C" NOT NULL, "name" varchar(100) COLLATE "C" NOT NULL, "english_name" varchar(100) COLLATE "C" NULL, "is_key" boolean NOT NULL, "closed" boolean NOT NULL, "closed_on" varchar(10) COLLATE "C" NULL, "version" integer NOT NULL, CONSTRAINT "pk_product_class" PRIMARY KEY ("subject"));
INSERT INTO schema_version (version, name, applied_at) VALUES (85, 'product classes', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0086 areas
BEGIN;
CREATE TABLE "public"."area" ("subject" varchar(300) COLLATE "C" NOT NULL, "code" varchar(50) COLLATE "C" NOT NULL, "name" varchar(100) COLLATE "C" NOT NULL, "english_name" varchar(100) COLLATE "C" NULL, "kind" varchar(20) COLLATE "C" NOT NULL, "closed" boolean NOT NULL, "closed_on" varchar(10) COLLATE "C" NULL, "version" integer NOT NULL, CONSTRAINT "pk_area" PRIMARY KEY ("subject"));
INSERT INTO schema_version (version, name, applied_at) VALUES (86, 'areas', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0087 enterprise areas
BEGIN;
ALTER TABLE "public"."enterprise" ADD "area" varchar(60) COLLATE "C" NULL;
CREATE INDEX "ix_enterprise_area_subject" ON "public"."enterprise" ("area" ASC,"subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (87, 'enterprise areas', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0088 unique names
BEGIN;
CREATE TABLE "public"."unique_name" ("concept" varchar(60) COLLATE "C" NOT NULL, "name_hash" varchar(64) COLLATE "C" NOT NULL, "subject" varchar(300) COLLATE "C" NOT NULL, CONSTRAINT "pk_unique_name" PRIMARY KEY ("concept","name_hash"));
INSERT INTO schema_version (version, name, applied_at) VALUES (88, 'unique names', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0089 counts
BEGIN;
ALTER TABLE "public"."inspection_case" ADD "main_product_class" varchar(60) COLLATE "C" NULL;
UPDATE inspection_case SET main_product_class = (SELECT part.code FROM inspection_case_product_class part WHERE part.subject = inspection_case.subject AND part.place = 0);
CREATE TABLE "public"."case_count" ("cell" varchar(280) COLLATE "C" NOT NULL, "writer" integer NOT NULL, "row_count" bigint NOT NULL, "period" varchar(10) COLLATE "C" NOT NULL, "violation" varchar(60) COLLATE "C" NOT NULL, "stage" varchar(20) COLLATE "C" NOT NULL, "goods_value" bigint NOT NULL, CONSTRAINT "pk_case_count" PRIMARY KEY ("cell","writer"));
CREATE INDEX "ix_case_count_period" ON "public"."case_count" ("period" ASC);
INSERT INTO case_count (cell, writer, period, violation, stage, row_count, goods_value) SELECT COALESCE(REPLACE(REPLACE(SUBSTRING(received_on, 1, 4), '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(violation, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(stage, '\', '\\'), '|', '\|'), '\-'), 0, SUBSTRING(received_on, 1, 4), violation, stage, COUNT(*), CAST(SUM(goods_value) AS bigint) FROM inspection_case GROUP BY SUBSTRING(received_on, 1, 4), violation, stage;
INSERT INTO case_count (cell, writer, period, violation, stage, row_count, goods_value) SELECT COALESCE(REPLACE(REPLACE(SUBSTRING(received_on, 1, 7), '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(violation, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(stage, '\', '\\'), '|', '\|'), '\-'), 0, SUBSTRING(received_on, 1, 7), violation, stage, COUNT(*), CAST(SUM(goods_value) AS bigint) FROM inspection_case GROUP BY SUBSTRING(received_on, 1, 7), violation, stage;
CREATE TABLE "public"."case_class_count" ("cell" varchar(280) COLLATE "C" NOT NULL, "writer" integer NOT NULL, "row_count" bigint NOT NULL, "period" varchar(10) COLLATE "C" NOT NULL, "violation" varchar(60) COLLATE "C" NOT NULL, "stage" varchar(20) COLLATE "C" NOT NULL, "main_product_class" varchar(60) COLLATE "C" NULL, "goods_value" bigint NOT NULL, CONSTRAINT "pk_case_class_count" PRIMARY KEY ("cell","writer"));
CREATE INDEX "ix_case_class_count_period" ON "public"."case_class_count" ("period" ASC);
INSERT INTO case_class_count (cell, writer, period, violation, stage, main_product_class, row_count, goods_value) SELECT COALESCE(REPLACE(REPLACE(SUBSTRING(received_on, 1, 7), '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(violation, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(stage, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(main_product_class, '\', '\\'), '|', '\|'), '\-'), 0, SUBSTRING(received_on, 1, 7), violation, stage, main_product_class, COUNT(*), CAST(SUM(goods_value) AS bigint) FROM inspection_case GROUP BY SUBSTRING(received_on, 1, 7), violation, stage, main_product_class;
CREATE TABLE "public"."case_work_count" ("cell" varchar(280) COLLATE "C" NOT NULL, "writer" integer NOT NULL, "row_count" bigint NOT NULL, "section" varchar(60) COLLATE "C" NULL, "stage" varchar(20) COLLATE "C" NOT NULL, "awaits" varchar(20) COLLATE "C" NULL, "is_overdue" boolean NOT NULL, "must_transfer" boolean NOT NULL, "is_major" boolean NOT NULL, CONSTRAINT "pk_case_work_count" PRIMARY KEY ("cell","writer"));
INSERT INTO case_work_count (cell, writer, section, stage, awaits, is_overdue, must_transfer, is_major, row_count) SELECT COALESCE(REPLACE(REPLACE(section, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(stage, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(awaits, '\', '\\'), '|', '\|'), '\-') || '|' || CASE WHEN is_overdue THEN '1' ELSE '0' END || '|' || CASE WHEN must_transfer THEN '1' ELSE '0' END || '|' || CASE WHEN is_major THEN '1' ELSE '0' END, 0, section, stage, awaits, is_overdue, must_transfer, is_major, COUNT(*) FROM inspection_case GROUP BY section, stage, awaits, is_overdue, must_transfer, is_major;
CREATE TABLE "public"."licence_count" ("cell" varchar(280) COLLATE "C" NOT NULL, "writer" integer NOT NULL, "row_count" bigint NOT NULL, "period" varchar(10) COLLATE "C" NOT NULL, "status" varchar(20) COLLATE "C" NOT NULL, CONSTRAINT "pk_licence_count" PRIMARY KEY ("cell","writer"));
CREATE INDEX "ix_licence_count_period" ON "public"."licence_count" ("period" ASC);
INSERT INTO licence_count (cell, writer, period, status, row_count) SELECT COALESCE(REPLACE(REPLACE(SUBSTRING(valid_to, 1, 7), '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(status, '\', '\\'), '|', '\|'), '\-'), 0, SUBSTRING(valid_to, 1, 7), status, COUNT(*) FROM licence GROUP BY SUBSTRING(valid_to, 1, 7), status;
CREATE TABLE "public"."inspection_work_count" ("cell" varchar(280) COLLATE "C" NOT NULL, "writer" integer NOT NULL, "row_count" bigint NOT NULL, "section" varchar(60) COLLATE "C" NULL, "status" varchar(20) COLLATE "C" NOT NULL, "is_late" boolean NOT NULL, CONSTRAINT "pk_inspection_work_count" PRIMARY KEY ("cell","writer"));
INSERT INTO inspection_work_count (cell, writer, section, status, is_late, row_count) SELECT COALESCE(REPLACE(REPLACE(section, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(status, '\', '\\'), '|', '\|'), '\-') || '|' || CASE WHEN is_late THEN '1' ELSE '0' END, 0, section, status, is_late, COUNT(*) FROM inspection GROUP BY section, status, is_late;
CREATE TABLE "public"."inspection_campaign_count" ("cell" varchar(280) COLLATE "C" NOT NULL, "writer" integer NOT NULL, "row_count" bigint NOT NULL, "campaign" varchar(60) COLLATE "C" NULL, "basis" varchar(20) COLLATE "C" NOT NULL, "status" varchar(20) COLLATE "C" NOT NULL, "planned_on" varchar(10) COLLATE "C" NOT NULL, CONSTRAINT "pk_inspection_campaign_count" PRIMARY KEY ("cell","writer"));
INSERT INTO inspection_campaign_count (cell, writer, campaign, basis, status, planned_on, row_count) SELECT COALESCE(REPLACE(REPLACE(campaign, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(basis, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(status, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(planned_on, '\', '\\'), '|', '\|'), '\-'), 0, campaign, basis, status, planned_on, COUNT(*) FROM inspection GROUP BY campaign, basis, status, planned_on;
CREATE TABLE "public"."rectification_count" ("cell" varchar(280) COLLATE "C" NOT NULL, "writer" integer NOT NULL, "row_count" bigint NOT NULL, "section" varchar(60) COLLATE "C" NULL, "status" varchar(20) COLLATE "C" NOT NULL, "proposed_measure" varchar(20) COLLATE "C" NULL, CONSTRAINT "pk_rectification_count" PRIMARY KEY ("cell","writer"));
INSERT INTO rectification_count (cell, writer, section, status, proposed_measure, row_count) SELECT COALESCE(REPLACE(REPLACE(section, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(status, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(proposed_measure, '\', '\\'), '|', '\|'), '\-'), 0, section, status, proposed_measure, COUNT(*) FROM rectification GROUP BY section, status, proposed_measure;
CREATE TABLE "public"."crime_transfer_count" ("cell" varchar(280) COLLATE "C" NOT NULL, "writer" integer NOT NULL, "row_count" bigint NOT NULL, "section" varchar(60) COLLATE "C" NULL, "status" varchar(20) COLLATE "C" NOT NULL, "is_overdue" boolean NOT NULL, CONSTRAINT "pk_crime_transfer_count" PRIMARY KEY ("cell","writer"));
INSERT INTO crime_transfer_count (cell, writer, section, status, is_overdue, row_count) SELECT COALESCE(REPLACE(REPLACE(section, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(status, '\', '\\'), '|', '\|'), '\-') || '|' || CASE WHEN is_overdue THEN '1' ELSE '0' END, 0, section, status, is_overdue, COUNT(*) FROM crime_transfer GROUP BY section, status, is_overdue;
CREATE TABLE "public"."open_work_count" ("cell" varchar(280) COLLATE "C" NOT NULL, "writer" integer NOT NULL, "row_count" bigint NOT NULL, "section" varchar(60) COLLATE "C" NULL, "place" integer NOT NULL, CONSTRAINT "pk_open_work_count" PRIMARY KEY ("cell","writer"));
INSERT INTO open_work_count (cell, writer, section, place, row_count) SELECT COALESCE(REPLACE(REPLACE(section, '\', '\\'), '|', '\|'), '\-') || '|' || CAST(place AS varchar(20)), 0, section, place, COUNT(*) FROM open_work GROUP BY section, place;
INSERT INTO schema_version (version, name, applied_at) VALUES (89, 'counts', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0090 indexes of lists
BEGIN;
CREATE INDEX ix_inspection_case_must_transfer_received_on_subject ON inspection_case (received_on, subject, must_transfer) WHERE must_transfer;
CREATE INDEX ix_inspection_case_is_major_received_on_subject_stage ON inspection_case (received_on, subject, stage, is_major) WHERE is_major;
CREATE INDEX ix_inspection_case_is_major_section_received_on_subject_stage ON inspection_case (section, received_on, subject, stage, is_major) WHERE is_major;
CREATE INDEX ix_inspection_case_is_major_section_goods_value_subject_stage ON inspection_case (section, goods_value, subject, stage, is_major) WHERE is_major;
DROP INDEX "public"."ix_inspection_case_awaits_awaited_by_subject";
CREATE INDEX ix_inspection_case_awaits_awaited_by_subject ON inspection_case (awaits, awaited_by, subject) WHERE awaits IS NOT NULL;
CREATE INDEX ix_inspection_case_awaits_section_awaited_by_subject ON inspection_case (awaits, section, awaited_by, subject) WHERE awaits IS NOT NULL;
CREATE INDEX ix_inspection_case_awaits_received_on_subject ON inspection_case (awaits, received_on, subject) WHERE awaits IS NOT NULL;
CREATE INDEX "ix_inspection_case_section_stage_received_on_subject" ON "public"."inspection_case" ("section" ASC,"stage" ASC,"received_on" ASC,"subject" ASC);
CREATE INDEX "ix_inspection_case_section_received_on_subject_stage_violation" ON "public"."inspection_case" ("section" ASC,"received_on" ASC,"subject" ASC,"stage" ASC,"violation" ASC);
CREATE INDEX "ix_inspection_case_violation_received_on_subject" ON "public"."inspection_case" ("violation" ASC,"received_on" ASC,"subject" ASC);
CREATE INDEX ix_licence_withdrawal_requested_valid_to_subject ON licence (valid_to, subject, withdrawal_requested) WHERE withdrawal_requested;
CREATE INDEX ix_licence_deregistration_proposed_valid_to_subject ON licence (valid_to, subject, deregistration_proposed) WHERE deregistration_proposed;
DROP INDEX "public"."ix_inspection_basis_campaign_status_planned_on";
CREATE INDEX "ix_inspection_basis_planned_on_subject" ON "public"."inspection" ("basis" ASC,"planned_on" ASC,"subject" ASC);
CREATE INDEX "ix_inspection_section_planned_on_subject" ON "public"."inspection" ("section" ASC,"planned_on" ASC,"subject" ASC);
CREATE INDEX "ix_inspection_section_status_planned_on_subject" ON "public"."inspection" ("section" ASC,"status" ASC,"planned_on" ASC,"subject" ASC);
CREATE INDEX ix_inspection_result_planned_on_subject ON inspection (result, planned_on, subject) WHERE result IS NOT NULL;
CREATE INDEX ix_inspection_product_class_planned_on_subject ON inspection (product_class, planned_on, subject) WHERE product_class IS NOT NULL;
CREATE INDEX ix_inspection_case_number_planned_on_subject ON inspection (case_number, planned_on, subject) WHERE case_number IS NOT NULL;
DROP INDEX "public"."ix_rectification_proposed_measure_due_on";
CREATE INDEX ix_rectification_due_on_subject_proposed_measure ON rectification (due_on, subject, proposed_measure) WHERE proposed_measure IS NOT NULL;
CREATE INDEX "ix_rectification_section_due_on_subject_status" ON "public"."rectification" ("section" ASC,"due_on" ASC,"subject" ASC,"status" ASC);
CREATE INDEX ix_rectification_section_due_on_subject_proposed_measure ON rectification (section, due_on, subject, proposed_measure) WHERE proposed_measure IS NOT NULL;
CREATE INDEX ix_rectification_product_class_due_on_subject ON rectification (product_class, due_on, subject) WHERE product_class IS NOT NULL;
CREATE INDEX ix_crime_transfer_is_overdue_opened_on_subject ON crime_transfer (opened_on, subject, is_overdue) WHERE is_overdue;
CREATE INDEX ix_crime_transfer_is_overdue_section_subject ON crime_transfer (section, subject, is_overdue) WHERE is_overdue;
CREATE INDEX "ix_crime_transfer_section_status_opened_on_subject" ON "public"."crime_transfer" ("section" ASC,"status" ASC,"opened_on" ASC,"subject" ASC);
CREATE INDEX "ix_crime_transfer_section_opened_on_subject_status" ON "public"."crime_transfer" ("section" ASC,"opened_on" ASC,"subject" ASC,"status" ASC);
CREATE INDEX ix_crime_transfer_visible_agency_opened_on_subject ON crime_transfer (agency, opened_on, subject, visible) WHERE visible;
CREATE INDEX ix_crime_transfer_visible_agency_status_opened_on_subject ON crime_transfer (agency, status, opened_on, subject, visible) WHERE visible;
DROP INDEX "public"."ix_deadline_due_at";
DROP INDEX "public"."ix_deadline_kind_due_at";
CREATE INDEX "ix_deadline_due_at_subject_kind" ON "public"."deadline" ("due_at" ASC,"subject" ASC,"kind" ASC);
CREATE INDEX "ix_deadline_section_due_at_subject_kind" ON "public"."deadline" ("section" ASC,"due_at" ASC,"subject" ASC,"kind" ASC);
DROP INDEX "public"."ix_open_work_section_subject";
CREATE INDEX "ix_open_work_section_place_subject" ON "public"."open_work" ("section" ASC,"place" ASC,"subject" ASC);
CREATE INDEX "ix_enterprise_risk_level_subject" ON "public"."enterprise" ("risk_level" ASC,"subject" ASC);
CREATE INDEX ix_enterprise_is_protected_brand_subject ON enterprise (subject, is_protected_brand) WHERE is_protected_brand;
CREATE TABLE "public"."enterprise_count" ("cell" varchar(280) COLLATE "C" NOT NULL, "writer" integer NOT NULL, "row_count" bigint NOT NULL, "status" varchar(20) COLLATE "C" NOT NULL, "risk_level" varchar(20) COLLATE "C" NOT NULL, "is_protected_brand" boolean NOT NULL, "area" varchar(60) COLLATE "C" NULL, CONSTRAINT "pk_enterprise_count" PRIMARY KEY ("cell","writer"));
INSERT INTO enterprise_count (cell, writer, status, risk_level, is_protected_brand, area, row_count) SELECT COALESCE(REPLACE(REPLACE(status, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(risk_level, '\', '\\'), '|', '\|'), '\-') || '|' || CASE WHEN is_protected_brand THEN '1' ELSE '0' END || '|' || COALESCE(REPLACE(REPLACE(area, '\', '\\'), '|', '\|'), '\-'), 0, status, risk_level, is_protected_brand, area, COUNT(*) FROM enterprise GROUP BY status, risk_level, is_protected_brand, area;
DROP TABLE "public"."licence_count";
CREATE TABLE "public"."licence_count" ("cell" varchar(280) COLLATE "C" NOT NULL, "writer" integer NOT NULL, "row_count" bigint NOT NULL, "period" varchar(10) COLLATE "C" NOT NULL, "status" varchar(20) COLLATE "C" NOT NULL, "kind" varchar(40) COLLATE "C" NOT NULL, CONSTRAINT "pk_licence_count" PRIMARY KEY ("cell","writer"));
CREATE INDEX "ix_licence_count_period" ON "public"."licence_count" ("period" ASC);
INSERT INTO licence_count (cell, writer, period, status, kind, row_count) SELECT COALESCE(REPLACE(REPLACE(SUBSTRING(valid_to, 1, 7), '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(status, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(kind, '\', '\\'), '|', '\|'), '\-'), 0, SUBSTRING(valid_to, 1, 7), status, kind, COUNT(*) FROM licence GROUP BY SUBSTRING(valid_to, 1, 7), status, kind;
INSERT INTO schema_version (version, name, applied_at) VALUES (90, 'indexes of lists', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0091 approvals
BEGIN;
CREATE TABLE "public"."approval" ("subject" varchar(300) COLLATE "C" NOT NULL, "item" integer NOT NULL, "number" varchar(30) COLLATE "C" NOT NULL, "step" varchar(20) COLLATE "C" NOT NULL, "section" varchar(60) COLLATE "C" NULL, "title" varchar(200) COLLATE "C" NOT NULL, "summary" varchar(1000) COLLATE "C" NOT NULL, "summary_english" varchar(1000) COLLATE "C" NOT NULL, "asked_by" varchar(100) COLLATE "C" NOT NULL, "asked_at" bigint NOT NULL, CONSTRAINT "pk_approval" PRIMARY KEY ("subject","item"));
CREATE INDEX "ix_approval_asked_at_subject_item" ON "public"."approval" ("asked_at" ASC,"subject" ASC,"item" ASC);
CREATE INDEX "ix_approval_section_asked_at_subject_item" ON "public"."approval" ("section" ASC,"asked_at" ASC,"subject" ASC,"item" ASC);
CREATE INDEX "ix_approval_asked_by_asked_at_subject_item" ON "public"."approval" ("asked_by" ASC,"asked_at" ASC,"subject" ASC,"item" ASC);
CREATE TABLE "public"."authorisation" ("subject" varchar(300) COLLATE "C" NOT NULL, "number" varchar(20) COLLATE "C" NOT NULL, "deputy" varchar(100) COLLATE "C" NOT NULL, "steps" varchar(200) COLLATE "C" NOT NULL, "valid_from" varchar(10) COLLATE "C" NOT NULL, "valid_until" varchar(10) COLLATE "C" NOT NULL, "granted_by" varchar(100) COLLATE "C" NOT NULL, "revoked_on" varchar(10) COLLATE "C" NULL, "version" integer NOT NULL, CONSTRAINT "pk_authorisation" PRIMARY KEY ("subject"));
CREATE INDEX "ix_authorisation_number_subject" ON "public"."authorisation" ("number" ASC,"subject" ASC);
CREATE INDEX "ix_authorisation_deputy_valid_until_subject" ON "public"."authorisation" ("deputy" ASC,"valid_until" ASC,"subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (91, 'approvals', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0093 renewal applications
BEGIN;
ALTER TABLE "public"."licence" ADD "renewal_applied_on" varchar(10) COLLATE "C" NULL;
INSERT INTO schema_version (version, name, applied_at) VALUES (93, 'renewal applications', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0097 what is overdue, by whom
BEGIN;
CREATE TABLE "public"."lapsed_deadline" ("subject" varchar(300) COLLATE "C" NOT NULL, "kind" varchar(60) COLLATE "C" NOT NULL, "due_at" bigint NOT NULL, "rule_text" varchar(400) COLLATE "C" NOT NULL, "section" varchar(60) COLLATE "C" NULL, "officer" varchar(100) COLLATE "C" NOT NULL, "in_working_days" boolean NOT NULL, CONSTRAINT "pk_lapsed_deadline" PRIMARY KEY ("subject","kind","due_at"));
CREATE INDEX "ix_lapsed_deadline_due_at_subject_kind" ON "public"."lapsed_deadline" ("due_at" ASC,"subject" ASC,"kind" ASC);
CREATE INDEX "ix_lapsed_deadline_section_due_at_subject_kind" ON "public"."lapsed_deadline" ("section" ASC,"due_at" ASC,"subject" ASC,"kind" ASC);
CREATE INDEX "ix_lapsed_deadline_officer_due_at_subject_kind" ON "public"."lapsed_deadline" ("officer" ASC,"due_at" ASC,"subject" ASC,"kind" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (97, 'what is overdue, by whom', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0098 kinds of violation of cases
BEGIN;
CREATE TABLE "public"."inspection_case_violation" ("subject" varchar(300) COLLATE "C" NOT NULL, "violation" varchar(60) COLLATE "C" NOT NULL, "place" integer NOT NULL, CONSTRAINT "pk_inspection_case_violation" PRIMARY KEY ("subject","violation"));
CREATE INDEX "ix_inspection_case_violation_violation_subject" ON "public"."inspection_case_violation" ("violation" ASC,"subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (98, 'kinds of violation of cases', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0099 numbers of cases that people say
BEGIN;
ALTER TABLE "public"."inspection_case" ADD "official_number" varchar(20) COLLATE "C" NULL;
ALTER TABLE "public"."inspection_case" ADD "number_series" varchar(80) COLLATE "C" NULL;
ALTER TABLE "public"."inspection_case" ADD "number_in_series" integer;
CREATE INDEX ix_inspection_case_official_number_subject ON inspection_case (official_number, subject) WHERE official_number IS NOT NULL;
CREATE INDEX ix_inspection_case_number_series_number_in_series ON inspection_case (number_series, number_in_series) WHERE number_series IS NOT NULL;
INSERT INTO schema_version (version, name, applied_at) VALUES (99, 'numbers of cases that people say', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0100 numbers of orders, transfers, inspections
BEGIN;
ALTER TABLE "public"."rectification" ADD "official_number" varchar(20) COLLATE "C" NULL;
ALTER TABLE "public"."rectification" ADD "number_series" varchar(80) COLLATE "C" NULL;
ALTER TABLE "public"."rectification" ADD "number_in_series" integer;
CREATE INDEX ix_rectification_official_number_subject ON rectification (official_number, subject) WHERE official_number IS NOT NULL;
CREATE INDEX ix_rectification_number_series_number_in_series ON rectification (number_series, number_in_series) WHERE number_series IS NOT NULL;
ALTER TABLE "public"."crime_transfer" ADD "official_number" varchar(20) COLLATE "C" NULL;
ALTER TABLE "public"."crime_transfer" ADD "number_series" varchar(80) COLLATE "C" NULL;
ALTER TABLE "public"."crime_transfer" ADD "number_in_series" integer;
CREATE INDEX ix_crime_transfer_official_number_subject ON crime_transfer (official_number, subject) WHERE official_number IS NOT NULL;
CREATE INDEX ix_crime_transfer_number_series_number_in_series ON crime_transfer (number_series, number_in_series) WHERE number_series IS NOT NULL;
ALTER TABLE "public"."inspection" ADD "official_number" varchar(20) COLLATE "C" NULL;
ALTER TABLE "public"."inspection" ADD "number_series" varchar(80) COLLATE "C" NULL;
ALTER TABLE "public"."inspection" ADD "number_in_series" integer;
CREATE INDEX ix_inspection_official_number_subject ON inspection (official_number, subject) WHERE official_number IS NOT NULL;
CREATE INDEX ix_inspection_number_series_number_in_series ON inspection (number_series, number_in_series) WHERE number_series IS NOT NULL;
INSERT INTO schema_version (version, name, applied_at) VALUES (100, 'numbers of orders, transfers, inspections', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0101 approvals by kind
BEGIN;
CREATE INDEX "ix_approval_step_asked_at_subject_item" ON "public"."approval" ("step" ASC,"asked_at" ASC,"subject" ASC,"item" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (101, 'approvals by kind', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0102 texts that people search for
BEGIN;
CREATE TABLE "public"."enterprise_text" ("subject" varchar(300) COLLATE "C" NOT NULL, "text" varchar(200) COLLATE "C" NOT NULL, "pieces" text COLLATE "C" NOT NULL, CONSTRAINT "pk_enterprise_text" PRIMARY KEY ("subject","text"));
CREATE INDEX "ix_enterprise_text_text" ON "public"."enterprise_text" ("text" ASC);
CREATE INDEX ix_enterprise_text_pieces ON enterprise_text USING gin (string_to_array(pieces, ' '));
CREATE TABLE "public"."licence_text" ("subject" varchar(300) COLLATE "C" NOT NULL, "text" varchar(200) COLLATE "C" NOT NULL, "pieces" text COLLATE "C" NOT NULL, CONSTRAINT "pk_licence_text" PRIMARY KEY ("subject","text"));
CREATE INDEX "ix_licence_text_text" ON "public"."licence_text" ("text" ASC);
CREATE INDEX ix_licence_text_pieces ON licence_text USING gin (string_to_array(pieces, ' '));
CREATE TABLE "public"."inspection_case_text" ("subject" varchar(300) COLLATE "C" NOT NULL, "text" varchar(200) COLLATE "C" NOT NULL, "pieces" text COLLATE "C" NOT NULL, CONSTRAINT "pk_inspection_case_text" PRIMARY KEY ("subject","text"));
CREATE INDEX "ix_inspection_case_text_text" ON "public"."inspection_case_text" ("text" ASC);
CREATE INDEX ix_inspection_case_text_pieces ON inspection_case_text USING gin (string_to_array(pieces, ' '));
CREATE TABLE "public"."inspection_text" ("subject" varchar(300) COLLATE "C" NOT NULL, "text" varchar(200) COLLATE "C" NOT NULL, "pieces" text COLLATE "C" NOT NULL, CONSTRAINT "pk_inspection_text" PRIMARY KEY ("subject","text"));
CREATE INDEX "ix_inspection_text_text" ON "public"."inspection_text" ("text" ASC);
CREATE INDEX ix_inspection_text_pieces ON inspection_text USING gin (string_to_array(pieces, ' '));
CREATE TABLE "public"."rectification_text" ("subject" varchar(300) COLLATE "C" NOT NULL, "text" varchar(200) COLLATE "C" NOT NULL, "pieces" text COLLATE "C" NOT NULL, CONSTRAINT "pk_rectification_text" PRIMARY KEY ("subject","text"));
CREATE INDEX "ix_rectification_text_text" ON "public"."rectification_text" ("text" ASC);
CREATE INDEX ix_rectification_text_pieces ON rectification_text USING gin (string_to_array(pieces, ' '));
CREATE TABLE "public"."crime_transfer_text" ("subject" varchar(300) COLLATE "C" NOT NULL, "text" varchar(200) COLLATE "C" NOT NULL, "pieces" text COLLATE "C" NOT NULL, CONSTRAINT "pk_crime_transfer_text" PRIMARY KEY ("subject","text"));
CREATE INDEX "ix_crime_transfer_text_text" ON "public"."crime_transfer_text" ("text" ASC);
CREATE INDEX ix_crime_transfer_text_pieces ON crime_transfer_text USING gin (string_to_array(pieces, ' '));
CREATE TABLE "public"."recalled_text" ("subject" varchar(300) COLLATE "C" NOT NULL, "text" varchar(200) COLLATE "C" NOT NULL, "pieces" text COLLATE "C" NOT NULL, CONSTRAINT "pk_recalled_text" PRIMARY KEY ("subject","text"));
CREATE INDEX "ix_recalled_text_text" ON "public"."recalled_text" ("text" ASC);
CREATE INDEX ix_recalled_text_pieces ON recalled_text USING gin (string_to_array(pieces, ' '));
INSERT INTO schema_version (version, name, applied_at) VALUES (102, 'texts that people search for', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0103 code checks
BEGIN;
ALTER TABLE "public"."enterprise" ADD "code_check" varchar(20) COLLATE "C" NULL;
CREATE INDEX ix_enterprise_code_check_subject ON enterprise (code_check, subject) WHERE code_check IS NOT NULL;
INSERT INTO schema_version (version, name, applied_at) VALUES (103, 'code checks', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0105 enterprises that cases are about
BEGIN;
CREATE TABLE "public"."inspection_case_party" ("subject" varchar(300) COLLATE "C" NOT NULL, "credit_code" varchar(18) COLLATE "C" NOT NULL, "place" integer NOT NULL, CONSTRAINT "pk_inspection_case_party" PRIMARY KEY ("subject","credit_code"));
CREATE INDEX "ix_inspection_case_party_credit_code_subject" ON "public"."inspection_case_party" ("credit_code" ASC,"subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (105, 'enterprises that cases are about', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0106 columns of imports that were mapped by hand
BEGIN;
ALTER TABLE "public"."import" ADD "titles" varchar(64) COLLATE "C" NULL;
CREATE INDEX ix_import_titles_queued_at ON import (titles, queued_at) WHERE titles IS NOT NULL;
INSERT INTO schema_version (version, name, applied_at) VALUES (106, 'columns of imports that were mapped by hand', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0107 aliases of product classes
BEGIN;
ALTER TABLE "public"."product_class" ADD "aliases" text COLLATE "C" NULL;
INSERT INTO schema_version (version, name, applied_at) VALUES (107, 'aliases of product classes', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0109 names in the order of pinyin
BEGIN;
ALTER TABLE "public"."enterprise" ADD "name_order" varchar(400) COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE "public"."account" ADD "name_order" varchar(400) COLLATE "C" NOT NULL DEFAULT '';
DROP INDEX "public"."ix_enterprise_district_name_subject";
CREATE INDEX "ix_enterprise_name_order_subject" ON "public"."enterprise" ("name_order" ASC,"subject" ASC);
CREATE INDEX "ix_enterprise_district_name_order_subject" ON "public"."enterprise" ("district" ASC,"name_order" ASC,"subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (109, 'names in the order of pinyin', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0110 notifications
BEGIN;
CREATE TABLE "public"."notification" ("id" bigint NOT NULL GENERATED ALWAYS AS IDENTITY, "user_name" varchar(100) COLLATE "C" NOT NULL, "at" bigint NOT NULL, "kind" varchar(20) COLLATE "C" NOT NULL, "subject" varchar(300) COLLATE "C" NOT NULL, "number" integer NOT NULL, "detail" varchar(60) COLLATE "C" NULL, "batch" varchar(36) COLLATE "C" NULL, "is_unread" boolean NOT NULL, CONSTRAINT "pk_notification" PRIMARY KEY ("id"));
CREATE INDEX "ix_notification_user_name_at_id" ON "public"."notification" ("user_name" ASC,"at" ASC,"id" ASC);
CREATE INDEX ix_notification_user_name_batch_kind_id ON notification (user_name, batch, kind, id) WHERE batch IS NOT NULL;
CREATE INDEX ix_notification_is_unread_user_name_at_id ON notification (user_name, at, id, is_unread) WHERE is_unread;
INSERT INTO schema_version (version, name, applied_at) VALUES (110, 'notifications', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0111 notification deliveries
BEGIN;
CREATE TABLE "public"."notification_delivery" ("id" bigint NOT NULL GENERATED ALWAYS AS IDENTITY, "delivery_key" varchar(36) COLLATE "C" NOT NULL, "user_name" varchar(100) COLLATE "C" NOT NULL, "at" bigint NOT NULL, "kind" varchar(20) COLLATE "C" NOT NULL, "subject" varchar(300) COLLATE "C" NOT NULL, "is_gathering" boolean NOT NULL, "failures" integer NOT NULL, "next_at" bigint NOT NULL, "is_dead" boolean NOT NULL, "failure" varchar(20) COLLATE "C" NULL, CONSTRAINT "pk_notification_delivery" PRIMARY KEY ("id"));
CREATE INDEX "ix_notification_delivery_is_dead_next_at_id" ON "public"."notification_delivery" ("is_dead" ASC,"next_at" ASC,"id" ASC);
CREATE INDEX "ix_notification_delivery_user_name_id" ON "public"."notification_delivery" ("user_name" ASC,"id" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (111, 'notification deliveries', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0125 figures of cases in a period
BEGIN;
ALTER TABLE "public"."inspection_case" ADD "was_late" boolean NOT NULL DEFAULT false;
UPDATE inspection_case SET was_late = is_overdue;
CREATE INDEX ix_inspection_case_filed_on_subject ON inspection_case (filed_on, subject) WHERE filed_on IS NOT NULL;
CREATE INDEX ix_inspection_case_decided_on_subject ON inspection_case (decided_on, subject) WHERE decided_on IS NOT NULL;
CREATE INDEX ix_inspection_case_ended_on_subject ON inspection_case (ended_on, subject) WHERE ended_on IS NOT NULL;
INSERT INTO schema_version (version, name, applied_at) VALUES (125, 'figures of cases in a period', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0126 orders of lists
BEGIN;
CREATE INDEX "ix_licence_status_subject" ON "public"."licence" ("status" ASC,"subject" ASC);
CREATE INDEX "ix_inspection_status_subject" ON "public"."inspection" ("status" ASC,"subject" ASC);
CREATE INDEX "ix_rectification_status_subject" ON "public"."rectification" ("status" ASC,"subject" ASC);
CREATE INDEX "ix_crime_transfer_status_subject" ON "public"."crime_transfer" ("status" ASC,"subject" ASC);
CREATE INDEX "ix_inspection_number_subject" ON "public"."inspection" ("number" ASC,"subject" ASC);
CREATE INDEX "ix_rectification_number_subject" ON "public"."rectification" ("number" ASC,"subject" ASC);
CREATE INDEX "ix_rectification_ordered_on_subject" ON "public"."rectification" ("ordered_on" ASC,"subject" ASC);
CREATE INDEX "ix_crime_transfer_goods_value_subject" ON "public"."crime_transfer" ("goods_value" ASC,"subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (126, 'orders of lists', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0132 open work by what is owed first
BEGIN;
ALTER TABLE "public"."open_work" ADD "due_at" bigint NOT NULL DEFAULT 9223372036854775807;
DROP INDEX "public"."ix_open_work_user_name_subject";
DROP INDEX "public"."ix_open_work_section_place_subject";
CREATE INDEX "ix_open_work_user_name_due_at_subject" ON "public"."open_work" ("user_name" ASC,"due_at" ASC,"subject" ASC);
CREATE INDEX "ix_open_work_section_place_due_at_subject" ON "public"."open_work" ("section" ASC,"place" ASC,"due_at" ASC,"subject" ASC);
CREATE INDEX "ix_open_work_place_due_at_subject" ON "public"."open_work" ("place" ASC,"due_at" ASC,"subject" ASC);
ALTER TABLE "public"."inspection_case" ADD "must_publish" boolean NOT NULL DEFAULT false;
CREATE INDEX ix_inspection_case_must_publish_awaited_by_subject ON inspection_case (awaited_by, subject, must_publish) WHERE must_publish;
CREATE INDEX ix_inspection_case_must_publish_section_awaited_by_subject ON inspection_case (section, awaited_by, subject, must_publish) WHERE must_publish;
ALTER TABLE "public"."rectification" ADD "is_late" boolean NOT NULL DEFAULT false;
CREATE INDEX ix_rectification_is_late_due_on_subject ON rectification (due_on, subject, is_late) WHERE is_late;
CREATE INDEX ix_rectification_is_late_section_due_on_subject ON rectification (section, due_on, subject, is_late) WHERE is_late;
UPDATE rectification SET is_late = TRUE WHERE status = 'OVERDUE' AND (taken_measure IS NULL OR taken_measure <> 'BANNING');
UPDATE inspection_case SET must_publish = TRUE WHERE subject IN (SELECT subject FROM deadline WHERE kind IN ('case.publication', 'case.publication-withdrawal')) OR subject IN (SELECT subject FROM lapsed_deadline WHERE kind IN ('case.publication', 'case.publication-withdrawal'));
UPDATE open_work SET due_at = (SELECT MIN(due_at) FROM deadline WHERE deadline.subject = open_work.subject AND kind NOT IN ('case.warning', 'case.join-notice', 'case.licence-notice', 'rectification.warning', 'rectification.licence-change', 'crime-transfer.warning', 'crime-transfer.case-notice', 'inspection.case-notice', 'crime-transfer.police-forwarding', 'crime-transfer.police-decision', 'crime-transfer.reconsideration-decision', 'crime-transfer.early-intervention')) WHERE (SELECT MIN(due_at) FROM deadline WHERE deadline.subject = open_work.subject AND kind NOT IN ('case.warning', 'case.join-notice', 'case.licence-notice', 'rectification.warning', 'rectification.licence-change', 'crime-transfer.warning', 'crime-transfer.case-notice', 'inspection.case-notice', 'crime-transfer.police-forwarding', 'crime-transfer.police-decision', 'crime-transfer.reconsideration-decision', 'crime-transfer.early-intervention')) < open_work.due_at;
UPDATE open_work SET due_at = (SELECT MIN(due_at) FROM lapsed_deadline WHERE lapsed_deadline.subject = open_work.subject AND kind NOT IN ('case.warning', 'case.join-notice', 'case.licence-notice', 'rectification.warning', 'rectification.licence-change', 'crime-transfer.warning', 'crime-transfer.case-notice', 'inspection.case-notice', 'crime-transfer.police-forwarding', 'crime-transfer.police-decision', 'crime-transfer.reconsideration-decision', 'crime-transfer.early-intervention')) WHERE (SELECT MIN(due_at) FROM lapsed_deadline WHERE lapsed_deadline.subject = open_work.subject AND kind NOT IN ('case.warning', 'case.join-notice', 'case.licence-notice', 'rectification.warning', 'rectification.licence-change', 'crime-transfer.warning', 'crime-transfer.case-notice', 'inspection.case-notice', 'crime-transfer.police-forwarding', 'crime-transfer.police-decision', 'crime-transfer.reconsideration-decision', 'crime-transfer.early-intervention')) < open_work.due_at;
UPDATE open_work SET due_at = (SELECT MIN((extract(epoch FROM (due_on || 'T00:00:00+08:00')::timestamptz)::bigint + 86400) * 1000) FROM rectification WHERE rectification.subject = open_work.subject AND is_late = TRUE) WHERE (SELECT MIN((extract(epoch FROM (due_on || 'T00:00:00+08:00')::timestamptz)::bigint + 86400) * 1000) FROM rectification WHERE rectification.subject = open_work.subject AND is_late = TRUE) < open_work.due_at;
UPDATE open_work SET due_at = (SELECT MIN((extract(epoch FROM (planned_on || 'T00:00:00+08:00')::timestamptz)::bigint + 86400) * 1000) FROM inspection WHERE inspection.subject = open_work.subject AND status = 'PLANNED' AND is_late = TRUE) WHERE (SELECT MIN((extract(epoch FROM (planned_on || 'T00:00:00+08:00')::timestamptz)::bigint + 86400) * 1000) FROM inspection WHERE inspection.subject = open_work.subject AND status = 'PLANNED' AND is_late = TRUE) < open_work.due_at;
INSERT INTO schema_version (version, name, applied_at) VALUES (132, 'open work by what is owed first', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0133 enterprise telephones
BEGIN;
ALTER TABLE "public"."enterprise" ADD "telephone" varchar(60) COLLATE "C" NULL;
INSERT INTO schema_version (version, name, applied_at) VALUES (133, 'enterprise telephones', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0134 preferences
BEGIN;
CREATE TABLE "public"."preference" ("user_name" varchar(100) COLLATE "C" NOT NULL, "name" varchar(100) COLLATE "C" NOT NULL, "value" varchar(4000) COLLATE "C" NOT NULL, "kept_at" bigint NOT NULL, CONSTRAINT "pk_preference" PRIMARY KEY ("user_name","name"));
INSERT INTO schema_version (version, name, applied_at) VALUES (134, 'preferences', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0148 texts of rules
BEGIN;
UPDATE deadline SET rule_text = REPLACE(rule_text, '（条号待核）', '') WHERE rule_text LIKE '%（条号待核）%';
UPDATE lapsed_deadline SET rule_text = REPLACE(rule_text, '（条号待核）', '') WHERE rule_text LIKE '%（条号待核）%';
INSERT INTO schema_version (version, name, applied_at) VALUES (148, 'texts of rules', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0150 facts
BEGIN;
ALTER TABLE "public"."tally" ADD "party" varchar(300) COLLATE "C" NULL;
ALTER TABLE "public"."tally" ADD "recorded_at" bigint NOT NULL DEFAULT 0;
ALTER TABLE "public"."tally" ADD "place" integer NOT NULL DEFAULT 0;
UPDATE tally SET recorded_at = COALESCE((SELECT entry.at FROM journal entry WHERE entry.subject = tally.subject AND entry.number = tally.number), 0);
UPDATE tally SET place = (SELECT COUNT(*) FROM tally other WHERE other.subject = tally.subject AND other.number = tally.number AND other.id < tally.id);
CREATE INDEX "ix_tally_measure_day_id" ON "public"."tally" ("measure" ASC,"day" ASC,"id" ASC);
CREATE INDEX "ix_tally_recorded_at" ON "public"."tally" ("recorded_at" ASC);
CREATE TABLE "public"."tally_count" ("cell" varchar(280) COLLATE "C" NOT NULL, "writer" integer NOT NULL, "row_count" bigint NOT NULL, "period" varchar(10) COLLATE "C" NOT NULL, "measure" varchar(60) COLLATE "C" NOT NULL, "section" varchar(50) COLLATE "C" NULL, "agency" varchar(50) COLLATE "C" NULL, "product_class" varchar(50) COLLATE "C" NULL, "violation" varchar(60) COLLATE "C" NULL, "amount" bigint NOT NULL, CONSTRAINT "pk_tally_count" PRIMARY KEY ("cell","writer"));
CREATE INDEX "ix_tally_count_period_measure" ON "public"."tally_count" ("period" ASC,"measure" ASC);
INSERT INTO tally_count (cell, writer, period, measure, section, agency, product_class, violation, row_count, amount) SELECT COALESCE(REPLACE(REPLACE(SUBSTRING(day, 1, 7), '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(measure, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(section, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(agency, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(product_class, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(violation, '\', '\\'), '|', '\|'), '\-'), 0, SUBSTRING(day, 1, 7), measure, section, agency, product_class, violation, COUNT(*), CAST(SUM(amount) AS bigint) FROM tally GROUP BY SUBSTRING(day, 1, 7), measure, section, agency, product_class, violation;
INSERT INTO tally_count (cell, writer, period, measure, section, agency, product_class, violation, row_count, amount) SELECT COALESCE(REPLACE(REPLACE(SUBSTRING(day, 1, 10), '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(measure, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(section, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(agency, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(product_class, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(violation, '\', '\\'), '|', '\|'), '\-'), 0, SUBSTRING(day, 1, 10), measure, section, agency, product_class, violation, COUNT(*), CAST(SUM(amount) AS bigint) FROM tally GROUP BY SUBSTRING(day, 1, 10), measure, section, agency, product_class, violation;
INSERT INTO schema_version (version, name, applied_at) VALUES (150, 'facts', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0151 facts by recording
BEGIN;
DROP INDEX "public"."ix_tally_recorded_at";
CREATE INDEX "ix_tally_measure_recorded_at_id" ON "public"."tally" ("measure" ASC,"recorded_at" ASC,"id" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (151, 'facts by recording', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0155 facts about holders of licences
BEGIN;
ALTER TABLE "public"."tally" ADD "is_licensed" boolean;
INSERT INTO schema_version (version, name, applied_at) VALUES (155, 'facts about holders of licences', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0156 form entries
BEGIN;
CREATE TABLE "public"."form_entry" ("subject" varchar(300) COLLATE "C" NOT NULL, "number" varchar(20) COLLATE "C" NOT NULL, "figure" varchar(40) COLLATE "C" NOT NULL, "section" varchar(60) COLLATE "C" NOT NULL, "product_class" varchar(60) COLLATE "C" NULL, "valid_from" varchar(10) COLLATE "C" NOT NULL, "valid_until" varchar(10) COLLATE "C" NOT NULL, "amount" integer NOT NULL, "entered_by" varchar(100) COLLATE "C" NOT NULL, "entered_on" varchar(10) COLLATE "C" NOT NULL, "corrected_on" varchar(10) COLLATE "C" NULL, "version" integer NOT NULL, CONSTRAINT "pk_form_entry" PRIMARY KEY ("subject"));
CREATE INDEX "ix_form_entry_number_subject" ON "public"."form_entry" ("number" ASC,"subject" ASC);
CREATE INDEX "ix_form_entry_figure_valid_until_subject" ON "public"."form_entry" ("figure" ASC,"valid_until" ASC,"subject" ASC);
CREATE INDEX "ix_form_entry_valid_until_subject" ON "public"."form_entry" ("valid_until" ASC,"subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (156, 'form entries', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0158 campaigns
BEGIN;
CREATE TABLE "public"."campaign" ("subject" varchar(300) COLLATE "C" NOT NULL, "version" integer NOT NULL, "code" varchar(50) COLLATE "C" NOT NULL, "name" varchar(100) COLLATE "C" NOT NULL, "area_of_law" varchar(100) COLLATE "C" NOT NULL, "notice_number" varchar(200) COLLATE "C" NOT NULL, "begins_on" varchar(10) COLLATE "C" NOT NULL, "ends_on" varchar(10) COLLATE "C" NOT NULL, "parent" varchar(50) COLLATE "C" NULL, "status" varchar(20) COLLATE "C" NOT NULL, "is_open" boolean NOT NULL, CONSTRAINT "pk_campaign" PRIMARY KEY ("subject"));
CREATE INDEX "ix_campaign_code_subject" ON "public"."campaign" ("code" ASC,"subject" ASC);
CREATE INDEX "ix_campaign_begins_on_subject" ON "public"."campaign" ("begins_on" ASC,"subject" ASC);
CREATE TABLE "public"."campaign_task" ("subject" varchar(300) COLLATE "C" NOT NULL, "version" integer NOT NULL, "number" varchar(20) COLLATE "C" NOT NULL, "campaign" varchar(50) COLLATE "C" NOT NULL, "serial" integer NOT NULL, "text" varchar(500) COLLATE "C" NOT NULL, "lead_section" varchar(60) COLLATE "C" NOT NULL, "due_on" varchar(10) COLLATE "C" NOT NULL, "status" varchar(20) COLLATE "C" NOT NULL, "is_late" boolean NOT NULL, "is_open" boolean NOT NULL, "awaits" varchar(20) COLLATE "C" NULL, CONSTRAINT "pk_campaign_task" PRIMARY KEY ("subject"));
CREATE INDEX "ix_campaign_task_number_subject" ON "public"."campaign_task" ("number" ASC,"subject" ASC);
CREATE INDEX "ix_campaign_task_due_on_subject" ON "public"."campaign_task" ("due_on" ASC,"subject" ASC);
CREATE INDEX "ix_campaign_task_campaign_serial_subject" ON "public"."campaign_task" ("campaign" ASC,"serial" ASC,"subject" ASC);
CREATE INDEX "ix_campaign_task_lead_section_awaits_due_on_subject" ON "public"."campaign_task" ("lead_section" ASC,"awaits" ASC,"due_on" ASC,"subject" ASC);
CREATE INDEX "ix_campaign_task_awaits_due_on_subject" ON "public"."campaign_task" ("awaits" ASC,"due_on" ASC,"subject" ASC);
CREATE TABLE "public"."campaign_task_count" ("cell" varchar(280) COLLATE "C" NOT NULL, "writer" integer NOT NULL, "row_count" bigint NOT NULL, "campaign" varchar(50) COLLATE "C" NOT NULL, "lead_section" varchar(60) COLLATE "C" NOT NULL, "status" varchar(20) COLLATE "C" NOT NULL, "is_late" boolean NOT NULL, CONSTRAINT "pk_campaign_task_count" PRIMARY KEY ("cell","writer"));
INSERT INTO schema_version (version, name, applied_at) VALUES (158, 'campaigns', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0162 cases whose goods were valued
BEGIN;
ALTER TABLE "public"."inspection_case" ADD "goods_valued" boolean NOT NULL DEFAULT false;
UPDATE inspection_case SET goods_valued = true WHERE goods_value > 0;
INSERT INTO schema_version (version, name, applied_at) VALUES (162, 'cases whose goods were valued', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0164 daily reports
BEGIN;
CREATE TABLE "public"."daily_report" ("subject" varchar(300) COLLATE "C" NOT NULL, "version" integer NOT NULL, "number" varchar(20) COLLATE "C" NOT NULL, "section" varchar(60) COLLATE "C" NOT NULL, "day" varchar(10) COLLATE "C" NOT NULL, "status" varchar(20) COLLATE "C" NOT NULL, "is_open" boolean NOT NULL, "owed_by" varchar(60) COLLATE "C" NULL, "is_nil" boolean NOT NULL, "by_hand" integer NOT NULL, "differing" integer NOT NULL, "versions" integer NOT NULL, CONSTRAINT "pk_daily_report" PRIMARY KEY ("subject"));
CREATE INDEX "ix_daily_report_number_subject" ON "public"."daily_report" ("number" ASC,"subject" ASC);
CREATE INDEX "ix_daily_report_day_subject" ON "public"."daily_report" ("day" ASC,"subject" ASC);
CREATE INDEX "ix_daily_report_section_day_subject" ON "public"."daily_report" ("section" ASC,"day" ASC,"subject" ASC);
CREATE INDEX "ix_daily_report_owed_by_day_subject" ON "public"."daily_report" ("owed_by" ASC,"day" ASC,"subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (164, 'daily reports', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0165 daily summaries
BEGIN;
CREATE TABLE "public"."daily_summary" ("subject" varchar(300) COLLATE "C" NOT NULL, "version" integer NOT NULL, "number" varchar(20) COLLATE "C" NOT NULL, "day" varchar(10) COLLATE "C" NOT NULL, "status" varchar(20) COLLATE "C" NOT NULL, "missing" integer NOT NULL, CONSTRAINT "pk_daily_summary" PRIMARY KEY ("subject"));
CREATE INDEX "ix_daily_summary_number_subject" ON "public"."daily_summary" ("number" ASC,"subject" ASC);
CREATE INDEX "ix_daily_summary_day_subject" ON "public"."daily_summary" ("day" ASC,"subject" ASC);
CREATE INDEX "ix_daily_summary_status_day_subject" ON "public"."daily_summary" ("status" ASC,"day" ASC,"subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (165, 'daily summaries', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0166 dens
BEGIN;
CREATE TABLE "public"."den" ("subject" varchar(300) COLLATE "C" NOT NULL, "version" integer NOT NULL, "number" varchar(20) COLLATE "C" NOT NULL, "name" varchar(200) COLLATE "C" NOT NULL, "name_order" varchar(400) COLLATE "C" NOT NULL, "address" varchar(500) COLLATE "C" NOT NULL, "status" varchar(20) COLLATE "C" NOT NULL, "area" varchar(60) COLLATE "C" NULL, "products" varchar(500) COLLATE "C" NOT NULL, "source" varchar(40) COLLATE "C" NOT NULL, "found_on" varchar(10) COLLATE "C" NOT NULL, "section" varchar(60) COLLATE "C" NULL, "banned_on" varchar(10) COLLATE "C" NULL, "ended_on" varchar(10) COLLATE "C" NULL, CONSTRAINT "pk_den" PRIMARY KEY ("subject"));
ALTER TABLE "public"."den" ADD "official_number" varchar(20) COLLATE "C" NULL;
ALTER TABLE "public"."den" ADD "number_series" varchar(80) COLLATE "C" NULL;
ALTER TABLE "public"."den" ADD "number_in_series" integer;
CREATE INDEX ix_den_official_number_subject ON den (official_number, subject) WHERE official_number IS NOT NULL;
CREATE INDEX ix_den_number_series_number_in_series ON den (number_series, number_in_series) WHERE number_series IS NOT NULL;
CREATE INDEX "ix_den_number_subject" ON "public"."den" ("number" ASC,"subject" ASC);
CREATE INDEX "ix_den_name_order_subject" ON "public"."den" ("name_order" ASC,"subject" ASC);
CREATE INDEX "ix_den_found_on_subject" ON "public"."den" ("found_on" ASC,"subject" ASC);
CREATE INDEX "ix_den_status_found_on_subject" ON "public"."den" ("status" ASC,"found_on" ASC,"subject" ASC);
CREATE INDEX "ix_den_area_found_on_subject" ON "public"."den" ("area" ASC,"found_on" ASC,"subject" ASC);
CREATE TABLE "public"."den_product_class" ("subject" varchar(300) COLLATE "C" NOT NULL, "code" varchar(60) COLLATE "C" NOT NULL, "place" integer NOT NULL, CONSTRAINT "pk_den_product_class" PRIMARY KEY ("subject","code"));
CREATE INDEX "ix_den_product_class_code_subject" ON "public"."den_product_class" ("code" ASC,"subject" ASC);
CREATE TABLE "public"."den_text" ("subject" varchar(300) COLLATE "C" NOT NULL, "text" varchar(200) COLLATE "C" NOT NULL, "pieces" text COLLATE "C" NOT NULL, CONSTRAINT "pk_den_text" PRIMARY KEY ("subject","text"));
CREATE INDEX "ix_den_text_text" ON "public"."den_text" ("text" ASC);
CREATE INDEX ix_den_text_pieces ON den_text USING gin (string_to_array(pieces, ' '));
CREATE TABLE "public"."den_count" ("cell" varchar(280) COLLATE "C" NOT NULL, "writer" integer NOT NULL, "row_count" bigint NOT NULL, "status" varchar(20) COLLATE "C" NOT NULL, "area" varchar(60) COLLATE "C" NULL, CONSTRAINT "pk_den_count" PRIMARY KEY ("cell","writer"));
INSERT INTO schema_version (version, name, applied_at) VALUES (166, 'dens', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0167 inspections and orders of dens
BEGIN;
DROP INDEX "public"."ix_inspection_enterprise_planned_on_subject";
DROP INDEX "public"."ix_inspection_campaign_status_enterprise";
ALTER TABLE inspection ALTER COLUMN enterprise DROP NOT NULL;
CREATE INDEX "ix_inspection_enterprise_planned_on_subject" ON "public"."inspection" ("enterprise" ASC,"planned_on" ASC,"subject" ASC);
CREATE INDEX "ix_inspection_campaign_status_enterprise" ON "public"."inspection" ("campaign" ASC,"status" ASC,"enterprise" ASC);
DROP INDEX "public"."ix_rectification_enterprise_due_on_subject";
ALTER TABLE rectification ALTER COLUMN enterprise DROP NOT NULL;
CREATE INDEX "ix_rectification_enterprise_due_on_subject" ON "public"."rectification" ("enterprise" ASC,"due_on" ASC,"subject" ASC);
ALTER TABLE "public"."inspection" ADD "den" varchar(20) COLLATE "C" NULL;
ALTER TABLE "public"."rectification" ADD "den" varchar(20) COLLATE "C" NULL;
ALTER TABLE "public"."open_work" ADD "den" varchar(20) COLLATE "C" NULL;
CREATE INDEX ix_inspection_den_planned_on_subject ON inspection (den, planned_on, subject) WHERE den IS NOT NULL;
CREATE INDEX ix_rectification_den_due_on_subject ON rectification (den, due_on, subject) WHERE den IS NOT NULL;
INSERT INTO schema_version (version, name, applied_at) VALUES (167, 'inspections and orders of dens', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0168 dens that cases are about
BEGIN;
CREATE TABLE "public"."inspection_case_den" ("subject" varchar(300) COLLATE "C" NOT NULL, "den" varchar(20) COLLATE "C" NOT NULL, "place" integer NOT NULL, CONSTRAINT "pk_inspection_case_den" PRIMARY KEY ("subject","den"));
CREATE INDEX "ix_inspection_case_den_den_subject" ON "public"."inspection_case_den" ("den" ASC,"subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (168, 'dens that cases are about', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0175 work by its nearest term
BEGIN;
ALTER TABLE "public"."open_work" ADD "official_number" varchar(30) COLLATE "C" NULL;
UPDATE open_work SET official_number = (SELECT '案〔' || substr(official_number, 1, 4) || '〕' || substr(official_number, 6) || '号' FROM inspection_case WHERE inspection_case.subject = open_work.subject) WHERE EXISTS (SELECT 1 FROM inspection_case WHERE inspection_case.subject = open_work.subject);
UPDATE open_work SET official_number = (SELECT '移〔' || substr(official_number, 1, 4) || '〕' || substr(official_number, 6) || '号' FROM crime_transfer WHERE crime_transfer.subject = open_work.subject) WHERE EXISTS (SELECT 1 FROM crime_transfer WHERE crime_transfer.subject = open_work.subject);
UPDATE open_work SET official_number = (SELECT '责改〔' || substr(official_number, 1, 4) || '〕' || substr(official_number, 6) || '号' FROM rectification WHERE rectification.subject = open_work.subject) WHERE EXISTS (SELECT 1 FROM rectification WHERE rectification.subject = open_work.subject);
UPDATE open_work SET official_number = (SELECT '检〔' || substr(official_number, 1, 4) || '〕' || substr(official_number, 6) || '号' FROM inspection WHERE inspection.subject = open_work.subject) WHERE EXISTS (SELECT 1 FROM inspection WHERE inspection.subject = open_work.subject);
ALTER TABLE "public"."open_work" ADD "due_kind" varchar(60) COLLATE "C" NULL;
UPDATE open_work SET due_kind = COALESCE((SELECT MIN(kind) FROM lapsed_deadline WHERE lapsed_deadline.subject = open_work.subject AND lapsed_deadline.due_at = open_work.due_at AND kind NOT LIKE '%.warning'), (SELECT MIN(kind) FROM deadline WHERE deadline.subject = open_work.subject AND deadline.due_at = open_work.due_at AND kind NOT LIKE '%.warning')) WHERE due_at < 9223372036854775807;
UPDATE open_work SET due_kind = 'rectification.due' WHERE due_kind IS NULL AND subject LIKE 'rectification/%' AND EXISTS (SELECT 1 FROM rectification WHERE rectification.subject = open_work.subject AND status = 'OVERDUE');
UPDATE open_work SET due_kind = 'inspection.due' WHERE due_kind IS NULL AND subject LIKE 'inspection/%';
ALTER TABLE "public"."inspection_case" ADD "nearest_by" bigint NOT NULL DEFAULT 9223372036854775807;
ALTER TABLE "public"."inspection_case" ADD "nearest_term" varchar(60) COLLATE "C" NULL;
ALTER TABLE "public"."crime_transfer" ADD "nearest_by" bigint NOT NULL DEFAULT 9223372036854775807;
ALTER TABLE "public"."crime_transfer" ADD "nearest_term" varchar(60) COLLATE "C" NULL;
ALTER TABLE "public"."rectification" ADD "nearest_by" bigint NOT NULL DEFAULT 9223372036854775807;
ALTER TABLE "public"."rectification" ADD "nearest_term" varchar(60) COLLATE "C" NULL;
ALTER TABLE "public"."inspection" ADD "nearest_by" bigint NOT NULL DEFAULT 9223372036854775807;
ALTER TABLE "public"."inspection" ADD "nearest_term" varchar(60) COLLATE "C" NULL;
ALTER TABLE "public"."inspection_case" ADD "awaited_term" varchar(60) COLLATE "C" NULL;
UPDATE crime_transfer SET nearest_by = (SELECT MIN(due_at) FROM open_work WHERE open_work.subject = crime_transfer.subject) WHERE (SELECT MIN(due_at) FROM open_work WHERE open_work.subject = crime_transfer.subject) < nearest_by;
UPDATE rectification SET nearest_by = (SELECT MIN(due_at) FROM open_work WHERE open_work.subject = rectification.subject) WHERE (SELECT MIN(due_at) FROM open_work WHERE open_work.subject = rectification.subject) < nearest_by;
UPDATE inspection SET nearest_by = (SELECT MIN(due_at) FROM open_work WHERE open_work.subject = inspection.subject) WHERE (SELECT MIN(due_at) FROM open_work WHERE open_work.subject = inspection.subject) < nearest_by;
UPDATE inspection_case SET nearest_by = (SELECT MIN(due_at) FROM deadline WHERE deadline.subject = inspection_case.subject AND kind NOT IN ('case.warning', 'case.join-notice', 'case.licence-notice', 'case.publication-end', 'case.legal-review', 'case.hearing-chair', 'case.hearing-date', 'case.hearing-publication', 'case.hearing-report')) WHERE (SELECT MIN(due_at) FROM deadline WHERE deadline.subject = inspection_case.subject AND kind NOT IN ('case.warning', 'case.join-notice', 'case.licence-notice', 'case.publication-end', 'case.legal-review', 'case.hearing-chair', 'case.hearing-date', 'case.hearing-publication', 'case.hearing-report')) < nearest_by;
UPDATE inspection_case SET nearest_by = (SELECT MIN(due_at) FROM lapsed_deadline WHERE lapsed_deadline.subject = inspection_case.subject AND kind NOT IN ('case.warning', 'case.join-notice', 'case.licence-notice', 'case.publication-end', 'case.legal-review', 'case.hearing-chair', 'case.hearing-date', 'case.hearing-publication', 'case.hearing-report')) WHERE (SELECT MIN(due_at) FROM lapsed_deadline WHERE lapsed_deadline.subject = inspection_case.subject AND kind NOT IN ('case.warning', 'case.join-notice', 'case.licence-notice', 'case.publication-end', 'case.legal-review', 'case.hearing-chair', 'case.hearing-date', 'case.hearing-publication', 'case.hearing-report')) < nearest_by;
UPDATE inspection_case SET nearest_term = COALESCE((SELECT MIN(kind) FROM lapsed_deadline WHERE lapsed_deadline.subject = inspection_case.subject AND lapsed_deadline.due_at = inspection_case.nearest_by AND kind NOT LIKE '%.warning'), (SELECT MIN(kind) FROM deadline WHERE deadline.subject = inspection_case.subject AND deadline.due_at = inspection_case.nearest_by AND kind NOT LIKE '%.warning')) WHERE nearest_by < 9223372036854775807;
UPDATE crime_transfer SET nearest_term = COALESCE((SELECT MIN(kind) FROM lapsed_deadline WHERE lapsed_deadline.subject = crime_transfer.subject AND lapsed_deadline.due_at = crime_transfer.nearest_by AND kind NOT LIKE '%.warning'), (SELECT MIN(kind) FROM deadline WHERE deadline.subject = crime_transfer.subject AND deadline.due_at = crime_transfer.nearest_by AND kind NOT LIKE '%.warning')) WHERE nearest_by < 9223372036854775807;
UPDATE rectification SET nearest_term = (SELECT MIN(due_kind) FROM open_work WHERE open_work.subject = rectification.subject);
UPDATE inspection SET nearest_term = 'inspection.due' WHERE nearest_by < 9223372036854775807;
UPDATE inspection_case SET awaited_term = COALESCE((SELECT MIN(kind) FROM lapsed_deadline WHERE lapsed_deadline.subject = inspection_case.subject AND lapsed_deadline.due_at = inspection_case.awaited_by AND kind NOT LIKE '%.warning'), (SELECT MIN(kind) FROM deadline WHERE deadline.subject = inspection_case.subject AND deadline.due_at = inspection_case.awaited_by AND kind NOT LIKE '%.warning')) WHERE awaited_by < 9223372036854775807;
CREATE INDEX "ix_inspection_case_awaits_nearest_by_subject" ON "public"."inspection_case" ("awaits" ASC,"nearest_by" ASC,"subject" ASC);
CREATE INDEX "ix_inspection_case_awaits_section_nearest_by_subject" ON "public"."inspection_case" ("awaits" ASC,"section" ASC,"nearest_by" ASC,"subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (175, 'work by its nearest term', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- 0176 dens are acted on in time
BEGIN;
ALTER TABLE "public"."den" ADD "act_by" varchar(10) COLLATE "C" NULL;
INSERT INTO schema_version (version, name, applied_at) VALUES (176, 'dens are acted on in time', (extract(epoch FROM now()) * 1000)::bigint);
COMMIT;

-- Orleans' query texts. The program writes them anew at each start.
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('WriteToStorageKey', 'INSERT INTO grain_state AS stored (grain_type, grain_key, n0, n1, service_id, payload, version)
SELECT @GrainTypeString, coalesce(@GrainIdExtensionString, ''''), @GrainIdN0, @GrainIdN1, @ServiceId, @PayloadBinary, 1
WHERE @GrainStateVersion IS NULL OR EXISTS (
    SELECT 1 FROM grain_state
    WHERE grain_type = @GrainTypeString AND grain_key = coalesce(@GrainIdExtensionString, '''') AND n0 = @GrainIdN0 AND n1 = @GrainIdN1 AND service_id = @ServiceId)
ON CONFLICT (grain_type, grain_key, n0, n1, service_id)
DO UPDATE SET payload = excluded.payload, version = stored.version + 1
WHERE stored.version = @GrainStateVersion
RETURNING stored.version AS NewGrainStateVersion;');
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ReadFromStorageKey', 'SELECT payload AS PayloadBinary, version AS Version
FROM grain_state
WHERE grain_type = @GrainTypeString AND grain_key = coalesce(@GrainIdExtensionString, '''') AND n0 = @GrainIdN0 AND n1 = @GrainIdN1 AND service_id = @ServiceId;');
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ClearStorageKey', 'UPDATE grain_state SET payload = NULL, version = version + 1
WHERE grain_type = @GrainTypeString AND grain_key = coalesce(@GrainIdExtensionString, '''') AND n0 = @GrainIdN0 AND n1 = @GrainIdN1 AND service_id = @ServiceId
    AND version = @GrainStateVersion
RETURNING version AS NewGrainStateVersion;');
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('DeleteStorageKey', 'DELETE FROM grain_state
WHERE grain_type = @GrainTypeString AND grain_key = coalesce(@GrainIdExtensionString, '''') AND n0 = @GrainIdN0 AND n1 = @GrainIdN1 AND service_id = @ServiceId
    AND version = @GrainStateVersion
RETURNING version + 1 AS NewGrainStateVersion;');
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ReadReminderRowsKey', 'SELECT grain_id AS GrainId, reminder_name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
FROM reminder
WHERE service_id = @ServiceId AND grain_id = @GrainId;');
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ReadReminderRowKey', 'SELECT grain_id AS GrainId, reminder_name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
FROM reminder
WHERE service_id = @ServiceId AND grain_id = @GrainId AND reminder_name = @ReminderName;');
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ReadRangeRows1Key', 'SELECT grain_id AS GrainId, reminder_name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
FROM reminder
WHERE service_id = @ServiceId AND grain_hash > @BeginHash AND grain_hash <= @EndHash;');
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ReadRangeRows2Key', 'SELECT grain_id AS GrainId, reminder_name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
FROM reminder
WHERE service_id = @ServiceId AND (grain_hash > @BeginHash OR grain_hash <= @EndHash);');
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('UpsertReminderRowKey', 'INSERT INTO reminder AS stored (service_id, grain_id, reminder_name, start_time, period, grain_hash, version)
VALUES (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 0)
ON CONFLICT (service_id, grain_id, reminder_name)
DO UPDATE SET start_time = excluded.start_time, period = excluded.period, grain_hash = excluded.grain_hash, version = stored.version + 1
RETURNING stored.version AS Version;');
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('DeleteReminderRowKey', 'WITH deleted AS (
    DELETE FROM reminder
    WHERE service_id = @ServiceId AND grain_id = @GrainId AND reminder_name = @ReminderName AND version = @Version
    RETURNING 1)
SELECT count(*)::int AS Deleted FROM deleted;');
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('DeleteReminderRowsKey', 'DELETE FROM reminder WHERE service_id = @ServiceId;');
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('InsertMembershipVersionKey', 'WITH inserted AS (
    INSERT INTO membership_version (deployment_id, changed_at, version)
    VALUES (@DeploymentId, now(), 0)
    ON CONFLICT (deployment_id) DO NOTHING
    RETURNING 1)
SELECT count(*)::int AS Inserted FROM inserted;');
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('InsertMembershipKey', 'WITH expected AS (
    SELECT deployment_id FROM membership_version
    WHERE deployment_id = @DeploymentId AND version = @Version
    FOR UPDATE),
member AS (
    INSERT INTO membership (deployment_id, address, port, generation, silo_name, host_name, status, proxy_port, start_time, i_am_alive_time)
    SELECT deployment_id, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM expected
    ON CONFLICT (deployment_id, address, port, generation) DO NOTHING
    RETURNING 1),
moved AS (
    UPDATE membership_version SET changed_at = now(), version = version + 1
    WHERE deployment_id = @DeploymentId AND version = @Version AND EXISTS (SELECT 1 FROM member)
    RETURNING 1)
SELECT count(*)::int AS Inserted FROM moved;');
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('UpdateMembershipKey', 'WITH expected AS (
    SELECT deployment_id FROM membership_version
    WHERE deployment_id = @DeploymentId AND version = @Version
    FOR UPDATE),
member AS (
    UPDATE membership AS stored SET status = @Status, suspect_times = @SuspectTimes, i_am_alive_time = @IAmAliveTime
    FROM expected
    WHERE stored.deployment_id = expected.deployment_id AND stored.address = @Address AND stored.port = @Port AND stored.generation = @Generation
    RETURNING 1),
moved AS (
    UPDATE membership_version SET changed_at = now(), version = version + 1
    WHERE deployment_id = @DeploymentId AND version = @Version AND EXISTS (SELECT 1 FROM member)
    RETURNING 1)
SELECT count(*)::int AS Updated FROM moved;');
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('UpdateIAmAlivetimeKey', 'UPDATE membership SET i_am_alive_time = @IAmAliveTime
WHERE deployment_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation;');
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('MembershipReadRowKey', 'SELECT
    member.address AS Address, member.port AS Port, member.generation AS Generation, member.silo_name AS SiloName, member.host_name AS HostName,
    member.status AS Status, member.proxy_port AS ProxyPort, member.suspect_times AS SuspectTimes, member.start_time AS StartTime, member.i_am_alive_time AS IAmAliveTime,
    stored.version AS Version
FROM membership_version AS stored
LEFT JOIN membership AS member
    ON member.deployment_id = stored.deployment_id AND member.address = @Address AND member.port = @Port AND member.generation = @Generation
WHERE stored.deployment_id = @DeploymentId;');
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('MembershipReadAllKey', 'SELECT
    member.address AS Address, member.port AS Port, member.generation AS Generation, member.silo_name AS SiloName, member.host_name AS HostName,
    member.status AS Status, member.proxy_port AS ProxyPort, member.suspect_times AS SuspectTimes, member.start_time AS StartTime, member.i_am_alive_time AS IAmAliveTime,
    stored.version AS Version
FROM membership_version AS stored
LEFT JOIN membership AS member ON member.deployment_id = stored.deployment_id
WHERE stored.deployment_id = @DeploymentId;');
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('GatewaysQueryKey', 'SELECT address AS Address, proxy_port AS ProxyPort, generation AS Generation
FROM membership
WHERE deployment_id = @DeploymentId AND status = @Status AND proxy_port > 0;');
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('DeleteMembershipTableEntriesKey', 'DELETE FROM membership WHERE deployment_id = @DeploymentId;
DELETE FROM membership_version WHERE deployment_id = @DeploymentId;');
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('CleanupDefunctSiloEntriesKey', 'DELETE FROM membership WHERE deployment_id = @DeploymentId AND status <> 3 AND i_am_alive_time < @IAmAliveTime;');
