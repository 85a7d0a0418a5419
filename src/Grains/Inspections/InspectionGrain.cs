using System.Collections.Immutable;
using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Inspections;

/// <summary>检查. The shell of one inspection. Accounts and cases never wait for an inspection, so that it may wait for
/// them; an enterprise tells its inspections that it has ended, and is read as it is stored.</summary>
[GrainType("inspection")]
internal sealed class InspectionGrain(
    [PersistentState("inspection")] IPersistentState<Subject<InspectionState>> stored,
    SubjectShell shell,
    AttachmentFolder attachments,
    YearlyInspectionCap cap,
    Turns turns)
    : NumberedGrain<InspectionState, InspectionCommand, InspectionEvent, InspectionRow>(stored, Inspection.Concept, shell, turns),
        IInspectionGrain
{
    // More licences than these say nothing more of what an inspection is about.
    private const int MostLicences = 50;

    /// <inheritdoc/>
    protected override string? SeriesOf(InspectionState? state, InspectionCommand command, Circumstances now) =>
        state is null && command is IPlans c ? OfficialNumber.SeriesOf(now, NumberWord.Inspection, OwnSection.Or(now, c.Section)) : null;

    /// <inheritdoc/>
    protected override async ValueTask<object?> FetchFact(InspectionCommand command) => command switch
    {
        IPlans c when await Read() is null => await FactsFor(c),
        RecordInspection c => WithCase(await PlaceTakenBackAsync(), await CaseOf(c.CaseNumber)) with
        {
            Files = attachments.KeptOf(Inspection.AttachmentsOf(c)),
        },
        CorrectInspectionRecord c when await Read() is { State: { Record: { } record, Plan: var of } } =>
            WithCase(new InspectionFacts(), await CaseOf(c.CaseNumber)) with
            {
                Files = attachments.KeptOf(
                    (c.Findings is { IsDefault: false } findings ? findings : []).SelectMany(finding => finding.Attachments ?? [])),
                Followed = await FollowedAsync(record),
                FollowedOn = await FollowedOnAsync(record),
                Ended = await EndAsync(of),
            },
        NoteInspectedReopening when await Read() is { State.Plan: var plan } => await PlaceOf(plan),
        InspectionDeadlineReached { Kind: Inspection.Due } when await Read() is { State.Plan: var plan } =>
            new InspectionFacts { Ended = await EndAsync(plan) },
        _ => null,
    };

    // The enterprise as it is stored and not its actor, which tells its inspections that it has ended: two actors must not wait for each
    // other.
    private Task<EnterpriseState?> EnterpriseAsync(string creditCode) =>
        Shell.Database.ReadStoredAsync<EnterpriseState>(Enterprise.Concept, creditCode);

    private async Task<EndedEnterprise?> EndAsync(InspectionPlan plan) =>
        plan.Enterprise is { } enterprise ? await EnterpriseAsync(enterprise) is { } found ? EndedEnterprise.Of(found) : null
        : EndedEnterprise.Of(await Shell.Database.ReadStoredAsync<DenState>(Den.Concept, plan.Den!));

    // What ended with its enterprise gave its place in the sweep away, and takes it back when a visit from before is recorded.
    private async Task<InspectionFacts> PlaceTakenBackAsync() =>
        await Read() is { State: { EnterpriseEndedOn: not null, Plan: var plan } } ? await PlaceOf(plan) : new InspectionFacts();

    private async Task<InspectionFacts> PlaceOf(InspectionPlan plan)
    {
        var ofParty = OfParty(plan.Enterprise, plan.Den);
        await using var data = await Shell.Database.ReadAsync();
        return new InspectionFacts
        {
            InSweep = plan.Basis is InspectionBasis.Sweep ? await InSweepAsync(data, ofParty, plan.Campaign) : null,
            Begun = plan.BegunBy is null ? [] : await BegunAsync(data, ofParty, plan.PlannedOn),
        };
    }

    private static Expression<Func<InspectionRow, bool>> OfParty(string? enterprise, string? den) =>
        enterprise is null ? row => row.Den == den : row => row.Enterprise == enterprise;

    private static async Task<string?> InSweepAsync(DataConnection data, Expression<Func<InspectionRow, bool>> ofParty, string? campaign)
    {
        var (sweep, cancelled) = (WireName.Of(InspectionBasis.Sweep), WireName.Of(InspectionStatus.Cancelled));
        return campaign is null ? null : await data.GetTable<InspectionRow>()
            .Where(ofParty)
            .Where(row => row.Campaign == campaign && row.Basis == sweep && row.Status != cancelled)
            .OrderBy(row => row.Subject)
            .Select(row => row.Number)
            .FirstOrDefaultAsync();
    }

    private async Task<ImmutableArray<string>> FollowedAsync(InspectionRecord record)
    {
        var number = Key;
        await using var data = await Shell.Database.ReadAsync();
        var orders = await data.GetTable<RectificationRow>()
            .Where(row => row.Inspection == number)
            .OrderBy(row => row.Subject)
            .Select(row => row.Subject)
            .ToListAsync();
        return record.CaseNumber is { } followed ? [.. orders, SubjectKeys.Of(Case.Concept.Name, followed)] : [.. orders];
    }

    // An order comes of the visit that it names; a case does where that was its source. One that went on already came before.
    private async Task<DateOnly?> FollowedOnAsync(InspectionRecord record)
    {
        var number = Key;
        await using var data = await Shell.Database.ReadAsync();
        var first = await data.GetTable<RectificationRow>().Where(row => row.Inspection == number).MinAsync(row => (string?)row.OrderedOn);
        var opened = await CaseOf(record.CaseNumber) is { Lead: { SourceReference: { } source, ReceivedOn: var on } } && source == number
            ? on : (DateOnly?)null;
        return new[] { first is null ? (DateOnly?)null : IsoDate.Parse(first), opened }.Min();
    }

    private async Task<CaseState?> CaseOf(string? caseNumber) => DrawnNumber.Parse(Case.Prefix, caseNumber, out var number) is null
        ? (await GrainFactory.GetGrain<ICaseGrain>(number).Read())?.State
        : null;

    private static InspectionFacts WithCase(InspectionFacts facts, CaseState? found) => found is null ? facts : facts with
    {
        Case = found.Stage,
        CaseParties = [.. found.AllParties.Select(party => party.CreditCode ?? party.Den).OfType<string>()],
    };

    private async Task<ImmutableArray<BegunInspection>> BegunAsync(
        DataConnection data, Expression<Func<InspectionRow, bool>> ofParty, DateOnly? on)
    {
        var day = IsoDate.Of(on ?? ShanghaiTime.DayOf(Shell.Time.GetUtcNow()));
        var (routine, planned) = (WireName.Of(InspectionBasis.Routine), WireName.Of(InspectionStatus.Planned));
        var subjects = data.GetTable<InspectionRow>()
            .Where(ofParty)
            .Where(row => row.Basis == routine && row.Status == planned && row.PlannedOn == day)
            .Select(row => row.Subject);
        var states = await data.GetTable<StateRow>().Where(row => subjects.Contains(row.Subject)).OrderBy(row => row.Subject).ToListAsync();
        return
        [
            .. states.Select(row => Inspection.Concept.ReadStored(row.Payload).State).OfType<InspectionState>()
                .Where(begun => begun.Plan.BegunBy is not null)
                .Select(begun => new BegunInspection(begun.Number, begun.Plan.BegunBy!)),
        ];
    }

    private async Task<InspectionFacts> FactsFor(IPlans command)
    {
        if (FreeText.Given(command.Den) is { } given)
        {
            return DrawnNumber.Parse(Den.Prefix, given, out var den) is null ? await FactsOfDen(command, den) : new InspectionFacts();
        }

        if (CreditCode.ParseCarried(command.Enterprise, out var code) is not null || code.ToString() is not { } enterprise
            || await EnterpriseAsync(enterprise) is not { } registered)
        {
            return new InspectionFacts();
        }

        var (active, suspended) = (WireName.Of(LicenceStatus.Active), WireName.Of(LicenceStatus.Suspended));
        await using var data = await Shell.Database.ReadAsync();
        var licences = await data.GetTable<LicenceRow>()
            .Where(row => row.Enterprise == enterprise && (row.Status == active || row.Status == suspended))
            .OrderBy(row => row.ValidTo)
            .Select(row => row.Number)
            .Take(MostLicences)
            .ToListAsync();
        var year = (command.PlannedOn ?? ShanghaiTime.DayOf(Shell.Time.GetUtcNow())).Year;
        var ofYear = await YearlyInspectionCap.CountAsync(data, [enterprise], year, CancellationToken.None);
        return new InspectionFacts
        {
            InSweep = await InSweepAsync(data, OfParty(enterprise, null), FreeText.Given(command.Campaign)),
            Begun = command is BeginInspection ? await BegunAsync(data, OfParty(enterprise, null), command.PlannedOn) : [],
            InspectionsOfYear = ofYear.GetValueOrDefault(enterprise),
            YearlyCap = cap,
            EnterpriseIsRegistered = true,
            Ended = EndedEnterprise.Of(registered),
            EnterpriseProductClass = registered.ProductClasses.FirstOrDefault(),
            Licences = [.. licences],
        };
    }

    // A den has neither licences nor a number of visits that it is owed; the den itself is looked up for every command that names one.
    private async Task<InspectionFacts> FactsOfDen(IPlans command, string den)
    {
        await using var data = await Shell.Database.ReadAsync();
        return new InspectionFacts
        {
            InSweep = await InSweepAsync(data, OfParty(null, den), FreeText.Given(command.Campaign)),
            Begun = command is BeginInspection ? await BegunAsync(data, OfParty(null, den), command.PlannedOn) : [],
        };
    }
}
