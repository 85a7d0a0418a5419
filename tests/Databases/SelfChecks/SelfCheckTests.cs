using System.Runtime.CompilerServices;
using System.Text.Json;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Composition;
using ShuangDa.Silo.Database;
using ShuangDa.Tests.Databases.Verification;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases.SelfChecks;

public sealed class SelfCheckOnSqliteTests(FilledDatabases filled) : SelfCheckTests(DatabaseKind.Sqlite, filled);

public sealed class SelfCheckOnPostgreSqlTests(FilledDatabases filled) : SelfCheckTests(DatabaseKind.PostgreSql, filled);

public abstract class SelfCheckTests(DatabaseKind kind, FilledDatabases databases)
{
    [Fact]
    public async Task WhatASiloCommittedHasNoFindings()
    {
        await using var database = await (await databases.OfAsync(kind)).CopyAsync();

        var result = await CheckAsync(database);

        Assert.True(result.IsClean, Print(result));
        Assert.Contains(result.Rules, rule => rule.Rule == "licences-end-in-time");
        // What is said where a rule is broken is a sentence of its own, in both languages.
        Assert.All(result.Rules, rule => Assert.True(
            rule.Found is { } found && found.Chinese != rule.Title.Chinese && found.English != rule.Title.English, rule.Rule));
    }

    [Theory]
    [InlineData("UPDATE enterprise SET address = '四号路' WHERE subject = 'E'", "rows-show-states", "address")]
    [InlineData("DELETE FROM enterprise WHERE subject = 'E'", "rows-show-states", "lacks a row")]
    [InlineData("INSERT INTO licence_product_class (subject, code, place) VALUES ('L', 'TOYS', 0)", "rows-show-states", "no state gives")]
    [InlineData("UPDATE enterprise SET subject = 'enterprise/zzz' WHERE subject = 'E'", "rows-show-states", "no state gives")]
    [InlineData("UPDATE licence SET valid_to = '2026-03-01' WHERE subject = 'L'", "licences-end-in-time", "2026-03-01")]
    [InlineData("DELETE FROM deadline WHERE subject = 'L' AND kind = 'licence.expiry'", "deadlines-have-owners", "lacks the deadline")]
    [InlineData("UPDATE deadline SET bucket = bucket + 1 WHERE subject = 'L' AND kind = 'licence.expiry'", "deadlines-have-owners", "Bucket")]
    [InlineData("UPDATE deadline SET due_at = due_at + 1 WHERE subject = 'L' AND kind = 'licence.expiry'", "deadlines-have-owners", "does not list")]
    [InlineData("UPDATE deadline SET subject = 'licence/zzz' WHERE subject = 'L' AND kind = 'licence.expiry'", "deadlines-have-owners", "no owner")]
    [InlineData("UPDATE deadline SET subject = 'nothing/zzz' WHERE subject = 'L' AND kind = 'licence.expiry'", "deadlines-have-owners", "no concept")]
    [InlineData("UPDATE deadline SET failures = 3 WHERE subject = 'L' AND kind = 'licence.expiry'", "deadlines-are-met", "3 times")]
    [InlineData("UPDATE deadline SET due_at = 1772400000000 WHERE subject = 'L' AND kind = 'licence.expiry'", "clocks-run", "was due")]
    [InlineData("UPDATE command SET version = 2 WHERE subject = 'E' AND version = 1", "commands-led-to-entries", "not its entry")]
    [InlineData("UPDATE grain_state SET payload = NULL WHERE grain_key = 'E'", "states-hold", "cannot be read")]
    [InlineData("UPDATE enterprise SET name_order = '' WHERE subject = 'E'", "subjects-are-found", "Names of")]
    public async Task WhatDoesNotHoldIsFound(string damage, string rule, string words)
    {
        await using var database = await (await databases.OfAsync(kind)).CopyAsync();
        Assert.Equal(1, await database.ExecuteAsync(damage.Replace("'E'", $"'{Filled.AnEnterprise}'", StringComparison.Ordinal).Replace("'L'", $"'{Filled.ALicence}'", StringComparison.Ordinal)));

        var result = await CheckAsync(database);

        Assert.False(result.IsClean);
        Assert.Contains(result.Rules.Single(one => one.Rule == rule).Findings, finding => finding.What.English.Contains(words, StringComparison.Ordinal) && finding.Remedy.Chinese.Length > 0);
    }

    [Fact]
    public async Task WhatTheSearchDoesNotFindIsSaidOnceForItsConcept()
    {
        await using var database = await (await databases.OfAsync(kind)).CopyAsync();
        await database.ExecuteAsync("DELETE FROM enterprise_text");

        var result = await CheckAsync(database);

        var finding = Assert.Single(result.Rules.Single(one => one.Rule == "subjects-are-found").Findings);
        Assert.Contains("rebuild-read-model", finding.Remedy.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GoodsThatAnEndedCaseHoldsAreFound()
    {
        await using var database = await (await databases.OfAsync(kind)).CopyAsync();
        var seizure = new Seizure(1, SeizureKind.Seizure, "涂料", new DateOnly(2026, 2, 2), null, null, null);
        var closed = Case("AJ-0000000001", CaseStage.Closed);
        await StoreAsync(database, Grains.Cases.Case.Concept, closed.Number, closed with { Seizures = [seizure] });
        var done = Case("AJ-0000000002", CaseStage.Closed);
        await StoreAsync(database, Grains.Cases.Case.Concept, done.Number, done with
        {
            Seizures = [seizure with { EndedOn = new DateOnly(2026, 2, 3), Outcome = SeizureOutcome.Released }],
        });
        var open = Case("AJ-0000000003", CaseStage.Investigation);
        await StoreAsync(database, Grains.Cases.Case.Concept, open.Number, open with { Seizures = [seizure] });

        var rule = (await CheckAsync(database)).Rules.Single(one => one.Rule == "ended-cases-hold-no-goods");

        Assert.Equal(["case/AJ-0000000001"], rule.Findings.Select(finding => finding.Subject));
        Assert.Null(rule.Failure);
    }

    /// <summary>Of each kind of work, one that nobody and no clock will ever move, beside one that goes on.</summary>
    [Fact]
    public async Task WhatWaitsForNothingAndNobodyIsFound()
    {
        await using var database = await (await databases.OfAsync(kind)).CopyAsync();
        var day = new DateOnly(2026, 2, 1);
        var grounds = new Grounds("抽查不合格", "产品质量法 第十七条");

        await StoreAsync(database, Grains.Cases.Case.Concept, "AJ-0000000001", Case("AJ-0000000001", CaseStage.Transferred));
        await StoreAsync(database, Grains.Cases.Case.Concept, "AJ-0000000002", Case("AJ-0000000002", CaseStage.Closed));

        var plan = new InspectionPlan(Filled.CodeOf(3), InspectionBasis.Routine, day, null, null, "gone", [], [], null);
        var inspection = new InspectionState
        {
            Number = "JC-0000000001",
            Status = InspectionStatus.Planned,
            Plan = plan,
            IsLate = true,
            PassedOnBy = ["gone"],
        };
        await StoreAsync(database, Inspection.Concept, inspection.Number, inspection);
        var sections = inspection with { Number = "JC-0000000002", Plan = plan with { Section = "QUALITY" } };
        await StoreAsync(database, Inspection.Concept, sections.Number, sections);

        var order = new RectificationOrder(Filled.CodeOf(3), null, null, null, "QUALITY", "officer", ["检定"], grounds, day);
        var failed = new RectificationState
        {
            Number = "ZG-0000000001",
            Status = RectificationStatus.Failed,
            Order = order,
            DueOn = day,
            Reinspections = [new Reinspection(day.AddDays(20), ReinspectionResult.StillInViolation, ["officer", "second"], "未整改")],
            Lapses = [new RectificationLapse(RectificationDeadlines.Reinspection, day.AddDays(14), "内部期限", "QUALITY", "officer")],
        };
        await StoreAsync(database, Rectification.Concept, failed.Number, failed);
        var missed = failed with { Number = "ZG-0000000002", Reinspections = [] };
        await StoreAsync(database, Rectification.Concept, missed.Number, missed);

        var transferred = new TransferCase("AJ-0000000002", "涂料案", ViolationKind.AdulterationOrSubstandard, "COATINGS", 0, []);
        var sent = new CrimeTransferState
        {
            Number = "YS-0000000001",
            Status = TransferStatus.Sent,
            Case = transferred,
            Agency = "PUBLIC_SECURITY",
            OpenedBy = "officer",
            OpenedAt = FilledDatabases.Now,
        };
        await StoreAsync(database, CrimeTransfer.Concept, sent.Number, sent);
        var judged = sent with { Number = "YS-0000000002", Status = TransferStatus.Judged };
        await StoreAsync(database, CrimeTransfer.Concept, judged.Number, judged);

        var licence = await ReadAsync<LicenceState>(database, Licence.Concept, Filled.NumberOf(4));
        await StoreAsync(database, Licence.Concept, Filled.NumberOf(4), licence with { Status = LicenceStatus.Expired, NextNotice = null });

        var rule = (await CheckAsync(database)).Rules.Single(one => one.Rule == "nothing-is-stuck");

        Assert.Null(rule.Failure);
        Assert.Equal(
            [
                "case/AJ-0000000001", "crime-transfer/YS-0000000001", "inspection/JC-0000000001", $"licence/{Filled.NumberOf(4)}",
                "rectification/ZG-0000000001",
            ],
            rule.Findings.Select(finding => finding.Subject).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ALicenceThatADecisionHoldsBackAfterItFellIsFound()
    {
        await using var database = await (await databases.OfAsync(kind)).CopyAsync();
        var grounds = new Grounds("抽查不合格", "产品质量法 第十七条");
        await SuspendAsync(4, "aj-0000000004", stands: false);
        await SuspendAsync(5, "AJ-0000000005", stands: true);
        await SuspendAsync(6, "沪市监罚〔2026〕31号", stands: null);
        await SuspendAsync(7, "AJ-0000000007", stands: false, isOwed: true);

        var rule = (await CheckAsync(database)).Rules.Single(one => one.Rule == "licences-stand-as-decided");

        Assert.Equal([Filled.Licence + Filled.NumberOf(4)], rule.Findings.Select(finding => finding.Subject));
        Assert.Null(rule.Failure);

        async Task SuspendAsync(int index, string number, bool? stands, bool isOwed = false)
        {
            var licence = await ReadAsync<LicenceState>(database, Licence.Concept, Filled.NumberOf(index));
            await StoreAsync(database, Licence.Concept, Filled.NumberOf(index), licence with
            {
                Status = LicenceStatus.Suspended,
                Suspension = new Suspension(new DateOnly(2026, 2, 2), new DateOnly(2026, 9, 2), FromRegister: false, grounds, number),
            });
            if (stands is { } decided)
            {
                var found = Case(number.ToUpperInvariant(), CaseStage.Execution);
                await StoreAsync(database, Grains.Cases.Case.Concept, found.Number, found with
                {
                    Decision = new PenaltyDecision(
                        new DateOnly(2026, 2, 1), "leader", new Penalty(0, 0, 0, [PenaltyKind.LicenceSuspension]), "从轻", false, null),
                    Execution = CaseExecution.None with { AnnulledOn = decided ? null : new DateOnly(2026, 2, 20) },
                    OwedToLicences = isOwed ? [new SuspensionNews(licence.Number, null, FilledDatabases.Now, "复决1")] : [],
                });
            }
        }
    }

    [Fact]
    public async Task AClosedCaseOfWhichTheLicenceStandsIsFound()
    {
        await using var database = await (await databases.OfAsync(kind)).CopyAsync();
        var day = new DateOnly(2026, 2, 1);
        var grounds = new Grounds("抽查不合格", "产品质量法 第十七条");
        await ClosedAsync(5, "AJ-0000000008", CaseOutcome.Executed, isTaken: false);
        await ClosedAsync(6, "AJ-0000000009", CaseOutcome.Executed, isTaken: true);
        await ClosedAsync(7, "AJ-0000000010", CaseOutcome.ExecutionEnded, isTaken: false);

        var rule = (await CheckAsync(database)).Rules.Single(one => one.Rule == "closed-cases-took-their-licences");

        Assert.Null(rule.Failure);
        Assert.Equal([SubjectKeys.Of(Grains.Cases.Case.Concept.Name, "AJ-0000000008")], rule.Findings.Select(finding => finding.Subject));

        async Task ClosedAsync(int index, string number, CaseOutcome outcome, bool isTaken)
        {
            var licence = await ReadAsync<LicenceState>(database, Licence.Concept, Filled.NumberOf(index));
            await StoreAsync(database, Licence.Concept, Filled.NumberOf(index), isTaken
                ? licence with
                {
                    Status = LicenceStatus.Suspended,
                    Suspension = new Suspension(day, new DateOnly(2026, 9, 2), FromRegister: false, grounds, number),
                }
                : licence with { Status = LicenceStatus.Active, Suspension = null });
            var closed = Case(number, CaseStage.Closed);
            await StoreAsync(database, Grains.Cases.Case.Concept, number, closed with
            {
                Lead = closed.Lead with { Party = new CaseParty(PartyKind.Enterprise, "某厂", licence.Enterprise, null) },
                Decision = new PenaltyDecision(day, "leader", new Penalty(0, 0, 0, [PenaltyKind.LicenceSuspension]), "从轻", false, null),
                End = new CaseEnd(day, outcome, grounds),
            });
        }
    }

    private static CaseState Case(string number, CaseStage stage) => new()
    {
        Number = number,
        Stage = stage,
        RecordedBy = "officer",
        Lead = new CaseLead(
            "涂料案", ViolationKind.AdulterationOrSubstandard, null, LeadSource.Inspection, null, "涂料不合格", new DateOnly(2026, 2, 1), null,
            HarmsSafety: false, new CaseParty(PartyKind.Enterprise, "某厂", Filled.CodeOf(3), null), ["COATINGS"]),
    };

    private static async Task<TState> ReadAsync<TState>(TestDatabase database, Concept concept, string key) where TState : class
    {
        await using var open = await database.OpenAsync();
        await using var data = await open.Database.ReadAsync();
        var subject = SubjectKeys.Of(concept.Name, key);
        var row = await data.GetTable<StateRow>().SingleAsync(row => row.Subject == subject);
        return (TState)concept.ReadStored(row.Payload!).State!;
    }

    // What an earlier version left is written as the storage would have: the rules read states, whoever wrote them.
    private static async Task StoreAsync<TState>(TestDatabase database, Concept concept, string key, TState state) where TState : class
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(
            new Subject<TState> { State = state, Version = 1, Head = [1] }, concept.InfoOf(typeof(Subject<TState>)));
        var subject = SubjectKeys.Of(concept.Name, key);
        await database.ExecuteAsync($"""
            INSERT INTO grain_state (grain_type, grain_key, n0, n1, service_id, version)
            SELECT '{concept.Name}', '{subject}', 0, 0, 'shuangda', 1
            WHERE NOT EXISTS (SELECT 1 FROM grain_state WHERE grain_key = '{subject}')
            """);
        await using var open = await database.OpenAsync();
        await open.Database.WriteAsync(data =>
            data.GetTable<StateRow>().Where(row => row.Subject == subject).Set(row => row.Payload, payload).UpdateAsync());
    }

    [Fact]
    public async Task ARuleThatFailsIsReportedAndTheOthersAreLookedAt()
    {
        await using var database = await (await databases.OfAsync(kind)).CopyAsync();

        var result = await CheckAsync(database, new Failing());

        Assert.False(result.IsClean);
        Assert.Contains("broken rule", result.Rules.Single(rule => rule.Rule == "a-failing-rule").Failure, StringComparison.Ordinal);
        Assert.All(result.Rules.Where(rule => rule.Rule != "a-failing-rule"), rule => Assert.Null(rule.Failure));
        Assert.True(result.Rules.Count > 5);
    }

    [Fact]
    public async Task TheLastResultIsKept()
    {
        await using var database = await (await databases.OfAsync(kind)).CopyAsync();
        await database.ExecuteAsync($"UPDATE enterprise SET name = 'x' WHERE subject = '{Filled.AnEnterprise}'");
        await using var open = await database.OpenAsync();
        Assert.Null(await SelfCheck.LastAsync(open.Database, TestContext.Current.CancellationToken));

        await using var services = Services(open.Database);
        await services.GetRequiredService<SelfCheck>().RunAndKeepAsync(TestContext.Current.CancellationToken);

        var last = await SelfCheck.LastAsync(open.Database, TestContext.Current.CancellationToken);
        var finding = Assert.Single(last!.Rules.SelectMany(rule => rule.Findings));
        Assert.Equal((FilledDatabases.Now, Filled.AnEnterprise), (last.At, finding.Subject));
    }

    [Fact]
    public async Task ARebuildMakesRowsDeadlinesAndTallyAgreeAgain()
    {
        await using var database = await (await databases.OfAsync(kind)).CopyAsync();
        foreach (var damage in new[]
        {
            "DELETE FROM licence", "UPDATE enterprise SET name = 'x'", $"INSERT INTO licence_product_class (subject, code, place) VALUES ('licence/zzz', 'TOYS', 0)",
            "UPDATE deadline SET due_at = due_at + 1", "UPDATE deadline SET subject = 'nothing/zzz' WHERE kind = 'licence.expiry' AND subject = '" + Filled.ALicence + "'", "UPDATE tally SET amount = amount + 1", "DELETE FROM tally WHERE number > 1",
        })
        {
            await database.ExecuteAsync(damage);
        }

        await using var open = await database.OpenAsync();
        var last = default(RebuildProgress);
        var done = await new ReadModelRebuild(open.Database, ConceptsComposition.All, new DueIndex(DueIndex.DefaultBuckets))
            .RunAsync(new Telling<RebuildProgress>(progress => last = progress), TestContext.Current.CancellationToken);

        var subjects = (long)(await database.ScalarAsync("SELECT count(*) FROM grain_state"))!;
        Assert.Equal((subjects, subjects, subjects), (done, last.Subjects, last.Total));
        await using var services = Services(open.Database);
        var result = await services.GetRequiredService<SelfCheck>().RunAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.IsClean, Print(result));
        var report = await Grains.Journal.Verification.RunAsync(open.Database, ConceptsComposition.All, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(report.Faults);
    }

    private static async Task<SelfCheckResult> CheckAsync(TestDatabase database, params ISelfCheckRule[] more)
    {
        await using var source = OpenedDatabase.SourceOf(database.Kind, database.Options.Runtime);
        await using var services = Services(new Database(database.Kind, source), more);
        return await services.GetRequiredService<SelfCheck>().RunAsync(cancellationToken: TestContext.Current.CancellationToken);
    }

    private static ServiceProvider Services(Database database, params ISelfCheckRule[] more)
    {
        var services = new ServiceCollection().AddSingleton(database).AddConcepts().AddSelfChecks()
            .AddSingleton(new DueIndex(DueIndex.DefaultBuckets))
            .AddSingleton<TimeProvider>(new FakeTimeProvider(FilledDatabases.Now))
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        foreach (var rule in more)
        {
            services.AddSingleton(rule);
        }

        return services.BuildServiceProvider();
    }

    private static string Print(SelfCheckResult result) => string.Join('\n', result.Rules.SelectMany(rule => rule.Findings.Select(finding => $"{rule.Rule}: {finding.Subject} {finding.What.English}").Append(rule.Failure)));

    private sealed class Failing : ISelfCheckRule
    {
        public string Name => "a-failing-rule";

        public BilingualText Title => new("出错的规则", "A rule that fails");

        public BilingualText Found => new("规则出错", "The rule fails");

        public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            yield return new Finding("nothing/1", Title, Title);
            throw new InvalidOperationException("broken rule");
        }
    }

    private sealed class Telling<T>(Action<T> told) : IProgress<T>
    {
        public void Report(T value) => told(value);
    }
}
