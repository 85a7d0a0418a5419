using System.Text.Json;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.Time.Testing;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Composition;
using ShuangDa.Silo.Database;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases.Verification;

public sealed class VerificationOnSqliteTests(FilledDatabases filled) : VerificationTests(DatabaseKind.Sqlite, filled);

public sealed class VerificationOnPostgreSqlTests(FilledDatabases filled) : VerificationTests(DatabaseKind.PostgreSql, filled);

public abstract class VerificationTests(DatabaseKind kind, FilledDatabases databases)
{
    private static string Subject => Filled.AnEnterprise;

    [Fact]
    public async Task WhatASiloCommittedIsWhole()
    {
        var filled = await databases.OfAsync(kind);
        await using var database = await filled.CopyAsync();

        var report = await VerifyAsync(database, filled.Digest);

        Assert.Empty(report.Faults);
        Assert.True(report.IsWhole);
        Assert.Equal((await database.ScalarAsync("SELECT count(*) FROM journal"), await database.ScalarAsync("SELECT count(*) FROM grain_state")), (report.Entries, report.Subjects));
        Assert.True(report.Entries >= 48);
        Assert.Equal((0, 0), (report.Coverage!.EntriesAfter, report.Coverage.SubjectsAfter));
    }

    [Theory]
    [InlineData("body = replace(body, '{', '{ ')")]
    [InlineData("at = at + 1")]
    [InlineData("user_name = 'offices'")]
    [InlineData("kind = 'enterprise.changec'")]
    [InlineData("command_id = replace(command_id, '-5', '-4')")]
    public async Task AChangeOfAnEntryIsFoundAtTheEntry(string change)
    {
        var filled = await databases.OfAsync(kind);
        await using var database = await filled.CopyAsync();
        Assert.Equal(1, await database.ExecuteAsync($"UPDATE journal SET {change} WHERE subject = '{Subject}' AND number = 2"));

        var report = await VerifyAsync(database);

        Assert.Contains(report.Faults, fault => (fault.Kind, fault.Subject, fault.Number) == (FaultKind.LinkBroken, Subject, 2));
        Assert.All(report.Faults, fault => Assert.Equal(Subject, fault.Subject));
    }

    [Fact]
    public async Task AChangedByteOfAHashIsFoundAtTheEntry()
    {
        var filled = await databases.OfAsync(kind);
        await using var database = await filled.CopyAsync();
        await ChangeHashAsync(database, Subject, 2);

        var report = await VerifyAsync(database);

        Assert.Contains(report.Faults, fault => (fault.Kind, fault.Subject, fault.Number) == (FaultKind.LinkBroken, Subject, 2));
        Assert.All(report.Faults, fault => Assert.Equal(Subject, fault.Subject));
    }

    [Fact]
    public async Task TheRemovalOfTheLastEntryIsFound()
    {
        var filled = await databases.OfAsync(kind);
        await using var database = await filled.CopyAsync();
        await database.ExecuteAsync($"DELETE FROM journal WHERE subject = '{Subject}' AND number = 3");

        var report = await VerifyAsync(database);

        var fault = Assert.Single(report.Faults);
        Assert.Equal((FaultKind.TailMissing, Subject, 3), (fault.Kind, fault.Subject, fault.Number));
    }

    [Fact]
    public async Task TheRemovalOfAnEntryInTheMiddleIsFound()
    {
        var filled = await databases.OfAsync(kind);
        await using var database = await filled.CopyAsync();
        await database.ExecuteAsync($"DELETE FROM journal WHERE subject = '{Subject}' AND number = 2");

        var report = await VerifyAsync(database);

        var fault = Assert.Single(report.Faults);
        Assert.Equal((FaultKind.EntryMissing, Subject, 2), (fault.Kind, fault.Subject, fault.Number));
    }

    [Fact]
    public async Task TwoEntriesThatChangedPlacesAreFound()
    {
        var filled = await databases.OfAsync(kind);
        await using var database = await filled.CopyAsync();
        foreach (var (from, to) in new[] { (2, 99), (3, 2), (99, 3) })
        {
            await database.ExecuteAsync($"UPDATE journal SET number = {to} WHERE subject = '{Subject}' AND number = {from}");
        }

        var report = await VerifyAsync(database);

        Assert.Contains(report.Faults, fault => (fault.Kind, fault.Number) == (FaultKind.LinkBroken, 2));
        Assert.Contains(report.Faults, fault => (fault.Kind, fault.Number) == (FaultKind.LinkBroken, 3));
        Assert.Contains(report.Faults, fault => (fault.Kind, fault.Number) == (FaultKind.OutOfOrder, 3));
        Assert.All(report.Faults, fault => Assert.Equal(Subject, fault.Subject));
    }

    [Fact]
    public async Task AChainThatWasComputedAnewIsFoundByTheDigestOnly()
    {
        var filled = await databases.OfAsync(kind);
        await using var database = await filled.CopyAsync();
        await ComputeAnewAsync(database, Subject);

        var without = await VerifyAsync(database);
        var with = await VerifyAsync(database, filled.Digest);

        Assert.Empty(without.Faults);
        var fault = Assert.Single(with.Faults);
        Assert.Equal((FaultKind.DigestDiffers, Subject, 3), (fault.Kind, fault.Subject, fault.Number));
    }

    [Fact]
    public async Task AnOldBackupThatWasPutBackIsFoundByTheDigestOnly()
    {
        var filled = await databases.OfAsync(kind);
        await using var database = await filled.OldBackupAsync();

        var without = await VerifyAsync(database);
        var with = await VerifyAsync(database, filled.Digest);

        Assert.Empty(without.Faults);
        Assert.Equal(16, with.FaultCount);
        Assert.All(with.Faults, fault => Assert.Equal((FaultKind.DigestEntryMissing, 3), (fault.Kind, fault.Number)));
    }

    [Fact]
    public async Task WhatCameAfterTheDigestIsSaidNotToBeCovered()
    {
        var filled = await databases.OfAsync(kind);
        await using var old = await filled.OldBackupAsync();
        await using var now = await filled.CopyAsync();
        using var folder = new TemporaryFolder();
        await using (var open = await old.OpenAsync())
        {
            await Digest.WriteAsync(open.Database, folder.File("digest-2026-03-01.txt"), new FakeTimeProvider(FilledDatabases.Now));
        }

        var report = await VerifyAsync(now, folder.File("digest-2026-03-01.txt"));

        Assert.Empty(report.Faults);
        Assert.Equal((16, 0), (report.Coverage!.EntriesAfter, report.Coverage.SubjectsAfter));
    }

    [Fact]
    public async Task AStateWithoutAJournalAndAJournalWithoutAStateAreFound()
    {
        var filled = await databases.OfAsync(kind);
        await using var database = await filled.CopyAsync();
        await database.ExecuteAsync($"DELETE FROM journal WHERE subject = '{Subject}'");
        await database.ExecuteAsync($"DELETE FROM grain_state WHERE grain_key = '{Filled.ALicence}'");

        var report = await VerifyAsync(database);

        Assert.Equal(
            [(FaultKind.JournalMissing, Subject), (FaultKind.StateMissing, Filled.ALicence)],
            report.Faults.Where(fault => fault.Kind != FaultKind.TallyDiffers).Select(fault => (fault.Kind, fault.Subject)));
    }

    [Fact]
    public async Task AChangedStateIsFound()
    {
        var filled = await databases.OfAsync(kind);
        await using var database = await filled.CopyAsync();
        await ChangeStateAsync(database, Subject, "三号路", "四号路");

        var report = await VerifyAsync(database);

        var fault = Assert.Single(report.Faults);
        Assert.Equal((FaultKind.StateDiffers, Subject), (fault.Kind, fault.Subject));
    }

    [Fact]
    public async Task ALackingCommandIsFoundUnlessItWasToBeRemoved()
    {
        var filled = await databases.OfAsync(kind);
        await using var database = await filled.CopyAsync();
        await database.ExecuteAsync($"DELETE FROM command WHERE subject = '{Subject}' AND version = 1");

        var report = await VerifyAsync(database);
        var later = await VerifyAsync(database, commandsKeptSince: FilledDatabases.Now.AddDays(1));

        var fault = Assert.Single(report.Faults);
        Assert.Equal((FaultKind.CommandMissing, Subject, 1), (fault.Kind, fault.Subject, fault.Number));
        Assert.Empty(later.Faults);
    }

    [Fact]
    public async Task AChangedTallyIsFound()
    {
        var filled = await databases.OfAsync(kind);
        await using var database = await filled.CopyAsync();
        await database.ExecuteAsync($"UPDATE tally SET amount = 2 WHERE subject = '{Filled.ALicence}' AND number = 1");

        var report = await VerifyAsync(database);

        Assert.Equal(2, report.FaultCount);
        Assert.All(report.Faults, fault => Assert.Equal((FaultKind.TallyDiffers, Filled.ALicence, 1), (fault.Kind, fault.Subject, fault.Number)));
    }

    [Fact]
    public async Task AChangedOrShortenedDigestIsRefused()
    {
        var filled = await databases.OfAsync(kind);
        await using var database = await filled.CopyAsync();
        using var folder = new TemporaryFolder();
        var lines = await File.ReadAllLinesAsync(filled.Digest, TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(folder.File("short.txt"), lines[..^1], TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(folder.File("changed.txt"), lines.Select((line, index) => index == 5 ? line.Replace(line[0], line[0] == '0' ? '1' : '0') : line), TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<DigestUnreadableException>(() => VerifyAsync(database, folder.File("short.txt")));
        await Assert.ThrowsAsync<DigestUnreadableException>(() => VerifyAsync(database, folder.File("changed.txt")));
    }

    [Fact]
    public async Task DigestsOfAFolderFollowOneAnother()
    {
        var filled = await databases.OfAsync(kind);
        await using var database = await filled.CopyAsync();
        using var folder = new TemporaryFolder();
        await using (var open = await database.OpenAsync())
        {
            foreach (var day in new[] { 1, 2, 3 })
            {
                await Digest.WriteAsync(open.Database, folder.File(DigestHeader.NameOf(new DateOnly(2026, 3, day))), new FakeTimeProvider(FilledDatabases.Now.AddDays(day)));
            }
        }

        Assert.Empty((await VerifyAsync(database, folder.File("digest-2026-03-03.txt"))).Faults);
        File.Delete(folder.File("digest-2026-03-02.txt"));
        var fault = Assert.Single((await VerifyAsync(database, folder.File("digest-2026-03-03.txt"))).Faults);
        Assert.Equal(FaultKind.DigestChainBroken, fault.Kind);
    }

    private static async Task<VerificationReport> VerifyAsync(TestDatabase database, string? digest = null, DateTimeOffset? commandsKeptSince = null)
    {
        await using var source = OpenedDatabase.SourceOf(database.Kind, database.Options.Runtime);
        return await Grains.Journal.Verification.RunAsync(new Database(database.Kind, source), ConceptsComposition.All, commandsKeptSince, digest, cancellationToken: TestContext.Current.CancellationToken);
    }

    private static async Task ChangeHashAsync(TestDatabase database, string subject, int number)
    {
        await using var open = await database.OpenAsync();
        await using var data = await open.Database.ReadAsync();
        var row = await data.GetTable<JournalRow>().FirstAsync(row => row.Subject == subject && row.Number == number);
        row.Hash[7] ^= 1;
        await data.GetTable<JournalRow>().Where(other => other.Position == row.Position).Set(other => other.Hash, row.Hash).UpdateAsync();
    }

    private static async Task ChangeStateAsync(TestDatabase database, string subject, string from, string to)
    {
        await using var open = await database.OpenAsync();
        await using var data = await open.Database.ReadAsync();
        var row = await data.GetTable<StateRow>().FirstAsync(row => row.Subject == subject);
        var stored = Enterprise.Concept.ReadStored(row.Payload);
        var text = System.Text.RegularExpressions.Regex.Unescape(System.Text.Encoding.UTF8.GetString(row.Payload!));
        Assert.Contains(from, text, StringComparison.Ordinal);
        Assert.NotNull(stored.State);
        var payload = System.Text.Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
        await data.GetTable<StateRow>().Where(other => other.Subject == subject).Set(other => other.Payload, payload).UpdateAsync();
    }

    /// <summary>What somebody with every right on the database can do: change what was recorded first, and make everything in the database agree with it.</summary>
    private static async Task ComputeAnewAsync(TestDatabase database, string subject)
    {
        await using var open = await database.OpenAsync();
        await using var data = await open.Database.ReadAsync();
        var rows = await data.GetTable<JournalRow>().Where(row => row.Subject == subject).OrderBy(row => row.Number).ToListAsync();
        byte[] head = [];
        object? state = null;
        foreach (var row in rows)
        {
            var happened = Enterprise.Concept.ReadEvent(row.Kind, row.Body);
            if (happened is EnterpriseRegistered registered)
            {
                happened = registered with { Details = registered.Details with { Name = "改名企业" } };
            }

            var entry = (row.ToEntry() with { Body = Enterprise.Concept.WriteEvent(happened) }).ChainedTo(head);
            head = entry.Hash;
            state = Enterprise.Concept.ApplyTo(state, happened);
            await data.GetTable<JournalRow>().Where(other => other.Position == row.Position).Set(other => other.Body, entry.Body).Set(other => other.Hash, entry.Hash).UpdateAsync();
        }

        var stored = new Subject<EnterpriseState> { State = (EnterpriseState)state!, Version = rows.Count, Head = head };
        var payload = JsonSerializer.SerializeToUtf8Bytes(stored, Enterprise.Concept.InfoOf(typeof(Subject<EnterpriseState>)));
        await data.GetTable<StateRow>().Where(other => other.Subject == subject).Set(other => other.Payload, payload).UpdateAsync();
    }
}
