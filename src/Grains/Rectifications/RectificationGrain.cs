using Microsoft.Extensions.Logging;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

/// <summary>责令限期整改. The shell of one order. Enterprises, licences, inspections and accounts never wait for an order, so that it may wait for them.</summary>
[GrainType("rectification")]
internal sealed partial class RectificationGrain([PersistentState("rectification")] IPersistentState<Subject<RectificationState>> stored, SubjectShell shell)
    : SubjectGrain<RectificationState, RectificationCommand, RectificationEvent>(stored, Rectification.Concept, shell), IRectificationGrain
{
    /// <inheritdoc/>
    public override async Task<Outcome<RectificationState>> Execute(RectificationCommand command, Actor actor)
    {
        var outcome = await base.Execute(command, actor);
        if (outcome is { Change: Change.Updated, Subject.State.OwedToLicence: [{ Since: var since }, ..] })
        {
            try
            {
                // The clock would come at once; who has decided need not wait for it to see the licence changed.
                await OnDeadline(RectificationDeadlines.LicenceChange, since);
            }
            catch (CommitFailureException failure)
            {
                LogLeftToTheClock(Shell.Logger, SubjectName, failure);
            }
        }

        return outcome;
    }

    /// <inheritdoc/>
    protected override async ValueTask<object?> FetchFact(RectificationCommand command) => command switch
    {
        OrderRectification c when await Read() is null => await FactsFor(c),
        RecordReinspection c => new RectificationFacts { UnknownOfficers = await KnownUsers.UnknownAsync(GrainFactory, c.Officers) },
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

    /// <summary>Has the licence take the step that was decided. The command's id follows from the decision: told again after a crash, the licence gives its first answer again.</summary>
    private async Task<RectificationFacts> Tell(string licence, LicenceChange owed)
    {
        LicenceCommand command = owed.Kind switch
        {
            LicenceChangeKind.Suspend => new SuspendLicence(owed.Until!.Value, owed.Grounds),
            LicenceChangeKind.RequestWithdrawal => new RequestLicenceWithdrawal(owed.Grounds),
            LicenceChangeKind.Withdraw => new WithdrawLicence(owed.Grounds),
            LicenceChangeKind.Deregister => new DeregisterLicence(owed.Grounds, DeregistrationGround.ProductionStopped),
            _ => throw new InvalidOperationException($"No licence is told to {owed.Kind}."),
        };
        var cause = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{SubjectName}\n{WireName.Of(owed.Kind)}\n{owed.Since.ToUnixTimeMilliseconds()}");
        try
        {
            var outcome = await GrainFactory.GetGrain<ILicenceGrain>(licence).Execute(command, owed.By.As(SubjectKeys.CommandIdFor(cause)));
            return new RectificationFacts { LicenceChanged = outcome.Refusal is null, LicenceRefusal = outcome.Refusal };
        }
        catch (Exception failure) when (failure is OrleansException or TimeoutException)
        {
            // Whether or not the licence was told: the deadline stays, the clock comes back to it, and what else is asked of the order need not wait.
            LogLeftToTheClock(Shell.Logger, SubjectName, failure);
            return new RectificationFacts();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The licence could not yet be told what {Subject} decided; its clock comes back to it")]
    private static partial void LogLeftToTheClock(ILogger logger, string subject, Exception exception);
}
