using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

/// <summary>责令限期整改. The shell of one order. Licences and accounts never wait for an order, so that it may wait for them;
/// an enterprise tells its orders that it has ended, and is read as it is stored.</summary>
[GrainType("rectification")]
internal sealed class RectificationGrain(
    [PersistentState("rectification")] IPersistentState<Subject<RectificationState>> stored,
    SubjectShell shell,
    Turns turns)
    : NumberedGrain<RectificationState, RectificationCommand, RectificationEvent, RectificationRow>(
        stored, Rectification.Concept, shell, turns), IRectificationGrain
{
    /// <inheritdoc/>
    protected override string? SeriesOf(RectificationState? state, RectificationCommand command, Circumstances now) =>
        state is null && command is OrderRectification c
            ? OfficialNumber.SeriesOf(now, NumberWord.Rectification, OwnSection.Or(now, c.Section))
            : null;

    /// <inheritdoc/>
    protected override async ValueTask<object?> FetchFact(RectificationCommand command) => command switch
    {
        OrderRectification c when await Read() is null => await FactsFor(new(c.Enterprise, c.Den, c.Licence, c.Inspection)),
        CorrectRectificationOrder c when await Read() is { State: var state } => new SeveralFacts(
            await FactsFor(Rectification.MergedParty(state, c)), await CountedSoFar.ReadAsync(Shell.Database, SubjectName)),
        DecideRectificationMeasure { Accept: true } c when await Read() is { State.Order: var order } => await FactsOf(order) with
        {
            Suspending = order.Licence is null ? DecidingCaseFound.None : await DecidingCaseFound.ReadAsync(Shell.Database, c.Case),
        },
        CorrectMeasureAnswer or RecordReinspection when await Read() is { State.Order: var order } =>
            new SeveralFacts(await CountedSoFar.ReadAsync(Shell.Database, SubjectName), await FactsOf(order)),
        VoidRectification or CorrectReinspection => await CountedSoFar.ReadAsync(Shell.Database, SubjectName),
        ProposeRectificationMeasure or DecideRectificationMeasure or RecordMeasureAnswer or NoteEnterpriseClosing
            or NoteEnterpriseReopening or RectificationDeadlineReached when await Read() is { State.Order: var order } =>
            await FactsOf(order),
        _ => null,
    };

    // The enterprise as it is stored and not its actor: an enterprise that ends tells its orders, and two actors must not wait for each
    // other. An inspection waits for its enterprise.
    private Task<EnterpriseState?> EnterpriseAsync(string creditCode) =>
        Shell.Database.ReadStoredAsync<EnterpriseState>(Enterprise.Concept, creditCode);

    private async Task<RectificationFacts> FactsOf(RectificationOrder order) => new()
    {
        Ended = order.Enterprise is { } enterprise
            ? await EnterpriseAsync(enterprise) is { } found ? EndedEnterprise.Of(found) : null
            : EndedEnterprise.Of(await Shell.Database.ReadStoredAsync<DenState>(Den.Concept, order.Den!)),
        Licence = order.Licence is { } licence ? (await GrainFactory.GetGrain<ILicenceGrain>(licence).Read())?.State : null,
    };

    private async Task<RectificationFacts> FactsFor(OrderedParty named)
    {
        var facts = new RectificationFacts();
        if (CreditCode.ParseCarried(named.Enterprise, out var code) is null && await EnterpriseAsync(code.ToString()) is { } enterprise)
        {
            facts = facts with
            {
                EnterpriseIsRegistered = true,
                Ended = EndedEnterprise.Of(enterprise),
                EnterpriseProductClass = enterprise.ProductClasses.FirstOrDefault(),
            };
        }

        if (named.Licence is { } licence && LicenceNumber.Parse(licence, out var number) is null)
        {
            facts = facts with { Licence = (await GrainFactory.GetGrain<ILicenceGrain>(number.Text).Read())?.State };
        }

        if (named.Inspection is not { } inspection)
        {
            return facts;
        }

        var found = await Shell.Database.ReadStoredAsync<InspectionState>(Inspection.Concept, inspection);
        return facts with { InspectedParty = found?.Plan.Party, InspectedOn = found?.Record?.InspectedOn };
    }
}
