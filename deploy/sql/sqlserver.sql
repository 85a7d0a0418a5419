-- Tables of ShuangDa on SQL Server 2019 or later. The program makes them by itself; this is for administrators who do it by hand:
--   sqlcmd -b -d ShuangDa -i sqlserver.sql
-- Parsed by the tests, never run by them: there is no SQL Server to test with.

SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
GO
SET NUMERIC_ROUNDABORT OFF;
GO
SET XACT_ABORT ON;
GO
ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON;
GO
ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
GO
IF OBJECT_ID('schema_version') IS NULL CREATE TABLE schema_version (version bigint NOT NULL PRIMARY KEY, name varchar(100) NOT NULL, applied_at bigint NOT NULL);
GO

-- 0001 journal
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[journal] ([position] BIGINT NOT NULL IDENTITY(1,1), [subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [number] INT NOT NULL, [at] BIGINT NOT NULL, [kind] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [user_name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [section] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL, [agency] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL, [command_id] nvarchar(36) COLLATE Latin1_General_100_BIN2 NOT NULL, [basis] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL, [document_number] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL, [effective_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL, [body] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL, [hash] binary(32) NOT NULL, CONSTRAINT [pk_journal] PRIMARY KEY ([position]));
GO
CREATE UNIQUE INDEX [ix_journal_subject_number] ON [dbo].[journal] ([subject] ASC, [number] ASC);
GO
CREATE INDEX [ix_journal_at] ON [dbo].[journal] ([at] ASC);
GO
CREATE INDEX [ix_journal_user_name_position] ON [dbo].[journal] ([user_name] ASC, [position] ASC);
GO
CREATE INDEX ix_journal_agency_position ON journal (agency, position) WHERE agency IS NOT NULL;
GO
ALTER TABLE journal ADD commit_stamp rowversion NOT NULL;
GO
ALTER TABLE journal ADD commit_order AS CONVERT(bigint, commit_stamp);
GO
CREATE INDEX [ix_journal_commit_order_position] ON [dbo].[journal] ([commit_order] ASC, [position] ASC);
GO
CREATE TABLE [dbo].[command] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [command_id] nvarchar(36) COLLATE Latin1_General_100_BIN2 NOT NULL, [input_hash] binary(32) NOT NULL, [version] INT NOT NULL, [at] BIGINT NOT NULL, CONSTRAINT [pk_command] PRIMARY KEY ([subject], [command_id]));
GO
CREATE INDEX [ix_command_at] ON [dbo].[command] ([at] ASC);
GO
CREATE TABLE [dbo].[deadline] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [kind] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [due_at] BIGINT NOT NULL, [bucket] INT NOT NULL, [rule_text] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [section] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL, [failures] INT NOT NULL CONSTRAINT [DF_deadline_failures] DEFAULT 0, [retry_at] BIGINT, CONSTRAINT [pk_deadline] PRIMARY KEY ([subject], [kind], [due_at]));
GO
CREATE INDEX [ix_deadline_bucket_due_at] ON [dbo].[deadline] ([bucket] ASC, [due_at] ASC);
GO
CREATE INDEX [ix_deadline_due_at] ON [dbo].[deadline] ([due_at] ASC);
GO
CREATE INDEX [ix_deadline_kind_due_at] ON [dbo].[deadline] ([kind] ASC, [due_at] ASC);
GO
CREATE INDEX ix_deadline_bucket_retry_at ON deadline (bucket, retry_at) WHERE retry_at IS NOT NULL;
GO
CREATE TABLE [dbo].[tally] ([id] BIGINT NOT NULL IDENTITY(1,1), [day] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [measure] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL, [amount] BIGINT NOT NULL, [section] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL, [agency] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL, [product_class] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL, [violation] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, [subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [number] INT NOT NULL, CONSTRAINT [pk_tally] PRIMARY KEY ([id]));
GO
CREATE INDEX [ix_tally_day_measure] ON [dbo].[tally] ([day] ASC, [measure] ASC);
GO
CREATE INDEX [ix_tally_subject_number] ON [dbo].[tally] ([subject] ASC, [number] ASC);
GO
CREATE TABLE [dbo].[number_series] ([name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [next] BIGINT NOT NULL, CONSTRAINT [pk_number_series] PRIMARY KEY ([name]));
GO
CREATE TABLE [dbo].[setting] ([name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [value] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL, CONSTRAINT [pk_setting] PRIMARY KEY ([name]));
GO
CREATE TABLE [dbo].[security_key] ([id] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [purpose] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [body] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL, [created_at] BIGINT NOT NULL, CONSTRAINT [pk_security_key] PRIMARY KEY ([id]));
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (1, 'journal', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0002 orleans
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[OrleansQuery] ([QueryKey] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL, [QueryText] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL, CONSTRAINT [pk_orleansquery] PRIMARY KEY ([QueryKey]));
GO
CREATE TABLE [dbo].[grain_state] ([grain_type] nvarchar(150) COLLATE Latin1_General_100_BIN2 NOT NULL, [grain_key] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL, [n0] BIGINT NOT NULL, [n1] BIGINT NOT NULL, [service_id] nvarchar(150) COLLATE Latin1_General_100_BIN2 NOT NULL, [version] INT NOT NULL, [payload] varbinary(max) NULL);
GO
CREATE UNIQUE INDEX [ix_grain_state_grain_type_grain_key_n0_n1_service_id] ON [dbo].[grain_state] ([grain_type] ASC, [grain_key] ASC, [n0] ASC, [n1] ASC, [service_id] ASC);
GO
CREATE TABLE [dbo].[reminder] ([service_id] nvarchar(150) COLLATE Latin1_General_100_BIN2 NOT NULL, [grain_id] nvarchar(150) COLLATE Latin1_General_100_BIN2 NOT NULL, [reminder_name] nvarchar(150) COLLATE Latin1_General_100_BIN2 NOT NULL, [start_time] datetime2(7) NOT NULL, [period] BIGINT NOT NULL, [grain_hash] INT NOT NULL, [version] INT NOT NULL, CONSTRAINT [pk_reminder] PRIMARY KEY ([service_id], [grain_id], [reminder_name]));
GO
CREATE INDEX [ix_reminder_service_id_grain_hash] ON [dbo].[reminder] ([service_id] ASC, [grain_hash] ASC);
GO
CREATE TABLE [dbo].[membership_version] ([deployment_id] nvarchar(150) COLLATE Latin1_General_100_BIN2 NOT NULL, [changed_at] datetime2(7) NOT NULL, [version] INT NOT NULL, CONSTRAINT [pk_membership_version] PRIMARY KEY ([deployment_id]));
GO
CREATE TABLE [dbo].[membership] ([deployment_id] nvarchar(150) COLLATE Latin1_General_100_BIN2 NOT NULL, [address] nvarchar(45) COLLATE Latin1_General_100_BIN2 NOT NULL, [port] INT NOT NULL, [generation] INT NOT NULL, [silo_name] nvarchar(150) COLLATE Latin1_General_100_BIN2 NOT NULL, [host_name] nvarchar(150) COLLATE Latin1_General_100_BIN2 NOT NULL, [status] INT NOT NULL, [proxy_port] INT, [suspect_times] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL, [start_time] datetime2(7) NOT NULL, [i_am_alive_time] datetime2(7) NOT NULL, CONSTRAINT [pk_membership] PRIMARY KEY ([deployment_id], [address], [port], [generation]));
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (2, 'orleans', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0003 calendar
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[working_year] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [year] INT NOT NULL, [source] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL, [document_number] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL, [version] INT NOT NULL, CONSTRAINT [pk_working_year] PRIMARY KEY ([subject]));
GO
CREATE TABLE [dbo].[working_year_day] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [day] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [is_working] BIT NOT NULL, CONSTRAINT [pk_working_year_day] PRIMARY KEY ([subject], [day]));
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (3, 'calendar', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0010 enterprises
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[enterprise] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [version] INT NOT NULL, [credit_code] nvarchar(18) COLLATE Latin1_General_100_BIN2 NOT NULL, [name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL, [status] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [district] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL, [address] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL, [business_scope] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL, [enterprise_type] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL, [registered_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL, [capital] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL, [province] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL, [risk_level] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [standing] nvarchar(1) COLLATE Latin1_General_100_BIN2 NOT NULL, [is_protected_brand] BIT NOT NULL, [closed_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL, CONSTRAINT [pk_enterprise] PRIMARY KEY ([subject]));
GO
CREATE INDEX [ix_enterprise_credit_code] ON [dbo].[enterprise] ([credit_code] ASC);
GO
CREATE INDEX [ix_enterprise_name_subject] ON [dbo].[enterprise] ([name] ASC, [subject] ASC);
GO
CREATE INDEX [ix_enterprise_district_name_subject] ON [dbo].[enterprise] ([district] ASC, [name] ASC, [subject] ASC);
GO
CREATE TABLE [dbo].[enterprise_product_class] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [code] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL, [place] INT NOT NULL, CONSTRAINT [pk_enterprise_product_class] PRIMARY KEY ([subject], [code]));
GO
CREATE INDEX [ix_enterprise_product_class_code_subject] ON [dbo].[enterprise_product_class] ([code] ASC, [subject] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (10, 'enterprises', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0011 licences
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[licence] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [version] INT NOT NULL, [number] nvarchar(30) COLLATE Latin1_General_100_BIN2 NOT NULL, [kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL, [status] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [enterprise] nvarchar(18) COLLATE Latin1_General_100_BIN2 NOT NULL, [valid_from] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [valid_to] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [must_apply_by] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [issued_by] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL, [production_address] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL, [suspended_until] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL, [withdrawal_requested] BIT NOT NULL, [deregistration_proposed] BIT NOT NULL, CONSTRAINT [pk_licence] PRIMARY KEY ([subject]));
GO
CREATE INDEX [ix_licence_status_valid_to_subject] ON [dbo].[licence] ([status] ASC, [valid_to] ASC, [subject] ASC);
GO
CREATE INDEX [ix_licence_valid_to_subject] ON [dbo].[licence] ([valid_to] ASC, [subject] ASC);
GO
CREATE INDEX [ix_licence_enterprise_valid_to_subject] ON [dbo].[licence] ([enterprise] ASC, [valid_to] ASC, [subject] ASC);
GO
CREATE INDEX [ix_licence_number_subject] ON [dbo].[licence] ([number] ASC, [subject] ASC);
GO
CREATE TABLE [dbo].[licence_product_class] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [code] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL, [place] INT NOT NULL, CONSTRAINT [pk_licence_product_class] PRIMARY KEY ([subject], [code]));
GO
CREATE INDEX [ix_licence_product_class_code_subject] ON [dbo].[licence_product_class] ([code] ASC, [subject] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (11, 'licences', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0020 accounts
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[account] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [user_name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [display_name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [roles] INT NOT NULL, [section] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL, [agency] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL, [disabled] BIT NOT NULL, [must_change_password] BIT NOT NULL, [locked_until] BIGINT, [security_stamp] INT NOT NULL, [stamped_at] BIGINT NOT NULL, [last_sign_in_at] BIGINT, [version] INT NOT NULL, CONSTRAINT [pk_account] PRIMARY KEY ([subject]));
GO
CREATE UNIQUE INDEX [ix_account_user_name] ON [dbo].[account] ([user_name] ASC);
GO
CREATE TABLE [dbo].[ended_session] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [session] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL, [expires_at] BIGINT NOT NULL, CONSTRAINT [pk_ended_session] PRIMARY KEY ([subject], [session]));
GO
CREATE TABLE [dbo].[credential] ([id] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL, [subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [hash] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL, CONSTRAINT [pk_credential] PRIMARY KEY ([id]));
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (20, 'accounts', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0030 imports
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[import] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [version] INT NOT NULL, [register] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [status] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [user_name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [queued_at] BIGINT NOT NULL, [ended_at] BIGINT, [rows_read] BIGINT NOT NULL, [created] BIGINT NOT NULL, [updated] BIGINT NOT NULL, [unchanged] BIGINT NOT NULL, [rejected] BIGINT NOT NULL, [file_name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL, [failure] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL, [failure_in_english] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL, CONSTRAINT [pk_import] PRIMARY KEY ([subject]));
GO
CREATE INDEX [ix_import_status_queued_at] ON [dbo].[import] ([status] ASC, [queued_at] ASC);
GO
CREATE INDEX [ix_import_queued_at_subject] ON [dbo].[import] ([queued_at] ASC, [subject] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (30, 'imports', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0050 self-check
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[self_check] ([at] BIGINT NOT NULL, [findings] BIGINT NOT NULL, [body] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL, CONSTRAINT [pk_self_check] PRIMARY KEY ([at]));
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (50, 'self-check', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0060 inspections
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[inspection] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [version] INT NOT NULL, [number] nvarchar(30) COLLATE Latin1_General_100_BIN2 NOT NULL, [status] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [basis] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [enterprise] nvarchar(18) COLLATE Latin1_General_100_BIN2 NOT NULL, [campaign] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, [section] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, [product_class] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, [planned_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [inspected_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL, [result] nvarchar(30) COLLATE Latin1_General_100_BIN2 NULL, [worst_severity] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL, [case_number] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, [is_licensed] BIT NOT NULL, [is_late] BIT NOT NULL, CONSTRAINT [pk_inspection] PRIMARY KEY ([subject]));
GO
CREATE INDEX [ix_inspection_status_planned_on_subject] ON [dbo].[inspection] ([status] ASC, [planned_on] ASC, [subject] ASC);
GO
CREATE INDEX [ix_inspection_planned_on_subject] ON [dbo].[inspection] ([planned_on] ASC, [subject] ASC);
GO
CREATE INDEX [ix_inspection_enterprise_planned_on_subject] ON [dbo].[inspection] ([enterprise] ASC, [planned_on] ASC, [subject] ASC);
GO
CREATE INDEX [ix_inspection_campaign_status_enterprise] ON [dbo].[inspection] ([campaign] ASC, [status] ASC, [enterprise] ASC);
GO
CREATE TABLE [dbo].[inspection_officer] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [user_name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, CONSTRAINT [pk_inspection_officer] PRIMARY KEY ([subject], [user_name]));
GO
CREATE INDEX [ix_inspection_officer_user_name_subject] ON [dbo].[inspection_officer] ([user_name] ASC, [subject] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (60, 'inspections', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0061 rectifications
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[rectification] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [version] INT NOT NULL, [number] nvarchar(30) COLLATE Latin1_General_100_BIN2 NOT NULL, [status] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [enterprise] nvarchar(18) COLLATE Latin1_General_100_BIN2 NOT NULL, [licence] nvarchar(30) COLLATE Latin1_General_100_BIN2 NULL, [inspection] nvarchar(30) COLLATE Latin1_General_100_BIN2 NULL, [product_class] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, [section] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, [ordered_by] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [ordered_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [due_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [proposed_measure] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL, [taken_measure] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL, [is_extended] BIT NOT NULL, [has_lapses] BIT NOT NULL, CONSTRAINT [pk_rectification] PRIMARY KEY ([subject]));
GO
CREATE INDEX [ix_rectification_status_due_on_subject] ON [dbo].[rectification] ([status] ASC, [due_on] ASC, [subject] ASC);
GO
CREATE INDEX [ix_rectification_due_on_subject] ON [dbo].[rectification] ([due_on] ASC, [subject] ASC);
GO
CREATE INDEX [ix_rectification_enterprise_due_on_subject] ON [dbo].[rectification] ([enterprise] ASC, [due_on] ASC, [subject] ASC);
GO
CREATE INDEX [ix_rectification_inspection] ON [dbo].[rectification] ([inspection] ASC);
GO
CREATE INDEX ix_rectification_proposed_measure_due_on ON rectification (proposed_measure, due_on) WHERE proposed_measure IS NOT NULL;
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (61, 'rectifications', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0070 cases
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[inspection_case] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [version] INT NOT NULL, [number] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [title] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL, [stage] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [violation] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL, [sub_kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL, [source] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL, [enterprise] nvarchar(18) COLLATE Latin1_General_100_BIN2 NULL, [party_name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL, [section] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL, [responsible] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [received_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [filed_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL, [decided_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL, [ended_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL, [goods_value] BIGINT NOT NULL, [sales_amount] BIGINT NOT NULL, [illegal_gains] BIGINT NOT NULL, [penalty] BIGINT NOT NULL, [paid] BIGINT NOT NULL, [is_major] BIT NOT NULL, [is_overdue] BIT NOT NULL, [was_paused] BIT NOT NULL, [must_transfer] BIT NOT NULL, [transfer] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL, [open_tasks] INT NOT NULL, CONSTRAINT [pk_inspection_case] PRIMARY KEY ([subject]));
GO
CREATE INDEX [ix_inspection_case_stage_received_on_subject] ON [dbo].[inspection_case] ([stage] ASC, [received_on] ASC, [subject] ASC);
GO
CREATE INDEX [ix_inspection_case_received_on_subject] ON [dbo].[inspection_case] ([received_on] ASC, [subject] ASC);
GO
CREATE INDEX [ix_inspection_case_enterprise_received_on_subject] ON [dbo].[inspection_case] ([enterprise] ASC, [received_on] ASC, [subject] ASC);
GO
CREATE INDEX [ix_inspection_case_goods_value_subject] ON [dbo].[inspection_case] ([goods_value] ASC, [subject] ASC);
GO
CREATE INDEX [ix_inspection_case_number_subject] ON [dbo].[inspection_case] ([number] ASC, [subject] ASC);
GO
CREATE TABLE [dbo].[inspection_case_product_class] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [code] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL, [place] INT NOT NULL, CONSTRAINT [pk_inspection_case_product_class] PRIMARY KEY ([subject], [code]));
GO
CREATE INDEX [ix_inspection_case_product_class_code_subject] ON [dbo].[inspection_case_product_class] ([code] ASC, [subject] ASC);
GO
CREATE TABLE [dbo].[inspection_case_officer] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [user_name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [place] INT NOT NULL, CONSTRAINT [pk_inspection_case_officer] PRIMARY KEY ([subject], [user_name]));
GO
CREATE INDEX [ix_inspection_case_officer_user_name_subject] ON [dbo].[inspection_case_officer] ([user_name] ASC, [subject] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (70, 'cases', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0071 crime transfers
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[crime_transfer] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [version] INT NOT NULL, [number] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [status] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [case_number] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [case_title] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL, [agency] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL, [section] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL, [goods_value] BIGINT NOT NULL, [opened_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [sent_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL, [received_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL, [is_overdue] BIT NOT NULL, [early_intervention] BIT NOT NULL, [visible] BIT NOT NULL, CONSTRAINT [pk_crime_transfer] PRIMARY KEY ([subject]));
GO
CREATE INDEX [ix_crime_transfer_status_opened_on_subject] ON [dbo].[crime_transfer] ([status] ASC, [opened_on] ASC, [subject] ASC);
GO
CREATE INDEX [ix_crime_transfer_agency_opened_on_subject] ON [dbo].[crime_transfer] ([agency] ASC, [opened_on] ASC, [subject] ASC);
GO
CREATE INDEX [ix_crime_transfer_opened_on_subject] ON [dbo].[crime_transfer] ([opened_on] ASC, [subject] ASC);
GO
CREATE INDEX [ix_crime_transfer_case_number_subject] ON [dbo].[crime_transfer] ([case_number] ASC, [subject] ASC);
GO
CREATE INDEX [ix_crime_transfer_number_subject] ON [dbo].[crime_transfer] ([number] ASC, [subject] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (71, 'crime transfers', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0080 open work and hand-overs
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[open_work] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [user_name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [place] INT NOT NULL, [number] nvarchar(30) COLLATE Latin1_General_100_BIN2 NOT NULL, [section] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, [status] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [title] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL, [enterprise] nvarchar(18) COLLATE Latin1_General_100_BIN2 NULL, CONSTRAINT [pk_open_work] PRIMARY KEY ([subject], [user_name]));
GO
CREATE INDEX [ix_open_work_user_name_subject] ON [dbo].[open_work] ([user_name] ASC, [subject] ASC);
GO
CREATE INDEX [ix_open_work_section_subject] ON [dbo].[open_work] ([section] ASC, [subject] ASC);
GO
CREATE TABLE [dbo].[section_handover] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [place] INT NOT NULL, [handed_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [from_section] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, [to_section] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL, [handed_by] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, CONSTRAINT [pk_section_handover] PRIMARY KEY ([subject], [place]));
GO
CREATE INDEX [ix_section_handover_from_section_handed_on_subject] ON [dbo].[section_handover] ([from_section] ASC, [handed_on] ASC, [subject] ASC);
GO
CREATE INDEX [ix_section_handover_to_section_handed_on_subject] ON [dbo].[section_handover] ([to_section] ASC, [handed_on] ASC, [subject] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (80, 'open work and hand-overs', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0081 sections and agencies
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[section] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [code] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL, [name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [english_name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL, [closed] BIT NOT NULL, [version] INT NOT NULL, CONSTRAINT [pk_section] PRIMARY KEY ([subject]));
GO
CREATE TABLE [dbo].[agency] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [code] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL, [name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [english_name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL, [kind] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [closed] BIT NOT NULL, [version] INT NOT NULL, CONSTRAINT [pk_agency] PRIMARY KEY ([subject]));
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (81, 'sections and agencies', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0082 awaited steps
BEGIN TRANSACTION;
GO
ALTER TABLE [dbo].[inspection_case] ADD [awaits] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL;
GO
ALTER TABLE [dbo].[inspection_case] ADD [awaited_by] BIGINT NOT NULL CONSTRAINT [DF_inspection_case_awaited_by] DEFAULT 9223372036854775807;
GO
CREATE INDEX [ix_inspection_case_awaits_awaited_by_subject] ON [dbo].[inspection_case] ([awaits] ASC, [awaited_by] ASC, [subject] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (82, 'awaited steps', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0083 indexes of overdue lists
BEGIN TRANSACTION;
GO
CREATE INDEX ix_inspection_case_is_overdue_section_received_on_subject_stage ON inspection_case (section, received_on, subject, stage, is_overdue) WHERE is_overdue = 1;
GO
CREATE INDEX ix_inspection_case_is_overdue_section_subject ON inspection_case (section, subject, is_overdue) WHERE is_overdue = 1;
GO
CREATE INDEX ix_inspection_case_is_overdue_received_on_subject ON inspection_case (received_on, subject, is_overdue) WHERE is_overdue = 1;
GO
CREATE INDEX ix_inspection_case_is_overdue_subject ON inspection_case (subject, is_overdue) WHERE is_overdue = 1;
GO
CREATE INDEX ix_inspection_case_must_transfer_section_received_on_subject ON inspection_case (section, received_on, subject, must_transfer) WHERE must_transfer = 1;
GO
CREATE INDEX ix_inspection_case_is_major_goods_value_subject_stage ON inspection_case (goods_value, subject, stage, is_major) WHERE is_major = 1;
GO
CREATE INDEX ix_crime_transfer_is_overdue_section_opened_on_subject ON crime_transfer (section, opened_on, subject, is_overdue) WHERE is_overdue = 1;
GO
CREATE INDEX ix_crime_transfer_is_overdue_subject ON crime_transfer (subject, is_overdue) WHERE is_overdue = 1;
GO
CREATE INDEX ix_inspection_is_late_section_status_planned_on_subject ON inspection (section, status, planned_on, subject, is_late) WHERE is_late = 1;
GO
CREATE INDEX ix_inspection_is_late_status_planned_on_subject ON inspection (status, planned_on, subject, is_late) WHERE is_late = 1;
GO
CREATE INDEX [ix_rectification_section_status_due_on_subject] ON [dbo].[rectification] ([section] ASC, [status] ASC, [due_on] ASC, [subject] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (83, 'indexes of overdue lists', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0084 index of sweep campaigns
BEGIN TRANSACTION;
GO
CREATE INDEX [ix_inspection_basis_campaign_status_planned_on] ON [dbo].[inspection] ([basis] ASC, [campaign] ASC, [status] ASC, [planned_on] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (84, 'index of sweep campaigns', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0085 product classes
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[product_class] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [code] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL, [name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [english_name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL, [is_key] BIT NOT NULL, [closed] BIT NOT NULL, [closed_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL, [version] INT NOT NULL, CONSTRAINT [pk_product_class] PRIMARY KEY ([subject]));
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (85, 'product classes', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0086 areas
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[area] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [code] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL, [name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [english_name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL, [kind] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [closed] BIT NOT NULL, [closed_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL, [version] INT NOT NULL, CONSTRAINT [pk_area] PRIMARY KEY ([subject]));
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (86, 'areas', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0087 enterprise areas
BEGIN TRANSACTION;
GO
ALTER TABLE [dbo].[enterprise] ADD [area] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL;
GO
CREATE INDEX [ix_enterprise_area_subject] ON [dbo].[enterprise] ([area] ASC, [subject] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (87, 'enterprise areas', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0088 unique names
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[unique_name] ([concept] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL, [name_hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL, [subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, CONSTRAINT [pk_unique_name] PRIMARY KEY ([concept], [name_hash]));
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (88, 'unique names', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0089 counts
BEGIN TRANSACTION;
GO
ALTER TABLE [dbo].[inspection_case] ADD [main_product_class] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL;
GO
UPDATE inspection_case SET main_product_class = (SELECT part.code FROM inspection_case_product_class part WHERE part.subject = inspection_case.subject AND part.place = 0);
GO
CREATE TABLE [dbo].[case_count] ([cell] nvarchar(280) COLLATE Latin1_General_100_BIN2 NOT NULL, [writer] INT NOT NULL, [row_count] BIGINT NOT NULL, [period] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [violation] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL, [stage] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [goods_value] BIGINT NOT NULL, CONSTRAINT [pk_case_count] PRIMARY KEY ([cell], [writer]));
GO
CREATE INDEX [ix_case_count_period] ON [dbo].[case_count] ([period] ASC);
GO
INSERT INTO case_count (cell, writer, period, violation, stage, row_count, goods_value) SELECT COALESCE(REPLACE(REPLACE(SUBSTRING(received_on, 1, 4), '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(violation, '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(stage, '\', '\\'), '|', '\|'), '\-'), 0, SUBSTRING(received_on, 1, 4), violation, stage, COUNT(*), CAST(SUM(goods_value) AS bigint) FROM inspection_case GROUP BY SUBSTRING(received_on, 1, 4), violation, stage;
GO
INSERT INTO case_count (cell, writer, period, violation, stage, row_count, goods_value) SELECT COALESCE(REPLACE(REPLACE(SUBSTRING(received_on, 1, 7), '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(violation, '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(stage, '\', '\\'), '|', '\|'), '\-'), 0, SUBSTRING(received_on, 1, 7), violation, stage, COUNT(*), CAST(SUM(goods_value) AS bigint) FROM inspection_case GROUP BY SUBSTRING(received_on, 1, 7), violation, stage;
GO
CREATE TABLE [dbo].[case_class_count] ([cell] nvarchar(280) COLLATE Latin1_General_100_BIN2 NOT NULL, [writer] INT NOT NULL, [row_count] BIGINT NOT NULL, [period] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [violation] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL, [stage] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [main_product_class] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, [goods_value] BIGINT NOT NULL, CONSTRAINT [pk_case_class_count] PRIMARY KEY ([cell], [writer]));
GO
CREATE INDEX [ix_case_class_count_period] ON [dbo].[case_class_count] ([period] ASC);
GO
INSERT INTO case_class_count (cell, writer, period, violation, stage, main_product_class, row_count, goods_value) SELECT COALESCE(REPLACE(REPLACE(SUBSTRING(received_on, 1, 7), '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(violation, '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(stage, '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(main_product_class, '\', '\\'), '|', '\|'), '\-'), 0, SUBSTRING(received_on, 1, 7), violation, stage, main_product_class, COUNT(*), CAST(SUM(goods_value) AS bigint) FROM inspection_case GROUP BY SUBSTRING(received_on, 1, 7), violation, stage, main_product_class;
GO
CREATE TABLE [dbo].[case_work_count] ([cell] nvarchar(280) COLLATE Latin1_General_100_BIN2 NOT NULL, [writer] INT NOT NULL, [row_count] BIGINT NOT NULL, [section] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, [stage] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [awaits] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL, [is_overdue] BIT NOT NULL, [must_transfer] BIT NOT NULL, [is_major] BIT NOT NULL, CONSTRAINT [pk_case_work_count] PRIMARY KEY ([cell], [writer]));
GO
INSERT INTO case_work_count (cell, writer, section, stage, awaits, is_overdue, must_transfer, is_major, row_count) SELECT COALESCE(REPLACE(REPLACE(section, '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(stage, '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(awaits, '\', '\\'), '|', '\|'), '\-') + '|' + CASE WHEN is_overdue = 1 THEN '1' ELSE '0' END + '|' + CASE WHEN must_transfer = 1 THEN '1' ELSE '0' END + '|' + CASE WHEN is_major = 1 THEN '1' ELSE '0' END, 0, section, stage, awaits, is_overdue, must_transfer, is_major, COUNT(*) FROM inspection_case GROUP BY section, stage, awaits, is_overdue, must_transfer, is_major;
GO
CREATE TABLE [dbo].[licence_count] ([cell] nvarchar(280) COLLATE Latin1_General_100_BIN2 NOT NULL, [writer] INT NOT NULL, [row_count] BIGINT NOT NULL, [period] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [status] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, CONSTRAINT [pk_licence_count] PRIMARY KEY ([cell], [writer]));
GO
CREATE INDEX [ix_licence_count_period] ON [dbo].[licence_count] ([period] ASC);
GO
INSERT INTO licence_count (cell, writer, period, status, row_count) SELECT COALESCE(REPLACE(REPLACE(SUBSTRING(valid_to, 1, 7), '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(status, '\', '\\'), '|', '\|'), '\-'), 0, SUBSTRING(valid_to, 1, 7), status, COUNT(*) FROM licence GROUP BY SUBSTRING(valid_to, 1, 7), status;
GO
CREATE TABLE [dbo].[inspection_work_count] ([cell] nvarchar(280) COLLATE Latin1_General_100_BIN2 NOT NULL, [writer] INT NOT NULL, [row_count] BIGINT NOT NULL, [section] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, [status] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [is_late] BIT NOT NULL, CONSTRAINT [pk_inspection_work_count] PRIMARY KEY ([cell], [writer]));
GO
INSERT INTO inspection_work_count (cell, writer, section, status, is_late, row_count) SELECT COALESCE(REPLACE(REPLACE(section, '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(status, '\', '\\'), '|', '\|'), '\-') + '|' + CASE WHEN is_late = 1 THEN '1' ELSE '0' END, 0, section, status, is_late, COUNT(*) FROM inspection GROUP BY section, status, is_late;
GO
CREATE TABLE [dbo].[inspection_campaign_count] ([cell] nvarchar(280) COLLATE Latin1_General_100_BIN2 NOT NULL, [writer] INT NOT NULL, [row_count] BIGINT NOT NULL, [campaign] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, [basis] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [status] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [planned_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, CONSTRAINT [pk_inspection_campaign_count] PRIMARY KEY ([cell], [writer]));
GO
INSERT INTO inspection_campaign_count (cell, writer, campaign, basis, status, planned_on, row_count) SELECT COALESCE(REPLACE(REPLACE(campaign, '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(basis, '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(status, '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(planned_on, '\', '\\'), '|', '\|'), '\-'), 0, campaign, basis, status, planned_on, COUNT(*) FROM inspection GROUP BY campaign, basis, status, planned_on;
GO
CREATE TABLE [dbo].[rectification_count] ([cell] nvarchar(280) COLLATE Latin1_General_100_BIN2 NOT NULL, [writer] INT NOT NULL, [row_count] BIGINT NOT NULL, [section] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, [status] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [proposed_measure] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL, CONSTRAINT [pk_rectification_count] PRIMARY KEY ([cell], [writer]));
GO
INSERT INTO rectification_count (cell, writer, section, status, proposed_measure, row_count) SELECT COALESCE(REPLACE(REPLACE(section, '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(status, '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(proposed_measure, '\', '\\'), '|', '\|'), '\-'), 0, section, status, proposed_measure, COUNT(*) FROM rectification GROUP BY section, status, proposed_measure;
GO
CREATE TABLE [dbo].[crime_transfer_count] ([cell] nvarchar(280) COLLATE Latin1_General_100_BIN2 NOT NULL, [writer] INT NOT NULL, [row_count] BIGINT NOT NULL, [section] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, [status] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [is_overdue] BIT NOT NULL, CONSTRAINT [pk_crime_transfer_count] PRIMARY KEY ([cell], [writer]));
GO
INSERT INTO crime_transfer_count (cell, writer, section, status, is_overdue, row_count) SELECT COALESCE(REPLACE(REPLACE(section, '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(status, '\', '\\'), '|', '\|'), '\-') + '|' + CASE WHEN is_overdue = 1 THEN '1' ELSE '0' END, 0, section, status, is_overdue, COUNT(*) FROM crime_transfer GROUP BY section, status, is_overdue;
GO
CREATE TABLE [dbo].[open_work_count] ([cell] nvarchar(280) COLLATE Latin1_General_100_BIN2 NOT NULL, [writer] INT NOT NULL, [row_count] BIGINT NOT NULL, [section] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, [place] INT NOT NULL, CONSTRAINT [pk_open_work_count] PRIMARY KEY ([cell], [writer]));
GO
INSERT INTO open_work_count (cell, writer, section, place, row_count) SELECT COALESCE(REPLACE(REPLACE(section, '\', '\\'), '|', '\|'), '\-') + '|' + CAST(place AS varchar(20)), 0, section, place, COUNT(*) FROM open_work GROUP BY section, place;
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (89, 'counts', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0090 indexes of lists
BEGIN TRANSACTION;
GO
CREATE INDEX ix_inspection_case_must_transfer_received_on_subject ON inspection_case (received_on, subject, must_transfer) WHERE must_transfer = 1;
GO
CREATE INDEX ix_inspection_case_is_major_received_on_subject_stage ON inspection_case (received_on, subject, stage, is_major) WHERE is_major = 1;
GO
CREATE INDEX ix_inspection_case_is_major_section_received_on_subject_stage ON inspection_case (section, received_on, subject, stage, is_major) WHERE is_major = 1;
GO
CREATE INDEX ix_inspection_case_is_major_section_goods_value_subject_stage ON inspection_case (section, goods_value, subject, stage, is_major) WHERE is_major = 1;
GO
DROP INDEX [ix_inspection_case_awaits_awaited_by_subject] ON [dbo].[inspection_case];
GO
CREATE INDEX ix_inspection_case_awaits_awaited_by_subject ON inspection_case (awaits, awaited_by, subject) WHERE awaits IS NOT NULL;
GO
CREATE INDEX ix_inspection_case_awaits_section_awaited_by_subject ON inspection_case (awaits, section, awaited_by, subject) WHERE awaits IS NOT NULL;
GO
CREATE INDEX ix_inspection_case_awaits_received_on_subject ON inspection_case (awaits, received_on, subject) WHERE awaits IS NOT NULL;
GO
CREATE INDEX [ix_inspection_case_section_stage_received_on_subject] ON [dbo].[inspection_case] ([section] ASC, [stage] ASC, [received_on] ASC, [subject] ASC);
GO
CREATE INDEX [ix_inspection_case_section_received_on_subject_stage_violation] ON [dbo].[inspection_case] ([section] ASC, [received_on] ASC, [subject] ASC, [stage] ASC, [violation] ASC);
GO
CREATE INDEX [ix_inspection_case_violation_received_on_subject] ON [dbo].[inspection_case] ([violation] ASC, [received_on] ASC, [subject] ASC);
GO
CREATE INDEX ix_licence_withdrawal_requested_valid_to_subject ON licence (valid_to, subject, withdrawal_requested) WHERE withdrawal_requested = 1;
GO
CREATE INDEX ix_licence_deregistration_proposed_valid_to_subject ON licence (valid_to, subject, deregistration_proposed) WHERE deregistration_proposed = 1;
GO
DROP INDEX [ix_inspection_basis_campaign_status_planned_on] ON [dbo].[inspection];
GO
CREATE INDEX [ix_inspection_basis_planned_on_subject] ON [dbo].[inspection] ([basis] ASC, [planned_on] ASC, [subject] ASC);
GO
CREATE INDEX [ix_inspection_section_planned_on_subject] ON [dbo].[inspection] ([section] ASC, [planned_on] ASC, [subject] ASC);
GO
CREATE INDEX [ix_inspection_section_status_planned_on_subject] ON [dbo].[inspection] ([section] ASC, [status] ASC, [planned_on] ASC, [subject] ASC);
GO
CREATE INDEX ix_inspection_result_planned_on_subject ON inspection (result, planned_on, subject) WHERE result IS NOT NULL;
GO
CREATE INDEX ix_inspection_product_class_planned_on_subject ON inspection (product_class, planned_on, subject) WHERE product_class IS NOT NULL;
GO
CREATE INDEX ix_inspection_case_number_planned_on_subject ON inspection (case_number, planned_on, subject) WHERE case_number IS NOT NULL;
GO
DROP INDEX [ix_rectification_proposed_measure_due_on] ON [dbo].[rectification];
GO
CREATE INDEX ix_rectification_due_on_subject_proposed_measure ON rectification (due_on, subject, proposed_measure) WHERE proposed_measure IS NOT NULL;
GO
CREATE INDEX [ix_rectification_section_due_on_subject_status] ON [dbo].[rectification] ([section] ASC, [due_on] ASC, [subject] ASC, [status] ASC);
GO
CREATE INDEX ix_rectification_section_due_on_subject_proposed_measure ON rectification (section, due_on, subject, proposed_measure) WHERE proposed_measure IS NOT NULL;
GO
CREATE INDEX ix_rectification_product_class_due_on_subject ON rectification (product_class, due_on, subject) WHERE product_class IS NOT NULL;
GO
CREATE INDEX ix_crime_transfer_is_overdue_opened_on_subject ON crime_transfer (opened_on, subject, is_overdue) WHERE is_overdue = 1;
GO
CREATE INDEX ix_crime_transfer_is_overdue_section_subject ON crime_transfer (section, subject, is_overdue) WHERE is_overdue = 1;
GO
CREATE INDEX [ix_crime_transfer_section_status_opened_on_subject] ON [dbo].[crime_transfer] ([section] ASC, [status] ASC, [opened_on] ASC, [subject] ASC);
GO
CREATE INDEX [ix_crime_transfer_section_opened_on_subject_status] ON [dbo].[crime_transfer] ([section] ASC, [opened_on] ASC, [subject] ASC, [status] ASC);
GO
CREATE INDEX ix_crime_transfer_visible_agency_opened_on_subject ON crime_transfer (agency, opened_on, subject, visible) WHERE visible = 1;
GO
CREATE INDEX ix_crime_transfer_visible_agency_status_opened_on_subject ON crime_transfer (agency, status, opened_on, subject, visible) WHERE visible = 1;
GO
DROP INDEX [ix_deadline_due_at] ON [dbo].[deadline];
GO
DROP INDEX [ix_deadline_kind_due_at] ON [dbo].[deadline];
GO
CREATE INDEX [ix_deadline_due_at_subject_kind] ON [dbo].[deadline] ([due_at] ASC, [subject] ASC, [kind] ASC);
GO
CREATE INDEX [ix_deadline_section_due_at_subject_kind] ON [dbo].[deadline] ([section] ASC, [due_at] ASC, [subject] ASC, [kind] ASC);
GO
DROP INDEX [ix_open_work_section_subject] ON [dbo].[open_work];
GO
CREATE INDEX [ix_open_work_section_place_subject] ON [dbo].[open_work] ([section] ASC, [place] ASC, [subject] ASC);
GO
CREATE INDEX [ix_enterprise_risk_level_subject] ON [dbo].[enterprise] ([risk_level] ASC, [subject] ASC);
GO
CREATE INDEX ix_enterprise_is_protected_brand_subject ON enterprise (subject, is_protected_brand) WHERE is_protected_brand = 1;
GO
CREATE TABLE [dbo].[enterprise_count] ([cell] nvarchar(280) COLLATE Latin1_General_100_BIN2 NOT NULL, [writer] INT NOT NULL, [row_count] BIGINT NOT NULL, [status] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [risk_level] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [is_protected_brand] BIT NOT NULL, [area] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, CONSTRAINT [pk_enterprise_count] PRIMARY KEY ([cell], [writer]));
GO
INSERT INTO enterprise_count (cell, writer, status, risk_level, is_protected_brand, area, row_count) SELECT COALESCE(REPLACE(REPLACE(status, '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(risk_level, '\', '\\'), '|', '\|'), '\-') + '|' + CASE WHEN is_protected_brand = 1 THEN '1' ELSE '0' END + '|' + COALESCE(REPLACE(REPLACE(area, '\', '\\'), '|', '\|'), '\-'), 0, status, risk_level, is_protected_brand, area, COUNT(*) FROM enterprise GROUP BY status, risk_level, is_protected_brand, area;
GO
DROP TABLE [dbo].[licence_count];
GO
CREATE TABLE [dbo].[licence_count] ([cell] nvarchar(280) COLLATE Latin1_General_100_BIN2 NOT NULL, [writer] INT NOT NULL, [row_count] BIGINT NOT NULL, [period] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [status] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL, CONSTRAINT [pk_licence_count] PRIMARY KEY ([cell], [writer]));
GO
CREATE INDEX [ix_licence_count_period] ON [dbo].[licence_count] ([period] ASC);
GO
INSERT INTO licence_count (cell, writer, period, status, kind, row_count) SELECT COALESCE(REPLACE(REPLACE(SUBSTRING(valid_to, 1, 7), '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(status, '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(kind, '\', '\\'), '|', '\|'), '\-'), 0, SUBSTRING(valid_to, 1, 7), status, kind, COUNT(*) FROM licence GROUP BY SUBSTRING(valid_to, 1, 7), status, kind;
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (90, 'indexes of lists', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0091 approvals
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[approval] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [item] INT NOT NULL, [number] nvarchar(30) COLLATE Latin1_General_100_BIN2 NOT NULL, [step] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [section] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, [title] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL, [summary] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL, [summary_english] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL, [asked_by] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [asked_at] BIGINT NOT NULL, CONSTRAINT [pk_approval] PRIMARY KEY ([subject], [item]));
GO
CREATE INDEX [ix_approval_asked_at_subject_item] ON [dbo].[approval] ([asked_at] ASC, [subject] ASC, [item] ASC);
GO
CREATE INDEX [ix_approval_section_asked_at_subject_item] ON [dbo].[approval] ([section] ASC, [asked_at] ASC, [subject] ASC, [item] ASC);
GO
CREATE INDEX [ix_approval_asked_by_asked_at_subject_item] ON [dbo].[approval] ([asked_by] ASC, [asked_at] ASC, [subject] ASC, [item] ASC);
GO
CREATE TABLE [dbo].[authorisation] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [number] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [deputy] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [steps] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL, [valid_from] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [valid_until] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [granted_by] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [revoked_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL, [version] INT NOT NULL, CONSTRAINT [pk_authorisation] PRIMARY KEY ([subject]));
GO
CREATE INDEX [ix_authorisation_number_subject] ON [dbo].[authorisation] ([number] ASC, [subject] ASC);
GO
CREATE INDEX [ix_authorisation_deputy_valid_until_subject] ON [dbo].[authorisation] ([deputy] ASC, [valid_until] ASC, [subject] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (91, 'approvals', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0093 renewal applications
BEGIN TRANSACTION;
GO
ALTER TABLE [dbo].[licence] ADD [renewal_applied_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL;
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (93, 'renewal applications', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0097 what is overdue, by whom
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[lapsed_deadline] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [kind] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL, [due_at] BIGINT NOT NULL, [rule_text] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL, [section] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, [officer] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [in_working_days] BIT NOT NULL, CONSTRAINT [pk_lapsed_deadline] PRIMARY KEY ([subject], [kind], [due_at]));
GO
CREATE INDEX [ix_lapsed_deadline_due_at_subject_kind] ON [dbo].[lapsed_deadline] ([due_at] ASC, [subject] ASC, [kind] ASC);
GO
CREATE INDEX [ix_lapsed_deadline_section_due_at_subject_kind] ON [dbo].[lapsed_deadline] ([section] ASC, [due_at] ASC, [subject] ASC, [kind] ASC);
GO
CREATE INDEX [ix_lapsed_deadline_officer_due_at_subject_kind] ON [dbo].[lapsed_deadline] ([officer] ASC, [due_at] ASC, [subject] ASC, [kind] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (97, 'what is overdue, by whom', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0098 kinds of violation of cases
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[inspection_case_violation] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [violation] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL, [place] INT NOT NULL, CONSTRAINT [pk_inspection_case_violation] PRIMARY KEY ([subject], [violation]));
GO
CREATE INDEX [ix_inspection_case_violation_violation_subject] ON [dbo].[inspection_case_violation] ([violation] ASC, [subject] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (98, 'kinds of violation of cases', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0099 numbers of cases that people say
BEGIN TRANSACTION;
GO
ALTER TABLE [dbo].[inspection_case] ADD [official_number] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL;
GO
ALTER TABLE [dbo].[inspection_case] ADD [number_series] nvarchar(80) COLLATE Latin1_General_100_BIN2 NULL;
GO
ALTER TABLE [dbo].[inspection_case] ADD [number_in_series] INT;
GO
CREATE INDEX ix_inspection_case_official_number_subject ON inspection_case (official_number, subject) WHERE official_number IS NOT NULL;
GO
CREATE INDEX ix_inspection_case_number_series_number_in_series ON inspection_case (number_series, number_in_series) WHERE number_series IS NOT NULL;
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (99, 'numbers of cases that people say', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0100 numbers of orders, transfers, inspections
BEGIN TRANSACTION;
GO
ALTER TABLE [dbo].[rectification] ADD [official_number] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL;
GO
ALTER TABLE [dbo].[rectification] ADD [number_series] nvarchar(80) COLLATE Latin1_General_100_BIN2 NULL;
GO
ALTER TABLE [dbo].[rectification] ADD [number_in_series] INT;
GO
CREATE INDEX ix_rectification_official_number_subject ON rectification (official_number, subject) WHERE official_number IS NOT NULL;
GO
CREATE INDEX ix_rectification_number_series_number_in_series ON rectification (number_series, number_in_series) WHERE number_series IS NOT NULL;
GO
ALTER TABLE [dbo].[crime_transfer] ADD [official_number] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL;
GO
ALTER TABLE [dbo].[crime_transfer] ADD [number_series] nvarchar(80) COLLATE Latin1_General_100_BIN2 NULL;
GO
ALTER TABLE [dbo].[crime_transfer] ADD [number_in_series] INT;
GO
CREATE INDEX ix_crime_transfer_official_number_subject ON crime_transfer (official_number, subject) WHERE official_number IS NOT NULL;
GO
CREATE INDEX ix_crime_transfer_number_series_number_in_series ON crime_transfer (number_series, number_in_series) WHERE number_series IS NOT NULL;
GO
ALTER TABLE [dbo].[inspection] ADD [official_number] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL;
GO
ALTER TABLE [dbo].[inspection] ADD [number_series] nvarchar(80) COLLATE Latin1_General_100_BIN2 NULL;
GO
ALTER TABLE [dbo].[inspection] ADD [number_in_series] INT;
GO
CREATE INDEX ix_inspection_official_number_subject ON inspection (official_number, subject) WHERE official_number IS NOT NULL;
GO
CREATE INDEX ix_inspection_number_series_number_in_series ON inspection (number_series, number_in_series) WHERE number_series IS NOT NULL;
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (100, 'numbers of orders, transfers, inspections', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0101 approvals by kind
BEGIN TRANSACTION;
GO
CREATE INDEX [ix_approval_step_asked_at_subject_item] ON [dbo].[approval] ([step] ASC, [asked_at] ASC, [subject] ASC, [item] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (101, 'approvals by kind', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0102 texts that people search for
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[enterprise_text] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [text] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL, [pieces] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL);
GO
ALTER TABLE enterprise_text ADD CONSTRAINT pk_enterprise_text PRIMARY KEY NONCLUSTERED (subject, text);
GO
CREATE INDEX [ix_enterprise_text_text] ON [dbo].[enterprise_text] ([text] ASC);
GO
CREATE TABLE [dbo].[licence_text] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [text] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL, [pieces] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL);
GO
ALTER TABLE licence_text ADD CONSTRAINT pk_licence_text PRIMARY KEY NONCLUSTERED (subject, text);
GO
CREATE INDEX [ix_licence_text_text] ON [dbo].[licence_text] ([text] ASC);
GO
CREATE TABLE [dbo].[inspection_case_text] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [text] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL, [pieces] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL);
GO
ALTER TABLE inspection_case_text ADD CONSTRAINT pk_inspection_case_text PRIMARY KEY NONCLUSTERED (subject, text);
GO
CREATE INDEX [ix_inspection_case_text_text] ON [dbo].[inspection_case_text] ([text] ASC);
GO
CREATE TABLE [dbo].[inspection_text] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [text] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL, [pieces] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL);
GO
ALTER TABLE inspection_text ADD CONSTRAINT pk_inspection_text PRIMARY KEY NONCLUSTERED (subject, text);
GO
CREATE INDEX [ix_inspection_text_text] ON [dbo].[inspection_text] ([text] ASC);
GO
CREATE TABLE [dbo].[rectification_text] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [text] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL, [pieces] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL);
GO
ALTER TABLE rectification_text ADD CONSTRAINT pk_rectification_text PRIMARY KEY NONCLUSTERED (subject, text);
GO
CREATE INDEX [ix_rectification_text_text] ON [dbo].[rectification_text] ([text] ASC);
GO
CREATE TABLE [dbo].[crime_transfer_text] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [text] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL, [pieces] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL);
GO
ALTER TABLE crime_transfer_text ADD CONSTRAINT pk_crime_transfer_text PRIMARY KEY NONCLUSTERED (subject, text);
GO
CREATE INDEX [ix_crime_transfer_text_text] ON [dbo].[crime_transfer_text] ([text] ASC);
GO
CREATE TABLE [dbo].[recalled_text] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [text] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL, [pieces] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL);
GO
ALTER TABLE recalled_text ADD CONSTRAINT pk_recalled_text PRIMARY KEY NONCLUSTERED (subject, text);
GO
CREATE INDEX [ix_recalled_text_text] ON [dbo].[recalled_text] ([text] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (102, 'texts that people search for', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0103 code checks
BEGIN TRANSACTION;
GO
ALTER TABLE [dbo].[enterprise] ADD [code_check] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL;
GO
CREATE INDEX ix_enterprise_code_check_subject ON enterprise (code_check, subject) WHERE code_check IS NOT NULL;
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (103, 'code checks', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0105 enterprises that cases are about
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[inspection_case_party] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [credit_code] nvarchar(18) COLLATE Latin1_General_100_BIN2 NOT NULL, [place] INT NOT NULL, CONSTRAINT [pk_inspection_case_party] PRIMARY KEY ([subject], [credit_code]));
GO
CREATE INDEX [ix_inspection_case_party_credit_code_subject] ON [dbo].[inspection_case_party] ([credit_code] ASC, [subject] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (105, 'enterprises that cases are about', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0106 columns of imports that were mapped by hand
BEGIN TRANSACTION;
GO
ALTER TABLE [dbo].[import] ADD [titles] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL;
GO
CREATE INDEX ix_import_titles_queued_at ON import (titles, queued_at) WHERE titles IS NOT NULL;
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (106, 'columns of imports that were mapped by hand', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0107 aliases of product classes
BEGIN TRANSACTION;
GO
ALTER TABLE [dbo].[product_class] ADD [aliases] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL;
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (107, 'aliases of product classes', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0109 names in the order of pinyin
BEGIN TRANSACTION;
GO
ALTER TABLE [dbo].[enterprise] ADD [name_order] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT [DF_enterprise_name_order] DEFAULT N'';
GO
ALTER TABLE [dbo].[account] ADD [name_order] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT [DF_account_name_order] DEFAULT N'';
GO
DROP INDEX [ix_enterprise_district_name_subject] ON [dbo].[enterprise];
GO
CREATE INDEX [ix_enterprise_name_order_subject] ON [dbo].[enterprise] ([name_order] ASC, [subject] ASC);
GO
CREATE INDEX [ix_enterprise_district_name_order_subject] ON [dbo].[enterprise] ([district] ASC, [name_order] ASC, [subject] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (109, 'names in the order of pinyin', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0110 notifications
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[notification] ([id] BIGINT NOT NULL IDENTITY(1,1), [user_name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [at] BIGINT NOT NULL, [kind] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [number] INT NOT NULL, [detail] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, [batch] nvarchar(36) COLLATE Latin1_General_100_BIN2 NULL, [is_unread] BIT NOT NULL, CONSTRAINT [pk_notification] PRIMARY KEY ([id]));
GO
CREATE INDEX [ix_notification_user_name_at_id] ON [dbo].[notification] ([user_name] ASC, [at] ASC, [id] ASC);
GO
CREATE INDEX ix_notification_user_name_batch_kind_id ON notification (user_name, batch, kind, id) WHERE batch IS NOT NULL;
GO
CREATE INDEX ix_notification_is_unread_user_name_at_id ON notification (user_name, at, id, is_unread) WHERE is_unread = 1;
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (110, 'notifications', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0111 notification deliveries
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[notification_delivery] ([id] BIGINT NOT NULL IDENTITY(1,1), [delivery_key] nvarchar(36) COLLATE Latin1_General_100_BIN2 NOT NULL, [user_name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [at] BIGINT NOT NULL, [kind] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [is_gathering] BIT NOT NULL, [failures] INT NOT NULL, [next_at] BIGINT NOT NULL, [is_dead] BIT NOT NULL, [failure] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL, CONSTRAINT [pk_notification_delivery] PRIMARY KEY ([id]));
GO
CREATE INDEX [ix_notification_delivery_is_dead_next_at_id] ON [dbo].[notification_delivery] ([is_dead] ASC, [next_at] ASC, [id] ASC);
GO
CREATE INDEX [ix_notification_delivery_user_name_id] ON [dbo].[notification_delivery] ([user_name] ASC, [id] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (111, 'notification deliveries', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0125 figures of cases in a period
BEGIN TRANSACTION;
GO
ALTER TABLE [dbo].[inspection_case] ADD [was_late] BIT NOT NULL CONSTRAINT [DF_inspection_case_was_late] DEFAULT 0;
GO
UPDATE inspection_case SET was_late = is_overdue;
GO
CREATE INDEX ix_inspection_case_filed_on_subject ON inspection_case (filed_on, subject) WHERE filed_on IS NOT NULL;
GO
CREATE INDEX ix_inspection_case_decided_on_subject ON inspection_case (decided_on, subject) WHERE decided_on IS NOT NULL;
GO
CREATE INDEX ix_inspection_case_ended_on_subject ON inspection_case (ended_on, subject) WHERE ended_on IS NOT NULL;
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (125, 'figures of cases in a period', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0126 orders of lists
BEGIN TRANSACTION;
GO
CREATE INDEX [ix_licence_status_subject] ON [dbo].[licence] ([status] ASC, [subject] ASC);
GO
CREATE INDEX [ix_inspection_status_subject] ON [dbo].[inspection] ([status] ASC, [subject] ASC);
GO
CREATE INDEX [ix_rectification_status_subject] ON [dbo].[rectification] ([status] ASC, [subject] ASC);
GO
CREATE INDEX [ix_crime_transfer_status_subject] ON [dbo].[crime_transfer] ([status] ASC, [subject] ASC);
GO
CREATE INDEX [ix_inspection_number_subject] ON [dbo].[inspection] ([number] ASC, [subject] ASC);
GO
CREATE INDEX [ix_rectification_number_subject] ON [dbo].[rectification] ([number] ASC, [subject] ASC);
GO
CREATE INDEX [ix_rectification_ordered_on_subject] ON [dbo].[rectification] ([ordered_on] ASC, [subject] ASC);
GO
CREATE INDEX [ix_crime_transfer_goods_value_subject] ON [dbo].[crime_transfer] ([goods_value] ASC, [subject] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (126, 'orders of lists', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0132 open work by what is owed first
BEGIN TRANSACTION;
GO
ALTER TABLE [dbo].[open_work] ADD [due_at] BIGINT NOT NULL CONSTRAINT [DF_open_work_due_at] DEFAULT 9223372036854775807;
GO
DROP INDEX [ix_open_work_user_name_subject] ON [dbo].[open_work];
GO
DROP INDEX [ix_open_work_section_place_subject] ON [dbo].[open_work];
GO
CREATE INDEX [ix_open_work_user_name_due_at_subject] ON [dbo].[open_work] ([user_name] ASC, [due_at] ASC, [subject] ASC);
GO
CREATE INDEX [ix_open_work_section_place_due_at_subject] ON [dbo].[open_work] ([section] ASC, [place] ASC, [due_at] ASC, [subject] ASC);
GO
CREATE INDEX [ix_open_work_place_due_at_subject] ON [dbo].[open_work] ([place] ASC, [due_at] ASC, [subject] ASC);
GO
ALTER TABLE [dbo].[inspection_case] ADD [must_publish] BIT NOT NULL CONSTRAINT [DF_inspection_case_must_publish] DEFAULT 0;
GO
CREATE INDEX ix_inspection_case_must_publish_awaited_by_subject ON inspection_case (awaited_by, subject, must_publish) WHERE must_publish = 1;
GO
CREATE INDEX ix_inspection_case_must_publish_section_awaited_by_subject ON inspection_case (section, awaited_by, subject, must_publish) WHERE must_publish = 1;
GO
ALTER TABLE [dbo].[rectification] ADD [is_late] BIT NOT NULL CONSTRAINT [DF_rectification_is_late] DEFAULT 0;
GO
CREATE INDEX ix_rectification_is_late_due_on_subject ON rectification (due_on, subject, is_late) WHERE is_late = 1;
GO
CREATE INDEX ix_rectification_is_late_section_due_on_subject ON rectification (section, due_on, subject, is_late) WHERE is_late = 1;
GO
UPDATE rectification SET is_late = 1 WHERE status = 'OVERDUE' AND (taken_measure IS NULL OR taken_measure <> 'BANNING');
GO
UPDATE inspection_case SET must_publish = 1 WHERE subject IN (SELECT subject FROM deadline WHERE kind IN ('case.publication', 'case.publication-withdrawal')) OR subject IN (SELECT subject FROM lapsed_deadline WHERE kind IN ('case.publication', 'case.publication-withdrawal'));
GO
UPDATE open_work SET due_at = (SELECT MIN(due_at) FROM deadline WHERE deadline.subject = open_work.subject AND kind NOT IN ('case.warning', 'case.join-notice', 'case.licence-notice', 'rectification.warning', 'rectification.licence-change', 'crime-transfer.warning', 'crime-transfer.case-notice', 'inspection.case-notice', 'crime-transfer.police-forwarding', 'crime-transfer.police-decision', 'crime-transfer.reconsideration-decision', 'crime-transfer.early-intervention')) WHERE (SELECT MIN(due_at) FROM deadline WHERE deadline.subject = open_work.subject AND kind NOT IN ('case.warning', 'case.join-notice', 'case.licence-notice', 'rectification.warning', 'rectification.licence-change', 'crime-transfer.warning', 'crime-transfer.case-notice', 'inspection.case-notice', 'crime-transfer.police-forwarding', 'crime-transfer.police-decision', 'crime-transfer.reconsideration-decision', 'crime-transfer.early-intervention')) < open_work.due_at;
GO
UPDATE open_work SET due_at = (SELECT MIN(due_at) FROM lapsed_deadline WHERE lapsed_deadline.subject = open_work.subject AND kind NOT IN ('case.warning', 'case.join-notice', 'case.licence-notice', 'rectification.warning', 'rectification.licence-change', 'crime-transfer.warning', 'crime-transfer.case-notice', 'inspection.case-notice', 'crime-transfer.police-forwarding', 'crime-transfer.police-decision', 'crime-transfer.reconsideration-decision', 'crime-transfer.early-intervention')) WHERE (SELECT MIN(due_at) FROM lapsed_deadline WHERE lapsed_deadline.subject = open_work.subject AND kind NOT IN ('case.warning', 'case.join-notice', 'case.licence-notice', 'rectification.warning', 'rectification.licence-change', 'crime-transfer.warning', 'crime-transfer.case-notice', 'inspection.case-notice', 'crime-transfer.police-forwarding', 'crime-transfer.police-decision', 'crime-transfer.reconsideration-decision', 'crime-transfer.early-intervention')) < open_work.due_at;
GO
UPDATE open_work SET due_at = (SELECT MIN((DATEDIFF_BIG(second, '1970-01-01', CAST(due_on AS datetime2)) + 57600) * 1000) FROM rectification WHERE rectification.subject = open_work.subject AND is_late = 1) WHERE (SELECT MIN((DATEDIFF_BIG(second, '1970-01-01', CAST(due_on AS datetime2)) + 57600) * 1000) FROM rectification WHERE rectification.subject = open_work.subject AND is_late = 1) < open_work.due_at;
GO
UPDATE open_work SET due_at = (SELECT MIN((DATEDIFF_BIG(second, '1970-01-01', CAST(planned_on AS datetime2)) + 57600) * 1000) FROM inspection WHERE inspection.subject = open_work.subject AND status = 'PLANNED' AND is_late = 1) WHERE (SELECT MIN((DATEDIFF_BIG(second, '1970-01-01', CAST(planned_on AS datetime2)) + 57600) * 1000) FROM inspection WHERE inspection.subject = open_work.subject AND status = 'PLANNED' AND is_late = 1) < open_work.due_at;
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (132, 'open work by what is owed first', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0133 enterprise telephones
BEGIN TRANSACTION;
GO
ALTER TABLE [dbo].[enterprise] ADD [telephone] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL;
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (133, 'enterprise telephones', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0134 preferences
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[preference] ([user_name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [value] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NOT NULL, [kept_at] BIGINT NOT NULL, CONSTRAINT [pk_preference] PRIMARY KEY ([user_name], [name]));
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (134, 'preferences', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0148 texts of rules
BEGIN TRANSACTION;
GO
UPDATE deadline SET rule_text = REPLACE(rule_text, N'（条号待核）', '') WHERE rule_text LIKE N'%（条号待核）%';
GO
UPDATE lapsed_deadline SET rule_text = REPLACE(rule_text, N'（条号待核）', '') WHERE rule_text LIKE N'%（条号待核）%';
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (148, 'texts of rules', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0150 facts
BEGIN TRANSACTION;
GO
ALTER TABLE [dbo].[tally] ADD [party] nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL;
GO
ALTER TABLE [dbo].[tally] ADD [recorded_at] BIGINT NOT NULL CONSTRAINT [DF_tally_recorded_at] DEFAULT 0;
GO
ALTER TABLE [dbo].[tally] ADD [place] INT NOT NULL CONSTRAINT [DF_tally_place] DEFAULT 0;
GO
UPDATE tally SET recorded_at = COALESCE((SELECT entry.at FROM journal entry WHERE entry.subject = tally.subject AND entry.number = tally.number), 0);
GO
UPDATE tally SET place = (SELECT COUNT(*) FROM tally other WHERE other.subject = tally.subject AND other.number = tally.number AND other.id < tally.id);
GO
CREATE INDEX [ix_tally_measure_day_id] ON [dbo].[tally] ([measure] ASC, [day] ASC, [id] ASC);
GO
CREATE INDEX [ix_tally_recorded_at] ON [dbo].[tally] ([recorded_at] ASC);
GO
CREATE TABLE [dbo].[tally_count] ([cell] nvarchar(280) COLLATE Latin1_General_100_BIN2 NOT NULL, [writer] INT NOT NULL, [row_count] BIGINT NOT NULL, [period] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [measure] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL, [section] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL, [agency] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL, [product_class] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL, [violation] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, [amount] BIGINT NOT NULL, CONSTRAINT [pk_tally_count] PRIMARY KEY ([cell], [writer]));
GO
CREATE INDEX [ix_tally_count_period_measure] ON [dbo].[tally_count] ([period] ASC, [measure] ASC);
GO
INSERT INTO tally_count (cell, writer, period, measure, section, agency, product_class, violation, row_count, amount) SELECT COALESCE(REPLACE(REPLACE(SUBSTRING(day, 1, 7), '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(measure, '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(section, '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(agency, '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(product_class, '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(violation, '\', '\\'), '|', '\|'), '\-'), 0, SUBSTRING(day, 1, 7), measure, section, agency, product_class, violation, COUNT(*), CAST(SUM(amount) AS bigint) FROM tally GROUP BY SUBSTRING(day, 1, 7), measure, section, agency, product_class, violation;
GO
INSERT INTO tally_count (cell, writer, period, measure, section, agency, product_class, violation, row_count, amount) SELECT COALESCE(REPLACE(REPLACE(SUBSTRING(day, 1, 10), '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(measure, '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(section, '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(agency, '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(product_class, '\', '\\'), '|', '\|'), '\-') + '|' + COALESCE(REPLACE(REPLACE(violation, '\', '\\'), '|', '\|'), '\-'), 0, SUBSTRING(day, 1, 10), measure, section, agency, product_class, violation, COUNT(*), CAST(SUM(amount) AS bigint) FROM tally GROUP BY SUBSTRING(day, 1, 10), measure, section, agency, product_class, violation;
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (150, 'facts', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0151 facts by recording
BEGIN TRANSACTION;
GO
DROP INDEX [ix_tally_recorded_at] ON [dbo].[tally];
GO
CREATE INDEX [ix_tally_measure_recorded_at_id] ON [dbo].[tally] ([measure] ASC, [recorded_at] ASC, [id] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (151, 'facts by recording', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0155 facts about holders of licences
BEGIN TRANSACTION;
GO
ALTER TABLE [dbo].[tally] ADD [is_licensed] BIT;
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (155, 'facts about holders of licences', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0156 form entries
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[form_entry] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [number] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [figure] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL, [section] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL, [product_class] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, [valid_from] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [valid_until] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [amount] INT NOT NULL, [entered_by] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [entered_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [corrected_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL, [version] INT NOT NULL, CONSTRAINT [pk_form_entry] PRIMARY KEY ([subject]));
GO
CREATE INDEX [ix_form_entry_number_subject] ON [dbo].[form_entry] ([number] ASC, [subject] ASC);
GO
CREATE INDEX [ix_form_entry_figure_valid_until_subject] ON [dbo].[form_entry] ([figure] ASC, [valid_until] ASC, [subject] ASC);
GO
CREATE INDEX [ix_form_entry_valid_until_subject] ON [dbo].[form_entry] ([valid_until] ASC, [subject] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (156, 'form entries', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0158 campaigns
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[campaign] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [version] INT NOT NULL, [code] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL, [name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [area_of_law] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL, [notice_number] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL, [begins_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [ends_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [parent] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL, [status] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [is_open] BIT NOT NULL, CONSTRAINT [pk_campaign] PRIMARY KEY ([subject]));
GO
CREATE INDEX [ix_campaign_code_subject] ON [dbo].[campaign] ([code] ASC, [subject] ASC);
GO
CREATE INDEX [ix_campaign_begins_on_subject] ON [dbo].[campaign] ([begins_on] ASC, [subject] ASC);
GO
CREATE TABLE [dbo].[campaign_task] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [version] INT NOT NULL, [number] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [campaign] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL, [serial] INT NOT NULL, [text] nvarchar(500) COLLATE Latin1_General_100_BIN2 NOT NULL, [lead_section] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL, [due_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [status] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [is_late] BIT NOT NULL, [is_open] BIT NOT NULL, [awaits] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL, CONSTRAINT [pk_campaign_task] PRIMARY KEY ([subject]));
GO
CREATE INDEX [ix_campaign_task_number_subject] ON [dbo].[campaign_task] ([number] ASC, [subject] ASC);
GO
CREATE INDEX [ix_campaign_task_due_on_subject] ON [dbo].[campaign_task] ([due_on] ASC, [subject] ASC);
GO
CREATE INDEX [ix_campaign_task_campaign_serial_subject] ON [dbo].[campaign_task] ([campaign] ASC, [serial] ASC, [subject] ASC);
GO
CREATE INDEX [ix_campaign_task_lead_section_awaits_due_on_subject] ON [dbo].[campaign_task] ([lead_section] ASC, [awaits] ASC, [due_on] ASC, [subject] ASC);
GO
CREATE INDEX [ix_campaign_task_awaits_due_on_subject] ON [dbo].[campaign_task] ([awaits] ASC, [due_on] ASC, [subject] ASC);
GO
CREATE TABLE [dbo].[campaign_task_count] ([cell] nvarchar(280) COLLATE Latin1_General_100_BIN2 NOT NULL, [writer] INT NOT NULL, [row_count] BIGINT NOT NULL, [campaign] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL, [lead_section] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL, [status] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [is_late] BIT NOT NULL, CONSTRAINT [pk_campaign_task_count] PRIMARY KEY ([cell], [writer]));
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (158, 'campaigns', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0162 cases whose goods were valued
BEGIN TRANSACTION;
GO
ALTER TABLE [dbo].[inspection_case] ADD [goods_valued] BIT NOT NULL CONSTRAINT [DF_inspection_case_goods_valued] DEFAULT 0;
GO
UPDATE inspection_case SET goods_valued = 1 WHERE goods_value > 0;
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (162, 'cases whose goods were valued', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0164 daily reports
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[daily_report] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [version] INT NOT NULL, [number] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [section] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL, [day] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [status] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [is_open] BIT NOT NULL, [owed_by] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, [is_nil] BIT NOT NULL, [by_hand] INT NOT NULL, [differing] INT NOT NULL, [versions] INT NOT NULL, CONSTRAINT [pk_daily_report] PRIMARY KEY ([subject]));
GO
CREATE INDEX [ix_daily_report_number_subject] ON [dbo].[daily_report] ([number] ASC, [subject] ASC);
GO
CREATE INDEX [ix_daily_report_day_subject] ON [dbo].[daily_report] ([day] ASC, [subject] ASC);
GO
CREATE INDEX [ix_daily_report_section_day_subject] ON [dbo].[daily_report] ([section] ASC, [day] ASC, [subject] ASC);
GO
CREATE INDEX [ix_daily_report_owed_by_day_subject] ON [dbo].[daily_report] ([owed_by] ASC, [day] ASC, [subject] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (164, 'daily reports', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0165 daily summaries
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[daily_summary] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [version] INT NOT NULL, [number] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [day] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [status] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [missing] INT NOT NULL, CONSTRAINT [pk_daily_summary] PRIMARY KEY ([subject]));
GO
CREATE INDEX [ix_daily_summary_number_subject] ON [dbo].[daily_summary] ([number] ASC, [subject] ASC);
GO
CREATE INDEX [ix_daily_summary_day_subject] ON [dbo].[daily_summary] ([day] ASC, [subject] ASC);
GO
CREATE INDEX [ix_daily_summary_status_day_subject] ON [dbo].[daily_summary] ([status] ASC, [day] ASC, [subject] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (165, 'daily summaries', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0166 dens
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[den] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [version] INT NOT NULL, [number] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL, [name_order] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL, [address] nvarchar(500) COLLATE Latin1_General_100_BIN2 NOT NULL, [status] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [area] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, [products] nvarchar(500) COLLATE Latin1_General_100_BIN2 NOT NULL, [source] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL, [found_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [section] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, [banned_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL, [ended_on] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL, CONSTRAINT [pk_den] PRIMARY KEY ([subject]));
GO
ALTER TABLE [dbo].[den] ADD [official_number] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL;
GO
ALTER TABLE [dbo].[den] ADD [number_series] nvarchar(80) COLLATE Latin1_General_100_BIN2 NULL;
GO
ALTER TABLE [dbo].[den] ADD [number_in_series] INT;
GO
CREATE INDEX ix_den_official_number_subject ON den (official_number, subject) WHERE official_number IS NOT NULL;
GO
CREATE INDEX ix_den_number_series_number_in_series ON den (number_series, number_in_series) WHERE number_series IS NOT NULL;
GO
CREATE INDEX [ix_den_number_subject] ON [dbo].[den] ([number] ASC, [subject] ASC);
GO
CREATE INDEX [ix_den_name_order_subject] ON [dbo].[den] ([name_order] ASC, [subject] ASC);
GO
CREATE INDEX [ix_den_found_on_subject] ON [dbo].[den] ([found_on] ASC, [subject] ASC);
GO
CREATE INDEX [ix_den_status_found_on_subject] ON [dbo].[den] ([status] ASC, [found_on] ASC, [subject] ASC);
GO
CREATE INDEX [ix_den_area_found_on_subject] ON [dbo].[den] ([area] ASC, [found_on] ASC, [subject] ASC);
GO
CREATE TABLE [dbo].[den_product_class] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [code] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL, [place] INT NOT NULL, CONSTRAINT [pk_den_product_class] PRIMARY KEY ([subject], [code]));
GO
CREATE INDEX [ix_den_product_class_code_subject] ON [dbo].[den_product_class] ([code] ASC, [subject] ASC);
GO
CREATE TABLE [dbo].[den_text] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [text] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL, [pieces] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL);
GO
ALTER TABLE den_text ADD CONSTRAINT pk_den_text PRIMARY KEY NONCLUSTERED (subject, text);
GO
CREATE INDEX [ix_den_text_text] ON [dbo].[den_text] ([text] ASC);
GO
CREATE TABLE [dbo].[den_count] ([cell] nvarchar(280) COLLATE Latin1_General_100_BIN2 NOT NULL, [writer] INT NOT NULL, [row_count] BIGINT NOT NULL, [status] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [area] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL, CONSTRAINT [pk_den_count] PRIMARY KEY ([cell], [writer]));
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (166, 'dens', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0167 inspections and orders of dens
BEGIN TRANSACTION;
GO
DROP INDEX [ix_inspection_enterprise_planned_on_subject] ON [dbo].[inspection];
GO
DROP INDEX [ix_inspection_campaign_status_enterprise] ON [dbo].[inspection];
GO
ALTER TABLE inspection ALTER COLUMN enterprise nvarchar(18) COLLATE Latin1_General_100_BIN2 NULL;
GO
CREATE INDEX [ix_inspection_enterprise_planned_on_subject] ON [dbo].[inspection] ([enterprise] ASC, [planned_on] ASC, [subject] ASC);
GO
CREATE INDEX [ix_inspection_campaign_status_enterprise] ON [dbo].[inspection] ([campaign] ASC, [status] ASC, [enterprise] ASC);
GO
DROP INDEX [ix_rectification_enterprise_due_on_subject] ON [dbo].[rectification];
GO
ALTER TABLE rectification ALTER COLUMN enterprise nvarchar(18) COLLATE Latin1_General_100_BIN2 NULL;
GO
CREATE INDEX [ix_rectification_enterprise_due_on_subject] ON [dbo].[rectification] ([enterprise] ASC, [due_on] ASC, [subject] ASC);
GO
ALTER TABLE [dbo].[inspection] ADD [den] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL;
GO
ALTER TABLE [dbo].[rectification] ADD [den] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL;
GO
ALTER TABLE [dbo].[open_work] ADD [den] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL;
GO
CREATE INDEX ix_inspection_den_planned_on_subject ON inspection (den, planned_on, subject) WHERE den IS NOT NULL;
GO
CREATE INDEX ix_rectification_den_due_on_subject ON rectification (den, due_on, subject) WHERE den IS NOT NULL;
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (167, 'inspections and orders of dens', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0168 dens that cases are about
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[inspection_case_den] ([subject] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL, [den] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL, [place] INT NOT NULL, CONSTRAINT [pk_inspection_case_den] PRIMARY KEY ([subject], [den]));
GO
CREATE INDEX [ix_inspection_case_den_den_subject] ON [dbo].[inspection_case_den] ([den] ASC, [subject] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (168, 'dens that cases are about', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0175 work by its nearest term
BEGIN TRANSACTION;
GO
ALTER TABLE [dbo].[open_work] ADD [official_number] nvarchar(30) COLLATE Latin1_General_100_BIN2 NULL;
GO
UPDATE open_work SET official_number = (SELECT N'案〔' + SUBSTRING(official_number, 1, 4) + N'〕' + SUBSTRING(official_number, 6, 20) + N'号' FROM inspection_case WHERE inspection_case.subject = open_work.subject) WHERE EXISTS (SELECT 1 FROM inspection_case WHERE inspection_case.subject = open_work.subject);
GO
UPDATE open_work SET official_number = (SELECT N'移〔' + SUBSTRING(official_number, 1, 4) + N'〕' + SUBSTRING(official_number, 6, 20) + N'号' FROM crime_transfer WHERE crime_transfer.subject = open_work.subject) WHERE EXISTS (SELECT 1 FROM crime_transfer WHERE crime_transfer.subject = open_work.subject);
GO
UPDATE open_work SET official_number = (SELECT N'责改〔' + SUBSTRING(official_number, 1, 4) + N'〕' + SUBSTRING(official_number, 6, 20) + N'号' FROM rectification WHERE rectification.subject = open_work.subject) WHERE EXISTS (SELECT 1 FROM rectification WHERE rectification.subject = open_work.subject);
GO
UPDATE open_work SET official_number = (SELECT N'检〔' + SUBSTRING(official_number, 1, 4) + N'〕' + SUBSTRING(official_number, 6, 20) + N'号' FROM inspection WHERE inspection.subject = open_work.subject) WHERE EXISTS (SELECT 1 FROM inspection WHERE inspection.subject = open_work.subject);
GO
ALTER TABLE [dbo].[open_work] ADD [due_kind] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL;
GO
UPDATE open_work SET due_kind = COALESCE((SELECT MIN(kind) FROM lapsed_deadline WHERE lapsed_deadline.subject = open_work.subject AND lapsed_deadline.due_at = open_work.due_at AND kind NOT LIKE '%.warning'), (SELECT MIN(kind) FROM deadline WHERE deadline.subject = open_work.subject AND deadline.due_at = open_work.due_at AND kind NOT LIKE '%.warning')) WHERE due_at < 9223372036854775807;
GO
UPDATE open_work SET due_kind = 'rectification.due' WHERE due_kind IS NULL AND subject LIKE 'rectification/%' AND EXISTS (SELECT 1 FROM rectification WHERE rectification.subject = open_work.subject AND status = 'OVERDUE');
GO
UPDATE open_work SET due_kind = 'inspection.due' WHERE due_kind IS NULL AND subject LIKE 'inspection/%';
GO
ALTER TABLE [dbo].[inspection_case] ADD [nearest_by] BIGINT NOT NULL CONSTRAINT [DF_inspection_case_nearest_by] DEFAULT 9223372036854775807;
GO
ALTER TABLE [dbo].[inspection_case] ADD [nearest_term] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL;
GO
ALTER TABLE [dbo].[crime_transfer] ADD [nearest_by] BIGINT NOT NULL CONSTRAINT [DF_crime_transfer_nearest_by] DEFAULT 9223372036854775807;
GO
ALTER TABLE [dbo].[crime_transfer] ADD [nearest_term] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL;
GO
ALTER TABLE [dbo].[rectification] ADD [nearest_by] BIGINT NOT NULL CONSTRAINT [DF_rectification_nearest_by] DEFAULT 9223372036854775807;
GO
ALTER TABLE [dbo].[rectification] ADD [nearest_term] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL;
GO
ALTER TABLE [dbo].[inspection] ADD [nearest_by] BIGINT NOT NULL CONSTRAINT [DF_inspection_nearest_by] DEFAULT 9223372036854775807;
GO
ALTER TABLE [dbo].[inspection] ADD [nearest_term] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL;
GO
ALTER TABLE [dbo].[inspection_case] ADD [awaited_term] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL;
GO
UPDATE crime_transfer SET nearest_by = (SELECT MIN(due_at) FROM open_work WHERE open_work.subject = crime_transfer.subject) WHERE (SELECT MIN(due_at) FROM open_work WHERE open_work.subject = crime_transfer.subject) < nearest_by;
GO
UPDATE rectification SET nearest_by = (SELECT MIN(due_at) FROM open_work WHERE open_work.subject = rectification.subject) WHERE (SELECT MIN(due_at) FROM open_work WHERE open_work.subject = rectification.subject) < nearest_by;
GO
UPDATE inspection SET nearest_by = (SELECT MIN(due_at) FROM open_work WHERE open_work.subject = inspection.subject) WHERE (SELECT MIN(due_at) FROM open_work WHERE open_work.subject = inspection.subject) < nearest_by;
GO
UPDATE inspection_case SET nearest_by = (SELECT MIN(due_at) FROM deadline WHERE deadline.subject = inspection_case.subject AND kind NOT IN ('case.warning', 'case.join-notice', 'case.licence-notice', 'case.publication-end', 'case.legal-review', 'case.hearing-chair', 'case.hearing-date', 'case.hearing-publication', 'case.hearing-report')) WHERE (SELECT MIN(due_at) FROM deadline WHERE deadline.subject = inspection_case.subject AND kind NOT IN ('case.warning', 'case.join-notice', 'case.licence-notice', 'case.publication-end', 'case.legal-review', 'case.hearing-chair', 'case.hearing-date', 'case.hearing-publication', 'case.hearing-report')) < nearest_by;
GO
UPDATE inspection_case SET nearest_by = (SELECT MIN(due_at) FROM lapsed_deadline WHERE lapsed_deadline.subject = inspection_case.subject AND kind NOT IN ('case.warning', 'case.join-notice', 'case.licence-notice', 'case.publication-end', 'case.legal-review', 'case.hearing-chair', 'case.hearing-date', 'case.hearing-publication', 'case.hearing-report')) WHERE (SELECT MIN(due_at) FROM lapsed_deadline WHERE lapsed_deadline.subject = inspection_case.subject AND kind NOT IN ('case.warning', 'case.join-notice', 'case.licence-notice', 'case.publication-end', 'case.legal-review', 'case.hearing-chair', 'case.hearing-date', 'case.hearing-publication', 'case.hearing-report')) < nearest_by;
GO
UPDATE inspection_case SET nearest_term = COALESCE((SELECT MIN(kind) FROM lapsed_deadline WHERE lapsed_deadline.subject = inspection_case.subject AND lapsed_deadline.due_at = inspection_case.nearest_by AND kind NOT LIKE '%.warning'), (SELECT MIN(kind) FROM deadline WHERE deadline.subject = inspection_case.subject AND deadline.due_at = inspection_case.nearest_by AND kind NOT LIKE '%.warning')) WHERE nearest_by < 9223372036854775807;
GO
UPDATE crime_transfer SET nearest_term = COALESCE((SELECT MIN(kind) FROM lapsed_deadline WHERE lapsed_deadline.subject = crime_transfer.subject AND lapsed_deadline.due_at = crime_transfer.nearest_by AND kind NOT LIKE '%.warning'), (SELECT MIN(kind) FROM deadline WHERE deadline.subject = crime_transfer.subject AND deadline.due_at = crime_transfer.nearest_by AND kind NOT LIKE '%.warning')) WHERE nearest_by < 9223372036854775807;
GO
UPDATE rectification SET nearest_term = (SELECT MIN(due_kind) FROM open_work WHERE open_work.subject = rectification.subject);
GO
UPDATE inspection SET nearest_term = 'inspection.due' WHERE nearest_by < 9223372036854775807;
GO
UPDATE inspection_case SET awaited_term = COALESCE((SELECT MIN(kind) FROM lapsed_deadline WHERE lapsed_deadline.subject = inspection_case.subject AND lapsed_deadline.due_at = inspection_case.awaited_by AND kind NOT LIKE '%.warning'), (SELECT MIN(kind) FROM deadline WHERE deadline.subject = inspection_case.subject AND deadline.due_at = inspection_case.awaited_by AND kind NOT LIKE '%.warning')) WHERE awaited_by < 9223372036854775807;
GO
CREATE INDEX [ix_inspection_case_awaits_nearest_by_subject] ON [dbo].[inspection_case] ([awaits] ASC, [nearest_by] ASC, [subject] ASC);
GO
CREATE INDEX [ix_inspection_case_awaits_section_nearest_by_subject] ON [dbo].[inspection_case] ([awaits] ASC, [section] ASC, [nearest_by] ASC, [subject] ASC);
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (175, 'work by its nearest term', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- 0176 dens are acted on in time
BEGIN TRANSACTION;
GO
ALTER TABLE [dbo].[den] ADD [act_by] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL;
GO
INSERT INTO schema_version (version, name, applied_at) VALUES (176, 'dens are acted on in time', DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()));
GO
COMMIT TRANSACTION;
GO

-- Orleans' query texts. The program writes them anew at each start.
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('WriteToStorageKey', 'IF @GrainStateVersion IS NULL
    INSERT INTO grain_state (grain_type, grain_key, n0, n1, service_id, payload, version)
    OUTPUT inserted.version AS NewGrainStateVersion
    SELECT @GrainTypeString, coalesce(@GrainIdExtensionString, ''''), @GrainIdN0, @GrainIdN1, @ServiceId, @PayloadBinary, 1
    WHERE NOT EXISTS (
        SELECT 1 FROM grain_state WITH (UPDLOCK, HOLDLOCK)
        WHERE grain_type = @GrainTypeString AND grain_key = coalesce(@GrainIdExtensionString, '''') AND n0 = @GrainIdN0 AND n1 = @GrainIdN1 AND service_id = @ServiceId);
ELSE
    UPDATE grain_state SET payload = @PayloadBinary, version = version + 1
    OUTPUT inserted.version AS NewGrainStateVersion
    WHERE grain_type = @GrainTypeString AND grain_key = coalesce(@GrainIdExtensionString, '''') AND n0 = @GrainIdN0 AND n1 = @GrainIdN1 AND service_id = @ServiceId
        AND version = @GrainStateVersion;');
GO
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ReadFromStorageKey', 'SELECT payload AS PayloadBinary, version AS Version
FROM grain_state
WHERE grain_type = @GrainTypeString AND grain_key = coalesce(@GrainIdExtensionString, '''') AND n0 = @GrainIdN0 AND n1 = @GrainIdN1 AND service_id = @ServiceId;');
GO
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ClearStorageKey', 'UPDATE grain_state SET payload = NULL, version = version + 1
OUTPUT inserted.version AS NewGrainStateVersion
WHERE grain_type = @GrainTypeString AND grain_key = coalesce(@GrainIdExtensionString, '''') AND n0 = @GrainIdN0 AND n1 = @GrainIdN1 AND service_id = @ServiceId
    AND version = @GrainStateVersion;');
GO
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('DeleteStorageKey', 'DELETE FROM grain_state
OUTPUT deleted.version + 1 AS NewGrainStateVersion
WHERE grain_type = @GrainTypeString AND grain_key = coalesce(@GrainIdExtensionString, '''') AND n0 = @GrainIdN0 AND n1 = @GrainIdN1 AND service_id = @ServiceId
    AND version = @GrainStateVersion;');
GO
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ReadReminderRowsKey', 'SELECT grain_id AS GrainId, reminder_name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
FROM reminder
WHERE service_id = @ServiceId AND grain_id = @GrainId;');
GO
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ReadReminderRowKey', 'SELECT grain_id AS GrainId, reminder_name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
FROM reminder
WHERE service_id = @ServiceId AND grain_id = @GrainId AND reminder_name = @ReminderName;');
GO
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ReadRangeRows1Key', 'SELECT grain_id AS GrainId, reminder_name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
FROM reminder
WHERE service_id = @ServiceId AND grain_hash > @BeginHash AND grain_hash <= @EndHash;');
GO
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ReadRangeRows2Key', 'SELECT grain_id AS GrainId, reminder_name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
FROM reminder
WHERE service_id = @ServiceId AND (grain_hash > @BeginHash OR grain_hash <= @EndHash);');
GO
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('UpsertReminderRowKey', 'SET XACT_ABORT, NOCOUNT ON;
BEGIN TRANSACTION;
UPDATE reminder WITH (UPDLOCK, HOLDLOCK) SET start_time = @StartTime, period = @Period, grain_hash = @GrainHash, version = version + 1
OUTPUT inserted.version AS Version
WHERE service_id = @ServiceId AND grain_id = @GrainId AND reminder_name = @ReminderName;
IF @@ROWCOUNT = 0
    INSERT INTO reminder (service_id, grain_id, reminder_name, start_time, period, grain_hash, version)
    OUTPUT inserted.version AS Version
    VALUES (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 0);
COMMIT TRANSACTION;');
GO
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('DeleteReminderRowKey', 'DELETE FROM reminder
WHERE service_id = @ServiceId AND grain_id = @GrainId AND reminder_name = @ReminderName AND version = @Version;
SELECT @@ROWCOUNT AS Deleted;');
GO
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('DeleteReminderRowsKey', 'DELETE FROM reminder WHERE service_id = @ServiceId;');
GO
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('InsertMembershipVersionKey', 'INSERT INTO membership_version (deployment_id, changed_at, version)
SELECT @DeploymentId, SYSUTCDATETIME(), 0
WHERE NOT EXISTS (SELECT 1 FROM membership_version WITH (UPDLOCK, HOLDLOCK) WHERE deployment_id = @DeploymentId);
SELECT @@ROWCOUNT AS Inserted;');
GO
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('InsertMembershipKey', 'SET XACT_ABORT, NOCOUNT ON;
DECLARE @Done int = 0;
BEGIN TRANSACTION;
UPDATE membership_version SET changed_at = SYSUTCDATETIME(), version = version + 1
WHERE deployment_id = @DeploymentId AND version = @Version;
IF @@ROWCOUNT = 1
BEGIN
    INSERT INTO membership (deployment_id, address, port, generation, silo_name, host_name, status, proxy_port, start_time, i_am_alive_time)
    SELECT @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
    WHERE NOT EXISTS (
        SELECT 1 FROM membership WITH (UPDLOCK, HOLDLOCK)
        WHERE deployment_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation);
    SET @Done = @@ROWCOUNT;
END;
IF @Done = 1 COMMIT TRANSACTION; ELSE ROLLBACK TRANSACTION;
SELECT @Done AS Inserted;');
GO
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('UpdateMembershipKey', 'SET XACT_ABORT, NOCOUNT ON;
DECLARE @Done int = 0;
BEGIN TRANSACTION;
UPDATE membership_version SET changed_at = SYSUTCDATETIME(), version = version + 1
WHERE deployment_id = @DeploymentId AND version = @Version;
IF @@ROWCOUNT = 1
BEGIN
    UPDATE membership SET status = @Status, suspect_times = @SuspectTimes, i_am_alive_time = @IAmAliveTime
    WHERE deployment_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation;
    SET @Done = @@ROWCOUNT;
END;
IF @Done = 1 COMMIT TRANSACTION; ELSE ROLLBACK TRANSACTION;
SELECT @Done AS Updated;');
GO
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('UpdateIAmAlivetimeKey', 'UPDATE membership SET i_am_alive_time = @IAmAliveTime
WHERE deployment_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation;');
GO
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('MembershipReadRowKey', 'SELECT
    member.address AS Address, member.port AS Port, member.generation AS Generation, member.silo_name AS SiloName, member.host_name AS HostName,
    member.status AS Status, member.proxy_port AS ProxyPort, member.suspect_times AS SuspectTimes, member.start_time AS StartTime, member.i_am_alive_time AS IAmAliveTime,
    stored.version AS Version
FROM membership_version AS stored
LEFT JOIN membership AS member
    ON member.deployment_id = stored.deployment_id AND member.address = @Address AND member.port = @Port AND member.generation = @Generation
WHERE stored.deployment_id = @DeploymentId;');
GO
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('MembershipReadAllKey', 'SELECT
    member.address AS Address, member.port AS Port, member.generation AS Generation, member.silo_name AS SiloName, member.host_name AS HostName,
    member.status AS Status, member.proxy_port AS ProxyPort, member.suspect_times AS SuspectTimes, member.start_time AS StartTime, member.i_am_alive_time AS IAmAliveTime,
    stored.version AS Version
FROM membership_version AS stored
LEFT JOIN membership AS member ON member.deployment_id = stored.deployment_id
WHERE stored.deployment_id = @DeploymentId;');
GO
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('GatewaysQueryKey', 'SELECT address AS Address, proxy_port AS ProxyPort, generation AS Generation
FROM membership
WHERE deployment_id = @DeploymentId AND status = @Status AND proxy_port > 0;');
GO
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('DeleteMembershipTableEntriesKey', 'DELETE FROM membership WHERE deployment_id = @DeploymentId;
DELETE FROM membership_version WHERE deployment_id = @DeploymentId;');
GO
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('CleanupDefunctSiloEntriesKey', 'DELETE FROM membership WHERE deployment_id = @DeploymentId AND status <> 3 AND i_am_alive_time < @IAmAliveTime;');
GO
