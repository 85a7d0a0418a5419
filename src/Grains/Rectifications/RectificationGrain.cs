using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

/// <summary>责令限期整改. The shell of one order. Enterprises, licences, inspections and accounts never wait for an order, so that it may wait for them.</summary>
[GrainType("rectification")]
internal sealed class RectificationGrain(
    [PersistentState("rectification")] IPersistentState<Subject<RectificationState>> stored,
    SubjectShell shell,
    NumberTurns turns)
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
        OrderRectification c when await Read() is null => await FactsFor((c.Enterprise, c.Licence, c.Inspection)),
        CorrectRectificationOrder c when await Read() is { State: var state } => await FactsFor(Rectification.MergedParty(state, c)),
        ProposeRectificationMeasure when await Read() is { State.Order: var order } =>
            new RectificationFacts { Ended = await EndOf(order.Enterprise) },
        DecideRectificationMeasure { Accept: true } c when await Read() is { State.Order: var order } => new RectificationFacts
        {
            Ended = await EndOf(order.Enterprise),
            Licence = order.Licence is { } licence ? (await GrainFactory.GetGrain<ILicenceGrain>(licence).Read())?.State : null,
            Suspending = order.Licence is null ? DecidingCaseFound.None : await DecidingCaseFound.ReadAsync(Shell.Database, c.Case),
        },
        CorrectMeasureAnswer => await CountedSoFar.ReadAsync(Shell.Database, SubjectName),
        _ => null,
    };

    private async Task<EndedEnterprise?> EndOf(string enterprise) =>
        await GrainFactory.GetGrain<IEnterpriseGrain>(enterprise).Read() is { State: var found } ? EndedEnterprise.Of(found) : null;

    private async Task<RectificationFacts> FactsFor((string? Enterprise, string? Licence, string? Inspection) named)
    {
        var facts = new RectificationFacts();
        if (CreditCode.ParseCarried(named.Enterprise, out var code) is null && await GrainFactory.GetGrain<IEnterpriseGrain>(code.ToString()).Read() is { State: var enterprise })
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

        return named.Inspection is { } inspection
            ? facts with { InspectedEnterprise = (await GrainFactory.GetGrain<IInspectionGrain>(inspection).Read())?.State.Plan.Enterprise }
            : facts;
    }
}
