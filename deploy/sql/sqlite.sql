-- Tables of ShuangDa on SQLite. The program makes them by itself; this is for reading, or:
--   sqlite3 data/shuangda.db < sqlite.sql

CREATE TABLE IF NOT EXISTS schema_version (version bigint NOT NULL PRIMARY KEY, name varchar(100) NOT NULL, applied_at bigint NOT NULL);

-- 0001 journal
BEGIN;
CREATE TABLE "journal" ("position" INTEGER NOT NULL, "subject" TEXT NOT NULL, "number" INTEGER NOT NULL, "at" INTEGER NOT NULL, "kind" TEXT NOT NULL, "user_name" TEXT NOT NULL, "section" TEXT, "agency" TEXT, "command_id" TEXT NOT NULL, "basis" TEXT, "document_number" TEXT, "effective_on" TEXT, "body" TEXT NOT NULL, "hash" BLOB NOT NULL, "commit_order" INTEGER, CONSTRAINT "pk_journal" PRIMARY KEY ("position"));
CREATE UNIQUE INDEX "ix_journal_subject_number" ON "journal" ("subject" ASC, "number" ASC);
CREATE INDEX "ix_journal_at" ON "journal" ("at" ASC);
CREATE INDEX "ix_journal_user_name_position" ON "journal" ("user_name" ASC, "position" ASC);
CREATE INDEX ix_journal_agency_position ON journal (agency, position) WHERE agency IS NOT NULL;
CREATE TABLE "command" ("subject" TEXT NOT NULL, "command_id" TEXT NOT NULL, "input_hash" BLOB NOT NULL, "version" INTEGER NOT NULL, "at" INTEGER NOT NULL, CONSTRAINT "pk_command" PRIMARY KEY ("subject", "command_id"));
CREATE INDEX "ix_command_at" ON "command" ("at" ASC);
CREATE TABLE "deadline" ("subject" TEXT NOT NULL, "kind" TEXT NOT NULL, "due_at" INTEGER NOT NULL, "bucket" INTEGER NOT NULL, "rule_text" TEXT NOT NULL, "section" TEXT, "failures" INTEGER NOT NULL DEFAULT 0, "retry_at" INTEGER, CONSTRAINT "pk_deadline" PRIMARY KEY ("subject", "kind", "due_at"));
CREATE INDEX "ix_deadline_bucket_due_at" ON "deadline" ("bucket" ASC, "due_at" ASC);
CREATE INDEX "ix_deadline_due_at" ON "deadline" ("due_at" ASC);
CREATE INDEX "ix_deadline_kind_due_at" ON "deadline" ("kind" ASC, "due_at" ASC);
CREATE INDEX ix_deadline_bucket_retry_at ON deadline (bucket, retry_at) WHERE retry_at IS NOT NULL;
CREATE TABLE "tally" ("id" INTEGER NOT NULL, "day" TEXT NOT NULL, "measure" TEXT NOT NULL, "amount" INTEGER NOT NULL, "section" TEXT, "agency" TEXT, "product_class" TEXT, "violation" TEXT, "subject" TEXT NOT NULL, "number" INTEGER NOT NULL, CONSTRAINT "pk_tally" PRIMARY KEY ("id"));
CREATE INDEX "ix_tally_day_measure" ON "tally" ("day" ASC, "measure" ASC);
CREATE INDEX "ix_tally_subject_number" ON "tally" ("subject" ASC, "number" ASC);
CREATE TABLE "number_series" ("name" TEXT NOT NULL, "next" INTEGER NOT NULL, CONSTRAINT "pk_number_series" PRIMARY KEY ("name"));
CREATE TABLE "setting" ("name" TEXT NOT NULL, "value" TEXT NOT NULL, CONSTRAINT "pk_setting" PRIMARY KEY ("name"));
CREATE TABLE "security_key" ("id" TEXT NOT NULL, "purpose" TEXT NOT NULL, "body" TEXT NOT NULL, "created_at" INTEGER NOT NULL, CONSTRAINT "pk_security_key" PRIMARY KEY ("id"));
INSERT INTO schema_version (version, name, applied_at) VALUES (1, 'journal', unixepoch() * 1000);
COMMIT;

-- 0002 orleans
BEGIN;
CREATE TABLE "OrleansQuery" ("QueryKey" TEXT NOT NULL, "QueryText" TEXT NOT NULL, CONSTRAINT "pk_orleansquery" PRIMARY KEY ("QueryKey"));
CREATE TABLE "grain_state" ("grain_type" TEXT NOT NULL, "grain_key" TEXT NOT NULL, "n0" INTEGER NOT NULL, "n1" INTEGER NOT NULL, "service_id" TEXT NOT NULL, "version" INTEGER NOT NULL, "payload" BLOB);
CREATE UNIQUE INDEX "ix_grain_state_grain_type_grain_key_n0_n1_service_id" ON "grain_state" ("grain_type" ASC, "grain_key" ASC, "n0" ASC, "n1" ASC, "service_id" ASC);
CREATE TABLE "reminder" ("service_id" TEXT NOT NULL, "grain_id" TEXT NOT NULL, "reminder_name" TEXT NOT NULL, "start_time" TEXT NOT NULL, "period" INTEGER NOT NULL, "grain_hash" INTEGER NOT NULL, "version" INTEGER NOT NULL, CONSTRAINT "pk_reminder" PRIMARY KEY ("service_id", "grain_id", "reminder_name"));
CREATE INDEX "ix_reminder_service_id_grain_hash" ON "reminder" ("service_id" ASC, "grain_hash" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (2, 'orleans', unixepoch() * 1000);
COMMIT;

-- 0003 calendar
BEGIN;
CREATE TABLE "working_year" ("subject" TEXT NOT NULL, "year" INTEGER NOT NULL, "source" TEXT NOT NULL, "document_number" TEXT, "version" INTEGER NOT NULL, CONSTRAINT "pk_working_year" PRIMARY KEY ("subject"));
CREATE TABLE "working_year_day" ("subject" TEXT NOT NULL, "day" TEXT NOT NULL, "is_working" INTEGER NOT NULL, CONSTRAINT "pk_working_year_day" PRIMARY KEY ("subject", "day"));
INSERT INTO schema_version (version, name, applied_at) VALUES (3, 'calendar', unixepoch() * 1000);
COMMIT;

-- 0010 enterprises
BEGIN;
CREATE TABLE "enterprise" ("subject" TEXT NOT NULL, "version" INTEGER NOT NULL, "credit_code" TEXT NOT NULL, "name" TEXT NOT NULL, "status" TEXT NOT NULL, "district" TEXT, "address" TEXT, "business_scope" TEXT, "enterprise_type" TEXT, "registered_on" TEXT, "capital" TEXT, "province" TEXT, "risk_level" TEXT NOT NULL, "standing" TEXT NOT NULL, "is_protected_brand" INTEGER NOT NULL, "closed_on" TEXT, CONSTRAINT "pk_enterprise" PRIMARY KEY ("subject"));
CREATE INDEX "ix_enterprise_credit_code" ON "enterprise" ("credit_code" ASC);
CREATE INDEX "ix_enterprise_name_subject" ON "enterprise" ("name" ASC, "subject" ASC);
CREATE INDEX "ix_enterprise_district_name_subject" ON "enterprise" ("district" ASC, "name" ASC, "subject" ASC);
CREATE TABLE "enterprise_product_class" ("subject" TEXT NOT NULL, "code" TEXT NOT NULL, "place" INTEGER NOT NULL, CONSTRAINT "pk_enterprise_product_class" PRIMARY KEY ("subject", "code"));
CREATE INDEX "ix_enterprise_product_class_code_subject" ON "enterprise_product_class" ("code" ASC, "subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (10, 'enterprises', unixepoch() * 1000);
COMMIT;

-- 0011 licences
BEGIN;
CREATE TABLE "licence" ("subject" TEXT NOT NULL, "version" INTEGER NOT NULL, "number" TEXT NOT NULL, "kind" TEXT NOT NULL, "status" TEXT NOT NULL, "enterprise" TEXT NOT NULL, "valid_from" TEXT NOT NULL, "valid_to" TEXT NOT NULL, "must_apply_by" TEXT NOT NULL, "issued_by" TEXT, "production_address" TEXT, "suspended_until" TEXT, "withdrawal_requested" INTEGER NOT NULL, "deregistration_proposed" INTEGER NOT NULL, CONSTRAINT "pk_licence" PRIMARY KEY ("subject"));
CREATE INDEX "ix_licence_status_valid_to_subject" ON "licence" ("status" ASC, "valid_to" ASC, "subject" ASC);
CREATE INDEX "ix_licence_valid_to_subject" ON "licence" ("valid_to" ASC, "subject" ASC);
CREATE INDEX "ix_licence_enterprise_valid_to_subject" ON "licence" ("enterprise" ASC, "valid_to" ASC, "subject" ASC);
CREATE INDEX "ix_licence_number_subject" ON "licence" ("number" ASC, "subject" ASC);
CREATE TABLE "licence_product_class" ("subject" TEXT NOT NULL, "code" TEXT NOT NULL, "place" INTEGER NOT NULL, CONSTRAINT "pk_licence_product_class" PRIMARY KEY ("subject", "code"));
CREATE INDEX "ix_licence_product_class_code_subject" ON "licence_product_class" ("code" ASC, "subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (11, 'licences', unixepoch() * 1000);
COMMIT;

-- 0020 accounts
BEGIN;
CREATE TABLE "account" ("subject" TEXT NOT NULL, "user_name" TEXT NOT NULL, "display_name" TEXT NOT NULL, "roles" INTEGER NOT NULL, "section" TEXT, "agency" TEXT, "disabled" INTEGER NOT NULL, "must_change_password" INTEGER NOT NULL, "locked_until" INTEGER, "security_stamp" INTEGER NOT NULL, "stamped_at" INTEGER NOT NULL, "last_sign_in_at" INTEGER, "version" INTEGER NOT NULL, CONSTRAINT "pk_account" PRIMARY KEY ("subject"));
CREATE UNIQUE INDEX "ix_account_user_name" ON "account" ("user_name" ASC);
CREATE TABLE "ended_session" ("subject" TEXT NOT NULL, "session" TEXT NOT NULL, "expires_at" INTEGER NOT NULL, CONSTRAINT "pk_ended_session" PRIMARY KEY ("subject", "session"));
CREATE TABLE "credential" ("id" TEXT NOT NULL, "subject" TEXT NOT NULL, "hash" TEXT NOT NULL, CONSTRAINT "pk_credential" PRIMARY KEY ("id"));
INSERT INTO schema_version (version, name, applied_at) VALUES (20, 'accounts', unixepoch() * 1000);
COMMIT;

-- 0030 imports
BEGIN;
CREATE TABLE "import" ("subject" TEXT NOT NULL, "version" INTEGER NOT NULL, "register" TEXT NOT NULL, "status" TEXT NOT NULL, "user_name" TEXT NOT NULL, "queued_at" INTEGER NOT NULL, "ended_at" INTEGER, "rows_read" INTEGER NOT NULL, "created" INTEGER NOT NULL, "updated" INTEGER NOT NULL, "unchanged" INTEGER NOT NULL, "rejected" INTEGER NOT NULL, "file_name" TEXT, "failure" TEXT, "failure_in_english" TEXT, CONSTRAINT "pk_import" PRIMARY KEY ("subject"));
CREATE INDEX "ix_import_status_queued_at" ON "import" ("status" ASC, "queued_at" ASC);
CREATE INDEX "ix_import_queued_at_subject" ON "import" ("queued_at" ASC, "subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (30, 'imports', unixepoch() * 1000);
COMMIT;

-- 0050 self-check
BEGIN;
CREATE TABLE "self_check" ("at" INTEGER NOT NULL, "findings" INTEGER NOT NULL, "body" TEXT NOT NULL, CONSTRAINT "pk_self_check" PRIMARY KEY ("at"));
INSERT INTO schema_version (version, name, applied_at) VALUES (50, 'self-check', unixepoch() * 1000);
COMMIT;

-- 0060 inspections
BEGIN;
CREATE TABLE "inspection" ("subject" TEXT NOT NULL, "version" INTEGER NOT NULL, "number" TEXT NOT NULL, "status" TEXT NOT NULL, "basis" TEXT NOT NULL, "enterprise" TEXT NOT NULL, "campaign" TEXT, "section" TEXT, "product_class" TEXT, "planned_on" TEXT NOT NULL, "inspected_on" TEXT, "result" TEXT, "worst_severity" TEXT, "case_number" TEXT, "is_licensed" INTEGER NOT NULL, "is_late" INTEGER NOT NULL, CONSTRAINT "pk_inspection" PRIMARY KEY ("subject"));
CREATE INDEX "ix_inspection_status_planned_on_subject" ON "inspection" ("status" ASC, "planned_on" ASC, "subject" ASC);
CREATE INDEX "ix_inspection_planned_on_subject" ON "inspection" ("planned_on" ASC, "subject" ASC);
CREATE INDEX "ix_inspection_enterprise_planned_on_subject" ON "inspection" ("enterprise" ASC, "planned_on" ASC, "subject" ASC);
CREATE INDEX "ix_inspection_campaign_status_enterprise" ON "inspection" ("campaign" ASC, "status" ASC, "enterprise" ASC);
CREATE TABLE "inspection_officer" ("subject" TEXT NOT NULL, "user_name" TEXT NOT NULL, CONSTRAINT "pk_inspection_officer" PRIMARY KEY ("subject", "user_name"));
CREATE INDEX "ix_inspection_officer_user_name_subject" ON "inspection_officer" ("user_name" ASC, "subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (60, 'inspections', unixepoch() * 1000);
COMMIT;

-- 0061 rectifications
BEGIN;
CREATE TABLE "rectification" ("subject" TEXT NOT NULL, "version" INTEGER NOT NULL, "number" TEXT NOT NULL, "status" TEXT NOT NULL, "enterprise" TEXT NOT NULL, "licence" TEXT, "inspection" TEXT, "product_class" TEXT, "section" TEXT, "ordered_by" TEXT NOT NULL, "ordered_on" TEXT NOT NULL, "due_on" TEXT NOT NULL, "proposed_measure" TEXT, "taken_measure" TEXT, "is_extended" INTEGER NOT NULL, "has_lapses" INTEGER NOT NULL, CONSTRAINT "pk_rectification" PRIMARY KEY ("subject"));
CREATE INDEX "ix_rectification_status_due_on_subject" ON "rectification" ("status" ASC, "due_on" ASC, "subject" ASC);
CREATE INDEX "ix_rectification_due_on_subject" ON "rectification" ("due_on" ASC, "subject" ASC);
CREATE INDEX "ix_rectification_enterprise_due_on_subject" ON "rectification" ("enterprise" ASC, "due_on" ASC, "subject" ASC);
CREATE INDEX "ix_rectification_inspection" ON "rectification" ("inspection" ASC);
CREATE INDEX ix_rectification_proposed_measure_due_on ON rectification (proposed_measure, due_on) WHERE proposed_measure IS NOT NULL;
INSERT INTO schema_version (version, name, applied_at) VALUES (61, 'rectifications', unixepoch() * 1000);
COMMIT;

-- 0070 cases
BEGIN;
CREATE TABLE "inspection_case" ("subject" TEXT NOT NULL, "version" INTEGER NOT NULL, "number" TEXT NOT NULL, "title" TEXT NOT NULL, "stage" TEXT NOT NULL, "violation" TEXT NOT NULL, "sub_kind" TEXT, "source" TEXT NOT NULL, "enterprise" TEXT, "party_name" TEXT NOT NULL, "section" TEXT, "responsible" TEXT NOT NULL, "received_on" TEXT NOT NULL, "filed_on" TEXT, "decided_on" TEXT, "ended_on" TEXT, "goods_value" INTEGER NOT NULL, "sales_amount" INTEGER NOT NULL, "illegal_gains" INTEGER NOT NULL, "penalty" INTEGER NOT NULL, "paid" INTEGER NOT NULL, "is_major" INTEGER NOT NULL, "is_overdue" INTEGER NOT NULL, "was_paused" INTEGER NOT NULL, "must_transfer" INTEGER NOT NULL, "transfer" TEXT, "open_tasks" INTEGER NOT NULL, CONSTRAINT "pk_inspection_case" PRIMARY KEY ("subject"));
CREATE INDEX "ix_inspection_case_stage_received_on_subject" ON "inspection_case" ("stage" ASC, "received_on" ASC, "subject" ASC);
CREATE INDEX "ix_inspection_case_received_on_subject" ON "inspection_case" ("received_on" ASC, "subject" ASC);
CREATE INDEX "ix_inspection_case_enterprise_received_on_subject" ON "inspection_case" ("enterprise" ASC, "received_on" ASC, "subject" ASC);
CREATE INDEX "ix_inspection_case_goods_value_subject" ON "inspection_case" ("goods_value" ASC, "subject" ASC);
CREATE INDEX "ix_inspection_case_number_subject" ON "inspection_case" ("number" ASC, "subject" ASC);
CREATE TABLE "inspection_case_product_class" ("subject" TEXT NOT NULL, "code" TEXT NOT NULL, "place" INTEGER NOT NULL, CONSTRAINT "pk_inspection_case_product_class" PRIMARY KEY ("subject", "code"));
CREATE INDEX "ix_inspection_case_product_class_code_subject" ON "inspection_case_product_class" ("code" ASC, "subject" ASC);
CREATE TABLE "inspection_case_officer" ("subject" TEXT NOT NULL, "user_name" TEXT NOT NULL, "place" INTEGER NOT NULL, CONSTRAINT "pk_inspection_case_officer" PRIMARY KEY ("subject", "user_name"));
CREATE INDEX "ix_inspection_case_officer_user_name_subject" ON "inspection_case_officer" ("user_name" ASC, "subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (70, 'cases', unixepoch() * 1000);
COMMIT;

-- 0071 crime transfers
BEGIN;
CREATE TABLE "crime_transfer" ("subject" TEXT NOT NULL, "version" INTEGER NOT NULL, "number" TEXT NOT NULL, "status" TEXT NOT NULL, "case_number" TEXT NOT NULL, "case_title" TEXT NOT NULL, "agency" TEXT NOT NULL, "section" TEXT, "goods_value" INTEGER NOT NULL, "opened_on" TEXT NOT NULL, "sent_on" TEXT, "received_on" TEXT, "is_overdue" INTEGER NOT NULL, "early_intervention" INTEGER NOT NULL, "visible" INTEGER NOT NULL, CONSTRAINT "pk_crime_transfer" PRIMARY KEY ("subject"));
CREATE INDEX "ix_crime_transfer_status_opened_on_subject" ON "crime_transfer" ("status" ASC, "opened_on" ASC, "subject" ASC);
CREATE INDEX "ix_crime_transfer_agency_opened_on_subject" ON "crime_transfer" ("agency" ASC, "opened_on" ASC, "subject" ASC);
CREATE INDEX "ix_crime_transfer_opened_on_subject" ON "crime_transfer" ("opened_on" ASC, "subject" ASC);
CREATE INDEX "ix_crime_transfer_case_number_subject" ON "crime_transfer" ("case_number" ASC, "subject" ASC);
CREATE INDEX "ix_crime_transfer_number_subject" ON "crime_transfer" ("number" ASC, "subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (71, 'crime transfers', unixepoch() * 1000);
COMMIT;

-- 0080 open work and hand-overs
BEGIN;
CREATE TABLE "open_work" ("subject" TEXT NOT NULL, "user_name" TEXT NOT NULL, "place" INTEGER NOT NULL, "number" TEXT NOT NULL, "section" TEXT, "status" TEXT NOT NULL, "title" TEXT, "enterprise" TEXT, CONSTRAINT "pk_open_work" PRIMARY KEY ("subject", "user_name"));
CREATE INDEX "ix_open_work_user_name_subject" ON "open_work" ("user_name" ASC, "subject" ASC);
CREATE INDEX "ix_open_work_section_subject" ON "open_work" ("section" ASC, "subject" ASC);
CREATE TABLE "section_handover" ("subject" TEXT NOT NULL, "place" INTEGER NOT NULL, "handed_on" TEXT NOT NULL, "from_section" TEXT, "to_section" TEXT NOT NULL, "handed_by" TEXT NOT NULL, CONSTRAINT "pk_section_handover" PRIMARY KEY ("subject", "place"));
CREATE INDEX "ix_section_handover_from_section_handed_on_subject" ON "section_handover" ("from_section" ASC, "handed_on" ASC, "subject" ASC);
CREATE INDEX "ix_section_handover_to_section_handed_on_subject" ON "section_handover" ("to_section" ASC, "handed_on" ASC, "subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (80, 'open work and hand-overs', unixepoch() * 1000);
COMMIT;

-- 0081 sections and agencies
BEGIN;
CREATE TABLE "section" ("subject" TEXT NOT NULL, "code" TEXT NOT NULL, "name" TEXT NOT NULL, "english_name" TEXT, "closed" INTEGER NOT NULL, "version" INTEGER NOT NULL, CONSTRAINT "pk_section" PRIMARY KEY ("subject"));
CREATE TABLE "agency" ("subject" TEXT NOT NULL, "code" TEXT NOT NULL, "name" TEXT NOT NULL, "english_name" TEXT, "kind" TEXT NOT NULL, "closed" INTEGER NOT NULL, "version" INTEGER NOT NULL, CONSTRAINT "pk_agency" PRIMARY KEY ("subject"));
INSERT INTO schema_version (version, name, applied_at) VALUES (81, 'sections and agencies', unixepoch() * 1000);
COMMIT;

-- 0082 awaited steps
BEGIN;
ALTER TABLE "inspection_case" ADD COLUMN "awaits" TEXT;
ALTER TABLE "inspection_case" ADD COLUMN "awaited_by" INTEGER NOT NULL DEFAULT 9223372036854775807;
CREATE INDEX "ix_inspection_case_awaits_awaited_by_subject" ON "inspection_case" ("awaits" ASC, "awaited_by" ASC, "subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (82, 'awaited steps', unixepoch() * 1000);
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
CREATE INDEX "ix_rectification_section_status_due_on_subject" ON "rectification" ("section" ASC, "status" ASC, "due_on" ASC, "subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (83, 'indexes of overdue lists', unixepoch() * 1000);
COMMIT;

-- 0084 index of sweep campaigns
BEGIN;
CREATE INDEX "ix_inspection_basis_campaign_status_planned_on" ON "inspection" ("basis" ASC, "campaign" ASC, "status" ASC, "planned_on" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (84, 'index of sweep campaigns', unixepoch() * 1000);
COMMIT;

-- 0085 product classes
BEGIN;
CREATE TABLE "product_class" ("subject" TEXT NOT NULL, "code" TEXT NOT NULL, "name" TEXT NOT NULL, "english_name" TEXT, "is_key" INTEGER NOT NULL, "closed" INTEGER NOT NULL, "closed_on" TEXT, "version" INTEGER NOT NULL, CONSTRAINT "pk_product_class" PRIMARY KEY ("subject"));
INSERT INTO schema_version (version, name, applied_at) VALUES (85, 'product classes', unixepoch() * 1000);
COMMIT;

-- 0086 areas
BEGIN;
CREATE TABLE "area" ("subject" TEXT NOT NULL, "code" TEXT NOT NULL, "name" TEXT NOT NULL, "english_name" TEXT, "kind" TEXT NOT NULL, "closed" INTEGER NOT NULL, "closed_on" TEXT, "version" INTEGER NOT NULL, CONSTRAINT "pk_area" PRIMARY KEY ("subject"));
INSERT INTO schema_version (version, name, applied_at) VALUES (86, 'areas', unixepoch() * 1000);
COMMIT;

-- 0087 enterprise areas
BEGIN;
ALTER TABLE "enterprise" ADD COLUMN "area" TEXT;
CREATE INDEX "ix_enterprise_area_subject" ON "enterprise" ("area" ASC, "subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (87, 'enterprise areas', unixepoch() * 1000);
COMMIT;

-- 0088 unique names
BEGIN;
CREATE TABLE "unique_name" ("concept" TEXT NOT NULL, "name_hash" TEXT NOT NULL, "subject" TEXT NOT NULL, CONSTRAINT "pk_unique_name" PRIMARY KEY ("concept", "name_hash"));
INSERT INTO schema_version (version, name, applied_at) VALUES (88, 'unique names', unixepoch() * 1000);
COMMIT;

-- 0089 counts
BEGIN;
ALTER TABLE "inspection_case" ADD COLUMN "main_product_class" TEXT;
UPDATE inspection_case SET main_product_class = (SELECT part.code FROM inspection_case_product_class part WHERE part.subject = inspection_case.subject AND part.place = 0);
CREATE TABLE "case_count" ("cell" TEXT NOT NULL, "writer" INTEGER NOT NULL, "row_count" INTEGER NOT NULL, "period" TEXT NOT NULL, "violation" TEXT NOT NULL, "stage" TEXT NOT NULL, "goods_value" INTEGER NOT NULL, CONSTRAINT "pk_case_count" PRIMARY KEY ("cell", "writer"));
CREATE INDEX "ix_case_count_period" ON "case_count" ("period" ASC);
INSERT INTO case_count (cell, writer, period, violation, stage, row_count, goods_value) SELECT COALESCE(REPLACE(REPLACE(SUBSTRING(received_on, 1, 4), '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(violation, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(stage, '\', '\\'), '|', '\|'), '\-'), 0, SUBSTRING(received_on, 1, 4), violation, stage, COUNT(*), CAST(SUM(goods_value) AS bigint) FROM inspection_case GROUP BY SUBSTRING(received_on, 1, 4), violation, stage;
INSERT INTO case_count (cell, writer, period, violation, stage, row_count, goods_value) SELECT COALESCE(REPLACE(REPLACE(SUBSTRING(received_on, 1, 7), '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(violation, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(stage, '\', '\\'), '|', '\|'), '\-'), 0, SUBSTRING(received_on, 1, 7), violation, stage, COUNT(*), CAST(SUM(goods_value) AS bigint) FROM inspection_case GROUP BY SUBSTRING(received_on, 1, 7), violation, stage;
CREATE TABLE "case_class_count" ("cell" TEXT NOT NULL, "writer" INTEGER NOT NULL, "row_count" INTEGER NOT NULL, "period" TEXT NOT NULL, "violation" TEXT NOT NULL, "stage" TEXT NOT NULL, "main_product_class" TEXT, "goods_value" INTEGER NOT NULL, CONSTRAINT "pk_case_class_count" PRIMARY KEY ("cell", "writer"));
CREATE INDEX "ix_case_class_count_period" ON "case_class_count" ("period" ASC);
INSERT INTO case_class_count (cell, writer, period, violation, stage, main_product_class, row_count, goods_value) SELECT COALESCE(REPLACE(REPLACE(SUBSTRING(received_on, 1, 7), '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(violation, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(stage, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(main_product_class, '\', '\\'), '|', '\|'), '\-'), 0, SUBSTRING(received_on, 1, 7), violation, stage, main_product_class, COUNT(*), CAST(SUM(goods_value) AS bigint) FROM inspection_case GROUP BY SUBSTRING(received_on, 1, 7), violation, stage, main_product_class;
CREATE TABLE "case_work_count" ("cell" TEXT NOT NULL, "writer" INTEGER NOT NULL, "row_count" INTEGER NOT NULL, "section" TEXT, "stage" TEXT NOT NULL, "awaits" TEXT, "is_overdue" INTEGER NOT NULL, "must_transfer" INTEGER NOT NULL, "is_major" INTEGER NOT NULL, CONSTRAINT "pk_case_work_count" PRIMARY KEY ("cell", "writer"));
INSERT INTO case_work_count (cell, writer, section, stage, awaits, is_overdue, must_transfer, is_major, row_count) SELECT COALESCE(REPLACE(REPLACE(section, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(stage, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(awaits, '\', '\\'), '|', '\|'), '\-') || '|' || CASE WHEN is_overdue = 1 THEN '1' ELSE '0' END || '|' || CASE WHEN must_transfer = 1 THEN '1' ELSE '0' END || '|' || CASE WHEN is_major = 1 THEN '1' ELSE '0' END, 0, section, stage, awaits, is_overdue, must_transfer, is_major, COUNT(*) FROM inspection_case GROUP BY section, stage, awaits, is_overdue, must_transfer, is_major;
CREATE TABLE "licence_count" ("cell" TEXT NOT NULL, "writer" INTEGER NOT NULL, "row_count" INTEGER NOT NULL, "period" TEXT NOT NULL, "status" TEXT NOT NULL, CONSTRAINT "pk_licence_count" PRIMARY KEY ("cell", "writer"));
CREATE INDEX "ix_licence_count_period" ON "licence_count" ("period" ASC);
INSERT INTO licence_count (cell, writer, period, status, row_count) SELECT COALESCE(REPLACE(REPLACE(SUBSTRING(valid_to, 1, 7), '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(status, '\', '\\'), '|', '\|'), '\-'), 0, SUBSTRING(valid_to, 1, 7), status, COUNT(*) FROM licence GROUP BY SUBSTRING(valid_to, 1, 7), status;
CREATE TABLE "inspection_work_count" ("cell" TEXT NOT NULL, "writer" INTEGER NOT NULL, "row_count" INTEGER NOT NULL, "section" TEXT, "status" TEXT NOT NULL, "is_late" INTEGER NOT NULL, CONSTRAINT "pk_inspection_work_count" PRIMARY KEY ("cell", "writer"));
INSERT INTO inspection_work_count (cell, writer, section, status, is_late, row_count) SELECT COALESCE(REPLACE(REPLACE(section, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(status, '\', '\\'), '|', '\|'), '\-') || '|' || CASE WHEN is_late = 1 THEN '1' ELSE '0' END, 0, section, status, is_late, COUNT(*) FROM inspection GROUP BY section, status, is_late;
CREATE TABLE "inspection_campaign_count" ("cell" TEXT NOT NULL, "writer" INTEGER NOT NULL, "row_count" INTEGER NOT NULL, "campaign" TEXT, "basis" TEXT NOT NULL, "status" TEXT NOT NULL, "planned_on" TEXT NOT NULL, CONSTRAINT "pk_inspection_campaign_count" PRIMARY KEY ("cell", "writer"));
INSERT INTO inspection_campaign_count (cell, writer, campaign, basis, status, planned_on, row_count) SELECT COALESCE(REPLACE(REPLACE(campaign, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(basis, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(status, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(planned_on, '\', '\\'), '|', '\|'), '\-'), 0, campaign, basis, status, planned_on, COUNT(*) FROM inspection GROUP BY campaign, basis, status, planned_on;
CREATE TABLE "rectification_count" ("cell" TEXT NOT NULL, "writer" INTEGER NOT NULL, "row_count" INTEGER NOT NULL, "section" TEXT, "status" TEXT NOT NULL, "proposed_measure" TEXT, CONSTRAINT "pk_rectification_count" PRIMARY KEY ("cell", "writer"));
INSERT INTO rectification_count (cell, writer, section, status, proposed_measure, row_count) SELECT COALESCE(REPLACE(REPLACE(section, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(status, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(proposed_measure, '\', '\\'), '|', '\|'), '\-'), 0, section, status, proposed_measure, COUNT(*) FROM rectification GROUP BY section, status, proposed_measure;
CREATE TABLE "crime_transfer_count" ("cell" TEXT NOT NULL, "writer" INTEGER NOT NULL, "row_count" INTEGER NOT NULL, "section" TEXT, "status" TEXT NOT NULL, "is_overdue" INTEGER NOT NULL, CONSTRAINT "pk_crime_transfer_count" PRIMARY KEY ("cell", "writer"));
INSERT INTO crime_transfer_count (cell, writer, section, status, is_overdue, row_count) SELECT COALESCE(REPLACE(REPLACE(section, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(status, '\', '\\'), '|', '\|'), '\-') || '|' || CASE WHEN is_overdue = 1 THEN '1' ELSE '0' END, 0, section, status, is_overdue, COUNT(*) FROM crime_transfer GROUP BY section, status, is_overdue;
CREATE TABLE "open_work_count" ("cell" TEXT NOT NULL, "writer" INTEGER NOT NULL, "row_count" INTEGER NOT NULL, "section" TEXT, "place" INTEGER NOT NULL, CONSTRAINT "pk_open_work_count" PRIMARY KEY ("cell", "writer"));
INSERT INTO open_work_count (cell, writer, section, place, row_count) SELECT COALESCE(REPLACE(REPLACE(section, '\', '\\'), '|', '\|'), '\-') || '|' || CAST(place AS TEXT), 0, section, place, COUNT(*) FROM open_work GROUP BY section, place;
INSERT INTO schema_version (version, name, applied_at) VALUES (89, 'counts', unixepoch() * 1000);
COMMIT;

-- 0090 indexes of lists
BEGIN;
CREATE INDEX ix_inspection_case_must_transfer_received_on_subject ON inspection_case (received_on, subject, must_transfer) WHERE must_transfer;
CREATE INDEX ix_inspection_case_is_major_received_on_subject_stage ON inspection_case (received_on, subject, stage, is_major) WHERE is_major;
CREATE INDEX ix_inspection_case_is_major_section_received_on_subject_stage ON inspection_case (section, received_on, subject, stage, is_major) WHERE is_major;
CREATE INDEX ix_inspection_case_is_major_section_goods_value_subject_stage ON inspection_case (section, goods_value, subject, stage, is_major) WHERE is_major;
DROP INDEX "ix_inspection_case_awaits_awaited_by_subject";
CREATE INDEX ix_inspection_case_awaits_awaited_by_subject ON inspection_case (awaits, awaited_by, subject) WHERE awaits IS NOT NULL;
CREATE INDEX ix_inspection_case_awaits_section_awaited_by_subject ON inspection_case (awaits, section, awaited_by, subject) WHERE awaits IS NOT NULL;
CREATE INDEX ix_inspection_case_awaits_received_on_subject ON inspection_case (awaits, received_on, subject) WHERE awaits IS NOT NULL;
CREATE INDEX "ix_inspection_case_section_stage_received_on_subject" ON "inspection_case" ("section" ASC, "stage" ASC, "received_on" ASC, "subject" ASC);
CREATE INDEX "ix_inspection_case_section_received_on_subject_stage_violation" ON "inspection_case" ("section" ASC, "received_on" ASC, "subject" ASC, "stage" ASC, "violation" ASC);
CREATE INDEX "ix_inspection_case_violation_received_on_subject" ON "inspection_case" ("violation" ASC, "received_on" ASC, "subject" ASC);
CREATE INDEX ix_licence_withdrawal_requested_valid_to_subject ON licence (valid_to, subject, withdrawal_requested) WHERE withdrawal_requested;
CREATE INDEX ix_licence_deregistration_proposed_valid_to_subject ON licence (valid_to, subject, deregistration_proposed) WHERE deregistration_proposed;
DROP INDEX "ix_inspection_basis_campaign_status_planned_on";
CREATE INDEX "ix_inspection_basis_planned_on_subject" ON "inspection" ("basis" ASC, "planned_on" ASC, "subject" ASC);
CREATE INDEX "ix_inspection_section_planned_on_subject" ON "inspection" ("section" ASC, "planned_on" ASC, "subject" ASC);
CREATE INDEX "ix_inspection_section_status_planned_on_subject" ON "inspection" ("section" ASC, "status" ASC, "planned_on" ASC, "subject" ASC);
CREATE INDEX ix_inspection_result_planned_on_subject ON inspection (result, planned_on, subject) WHERE result IS NOT NULL;
CREATE INDEX ix_inspection_product_class_planned_on_subject ON inspection (product_class, planned_on, subject) WHERE product_class IS NOT NULL;
CREATE INDEX ix_inspection_case_number_planned_on_subject ON inspection (case_number, planned_on, subject) WHERE case_number IS NOT NULL;
DROP INDEX "ix_rectification_proposed_measure_due_on";
CREATE INDEX ix_rectification_due_on_subject_proposed_measure ON rectification (due_on, subject, proposed_measure) WHERE proposed_measure IS NOT NULL;
CREATE INDEX "ix_rectification_section_due_on_subject_status" ON "rectification" ("section" ASC, "due_on" ASC, "subject" ASC, "status" ASC);
CREATE INDEX ix_rectification_section_due_on_subject_proposed_measure ON rectification (section, due_on, subject, proposed_measure) WHERE proposed_measure IS NOT NULL;
CREATE INDEX ix_rectification_product_class_due_on_subject ON rectification (product_class, due_on, subject) WHERE product_class IS NOT NULL;
CREATE INDEX ix_crime_transfer_is_overdue_opened_on_subject ON crime_transfer (opened_on, subject, is_overdue) WHERE is_overdue;
CREATE INDEX ix_crime_transfer_is_overdue_section_subject ON crime_transfer (section, subject, is_overdue) WHERE is_overdue;
CREATE INDEX "ix_crime_transfer_section_status_opened_on_subject" ON "crime_transfer" ("section" ASC, "status" ASC, "opened_on" ASC, "subject" ASC);
CREATE INDEX "ix_crime_transfer_section_opened_on_subject_status" ON "crime_transfer" ("section" ASC, "opened_on" ASC, "subject" ASC, "status" ASC);
CREATE INDEX ix_crime_transfer_visible_agency_opened_on_subject ON crime_transfer (agency, opened_on, subject, visible) WHERE visible;
CREATE INDEX ix_crime_transfer_visible_agency_status_opened_on_subject ON crime_transfer (agency, status, opened_on, subject, visible) WHERE visible;
DROP INDEX "ix_deadline_due_at";
DROP INDEX "ix_deadline_kind_due_at";
CREATE INDEX "ix_deadline_due_at_subject_kind" ON "deadline" ("due_at" ASC, "subject" ASC, "kind" ASC);
CREATE INDEX "ix_deadline_section_due_at_subject_kind" ON "deadline" ("section" ASC, "due_at" ASC, "subject" ASC, "kind" ASC);
DROP INDEX "ix_open_work_section_subject";
CREATE INDEX "ix_open_work_section_place_subject" ON "open_work" ("section" ASC, "place" ASC, "subject" ASC);
CREATE INDEX "ix_enterprise_risk_level_subject" ON "enterprise" ("risk_level" ASC, "subject" ASC);
CREATE INDEX ix_enterprise_is_protected_brand_subject ON enterprise (subject, is_protected_brand) WHERE is_protected_brand;
CREATE TABLE "enterprise_count" ("cell" TEXT NOT NULL, "writer" INTEGER NOT NULL, "row_count" INTEGER NOT NULL, "status" TEXT NOT NULL, "risk_level" TEXT NOT NULL, "is_protected_brand" INTEGER NOT NULL, "area" TEXT, CONSTRAINT "pk_enterprise_count" PRIMARY KEY ("cell", "writer"));
INSERT INTO enterprise_count (cell, writer, status, risk_level, is_protected_brand, area, row_count) SELECT COALESCE(REPLACE(REPLACE(status, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(risk_level, '\', '\\'), '|', '\|'), '\-') || '|' || CASE WHEN is_protected_brand = 1 THEN '1' ELSE '0' END || '|' || COALESCE(REPLACE(REPLACE(area, '\', '\\'), '|', '\|'), '\-'), 0, status, risk_level, is_protected_brand, area, COUNT(*) FROM enterprise GROUP BY status, risk_level, is_protected_brand, area;
DROP TABLE "licence_count";
CREATE TABLE "licence_count" ("cell" TEXT NOT NULL, "writer" INTEGER NOT NULL, "row_count" INTEGER NOT NULL, "period" TEXT NOT NULL, "status" TEXT NOT NULL, "kind" TEXT NOT NULL, CONSTRAINT "pk_licence_count" PRIMARY KEY ("cell", "writer"));
CREATE INDEX "ix_licence_count_period" ON "licence_count" ("period" ASC);
INSERT INTO licence_count (cell, writer, period, status, kind, row_count) SELECT COALESCE(REPLACE(REPLACE(SUBSTRING(valid_to, 1, 7), '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(status, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(kind, '\', '\\'), '|', '\|'), '\-'), 0, SUBSTRING(valid_to, 1, 7), status, kind, COUNT(*) FROM licence GROUP BY SUBSTRING(valid_to, 1, 7), status, kind;
INSERT INTO schema_version (version, name, applied_at) VALUES (90, 'indexes of lists', unixepoch() * 1000);
COMMIT;

-- 0091 approvals
BEGIN;
CREATE TABLE "approval" ("subject" TEXT NOT NULL, "item" INTEGER NOT NULL, "number" TEXT NOT NULL, "step" TEXT NOT NULL, "section" TEXT, "title" TEXT NOT NULL, "summary" TEXT NOT NULL, "summary_english" TEXT NOT NULL, "asked_by" TEXT NOT NULL, "asked_at" INTEGER NOT NULL, CONSTRAINT "pk_approval" PRIMARY KEY ("subject", "item"));
CREATE INDEX "ix_approval_asked_at_subject_item" ON "approval" ("asked_at" ASC, "subject" ASC, "item" ASC);
CREATE INDEX "ix_approval_section_asked_at_subject_item" ON "approval" ("section" ASC, "asked_at" ASC, "subject" ASC, "item" ASC);
CREATE INDEX "ix_approval_asked_by_asked_at_subject_item" ON "approval" ("asked_by" ASC, "asked_at" ASC, "subject" ASC, "item" ASC);
CREATE TABLE "authorisation" ("subject" TEXT NOT NULL, "number" TEXT NOT NULL, "deputy" TEXT NOT NULL, "steps" TEXT NOT NULL, "valid_from" TEXT NOT NULL, "valid_until" TEXT NOT NULL, "granted_by" TEXT NOT NULL, "revoked_on" TEXT, "version" INTEGER NOT NULL, CONSTRAINT "pk_authorisation" PRIMARY KEY ("subject"));
CREATE INDEX "ix_authorisation_number_subject" ON "authorisation" ("number" ASC, "subject" ASC);
CREATE INDEX "ix_authorisation_deputy_valid_until_subject" ON "authorisation" ("deputy" ASC, "valid_until" ASC, "subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (91, 'approvals', unixepoch() * 1000);
COMMIT;

-- 0093 renewal applications
BEGIN;
ALTER TABLE "licence" ADD COLUMN "renewal_applied_on" TEXT;
INSERT INTO schema_version (version, name, applied_at) VALUES (93, 'renewal applications', unixepoch() * 1000);
COMMIT;

-- 0097 what is overdue, by whom
BEGIN;
CREATE TABLE "lapsed_deadline" ("subject" TEXT NOT NULL, "kind" TEXT NOT NULL, "due_at" INTEGER NOT NULL, "rule_text" TEXT NOT NULL, "section" TEXT, "officer" TEXT NOT NULL, "in_working_days" INTEGER NOT NULL, CONSTRAINT "pk_lapsed_deadline" PRIMARY KEY ("subject", "kind", "due_at"));
CREATE INDEX "ix_lapsed_deadline_due_at_subject_kind" ON "lapsed_deadline" ("due_at" ASC, "subject" ASC, "kind" ASC);
CREATE INDEX "ix_lapsed_deadline_section_due_at_subject_kind" ON "lapsed_deadline" ("section" ASC, "due_at" ASC, "subject" ASC, "kind" ASC);
CREATE INDEX "ix_lapsed_deadline_officer_due_at_subject_kind" ON "lapsed_deadline" ("officer" ASC, "due_at" ASC, "subject" ASC, "kind" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (97, 'what is overdue, by whom', unixepoch() * 1000);
COMMIT;

-- 0098 kinds of violation of cases
BEGIN;
CREATE TABLE "inspection_case_violation" ("subject" TEXT NOT NULL, "violation" TEXT NOT NULL, "place" INTEGER NOT NULL, CONSTRAINT "pk_inspection_case_violation" PRIMARY KEY ("subject", "violation"));
CREATE INDEX "ix_inspection_case_violation_violation_subject" ON "inspection_case_violation" ("violation" ASC, "subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (98, 'kinds of violation of cases', unixepoch() * 1000);
COMMIT;

-- 0099 numbers of cases that people say
BEGIN;
ALTER TABLE "inspection_case" ADD COLUMN "official_number" TEXT;
ALTER TABLE "inspection_case" ADD COLUMN "number_series" TEXT;
ALTER TABLE "inspection_case" ADD COLUMN "number_in_series" INTEGER;
CREATE INDEX ix_inspection_case_official_number_subject ON inspection_case (official_number, subject) WHERE official_number IS NOT NULL;
CREATE INDEX ix_inspection_case_number_series_number_in_series ON inspection_case (number_series, number_in_series) WHERE number_series IS NOT NULL;
INSERT INTO schema_version (version, name, applied_at) VALUES (99, 'numbers of cases that people say', unixepoch() * 1000);
COMMIT;

-- 0100 numbers of orders, transfers, inspections
BEGIN;
ALTER TABLE "rectification" ADD COLUMN "official_number" TEXT;
ALTER TABLE "rectification" ADD COLUMN "number_series" TEXT;
ALTER TABLE "rectification" ADD COLUMN "number_in_series" INTEGER;
CREATE INDEX ix_rectification_official_number_subject ON rectification (official_number, subject) WHERE official_number IS NOT NULL;
CREATE INDEX ix_rectification_number_series_number_in_series ON rectification (number_series, number_in_series) WHERE number_series IS NOT NULL;
ALTER TABLE "crime_transfer" ADD COLUMN "official_number" TEXT;
ALTER TABLE "crime_transfer" ADD COLUMN "number_series" TEXT;
ALTER TABLE "crime_transfer" ADD COLUMN "number_in_series" INTEGER;
CREATE INDEX ix_crime_transfer_official_number_subject ON crime_transfer (official_number, subject) WHERE official_number IS NOT NULL;
CREATE INDEX ix_crime_transfer_number_series_number_in_series ON crime_transfer (number_series, number_in_series) WHERE number_series IS NOT NULL;
ALTER TABLE "inspection" ADD COLUMN "official_number" TEXT;
ALTER TABLE "inspection" ADD COLUMN "number_series" TEXT;
ALTER TABLE "inspection" ADD COLUMN "number_in_series" INTEGER;
CREATE INDEX ix_inspection_official_number_subject ON inspection (official_number, subject) WHERE official_number IS NOT NULL;
CREATE INDEX ix_inspection_number_series_number_in_series ON inspection (number_series, number_in_series) WHERE number_series IS NOT NULL;
INSERT INTO schema_version (version, name, applied_at) VALUES (100, 'numbers of orders, transfers, inspections', unixepoch() * 1000);
COMMIT;

-- 0101 approvals by kind
BEGIN;
CREATE INDEX "ix_approval_step_asked_at_subject_item" ON "approval" ("step" ASC, "asked_at" ASC, "subject" ASC, "item" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (101, 'approvals by kind', unixepoch() * 1000);
COMMIT;

-- 0102 texts that people search for
BEGIN;
CREATE TABLE "enterprise_text" ("id" INTEGER NOT NULL, "subject" TEXT NOT NULL, "text" TEXT NOT NULL, "pieces" TEXT NOT NULL, CONSTRAINT "pk_enterprise_text" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "ix_enterprise_text_subject_text" ON "enterprise_text" ("subject" ASC, "text" ASC);
CREATE INDEX "ix_enterprise_text_text" ON "enterprise_text" ("text" ASC);
CREATE VIRTUAL TABLE enterprise_text_index USING fts5(pieces, content = 'enterprise_text', content_rowid = 'id', columnsize = 0, tokenize = 'ascii');
CREATE TRIGGER enterprise_text_added AFTER INSERT ON enterprise_text BEGIN INSERT INTO enterprise_text_index (rowid, pieces) VALUES (new.id, new.pieces); END;
CREATE TRIGGER enterprise_text_gone AFTER DELETE ON enterprise_text BEGIN INSERT INTO enterprise_text_index (enterprise_text_index, rowid, pieces) VALUES ('delete', old.id, old.pieces); END;
CREATE TRIGGER enterprise_text_changed AFTER UPDATE OF pieces ON enterprise_text BEGIN INSERT INTO enterprise_text_index (enterprise_text_index, rowid, pieces) VALUES ('delete', old.id, old.pieces); INSERT INTO enterprise_text_index (rowid, pieces) VALUES (new.id, new.pieces); END;
CREATE TABLE "licence_text" ("id" INTEGER NOT NULL, "subject" TEXT NOT NULL, "text" TEXT NOT NULL, "pieces" TEXT NOT NULL, CONSTRAINT "pk_licence_text" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "ix_licence_text_subject_text" ON "licence_text" ("subject" ASC, "text" ASC);
CREATE INDEX "ix_licence_text_text" ON "licence_text" ("text" ASC);
CREATE VIRTUAL TABLE licence_text_index USING fts5(pieces, content = 'licence_text', content_rowid = 'id', columnsize = 0, tokenize = 'ascii');
CREATE TRIGGER licence_text_added AFTER INSERT ON licence_text BEGIN INSERT INTO licence_text_index (rowid, pieces) VALUES (new.id, new.pieces); END;
CREATE TRIGGER licence_text_gone AFTER DELETE ON licence_text BEGIN INSERT INTO licence_text_index (licence_text_index, rowid, pieces) VALUES ('delete', old.id, old.pieces); END;
CREATE TRIGGER licence_text_changed AFTER UPDATE OF pieces ON licence_text BEGIN INSERT INTO licence_text_index (licence_text_index, rowid, pieces) VALUES ('delete', old.id, old.pieces); INSERT INTO licence_text_index (rowid, pieces) VALUES (new.id, new.pieces); END;
CREATE TABLE "inspection_case_text" ("id" INTEGER NOT NULL, "subject" TEXT NOT NULL, "text" TEXT NOT NULL, "pieces" TEXT NOT NULL, CONSTRAINT "pk_inspection_case_text" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "ix_inspection_case_text_subject_text" ON "inspection_case_text" ("subject" ASC, "text" ASC);
CREATE INDEX "ix_inspection_case_text_text" ON "inspection_case_text" ("text" ASC);
CREATE VIRTUAL TABLE inspection_case_text_index USING fts5(pieces, content = 'inspection_case_text', content_rowid = 'id', columnsize = 0, tokenize = 'ascii');
CREATE TRIGGER inspection_case_text_added AFTER INSERT ON inspection_case_text BEGIN INSERT INTO inspection_case_text_index (rowid, pieces) VALUES (new.id, new.pieces); END;
CREATE TRIGGER inspection_case_text_gone AFTER DELETE ON inspection_case_text BEGIN INSERT INTO inspection_case_text_index (inspection_case_text_index, rowid, pieces) VALUES ('delete', old.id, old.pieces); END;
CREATE TRIGGER inspection_case_text_changed AFTER UPDATE OF pieces ON inspection_case_text BEGIN INSERT INTO inspection_case_text_index (inspection_case_text_index, rowid, pieces) VALUES ('delete', old.id, old.pieces); INSERT INTO inspection_case_text_index (rowid, pieces) VALUES (new.id, new.pieces); END;
CREATE TABLE "inspection_text" ("id" INTEGER NOT NULL, "subject" TEXT NOT NULL, "text" TEXT NOT NULL, "pieces" TEXT NOT NULL, CONSTRAINT "pk_inspection_text" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "ix_inspection_text_subject_text" ON "inspection_text" ("subject" ASC, "text" ASC);
CREATE INDEX "ix_inspection_text_text" ON "inspection_text" ("text" ASC);
CREATE VIRTUAL TABLE inspection_text_index USING fts5(pieces, content = 'inspection_text', content_rowid = 'id', columnsize = 0, tokenize = 'ascii');
CREATE TRIGGER inspection_text_added AFTER INSERT ON inspection_text BEGIN INSERT INTO inspection_text_index (rowid, pieces) VALUES (new.id, new.pieces); END;
CREATE TRIGGER inspection_text_gone AFTER DELETE ON inspection_text BEGIN INSERT INTO inspection_text_index (inspection_text_index, rowid, pieces) VALUES ('delete', old.id, old.pieces); END;
CREATE TRIGGER inspection_text_changed AFTER UPDATE OF pieces ON inspection_text BEGIN INSERT INTO inspection_text_index (inspection_text_index, rowid, pieces) VALUES ('delete', old.id, old.pieces); INSERT INTO inspection_text_index (rowid, pieces) VALUES (new.id, new.pieces); END;
CREATE TABLE "rectification_text" ("id" INTEGER NOT NULL, "subject" TEXT NOT NULL, "text" TEXT NOT NULL, "pieces" TEXT NOT NULL, CONSTRAINT "pk_rectification_text" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "ix_rectification_text_subject_text" ON "rectification_text" ("subject" ASC, "text" ASC);
CREATE INDEX "ix_rectification_text_text" ON "rectification_text" ("text" ASC);
CREATE VIRTUAL TABLE rectification_text_index USING fts5(pieces, content = 'rectification_text', content_rowid = 'id', columnsize = 0, tokenize = 'ascii');
CREATE TRIGGER rectification_text_added AFTER INSERT ON rectification_text BEGIN INSERT INTO rectification_text_index (rowid, pieces) VALUES (new.id, new.pieces); END;
CREATE TRIGGER rectification_text_gone AFTER DELETE ON rectification_text BEGIN INSERT INTO rectification_text_index (rectification_text_index, rowid, pieces) VALUES ('delete', old.id, old.pieces); END;
CREATE TRIGGER rectification_text_changed AFTER UPDATE OF pieces ON rectification_text BEGIN INSERT INTO rectification_text_index (rectification_text_index, rowid, pieces) VALUES ('delete', old.id, old.pieces); INSERT INTO rectification_text_index (rowid, pieces) VALUES (new.id, new.pieces); END;
CREATE TABLE "crime_transfer_text" ("id" INTEGER NOT NULL, "subject" TEXT NOT NULL, "text" TEXT NOT NULL, "pieces" TEXT NOT NULL, CONSTRAINT "pk_crime_transfer_text" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "ix_crime_transfer_text_subject_text" ON "crime_transfer_text" ("subject" ASC, "text" ASC);
CREATE INDEX "ix_crime_transfer_text_text" ON "crime_transfer_text" ("text" ASC);
CREATE VIRTUAL TABLE crime_transfer_text_index USING fts5(pieces, content = 'crime_transfer_text', content_rowid = 'id', columnsize = 0, tokenize = 'ascii');
CREATE TRIGGER crime_transfer_text_added AFTER INSERT ON crime_transfer_text BEGIN INSERT INTO crime_transfer_text_index (rowid, pieces) VALUES (new.id, new.pieces); END;
CREATE TRIGGER crime_transfer_text_gone AFTER DELETE ON crime_transfer_text BEGIN INSERT INTO crime_transfer_text_index (crime_transfer_text_index, rowid, pieces) VALUES ('delete', old.id, old.pieces); END;
CREATE TRIGGER crime_transfer_text_changed AFTER UPDATE OF pieces ON crime_transfer_text BEGIN INSERT INTO crime_transfer_text_index (crime_transfer_text_index, rowid, pieces) VALUES ('delete', old.id, old.pieces); INSERT INTO crime_transfer_text_index (rowid, pieces) VALUES (new.id, new.pieces); END;
CREATE TABLE "recalled_text" ("id" INTEGER NOT NULL, "subject" TEXT NOT NULL, "text" TEXT NOT NULL, "pieces" TEXT NOT NULL, CONSTRAINT "pk_recalled_text" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "ix_recalled_text_subject_text" ON "recalled_text" ("subject" ASC, "text" ASC);
CREATE INDEX "ix_recalled_text_text" ON "recalled_text" ("text" ASC);
CREATE VIRTUAL TABLE recalled_text_index USING fts5(pieces, content = 'recalled_text', content_rowid = 'id', columnsize = 0, tokenize = 'ascii');
CREATE TRIGGER recalled_text_added AFTER INSERT ON recalled_text BEGIN INSERT INTO recalled_text_index (rowid, pieces) VALUES (new.id, new.pieces); END;
CREATE TRIGGER recalled_text_gone AFTER DELETE ON recalled_text BEGIN INSERT INTO recalled_text_index (recalled_text_index, rowid, pieces) VALUES ('delete', old.id, old.pieces); END;
CREATE TRIGGER recalled_text_changed AFTER UPDATE OF pieces ON recalled_text BEGIN INSERT INTO recalled_text_index (recalled_text_index, rowid, pieces) VALUES ('delete', old.id, old.pieces); INSERT INTO recalled_text_index (rowid, pieces) VALUES (new.id, new.pieces); END;
INSERT INTO schema_version (version, name, applied_at) VALUES (102, 'texts that people search for', unixepoch() * 1000);
COMMIT;

-- 0103 code checks
BEGIN;
ALTER TABLE "enterprise" ADD COLUMN "code_check" TEXT;
CREATE INDEX ix_enterprise_code_check_subject ON enterprise (code_check, subject) WHERE code_check IS NOT NULL;
INSERT INTO schema_version (version, name, applied_at) VALUES (103, 'code checks', unixepoch() * 1000);
COMMIT;

-- 0105 enterprises that cases are about
BEGIN;
CREATE TABLE "inspection_case_party" ("subject" TEXT NOT NULL, "credit_code" TEXT NOT NULL, "place" INTEGER NOT NULL, CONSTRAINT "pk_inspection_case_party" PRIMARY KEY ("subject", "credit_code"));
CREATE INDEX "ix_inspection_case_party_credit_code_subject" ON "inspection_case_party" ("credit_code" ASC, "subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (105, 'enterprises that cases are about', unixepoch() * 1000);
COMMIT;

-- 0106 columns of imports that were mapped by hand
BEGIN;
ALTER TABLE "import" ADD COLUMN "titles" TEXT;
CREATE INDEX ix_import_titles_queued_at ON import (titles, queued_at) WHERE titles IS NOT NULL;
INSERT INTO schema_version (version, name, applied_at) VALUES (106, 'columns of imports that were mapped by hand', unixepoch() * 1000);
COMMIT;

-- 0107 aliases of product classes
BEGIN;
ALTER TABLE "product_class" ADD COLUMN "aliases" TEXT;
INSERT INTO schema_version (version, name, applied_at) VALUES (107, 'aliases of product classes', unixepoch() * 1000);
COMMIT;

-- 0109 names in the order of pinyin
BEGIN;
ALTER TABLE "enterprise" ADD COLUMN "name_order" TEXT NOT NULL DEFAULT '';
ALTER TABLE "account" ADD COLUMN "name_order" TEXT NOT NULL DEFAULT '';
DROP INDEX "ix_enterprise_district_name_subject";
CREATE INDEX "ix_enterprise_name_order_subject" ON "enterprise" ("name_order" ASC, "subject" ASC);
CREATE INDEX "ix_enterprise_district_name_order_subject" ON "enterprise" ("district" ASC, "name_order" ASC, "subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (109, 'names in the order of pinyin', unixepoch() * 1000);
COMMIT;

-- 0110 notifications
BEGIN;
CREATE TABLE "notification" ("id" INTEGER NOT NULL, "user_name" TEXT NOT NULL, "at" INTEGER NOT NULL, "kind" TEXT NOT NULL, "subject" TEXT NOT NULL, "number" INTEGER NOT NULL, "detail" TEXT, "batch" TEXT, "is_unread" INTEGER NOT NULL, CONSTRAINT "pk_notification" PRIMARY KEY ("id"));
CREATE INDEX "ix_notification_user_name_at_id" ON "notification" ("user_name" ASC, "at" ASC, "id" ASC);
CREATE INDEX ix_notification_user_name_batch_kind_id ON notification (user_name, batch, kind, id) WHERE batch IS NOT NULL;
CREATE INDEX ix_notification_is_unread_user_name_at_id ON notification (user_name, at, id, is_unread) WHERE is_unread;
INSERT INTO schema_version (version, name, applied_at) VALUES (110, 'notifications', unixepoch() * 1000);
COMMIT;

-- 0111 notification deliveries
BEGIN;
CREATE TABLE "notification_delivery" ("id" INTEGER NOT NULL, "delivery_key" TEXT NOT NULL, "user_name" TEXT NOT NULL, "at" INTEGER NOT NULL, "kind" TEXT NOT NULL, "subject" TEXT NOT NULL, "is_gathering" INTEGER NOT NULL, "failures" INTEGER NOT NULL, "next_at" INTEGER NOT NULL, "is_dead" INTEGER NOT NULL, "failure" TEXT, CONSTRAINT "pk_notification_delivery" PRIMARY KEY ("id"));
CREATE INDEX "ix_notification_delivery_is_dead_next_at_id" ON "notification_delivery" ("is_dead" ASC, "next_at" ASC, "id" ASC);
CREATE INDEX "ix_notification_delivery_user_name_id" ON "notification_delivery" ("user_name" ASC, "id" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (111, 'notification deliveries', unixepoch() * 1000);
COMMIT;

-- 0125 figures of cases in a period
BEGIN;
ALTER TABLE "inspection_case" ADD COLUMN "was_late" INTEGER NOT NULL DEFAULT 0;
UPDATE inspection_case SET was_late = is_overdue;
CREATE INDEX ix_inspection_case_filed_on_subject ON inspection_case (filed_on, subject) WHERE filed_on IS NOT NULL;
CREATE INDEX ix_inspection_case_decided_on_subject ON inspection_case (decided_on, subject) WHERE decided_on IS NOT NULL;
CREATE INDEX ix_inspection_case_ended_on_subject ON inspection_case (ended_on, subject) WHERE ended_on IS NOT NULL;
INSERT INTO schema_version (version, name, applied_at) VALUES (125, 'figures of cases in a period', unixepoch() * 1000);
COMMIT;

-- 0126 orders of lists
BEGIN;
CREATE INDEX "ix_licence_status_subject" ON "licence" ("status" ASC, "subject" ASC);
CREATE INDEX "ix_inspection_status_subject" ON "inspection" ("status" ASC, "subject" ASC);
CREATE INDEX "ix_rectification_status_subject" ON "rectification" ("status" ASC, "subject" ASC);
CREATE INDEX "ix_crime_transfer_status_subject" ON "crime_transfer" ("status" ASC, "subject" ASC);
CREATE INDEX "ix_inspection_number_subject" ON "inspection" ("number" ASC, "subject" ASC);
CREATE INDEX "ix_rectification_number_subject" ON "rectification" ("number" ASC, "subject" ASC);
CREATE INDEX "ix_rectification_ordered_on_subject" ON "rectification" ("ordered_on" ASC, "subject" ASC);
CREATE INDEX "ix_crime_transfer_goods_value_subject" ON "crime_transfer" ("goods_value" ASC, "subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (126, 'orders of lists', unixepoch() * 1000);
COMMIT;

-- 0132 open work by what is owed first
BEGIN;
ALTER TABLE "open_work" ADD COLUMN "due_at" INTEGER NOT NULL DEFAULT 9223372036854775807;
DROP INDEX "ix_open_work_user_name_subject";
DROP INDEX "ix_open_work_section_place_subject";
CREATE INDEX "ix_open_work_user_name_due_at_subject" ON "open_work" ("user_name" ASC, "due_at" ASC, "subject" ASC);
CREATE INDEX "ix_open_work_section_place_due_at_subject" ON "open_work" ("section" ASC, "place" ASC, "due_at" ASC, "subject" ASC);
CREATE INDEX "ix_open_work_place_due_at_subject" ON "open_work" ("place" ASC, "due_at" ASC, "subject" ASC);
ALTER TABLE "inspection_case" ADD COLUMN "must_publish" INTEGER NOT NULL DEFAULT 0;
CREATE INDEX ix_inspection_case_must_publish_awaited_by_subject ON inspection_case (awaited_by, subject, must_publish) WHERE must_publish;
CREATE INDEX ix_inspection_case_must_publish_section_awaited_by_subject ON inspection_case (section, awaited_by, subject, must_publish) WHERE must_publish;
ALTER TABLE "rectification" ADD COLUMN "is_late" INTEGER NOT NULL DEFAULT 0;
CREATE INDEX ix_rectification_is_late_due_on_subject ON rectification (due_on, subject, is_late) WHERE is_late;
CREATE INDEX ix_rectification_is_late_section_due_on_subject ON rectification (section, due_on, subject, is_late) WHERE is_late;
UPDATE rectification SET is_late = 1 WHERE status = 'OVERDUE' AND (taken_measure IS NULL OR taken_measure <> 'BANNING');
UPDATE inspection_case SET must_publish = 1 WHERE subject IN (SELECT subject FROM deadline WHERE kind IN ('case.publication', 'case.publication-withdrawal')) OR subject IN (SELECT subject FROM lapsed_deadline WHERE kind IN ('case.publication', 'case.publication-withdrawal'));
UPDATE open_work SET due_at = (SELECT MIN(due_at) FROM deadline WHERE deadline.subject = open_work.subject AND kind NOT IN ('case.warning', 'case.join-notice', 'case.licence-notice', 'rectification.warning', 'rectification.licence-change', 'crime-transfer.warning', 'crime-transfer.case-notice', 'inspection.case-notice', 'crime-transfer.police-forwarding', 'crime-transfer.police-decision', 'crime-transfer.reconsideration-decision', 'crime-transfer.early-intervention')) WHERE (SELECT MIN(due_at) FROM deadline WHERE deadline.subject = open_work.subject AND kind NOT IN ('case.warning', 'case.join-notice', 'case.licence-notice', 'rectification.warning', 'rectification.licence-change', 'crime-transfer.warning', 'crime-transfer.case-notice', 'inspection.case-notice', 'crime-transfer.police-forwarding', 'crime-transfer.police-decision', 'crime-transfer.reconsideration-decision', 'crime-transfer.early-intervention')) < open_work.due_at;
UPDATE open_work SET due_at = (SELECT MIN(due_at) FROM lapsed_deadline WHERE lapsed_deadline.subject = open_work.subject AND kind NOT IN ('case.warning', 'case.join-notice', 'case.licence-notice', 'rectification.warning', 'rectification.licence-change', 'crime-transfer.warning', 'crime-transfer.case-notice', 'inspection.case-notice', 'crime-transfer.police-forwarding', 'crime-transfer.police-decision', 'crime-transfer.reconsideration-decision', 'crime-transfer.early-intervention')) WHERE (SELECT MIN(due_at) FROM lapsed_deadline WHERE lapsed_deadline.subject = open_work.subject AND kind NOT IN ('case.warning', 'case.join-notice', 'case.licence-notice', 'rectification.warning', 'rectification.licence-change', 'crime-transfer.warning', 'crime-transfer.case-notice', 'inspection.case-notice', 'crime-transfer.police-forwarding', 'crime-transfer.police-decision', 'crime-transfer.reconsideration-decision', 'crime-transfer.early-intervention')) < open_work.due_at;
UPDATE open_work SET due_at = (SELECT MIN((CAST(strftime('%s', due_on || 'T00:00:00+08:00') AS INTEGER) + 86400) * 1000) FROM rectification WHERE rectification.subject = open_work.subject AND is_late = 1) WHERE (SELECT MIN((CAST(strftime('%s', due_on || 'T00:00:00+08:00') AS INTEGER) + 86400) * 1000) FROM rectification WHERE rectification.subject = open_work.subject AND is_late = 1) < open_work.due_at;
UPDATE open_work SET due_at = (SELECT MIN((CAST(strftime('%s', planned_on || 'T00:00:00+08:00') AS INTEGER) + 86400) * 1000) FROM inspection WHERE inspection.subject = open_work.subject AND status = 'PLANNED' AND is_late = 1) WHERE (SELECT MIN((CAST(strftime('%s', planned_on || 'T00:00:00+08:00') AS INTEGER) + 86400) * 1000) FROM inspection WHERE inspection.subject = open_work.subject AND status = 'PLANNED' AND is_late = 1) < open_work.due_at;
INSERT INTO schema_version (version, name, applied_at) VALUES (132, 'open work by what is owed first', unixepoch() * 1000);
COMMIT;

-- 0133 enterprise telephones
BEGIN;
ALTER TABLE "enterprise" ADD COLUMN "telephone" TEXT;
INSERT INTO schema_version (version, name, applied_at) VALUES (133, 'enterprise telephones', unixepoch() * 1000);
COMMIT;

-- 0134 preferences
BEGIN;
CREATE TABLE "preference" ("user_name" TEXT NOT NULL, "name" TEXT NOT NULL, "value" TEXT NOT NULL, "kept_at" INTEGER NOT NULL, CONSTRAINT "pk_preference" PRIMARY KEY ("user_name", "name"));
INSERT INTO schema_version (version, name, applied_at) VALUES (134, 'preferences', unixepoch() * 1000);
COMMIT;

-- 0148 texts of rules
BEGIN;
UPDATE deadline SET rule_text = REPLACE(rule_text, '（条号待核）', '') WHERE rule_text LIKE '%（条号待核）%';
UPDATE lapsed_deadline SET rule_text = REPLACE(rule_text, '（条号待核）', '') WHERE rule_text LIKE '%（条号待核）%';
INSERT INTO schema_version (version, name, applied_at) VALUES (148, 'texts of rules', unixepoch() * 1000);
COMMIT;

-- 0150 facts
BEGIN;
ALTER TABLE "tally" ADD COLUMN "party" TEXT;
ALTER TABLE "tally" ADD COLUMN "recorded_at" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "tally" ADD COLUMN "place" INTEGER NOT NULL DEFAULT 0;
UPDATE tally SET recorded_at = COALESCE((SELECT entry.at FROM journal entry WHERE entry.subject = tally.subject AND entry.number = tally.number), 0);
UPDATE tally SET place = (SELECT COUNT(*) FROM tally other WHERE other.subject = tally.subject AND other.number = tally.number AND other.id < tally.id);
CREATE INDEX "ix_tally_measure_day_id" ON "tally" ("measure" ASC, "day" ASC, "id" ASC);
CREATE INDEX "ix_tally_recorded_at" ON "tally" ("recorded_at" ASC);
CREATE TABLE "tally_count" ("cell" TEXT NOT NULL, "writer" INTEGER NOT NULL, "row_count" INTEGER NOT NULL, "period" TEXT NOT NULL, "measure" TEXT NOT NULL, "section" TEXT, "agency" TEXT, "product_class" TEXT, "violation" TEXT, "amount" INTEGER NOT NULL, CONSTRAINT "pk_tally_count" PRIMARY KEY ("cell", "writer"));
CREATE INDEX "ix_tally_count_period_measure" ON "tally_count" ("period" ASC, "measure" ASC);
INSERT INTO tally_count (cell, writer, period, measure, section, agency, product_class, violation, row_count, amount) SELECT COALESCE(REPLACE(REPLACE(SUBSTRING(day, 1, 7), '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(measure, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(section, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(agency, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(product_class, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(violation, '\', '\\'), '|', '\|'), '\-'), 0, SUBSTRING(day, 1, 7), measure, section, agency, product_class, violation, COUNT(*), CAST(SUM(amount) AS bigint) FROM tally GROUP BY SUBSTRING(day, 1, 7), measure, section, agency, product_class, violation;
INSERT INTO tally_count (cell, writer, period, measure, section, agency, product_class, violation, row_count, amount) SELECT COALESCE(REPLACE(REPLACE(SUBSTRING(day, 1, 10), '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(measure, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(section, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(agency, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(product_class, '\', '\\'), '|', '\|'), '\-') || '|' || COALESCE(REPLACE(REPLACE(violation, '\', '\\'), '|', '\|'), '\-'), 0, SUBSTRING(day, 1, 10), measure, section, agency, product_class, violation, COUNT(*), CAST(SUM(amount) AS bigint) FROM tally GROUP BY SUBSTRING(day, 1, 10), measure, section, agency, product_class, violation;
INSERT INTO schema_version (version, name, applied_at) VALUES (150, 'facts', unixepoch() * 1000);
COMMIT;

-- 0151 facts by recording
BEGIN;
DROP INDEX "ix_tally_recorded_at";
CREATE INDEX "ix_tally_measure_recorded_at_id" ON "tally" ("measure" ASC, "recorded_at" ASC, "id" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (151, 'facts by recording', unixepoch() * 1000);
COMMIT;

-- 0155 facts about holders of licences
BEGIN;
ALTER TABLE "tally" ADD COLUMN "is_licensed" INTEGER;
INSERT INTO schema_version (version, name, applied_at) VALUES (155, 'facts about holders of licences', unixepoch() * 1000);
COMMIT;

-- 0156 form entries
BEGIN;
CREATE TABLE "form_entry" ("subject" TEXT NOT NULL, "number" TEXT NOT NULL, "figure" TEXT NOT NULL, "section" TEXT NOT NULL, "product_class" TEXT, "valid_from" TEXT NOT NULL, "valid_until" TEXT NOT NULL, "amount" INTEGER NOT NULL, "entered_by" TEXT NOT NULL, "entered_on" TEXT NOT NULL, "corrected_on" TEXT, "version" INTEGER NOT NULL, CONSTRAINT "pk_form_entry" PRIMARY KEY ("subject"));
CREATE INDEX "ix_form_entry_number_subject" ON "form_entry" ("number" ASC, "subject" ASC);
CREATE INDEX "ix_form_entry_figure_valid_until_subject" ON "form_entry" ("figure" ASC, "valid_until" ASC, "subject" ASC);
CREATE INDEX "ix_form_entry_valid_until_subject" ON "form_entry" ("valid_until" ASC, "subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (156, 'form entries', unixepoch() * 1000);
COMMIT;

-- 0158 campaigns
BEGIN;
CREATE TABLE "campaign" ("subject" TEXT NOT NULL, "version" INTEGER NOT NULL, "code" TEXT NOT NULL, "name" TEXT NOT NULL, "area_of_law" TEXT NOT NULL, "notice_number" TEXT NOT NULL, "begins_on" TEXT NOT NULL, "ends_on" TEXT NOT NULL, "parent" TEXT, "status" TEXT NOT NULL, "is_open" INTEGER NOT NULL, CONSTRAINT "pk_campaign" PRIMARY KEY ("subject"));
CREATE INDEX "ix_campaign_code_subject" ON "campaign" ("code" ASC, "subject" ASC);
CREATE INDEX "ix_campaign_begins_on_subject" ON "campaign" ("begins_on" ASC, "subject" ASC);
CREATE TABLE "campaign_task" ("subject" TEXT NOT NULL, "version" INTEGER NOT NULL, "number" TEXT NOT NULL, "campaign" TEXT NOT NULL, "serial" INTEGER NOT NULL, "text" TEXT NOT NULL, "lead_section" TEXT NOT NULL, "due_on" TEXT NOT NULL, "status" TEXT NOT NULL, "is_late" INTEGER NOT NULL, "is_open" INTEGER NOT NULL, "awaits" TEXT, CONSTRAINT "pk_campaign_task" PRIMARY KEY ("subject"));
CREATE INDEX "ix_campaign_task_number_subject" ON "campaign_task" ("number" ASC, "subject" ASC);
CREATE INDEX "ix_campaign_task_due_on_subject" ON "campaign_task" ("due_on" ASC, "subject" ASC);
CREATE INDEX "ix_campaign_task_campaign_serial_subject" ON "campaign_task" ("campaign" ASC, "serial" ASC, "subject" ASC);
CREATE INDEX "ix_campaign_task_lead_section_awaits_due_on_subject" ON "campaign_task" ("lead_section" ASC, "awaits" ASC, "due_on" ASC, "subject" ASC);
CREATE INDEX "ix_campaign_task_awaits_due_on_subject" ON "campaign_task" ("awaits" ASC, "due_on" ASC, "subject" ASC);
CREATE TABLE "campaign_task_count" ("cell" TEXT NOT NULL, "writer" INTEGER NOT NULL, "row_count" INTEGER NOT NULL, "campaign" TEXT NOT NULL, "lead_section" TEXT NOT NULL, "status" TEXT NOT NULL, "is_late" INTEGER NOT NULL, CONSTRAINT "pk_campaign_task_count" PRIMARY KEY ("cell", "writer"));
INSERT INTO schema_version (version, name, applied_at) VALUES (158, 'campaigns', unixepoch() * 1000);
COMMIT;

-- 0162 cases whose goods were valued
BEGIN;
ALTER TABLE "inspection_case" ADD COLUMN "goods_valued" INTEGER NOT NULL DEFAULT 0;
UPDATE inspection_case SET goods_valued = 1 WHERE goods_value > 0;
INSERT INTO schema_version (version, name, applied_at) VALUES (162, 'cases whose goods were valued', unixepoch() * 1000);
COMMIT;

-- 0164 daily reports
BEGIN;
CREATE TABLE "daily_report" ("subject" TEXT NOT NULL, "version" INTEGER NOT NULL, "number" TEXT NOT NULL, "section" TEXT NOT NULL, "day" TEXT NOT NULL, "status" TEXT NOT NULL, "is_open" INTEGER NOT NULL, "owed_by" TEXT, "is_nil" INTEGER NOT NULL, "by_hand" INTEGER NOT NULL, "differing" INTEGER NOT NULL, "versions" INTEGER NOT NULL, CONSTRAINT "pk_daily_report" PRIMARY KEY ("subject"));
CREATE INDEX "ix_daily_report_number_subject" ON "daily_report" ("number" ASC, "subject" ASC);
CREATE INDEX "ix_daily_report_day_subject" ON "daily_report" ("day" ASC, "subject" ASC);
CREATE INDEX "ix_daily_report_section_day_subject" ON "daily_report" ("section" ASC, "day" ASC, "subject" ASC);
CREATE INDEX "ix_daily_report_owed_by_day_subject" ON "daily_report" ("owed_by" ASC, "day" ASC, "subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (164, 'daily reports', unixepoch() * 1000);
COMMIT;

-- 0165 daily summaries
BEGIN;
CREATE TABLE "daily_summary" ("subject" TEXT NOT NULL, "version" INTEGER NOT NULL, "number" TEXT NOT NULL, "day" TEXT NOT NULL, "status" TEXT NOT NULL, "missing" INTEGER NOT NULL, CONSTRAINT "pk_daily_summary" PRIMARY KEY ("subject"));
CREATE INDEX "ix_daily_summary_number_subject" ON "daily_summary" ("number" ASC, "subject" ASC);
CREATE INDEX "ix_daily_summary_day_subject" ON "daily_summary" ("day" ASC, "subject" ASC);
CREATE INDEX "ix_daily_summary_status_day_subject" ON "daily_summary" ("status" ASC, "day" ASC, "subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (165, 'daily summaries', unixepoch() * 1000);
COMMIT;

-- 0166 dens
BEGIN;
CREATE TABLE "den" ("subject" TEXT NOT NULL, "version" INTEGER NOT NULL, "number" TEXT NOT NULL, "name" TEXT NOT NULL, "name_order" TEXT NOT NULL, "address" TEXT NOT NULL, "status" TEXT NOT NULL, "area" TEXT, "products" TEXT NOT NULL, "source" TEXT NOT NULL, "found_on" TEXT NOT NULL, "section" TEXT, "banned_on" TEXT, "ended_on" TEXT, CONSTRAINT "pk_den" PRIMARY KEY ("subject"));
ALTER TABLE "den" ADD COLUMN "official_number" TEXT;
ALTER TABLE "den" ADD COLUMN "number_series" TEXT;
ALTER TABLE "den" ADD COLUMN "number_in_series" INTEGER;
CREATE INDEX ix_den_official_number_subject ON den (official_number, subject) WHERE official_number IS NOT NULL;
CREATE INDEX ix_den_number_series_number_in_series ON den (number_series, number_in_series) WHERE number_series IS NOT NULL;
CREATE INDEX "ix_den_number_subject" ON "den" ("number" ASC, "subject" ASC);
CREATE INDEX "ix_den_name_order_subject" ON "den" ("name_order" ASC, "subject" ASC);
CREATE INDEX "ix_den_found_on_subject" ON "den" ("found_on" ASC, "subject" ASC);
CREATE INDEX "ix_den_status_found_on_subject" ON "den" ("status" ASC, "found_on" ASC, "subject" ASC);
CREATE INDEX "ix_den_area_found_on_subject" ON "den" ("area" ASC, "found_on" ASC, "subject" ASC);
CREATE TABLE "den_product_class" ("subject" TEXT NOT NULL, "code" TEXT NOT NULL, "place" INTEGER NOT NULL, CONSTRAINT "pk_den_product_class" PRIMARY KEY ("subject", "code"));
CREATE INDEX "ix_den_product_class_code_subject" ON "den_product_class" ("code" ASC, "subject" ASC);
CREATE TABLE "den_text" ("id" INTEGER NOT NULL, "subject" TEXT NOT NULL, "text" TEXT NOT NULL, "pieces" TEXT NOT NULL, CONSTRAINT "pk_den_text" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "ix_den_text_subject_text" ON "den_text" ("subject" ASC, "text" ASC);
CREATE INDEX "ix_den_text_text" ON "den_text" ("text" ASC);
CREATE VIRTUAL TABLE den_text_index USING fts5(pieces, content = 'den_text', content_rowid = 'id', columnsize = 0, tokenize = 'ascii');
CREATE TRIGGER den_text_added AFTER INSERT ON den_text BEGIN INSERT INTO den_text_index (rowid, pieces) VALUES (new.id, new.pieces); END;
CREATE TRIGGER den_text_gone AFTER DELETE ON den_text BEGIN INSERT INTO den_text_index (den_text_index, rowid, pieces) VALUES ('delete', old.id, old.pieces); END;
CREATE TRIGGER den_text_changed AFTER UPDATE OF pieces ON den_text BEGIN INSERT INTO den_text_index (den_text_index, rowid, pieces) VALUES ('delete', old.id, old.pieces); INSERT INTO den_text_index (rowid, pieces) VALUES (new.id, new.pieces); END;
CREATE TABLE "den_count" ("cell" TEXT NOT NULL, "writer" INTEGER NOT NULL, "row_count" INTEGER NOT NULL, "status" TEXT NOT NULL, "area" TEXT, CONSTRAINT "pk_den_count" PRIMARY KEY ("cell", "writer"));
INSERT INTO schema_version (version, name, applied_at) VALUES (166, 'dens', unixepoch() * 1000);
COMMIT;

-- 0167 inspections and orders of dens
BEGIN;
DROP INDEX "ix_inspection_enterprise_planned_on_subject";
DROP INDEX "ix_inspection_campaign_status_enterprise";
ALTER TABLE inspection ADD COLUMN enterprise_if_any TEXT;
UPDATE inspection SET enterprise_if_any = enterprise;
ALTER TABLE inspection DROP COLUMN enterprise;
ALTER TABLE inspection RENAME COLUMN enterprise_if_any TO enterprise;
CREATE INDEX "ix_inspection_enterprise_planned_on_subject" ON "inspection" ("enterprise" ASC, "planned_on" ASC, "subject" ASC);
CREATE INDEX "ix_inspection_campaign_status_enterprise" ON "inspection" ("campaign" ASC, "status" ASC, "enterprise" ASC);
DROP INDEX "ix_rectification_enterprise_due_on_subject";
ALTER TABLE rectification ADD COLUMN enterprise_if_any TEXT;
UPDATE rectification SET enterprise_if_any = enterprise;
ALTER TABLE rectification DROP COLUMN enterprise;
ALTER TABLE rectification RENAME COLUMN enterprise_if_any TO enterprise;
CREATE INDEX "ix_rectification_enterprise_due_on_subject" ON "rectification" ("enterprise" ASC, "due_on" ASC, "subject" ASC);
ALTER TABLE "inspection" ADD COLUMN "den" TEXT;
ALTER TABLE "rectification" ADD COLUMN "den" TEXT;
ALTER TABLE "open_work" ADD COLUMN "den" TEXT;
CREATE INDEX ix_inspection_den_planned_on_subject ON inspection (den, planned_on, subject) WHERE den IS NOT NULL;
CREATE INDEX ix_rectification_den_due_on_subject ON rectification (den, due_on, subject) WHERE den IS NOT NULL;
INSERT INTO schema_version (version, name, applied_at) VALUES (167, 'inspections and orders of dens', unixepoch() * 1000);
COMMIT;

-- 0168 dens that cases are about
BEGIN;
CREATE TABLE "inspection_case_den" ("subject" TEXT NOT NULL, "den" TEXT NOT NULL, "place" INTEGER NOT NULL, CONSTRAINT "pk_inspection_case_den" PRIMARY KEY ("subject", "den"));
CREATE INDEX "ix_inspection_case_den_den_subject" ON "inspection_case_den" ("den" ASC, "subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (168, 'dens that cases are about', unixepoch() * 1000);
COMMIT;

-- 0175 work by its nearest term
BEGIN;
ALTER TABLE "open_work" ADD COLUMN "official_number" TEXT;
UPDATE open_work SET official_number = (SELECT '案〔' || substr(official_number, 1, 4) || '〕' || substr(official_number, 6) || '号' FROM inspection_case WHERE inspection_case.subject = open_work.subject) WHERE EXISTS (SELECT 1 FROM inspection_case WHERE inspection_case.subject = open_work.subject);
UPDATE open_work SET official_number = (SELECT '移〔' || substr(official_number, 1, 4) || '〕' || substr(official_number, 6) || '号' FROM crime_transfer WHERE crime_transfer.subject = open_work.subject) WHERE EXISTS (SELECT 1 FROM crime_transfer WHERE crime_transfer.subject = open_work.subject);
UPDATE open_work SET official_number = (SELECT '责改〔' || substr(official_number, 1, 4) || '〕' || substr(official_number, 6) || '号' FROM rectification WHERE rectification.subject = open_work.subject) WHERE EXISTS (SELECT 1 FROM rectification WHERE rectification.subject = open_work.subject);
UPDATE open_work SET official_number = (SELECT '检〔' || substr(official_number, 1, 4) || '〕' || substr(official_number, 6) || '号' FROM inspection WHERE inspection.subject = open_work.subject) WHERE EXISTS (SELECT 1 FROM inspection WHERE inspection.subject = open_work.subject);
ALTER TABLE "open_work" ADD COLUMN "due_kind" TEXT;
UPDATE open_work SET due_kind = COALESCE((SELECT MIN(kind) FROM lapsed_deadline WHERE lapsed_deadline.subject = open_work.subject AND lapsed_deadline.due_at = open_work.due_at AND kind NOT LIKE '%.warning'), (SELECT MIN(kind) FROM deadline WHERE deadline.subject = open_work.subject AND deadline.due_at = open_work.due_at AND kind NOT LIKE '%.warning')) WHERE due_at < 9223372036854775807;
UPDATE open_work SET due_kind = 'rectification.due' WHERE due_kind IS NULL AND subject LIKE 'rectification/%' AND EXISTS (SELECT 1 FROM rectification WHERE rectification.subject = open_work.subject AND status = 'OVERDUE');
UPDATE open_work SET due_kind = 'inspection.due' WHERE due_kind IS NULL AND subject LIKE 'inspection/%';
ALTER TABLE "inspection_case" ADD COLUMN "nearest_by" INTEGER NOT NULL DEFAULT 9223372036854775807;
ALTER TABLE "inspection_case" ADD COLUMN "nearest_term" TEXT;
ALTER TABLE "crime_transfer" ADD COLUMN "nearest_by" INTEGER NOT NULL DEFAULT 9223372036854775807;
ALTER TABLE "crime_transfer" ADD COLUMN "nearest_term" TEXT;
ALTER TABLE "rectification" ADD COLUMN "nearest_by" INTEGER NOT NULL DEFAULT 9223372036854775807;
ALTER TABLE "rectification" ADD COLUMN "nearest_term" TEXT;
ALTER TABLE "inspection" ADD COLUMN "nearest_by" INTEGER NOT NULL DEFAULT 9223372036854775807;
ALTER TABLE "inspection" ADD COLUMN "nearest_term" TEXT;
ALTER TABLE "inspection_case" ADD COLUMN "awaited_term" TEXT;
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
CREATE INDEX "ix_inspection_case_awaits_nearest_by_subject" ON "inspection_case" ("awaits" ASC, "nearest_by" ASC, "subject" ASC);
CREATE INDEX "ix_inspection_case_awaits_section_nearest_by_subject" ON "inspection_case" ("awaits" ASC, "section" ASC, "nearest_by" ASC, "subject" ASC);
INSERT INTO schema_version (version, name, applied_at) VALUES (175, 'work by its nearest term', unixepoch() * 1000);
COMMIT;

-- 0176 dens are acted on in time
BEGIN;
ALTER TABLE "den" ADD COLUMN "act_by" TEXT;
INSERT INTO schema_version (version, name, applied_at) VALUES (176, 'dens are acted on in time', unixepoch() * 1000);
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
RETURNING version AS NewGrainStateVersion;');
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
RETURNING version AS Version;');
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('DeleteReminderRowKey', 'DELETE FROM reminder
WHERE service_id = @ServiceId AND grain_id = @GrainId AND reminder_name = @ReminderName AND version = @Version;
SELECT changes() AS Deleted;');
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('DeleteReminderRowsKey', 'DELETE FROM reminder WHERE service_id = @ServiceId;');
