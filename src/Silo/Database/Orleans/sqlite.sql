-- The query texts that Orleans' ADO.NET providers run on SQLite: grain storage and reminders (one silo needs no membership).
-- "-- key: NAME" begins a text; the three files keep the same order and the same comments.
-- Orleans fixes parameter names, result column names and meanings; tables and columns are ours (Migrations/0002).
-- A text holds no BEGIN or COMMIT where it runs inside the commit's transaction.

-- key: WriteToStorageKey
-- First write: no row yet and no version known. Later write: the stored version is the known one. Anything else gives no row, which is the conflict.
INSERT INTO grain_state AS stored (grain_type, grain_key, n0, n1, service_id, payload, version)
SELECT @GrainTypeString, coalesce(@GrainIdExtensionString, ''), @GrainIdN0, @GrainIdN1, @ServiceId, @PayloadBinary, 1
WHERE @GrainStateVersion IS NULL OR EXISTS (
    SELECT 1 FROM grain_state
    WHERE grain_type = @GrainTypeString AND grain_key = coalesce(@GrainIdExtensionString, '') AND n0 = @GrainIdN0 AND n1 = @GrainIdN1 AND service_id = @ServiceId)
ON CONFLICT (grain_type, grain_key, n0, n1, service_id)
DO UPDATE SET payload = excluded.payload, version = stored.version + 1
WHERE stored.version = @GrainStateVersion
RETURNING version AS NewGrainStateVersion;

-- key: ReadFromStorageKey
SELECT payload AS PayloadBinary, version AS Version
FROM grain_state
WHERE grain_type = @GrainTypeString AND grain_key = coalesce(@GrainIdExtensionString, '') AND n0 = @GrainIdN0 AND n1 = @GrainIdN1 AND service_id = @ServiceId;

-- key: ClearStorageKey
UPDATE grain_state SET payload = NULL, version = version + 1
WHERE grain_type = @GrainTypeString AND grain_key = coalesce(@GrainIdExtensionString, '') AND n0 = @GrainIdN0 AND n1 = @GrainIdN1 AND service_id = @ServiceId
    AND version = @GrainStateVersion
RETURNING version AS NewGrainStateVersion;

-- key: DeleteStorageKey
DELETE FROM grain_state
WHERE grain_type = @GrainTypeString AND grain_key = coalesce(@GrainIdExtensionString, '') AND n0 = @GrainIdN0 AND n1 = @GrainIdN1 AND service_id = @ServiceId
    AND version = @GrainStateVersion
RETURNING version + 1 AS NewGrainStateVersion;

-- key: ReadReminderRowsKey
SELECT grain_id AS GrainId, reminder_name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
FROM reminder
WHERE service_id = @ServiceId AND grain_id = @GrainId;

-- key: ReadReminderRowKey
SELECT grain_id AS GrainId, reminder_name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
FROM reminder
WHERE service_id = @ServiceId AND grain_id = @GrainId AND reminder_name = @ReminderName;

-- key: ReadRangeRows1Key
SELECT grain_id AS GrainId, reminder_name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
FROM reminder
WHERE service_id = @ServiceId AND grain_hash > @BeginHash AND grain_hash <= @EndHash;

-- key: ReadRangeRows2Key
-- The range wraps over the end of the hash ring.
SELECT grain_id AS GrainId, reminder_name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
FROM reminder
WHERE service_id = @ServiceId AND (grain_hash > @BeginHash OR grain_hash <= @EndHash);

-- key: UpsertReminderRowKey
INSERT INTO reminder AS stored (service_id, grain_id, reminder_name, start_time, period, grain_hash, version)
VALUES (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 0)
ON CONFLICT (service_id, grain_id, reminder_name)
DO UPDATE SET start_time = excluded.start_time, period = excluded.period, grain_hash = excluded.grain_hash, version = stored.version + 1
RETURNING version AS Version;

-- key: DeleteReminderRowKey
-- The provider reads one row in any case, so the count is selected, 0 included.
DELETE FROM reminder
WHERE service_id = @ServiceId AND grain_id = @GrainId AND reminder_name = @ReminderName AND version = @Version;
SELECT changes() AS Deleted;

-- key: DeleteReminderRowsKey
DELETE FROM reminder WHERE service_id = @ServiceId;
