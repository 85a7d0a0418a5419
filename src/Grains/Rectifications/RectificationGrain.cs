using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

/// <summary>责令限期整改. The shell of one order. Enterprises, licences, inspections and accounts never wait for an order, so that it may wait for them.</summary>
[GrainType("rectification")]
internal sealed class RectificationGrain([PersistentState("rectification")] IPersistentState<Subject<RectificationState>> stored, SubjectShell shell)
    : SubjectGrain<RectificationState, RectificationCommand, RectificationEvent>(stored, Rectification.Concept, shell), IRectificationGrain
{
    /// <inheritdoc/>
    public override async Task<Outcome<RectificationState>> Execute(RectificationCommand command, Actor actor)
    {
        var outcome = await base.Execute(command, actor);
        await TellOwedAsync(order => order.OwedToLicence is [var first, ..] ? (RectificationDeadlines.LicenceChange, first.Since) : null);
        return outcome;
    }

    /// <inheritdoc/>
    protected override async ValueTask<object?> FetchFact(RectificationCommand command) => command switch
    {
        OrderRectification c when await Read() is null => await FactsFor(c),
        DecideRectificationMeasure { Accept: true } when await Read() is { State.Order.Licence: { } licence } =>
            new RectificationFacts { Licence = (await GrainFactory.GetGrain<ILicenceGrain>(licence).Read())?.State },
        RectificationDeadlineReached { Kind: RectificationDeadlines.LicenceChange } when await Read() is { State: { OwedToLicence: [var owed, ..], Order.Licence: { } licence } } => await Tell(licence, owed),
        _ => null,
    };

    private async Task<RectificationFacts> FactsFor(OrderRectification command)
    {
        var facts = new RectificationFacts();
        if (CreditCode.Parse(command.Enterprise, out var code) is null && await GrainFactory.GetGrain<IEnterpriseGrain>(code.ToString()).Read() is { State: var enterprise })
        {
            facts = facts with { EnterpriseIsRegistered = true, EnterpriseProductClass = enterprise.ProductClasses.FirstOrDefault() };
        }

        if (command.Licence is { } licence && LicenceNumber.Parse(licence, out var number) is null)
        {
            facts = facts with { Licence = (await GrainFactory.GetGrain<ILicenceGrain>(number.Text).Read())?.State };
        }

        return command.Inspection is { } inspection
            ? facts with { InspectedEnterprise = (await GrainFactory.GetGrain<IInspectionGrain>(inspection).Read())?.State.Plan.Enterprise }
            : facts;
    }

    /// <summary>Has the licence take the step that was decided.</summary>
    private async Task<RectificationFacts?> Tell(string licence, LicenceChange owed)
    {
        LicenceCommand command = owed.Kind switch
        {
            LicenceChangeKind.Suspend => new SuspendLicence(owed.Until!.Value, owed.Grounds),
            LicenceChangeKind.RequestWithdrawal => new RequestLicenceWithdrawal(owed.Grounds),
            LicenceChangeKind.Withdraw => new WithdrawLicence(owed.Grounds),
            LicenceChangeKind.Deregister => new DeregisterLicence(owed.Grounds, DeregistrationGround.ProductionStopped),
            _ => throw new InvalidOperationException($"No licence is told to {owed.Kind}."),
        };
        var told = await TellAsync(GrainFactory.GetGrain<ILicenceGrain>(licence), command, owed.By.As, WireName.Of(owed.Kind), owed.Since);
        return told is null ? null : new RectificationFacts { LicenceChanged = told.Refusal is null, LicenceRefusal = told.Refusal };
    }
}
