using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Serialization;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Authorisations;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Campaigns;
using ShuangDa.Grains.CampaignTasks;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.DailyReports;
using ShuangDa.Grains.DailySummaries;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.FormEntries;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Golden;

/// <summary>What is stored stays readable: every released shape of a state and of an event is a file here, <c>name.vN.json</c>. A new shape is a new file beside the old one; a file is never changed.</summary>
public sealed class GoldenTests
{
    private static readonly IReadOnlyList<Concept> Concepts = AllConcepts.All;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Golden");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_released_shape_still_loads(string file)
    {
        var stem = file[..file.LastIndexOf(".v", StringComparison.Ordinal)];
        var concept = Concepts.Single(one => one.Name == stem[..stem.IndexOf('.', StringComparison.Ordinal)]);
        var body = File.ReadAllText(Path.Combine(Folder, file)).TrimEnd();
        if (stem.EndsWith(".state", StringComparison.Ordinal))
        {
            var state = JsonSerializer.Deserialize(body, concept.InfoOf(concept.StoredType.GetGenericArguments()[0]))!;
            Assert.Empty(concept.BrokenIn(state));
            Assert.NotEmpty(concept.RowsOf($"{concept.Name}/golden", state, 1));
            Says(body, concept.WriteState(state));
        }
        else
        {
            var happened = concept.ReadEvent(stem, body);
            Assert.NotEmpty(happened.Summary.Chinese);
            Assert.NotEmpty(happened.Summary.English);
            Says(body, concept.WriteEvent(happened));
        }
    }

    [Theory]
    [MemberData(nameof(AllConcepts.Names), MemberType = typeof(AllConcepts))]
    public void The_released_events_of_a_concept_fold_to_a_state(string name)
    {
        var concept = Concepts.Single(one => one.Name == name);
        string[] beginning = concept switch
        {
            _ when concept == Import.Concept => ["import.queued", "import.started"],
            _ when concept == Account.Concept => ["account.created"],
            _ when concept == Authorisation.Concept => ["authorisation.granted"],
            _ when concept == FormEntry.Concept => ["form-entry.entered"],
            _ when concept == Campaign.Concept => ["campaign.prepared"],
            _ when concept == CampaignTask.Concept => ["campaign-task.assigned"],
            _ when concept == DailyReport.Concept => ["daily-report.opened"],
            _ when concept == DailySummary.Concept => ["daily-summary.collected"],
            _ when concept == Den.Concept => ["den.recorded"],
            _ when concept == Case.Concept => ["case.lead-recorded", "case.filed", "case.penalty-proposed", "case.legal-review-passed", "case.rights-notified", "case.penalty-decided"],
            _ when concept == CrimeTransfer.Concept => ["crime-transfer.opened", "crime-transfer.sent"],
            _ when concept == Inspection.Concept => ["inspection.planned"],
            _ when concept == Rectification.Concept => ["rectification.ordered"],
            _ when concept == WorkingYear.Concept => ["working-year.loaded"],
            _ => [$"{name}.registered"],
        };
        foreach (var kind in concept.EventTypes.Keys.Where(kind => kind != beginning[0]))
        {
            // A record is corrected where there is one, and a report.
            string[] before = kind switch
            {
                "inspection.record-corrected" => [.. beginning, "inspection.recorded"],
                "daily-report.corrected" => [.. beginning, "daily-report.frozen"],
                "daily-summary.sent" => [.. beginning, "daily-summary.approved"],
                "daily-summary.receipted" or "daily-summary.rejected" or "daily-summary.sending-stuck" =>
                    [.. beginning, "daily-summary.approved", "daily-summary.sent"],
                _ => beginning,
            };
            var state = concept.Fold(
                before.Append(kind).Select(one => concept.ReadEvent(one, File.ReadAllText(Path.Combine(Folder, $"{one}.v1.json")))));
            Assert.NotNull(state);
            Assert.Empty(concept.BrokenIn(state));
        }
    }

    [Theory]
    [MemberData(nameof(AllConcepts.Names), MemberType = typeof(AllConcepts))]
    public void Every_event_and_state_that_can_be_stored_has_its_file(string name)
    {
        var concept = Concepts.Single(one => one.Name == name);
        Assert.All(concept.EventTypes.Keys.Append($"{name}.state"), stem => Assert.NotEmpty(Directory.GetFiles(Folder, $"{stem}.v*.json")));
    }

    /// <summary>
    /// The list says of each file what was in it when it came; one that is gone or reads otherwise fails here. With SHUANGDA_APPROVE=1 in
    /// the environment new files are added to it.
    /// </summary>
    [Fact]
    public void A_released_file_stays_and_stays_as_it_was()
    {
        var list = Path.Combine(Repository.Root, "tests", "Unit", "Golden", "Released.txt");
        var released = File.ReadLines(list).Select(line => line.Split(' ')).ToDictionary(line => line[0], line => line[1]);
        var found = Directory.GetFiles(Path.GetDirectoryName(list)!, "*.json").Order(StringComparer.Ordinal)
            .ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))));
        if (Environment.GetEnvironmentVariable("SHUANGDA_APPROVE") == "1")
        {
            File.WriteAllLines(list, found.Keys.Union(released.Keys).Order(StringComparer.Ordinal)
                .Select(name => $"{name} {released.GetValueOrDefault(name, found.GetValueOrDefault(name)!)}"));
        }

        Assert.Empty(released.Where(file => found.GetValueOrDefault(file.Key) != file.Value).Select(file => file.Key));
        Assert.Empty(found.Keys.Except(released.Keys));
    }

    [Fact]
    public void What_a_shape_says_is_all_there_is_no_more_is_stored_than_the_fields_of_the_event()
    {
        var body = Licence.Concept.WriteEvent(new LicenceExpired(new DateOnly(2026, 2, 28)));
        Assert.Equal("""{"lastValidDay":"2026-02-28"}""", body);
    }

    [Fact]
    public void Every_command_is_listed_in_its_JSON_context_and_hashes_differently_from_every_other()
    {
        var hashes = Samples.Every.Select(command => Convert.ToHexString(AllConcepts.Of(command).HashOf(command)));
        Assert.Equal(Samples.Every.Count, hashes.Distinct().Count());
    }

    [Fact]
    public void Every_command_state_and_refusal_survives_the_way_between_silos()
    {
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();
        foreach (var command in Samples.Every)
        {
            var concept = AllConcepts.Of(command);
            var sent = command with { ExpectedVersion = 7 };
            var arrived = serializer.Deserialize<Command>(serializer.SerializeToArray<Command>(sent));
            Assert.IsType(command.GetType(), arrived);
            Assert.Equal(concept.HashOf(sent), concept.HashOf(arrived));
        }

        foreach (var licence in new[] { Some.ActiveLicence(), Some.ActiveLicence(Some.FoodLicenceNumber, validTo: new(2027, 3, 10)), Some.SuspendedLicence(), Some.RequestedLicence(), Some.ExpiredLicence() })
        {
            Assert.Equal(Licence.Concept.WriteState(licence), Licence.Concept.WriteState(serializer.Deserialize<LicenceState>(serializer.SerializeToArray(licence))!));
        }

        var enterprise = Some.ClosedEnterprise();
        Assert.Equal(Enterprise.Concept.WriteState(enterprise), Enterprise.Concept.WriteState(serializer.Deserialize<EnterpriseState>(serializer.SerializeToArray(enterprise))!));

        Refusal[] refusals =
        [
            new LicenceNotActive(LicenceStatus.Expired), new LicenceNotSuspended(LicenceStatus.Active), new LicenceNotInForce(LicenceStatus.Revoked), new LicenceNotRenewable(LicenceStatus.Suspended),
            new LicenceAlreadyDeregistered(), new SuspensionEndsInPast(Some.Today, Some.Today), new ValidityReversed(Some.Today, Some.Today), new RenewalNotLonger(Some.Today, Some.Today),
            new WithdrawalNotRequested(), new WithdrawalAlreadyRequested(Some.Today), new DeregistrationGroundNotMet(DeregistrationGround.Lapsed, LicenceStatus.Active),
            new EnterpriseNotRegistered(Some.CreditCode), new HolderClosed(Some.CreditCode, "某厂"), new LicenceHeldByAnother("1", "2"), new LicenceKindMismatch(LicenceKind.ProductionLicence, "1"), new EnterpriseNotActive(Some.Today),
            new LicenceHolderClosed(Some.CreditCode, Some.Today), new RenewalAlreadyAppliedFor(Some.Today), new RenewalNotAppliedFor(),
            new RenewalAppliedForTooEarly(Some.Today, Some.Today), new LicenceHasNoEnd("1"),
            new LicenceTermTooLong(LicenceKind.ProductionLicence, Some.Today, Some.Today), new PenaltyNotServed("1", null),
            new NotACertificate(LicenceKind.ProductionLicence),
            new NotSuspendedByBody("2025010301000005"),
            new StepHasNoBasis(LicenceKind.CompulsoryCertificate, LadderStep.Suspension, LadderStep.CertificationBody, "条", "art."),
            new SuspensionWithoutCase(), new CaseDoesNotSuspend("1", "2"),
            new SuspensionNotAsDecided("1", 30, Some.Today),
            new SuspensionIsDecided("1", Some.Today),
            new RevocationWithoutCase(), new CaseDoesNotRevoke("1", "2"), new NoEndingToCorrect(LicenceStatus.Active),
            new LicenceEntryClosed("1", LicenceStatus.Revoked), new RightLicenceLacks("1", LicenceMatter.Suspension),
            new RenewalAfterEnd(Some.Today), new DeregistrationWithoutGround(LicenceStatus.Active),
            new EnterpriseHasEnded(Some.CreditCode, "某厂", Some.Today),
            new RegisterTermNotTaken("1", LicenceStatus.Active, Some.Today, Some.Today, Some.Today, Some.Today),
        ];
        Assert.All(refusals, refusal =>
        {
            Assert.Equal(refusal, serializer.Deserialize<Refusal>(serializer.SerializeToArray(refusal)));
            Assert.NotEqual(refusal.Message.Chinese, refusal.Message.English);
        });
        var known = typeof(Licence).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Refusal)) && (type.Namespace == typeof(Licence).Namespace || type.Namespace == typeof(Enterprise).Namespace));
        Assert.Equal(known.OrderBy(type => type.Name), refusals.Select(refusal => refusal.GetType()).OrderBy(type => type.Name));
    }

    /// <summary>A null is left out when it is stored; what demands it when it is read could not be read any more.</summary>
    [Fact]
    public void What_may_be_null_is_not_demanded_when_it_is_read()
    {
        var nullability = new System.Reflection.NullabilityInfoContext();
        var demanded = typeof(Licence).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false))
            .SelectMany(type => type.GetProperties())
            .Where(property => property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), inherit: false) && nullability.Create(property).ReadState is System.Reflection.NullabilityState.Nullable)
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");
        Assert.Empty(demanded);
    }

    [Fact]
    public void A_stored_subject_comes_back_whole()
    {
        var stored = new Subject<LicenceState> { State = Some.SuspendedLicence(), Version = 2, Head = [1, 2, 3], Recent = RecentCommands.Empty.With(Some.Officer.CommandId, new byte[32], 2) };
        var bytes = JsonSerializer.SerializeToUtf8Bytes(stored, Licence.Concept.InfoOf(typeof(Subject<LicenceState>)));
        var read = Licence.Concept.ReadStored(bytes);
        Assert.Equal((2, Licence.Concept.WriteState(stored.State)), (read.Version, Licence.Concept.WriteState(read.State!)));
        Assert.Equal([1, 2, 3], read.Head);
    }

    // What is written again may say more than an old shape did, never less or otherwise.
    private static void Says(string released, string now)
    {
        using var before = JsonDocument.Parse(released);
        using var after = JsonDocument.Parse(now);
        Contains(before.RootElement, after.RootElement, "$");

        static void Contains(JsonElement part, JsonElement whole, string path)
        {
            if (part.ValueKind == JsonValueKind.Object)
            {
                foreach (var property in part.EnumerateObject())
                {
                    Assert.True(whole.TryGetProperty(property.Name, out var value), $"{path}.{property.Name} is lost");
                    Contains(property.Value, value, $"{path}.{property.Name}");
                }
            }
            else
            {
                Assert.True(JsonElement.DeepEquals(part, whole), $"{path}: {part} became {whole}");
            }
        }
    }
}
