-- The query texts that Orleans' ADO.NET providers run on PostgreSQL: grain storage, reminders and membership.
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
RETURNING stored.version AS NewGrainStateVersion;

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
RETURNING stored.version AS Version;

-- key: DeleteReminderRowKey
-- The provider reads one row in any case, so the count is selected, 0 included.
WITH deleted AS (
    DELETE FROM reminder
    WHERE service_id = @ServiceId AND grain_id = @GrainId AND reminder_name = @ReminderName AND version = @Version
    RETURNING 1)
SELECT count(*)::int AS Deleted FROM deleted;

-- key: DeleteReminderRowsKey
DELETE FROM reminder WHERE service_id = @ServiceId;

-- key: InsertMembershipVersionKey
WITH inserted AS (
    INSERT INTO membership_version (deployment_id, changed_at, version)
    VALUES (@DeploymentId, now(), 0)
    ON CONFLICT (deployment_id) DO NOTHING
    RETURNING 1)
SELECT count(*)::int AS Inserted FROM inserted;

-- key: InsertMembershipKey
-- One statement, so one transaction: the version row is locked at the expected version, then the member goes in, and only then the version moves.
WITH expected AS (
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
SELECT count(*)::int AS Inserted FROM moved;

-- key: UpdateMembershipKey
-- The same rule as for the insert.
WITH expected AS (
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
SELECT count(*)::int AS Updated FROM moved;

-- key: UpdateIAmAlivetimeKey
UPDATE membership SET i_am_alive_time = @IAmAliveTime
WHERE deployment_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation;

-- key: MembershipReadRowKey
-- The version comes back also where the member is absent.
SELECT
    member.address AS Address, member.port AS Port, member.generation AS Generation, member.silo_name AS SiloName, member.host_name AS HostName,
    member.status AS Status, member.proxy_port AS ProxyPort, member.suspect_times AS SuspectTimes, member.start_time AS StartTime, member.i_am_alive_time AS IAmAliveTime,
    stored.version AS Version
FROM membership_version AS stored
LEFT JOIN membership AS member
    ON member.deployment_id = stored.deployment_id AND member.address = @Address AND member.port = @Port AND member.generation = @Generation
WHERE stored.deployment_id = @DeploymentId;

-- key: MembershipReadAllKey
SELECT
    member.address AS Address, member.port AS Port, member.generation AS Generation, member.silo_name AS SiloName, member.host_name AS HostName,
    member.status AS Status, member.proxy_port AS ProxyPort, member.suspect_times AS SuspectTimes, member.start_time AS StartTime, member.i_am_alive_time AS IAmAliveTime,
    stored.version AS Version
FROM membership_version AS stored
LEFT JOIN membership AS member ON member.deployment_id = stored.deployment_id
WHERE stored.deployment_id = @DeploymentId;

-- key: GatewaysQueryKey
SELECT address AS Address, proxy_port AS ProxyPort, generation AS Generation
FROM membership
WHERE deployment_id = @DeploymentId AND status = @Status AND proxy_port > 0;

-- key: DeleteMembershipTableEntriesKey
DELETE FROM membership WHERE deployment_id = @DeploymentId;
DELETE FROM membership_version WHERE deployment_id = @DeploymentId;

-- key: CleanupDefunctSiloEntriesKey
-- 3 is SiloStatus.Active.
DELETE FROM membership WHERE deployment_id = @DeploymentId AND status <> 3 AND i_am_alive_time < @IAmAliveTime;
