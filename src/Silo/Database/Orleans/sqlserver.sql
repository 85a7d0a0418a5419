-- The query texts that Orleans' ADO.NET providers run on SQL Server: grain storage, reminders and membership.
-- "-- key: NAME" begins a text; the three files keep the same order and the same comments.
-- Orleans fixes parameter names, result column names and meanings; tables and columns are ours (Migrations/0002).
-- A text holds no BEGIN or COMMIT where it runs inside the commit's transaction.

-- key: WriteToStorageKey
-- First write: no row yet and no version known. Later write: the stored version is the known one. Anything else gives no row, which is the conflict.
IF @GrainStateVersion IS NULL
    INSERT INTO grain_state (grain_type, grain_key, n0, n1, service_id, payload, version)
    OUTPUT inserted.version AS NewGrainStateVersion
    SELECT @GrainTypeString, coalesce(@GrainIdExtensionString, ''), @GrainIdN0, @GrainIdN1, @ServiceId, @PayloadBinary, 1
    WHERE NOT EXISTS (
        SELECT 1 FROM grain_state WITH (UPDLOCK, HOLDLOCK)
        WHERE grain_type = @GrainTypeString AND grain_key = coalesce(@GrainIdExtensionString, '') AND n0 = @GrainIdN0 AND n1 = @GrainIdN1 AND service_id = @ServiceId);
ELSE
    UPDATE grain_state SET payload = @PayloadBinary, version = version + 1
    OUTPUT inserted.version AS NewGrainStateVersion
    WHERE grain_type = @GrainTypeString AND grain_key = coalesce(@GrainIdExtensionString, '') AND n0 = @GrainIdN0 AND n1 = @GrainIdN1 AND service_id = @ServiceId
        AND version = @GrainStateVersion;

-- key: ReadFromStorageKey
SELECT payload AS PayloadBinary, version AS Version
FROM grain_state
WHERE grain_type = @GrainTypeString AND grain_key = coalesce(@GrainIdExtensionString, '') AND n0 = @GrainIdN0 AND n1 = @GrainIdN1 AND service_id = @ServiceId;

-- key: ClearStorageKey
UPDATE grain_state SET payload = NULL, version = version + 1
OUTPUT inserted.version AS NewGrainStateVersion
WHERE grain_type = @GrainTypeString AND grain_key = coalesce(@GrainIdExtensionString, '') AND n0 = @GrainIdN0 AND n1 = @GrainIdN1 AND service_id = @ServiceId
    AND version = @GrainStateVersion;

-- key: DeleteStorageKey
DELETE FROM grain_state
OUTPUT deleted.version + 1 AS NewGrainStateVersion
WHERE grain_type = @GrainTypeString AND grain_key = coalesce(@GrainIdExtensionString, '') AND n0 = @GrainIdN0 AND n1 = @GrainIdN1 AND service_id = @ServiceId
    AND version = @GrainStateVersion;

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
SET XACT_ABORT, NOCOUNT ON;
BEGIN TRANSACTION;
UPDATE reminder WITH (UPDLOCK, HOLDLOCK) SET start_time = @StartTime, period = @Period, grain_hash = @GrainHash, version = version + 1
OUTPUT inserted.version AS Version
WHERE service_id = @ServiceId AND grain_id = @GrainId AND reminder_name = @ReminderName;
IF @@ROWCOUNT = 0
    INSERT INTO reminder (service_id, grain_id, reminder_name, start_time, period, grain_hash, version)
    OUTPUT inserted.version AS Version
    VALUES (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 0);
COMMIT TRANSACTION;

-- key: DeleteReminderRowKey
-- The provider reads one row in any case, so the count is selected, 0 included.
DELETE FROM reminder
WHERE service_id = @ServiceId AND grain_id = @GrainId AND reminder_name = @ReminderName AND version = @Version;
SELECT @@ROWCOUNT AS Deleted;

-- key: DeleteReminderRowsKey
DELETE FROM reminder WHERE service_id = @ServiceId;

-- key: InsertMembershipVersionKey
INSERT INTO membership_version (deployment_id, changed_at, version)
SELECT @DeploymentId, SYSUTCDATETIME(), 0
WHERE NOT EXISTS (SELECT 1 FROM membership_version WITH (UPDLOCK, HOLDLOCK) WHERE deployment_id = @DeploymentId);
SELECT @@ROWCOUNT AS Inserted;

-- key: InsertMembershipKey
-- One transaction: the version row is locked as it moves from the expected version, then the member goes in; either both or neither.
SET XACT_ABORT, NOCOUNT ON;
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
SELECT @Done AS Inserted;

-- key: UpdateMembershipKey
-- The same rule as for the insert.
SET XACT_ABORT, NOCOUNT ON;
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
SELECT @Done AS Updated;

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
