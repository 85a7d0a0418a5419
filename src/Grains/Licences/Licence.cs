using System.Collections.Immutable;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Subjects;
using static ShuangDa.Grains.Subjects.StateCheck;

namespace ShuangDa.Grains.Licences;

/// <summary>许可证的规则. The law of a licence, and what the shared rooms need to know of it.</summary>
public static class Licence
{
    /// <summary>许可证. The concept.</summary>
    public static Concept<LicenceState, LicenceCommand, LicenceEvent> Concept { get; } = new()
    {
        Name = "licence",
        Title = new BilingualText("许可证", "Licence"),
        Json = LicenceJson.Default,
        RowTypes = [typeof(LicenceRow), typeof(LicenceProductClassRow)],
        Decide = Decide,
        Apply = Apply,
        Check = Check,
        Rows = LicenceRows.Of,
        Deadlines = LicenceDeadlines.Of,
        WaitsFor = ["enterprise"],
        WhenDue = static (kind, dueAt) => new LicenceDeadlineReached(kind, dueAt),
        Tally = Tally,
    };

    /// <summary>What a command leads to. It is decided against the licence as it stands by now: what the clock owes it comes first, in the order in which it was due, so that nobody suspends a licence whose last day is over because the clock is a minute behind.</summary>
    /// <param name="licence">The state, or null while it is not registered.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">Who asks, and when.</param>
    public static Decision<LicenceEvent> Decide(LicenceState? licence, LicenceCommand command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (licence is null)
        {
            return command switch
            {
                RegisterLicence c => Register(c, now),
                ImportLicence c => ImportFirst(c, now),
                LicenceDeadlineReached => Decision<LicenceEvent>.AlreadySo,
                _ => new NotFound("licence", now.Key),
            };
        }

        var owed = new LicenceEventBuilder(licence).Settle(now.Now);
        if (command is LicenceDeadlineReached due)
        {
            // Missed ones are given each with its own day, and all of them in this one commit, so that none can be overtaken by the end of the term.
            var stands = due.DueAt <= now.Now && LicenceDeadlines.Of(licence).Any(open => open.Kind == due.Kind && open.DueAt == due.DueAt);
            return stands ? owed.Events : Decision<LicenceEvent>.AlreadySo;
        }

        var decision = Decide(owed.Licence, command, now, now.Today);
        return decision.Refusal is null && !decision.Events.IsEmpty ? (LicenceEvent[])[.. owed.Events, .. decision.Events] : decision;
    }

    private static Decision<LicenceEvent> Decide(LicenceState licence, LicenceCommand command, Circumstances now, DateOnly today) => command switch
    {
        RegisterLicence => new AlreadyExists("licence", licence.Number),
        ImportLicence c => ImportAgain(licence, c, now),

        SuspendLicence when licence.Status is not LicenceStatus.Active => new LicenceNotActive(licence.Status),
        SuspendLicence c when c.Grounds.Problem() is { } problem => problem,
        SuspendLicence c when c.Until < today => new SuspensionEndsInPast(c.Until, today),
        SuspendLicence c when Implausible("until", c.Until) is { } problem => problem,
        SuspendLicence c => new LicenceSuspended(today, c.Until, FromRegister: false, c.Grounds.Trimmed()),

        ReinstateLicence when licence.Status is not LicenceStatus.Suspended => new LicenceNotSuspended(licence.Status),
        ReinstateLicence c when c.Grounds.Problem() is { } problem => problem,
        ReinstateLicence c => new LicenceReinstated(today, c.Grounds.Trimmed()),

        RenewLicence when licence.Status is not (LicenceStatus.Active or LicenceStatus.Expired) => new LicenceNotRenewable(licence.Status),
        RenewLicence c when c.Grounds.Problem() is { } problem => problem,
        RenewLicence c when TermProblem(c.ValidFrom, c.ValidTo) is { } problem => problem,
        RenewLicence c when c.ValidTo <= licence.ValidTo => new RenewalNotLonger(licence.ValidTo, c.ValidTo), // 行政许可法 第五十条
        RenewLicence c => new LicenceEventBuilder(licence).With(Renewed(licence, c.ValidFrom, c.ValidTo, fromRegister: false, c.Grounds.Trimmed(), now)).Expire(today).Events,

        RequestLicenceWithdrawal when !licence.IsInForce => new LicenceNotInForce(licence.Status),
        RequestLicenceWithdrawal when licence.WithdrawalRequest is { } open => new WithdrawalAlreadyRequested(open.RequestedOn),
        RequestLicenceWithdrawal c when c.Grounds.Problem() is { } problem => problem,
        RequestLicenceWithdrawal c => new LicenceWithdrawalRequested(today, c.Grounds.Trimmed()),

        WithdrawLicence when !licence.IsInForce => new LicenceNotInForce(licence.Status),
        WithdrawLicence when licence.WithdrawalRequest is null => new WithdrawalNotRequested(), // 行政许可法 第六十九条: the issuing authority decides
        WithdrawLicence c when c.Grounds.Problem() is { } problem => problem,
        WithdrawLicence c => new LicenceWithdrawn(today, c.Grounds.Trimmed()),

        RevokeLicence when !licence.IsInForce => new LicenceNotInForce(licence.Status),
        RevokeLicence c when c.Grounds.Problem() is { } problem => problem,
        RevokeLicence c => new LicenceRevoked(today, c.Grounds.Trimmed()),

        DeregisterLicence when licence.Status is LicenceStatus.Deregistered => new LicenceAlreadyDeregistered(),
        DeregisterLicence { Ground: { } ground } when !IsMet(ground, licence.Status) => new DeregistrationGroundNotMet(ground, licence.Status),
        DeregisterLicence c when c.Grounds.Problem() is { } problem => problem,
        DeregisterLicence c => new LicenceDeregistered(today, c.Ground ?? ImpliedGround(licence.Status, DeregistrationGround.ProductionStopped), c.Grounds.Trimmed()),

        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "The law of a licence does not know this command."),
    };

    /// <summary>The state after an event.</summary>
    /// <param name="licence">The state before, or null.</param>
    /// <param name="happened">The event.</param>
    public static LicenceState Apply(LicenceState? licence, LicenceEvent happened) => happened switch
    {
        LicenceRegistered e => new LicenceState
        {
            Number = e.Number,
            Kind = e.Kind,
            Status = LicenceStatus.Active,
            Enterprise = e.Enterprise,
            Details = e.Details,
            Term = e.Term,
            NextNotice = e.NextNotice,
            RegisterStatus = e.RegisterStatus,
        },
        _ when licence is null => throw new InvalidOperationException($"{happened.GetType().Name} came before the licence was registered."),
        LicenceCorrected { Term: null } e => licence with { Details = e.Details, RegisterStatus = e.RegisterStatus ?? licence.RegisterStatus },
        LicenceCorrected { Term: { } term } e => licence with
        {
            Details = e.Details,
            RegisterStatus = e.RegisterStatus ?? licence.RegisterStatus,
            Term = term,
            NextNotice = e.NextNotice,
            ExpiredOn = licence.ExpiredOn is null ? null : term.ValidTo,
            IsRenewedHere = false,
        },
        LicenceSuspended e => licence with { Status = LicenceStatus.Suspended, Suspension = new Suspension(e.SuspendedOn, e.Until, e.FromRegister, e.Grounds) },
        LicenceReinstated or LicenceSuspensionEnded => licence with { Status = LicenceStatus.Active, Suspension = null },
        LicenceRenewed e => licence with
        {
            Status = LicenceStatus.Active,
            Term = e.Term,
            NextNotice = e.NextNotice,
            ExpiredOn = null,
            DeregistrationProposedOn = null,
            IsRenewedHere = !e.FromRegister,
        },
        LicenceWithdrawalRequested e => licence with { WithdrawalRequest = new WithdrawalRequest(e.RequestedOn, e.Grounds) },
        LicenceWithdrawn => Ended(licence, LicenceStatus.Withdrawn),
        LicenceRevoked => Ended(licence, LicenceStatus.Revoked),
        LicenceDeregistered => Ended(licence, LicenceStatus.Deregistered),
        LicenceExpired e => Ended(licence, LicenceStatus.Expired) with { ExpiredOn = e.LastValidDay },
        LicenceNoticeGiven e => licence with { NextNotice = e.NextNotice },
        LicenceDeregistrationProposed e => licence with { DeregistrationProposedOn = e.ProposedOn },
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "The fold of a licence does not know this event."),
    };

    /// <summary>What does not hold though it must.</summary>
    /// <param name="licence">A state.</param>
    public static IReadOnlyList<string> Check(LicenceState licence)
    {
        ArgumentNullException.ThrowIfNull(licence);
        return
        [
            .. When(LicenceNumber.Parse(licence.Number, out var number) is not null || number.Text != licence.Number, $"its number '{licence.Number}' is not one in normal form"),
            .. When(number.Kind != licence.Kind, "its kind is not the one its number tells"),
            .. When(licence.ValidTo < licence.ValidFrom, "its term ends before it begins"),
            .. When(licence.Term.MustApplyBy > licence.ValidTo, "renewal could be applied for after its end"),
            .. When((licence.Status is LicenceStatus.Suspended) != (licence.Suspension is not null), "suspended goes with a suspension"),
            .. When((licence.Status is LicenceStatus.Expired) != licence.ExpiredOn.HasValue, "expired goes with the day it expired"),
            .. When(licence.ExpiredOn is { } expiredOn && expiredOn != licence.ValidTo, "it expired on another day than its last valid one"),
            .. When(licence.NextNotice is not null && !licence.IsInForce, "a notice is open though it is not in force"),
            .. When(licence.NextNotice is { } notice && (notice.On > licence.ValidTo || notice.Notices.IsDefaultOrEmpty), "its next notice is empty or lies after its end"),
            .. When(licence.WithdrawalRequest is not null && !licence.IsInForce, "a request to withdraw is open though it is not in force"),
        ];
    }

    private static Decision<LicenceEvent> Register(RegisterLicence command, Circumstances now) => First(command, closedHolderToo: false, status: null, now) switch
    {
        ({ } refusal, _) => refusal,
        (_, var registered) => registered!.Expire(now.Today).Events,
    };

    private static Decision<LicenceEvent> ImportFirst(ImportLicence command, Circumstances now)
    {
        var status = Heeded(command.Status);
        return First(AsRegistration(command), closedHolderToo: true, status, now) switch
        {
            ({ } refusal, _) => refusal,
            (_, var registered) => FollowRegister(registered!, status, now.Today).Expire(now.Today).Events,
        };
    }

    /// <summary>What a row of a register changes on a licence that is known already.</summary>
    private static Decision<LicenceEvent> ImportAgain(LicenceState licence, ImportLicence command, Circumstances now)
    {
        if (Problem(AsRegistration(command), licence.ProductClasses, now, out var given) is { } problem)
        {
            return problem;
        }

        if (given.Enterprise != licence.Enterprise)
        {
            return new LicenceHeldByAnother(licence.Number, licence.Enterprise);
        }

        var status = Heeded(command.Status);
        var isNews = status is not null && status != (licence.RegisterStatus ?? RegisterStatus.Valid);
        var builder = new LicenceEventBuilder(licence);
        if (licence.IsInForce || licence.Status is LicenceStatus.Expired)
        {
            Correct(builder, command, given, isNews ? status : null, now);
        }

        return FollowRegister(builder, isNews ? status : null, now.Today).Expire(now.Today).Events;
    }

    private static void Correct(LicenceEventBuilder builder, ImportLicence command, (LicenceNumber Number, string Enterprise, LicenceDetails Details) given, RegisterStatus? news, Circumstances now)
    {
        var licence = builder.Licence;
        var details = new LicenceDetails(
            command.ProductClasses is null ? licence.ProductClasses : given.Details.ProductClasses,
            given.Details.IssuedBy ?? licence.IssuedBy,
            given.Details.ProductionAddress ?? licence.Details.ProductionAddress);
        var isSameTerm = command.ValidFrom == licence.ValidFrom && command.ValidTo == licence.ValidTo;
        var staysRenewed = licence.IsRenewedHere && command.ValidTo <= licence.ValidTo;
        var isRenewal = command.ValidTo > licence.ValidTo && (licence.Status is LicenceStatus.Active || (licence.Status is LicenceStatus.Expired && command.ValidTo >= now.Today));
        var term = isSameTerm || staysRenewed || isRenewal ? null : LicenceRules.Term(licence.Kind, command.ValidFrom, command.ValidTo, now.Calendar);
        if (!details.SaysTheSameAs(licence.Details) || term is not null || news is not null)
        {
            var next = term is not null && licence.IsInForce ? LicenceRules.NoticesFrom(now.Today, term) : null;
            builder.With(new LicenceCorrected(details, term, next, news, now.Today));
        }

        if (isRenewal)
        {
            builder.With(Renewed(licence, command.ValidFrom, command.ValidTo, fromRegister: true, RegisterGrounds("有效期延长"), now));
        }
    }

    /// <summary>Follows what a register newly says of the status, where the licence is not there already.</summary>
    private static LicenceEventBuilder FollowRegister(LicenceEventBuilder builder, RegisterStatus? said, DateOnly today) => (said, builder.Licence) switch
    {
        // A register names no end of a suspension: it lasts until the register says otherwise or the term ends.
        (RegisterStatus.Suspended, { Status: LicenceStatus.Active } licence) when licence.ValidTo >= today => builder.With(new LicenceSuspended(today, licence.ValidTo, FromRegister: true, RegisterGrounds("暂停"))),
        (RegisterStatus.Valid, { Suspension.FromRegister: true }) => builder.With(new LicenceReinstated(today, RegisterGrounds("有效"))),
        (RegisterStatus.Withdrawn, { IsInForce: true }) => builder.With(new LicenceWithdrawn(today, RegisterGrounds("撤销"))),
        (RegisterStatus.Revoked, { IsInForce: true }) => builder.With(new LicenceRevoked(today, RegisterGrounds("吊销"))),
        (RegisterStatus.Deregistered, { Status: not LicenceStatus.Deregistered } licence) => builder.With(new LicenceDeregistered(today, ImpliedGround(licence.Status, DeregistrationGround.OtherByLaw), RegisterGrounds("注销"))),
        _ => builder,
    };

    private static (Refusal? Refusal, LicenceEventBuilder? Builder) First(RegisterLicence command, bool closedHolderToo, RegisterStatus? status, Circumstances now)
    {
        if (Problem(command, [], now, out var given) is { } problem)
        {
            return (problem, null);
        }

        if (now.Required<HolderFound>().Holder is not { } holder)
        {
            return (new EnterpriseNotRegistered(given.Enterprise), null);
        }

        if (holder.IsClosed && !closedHolderToo)
        {
            return (new HolderClosed(given.Enterprise, holder.Name), null); // 行政许可法 第七十条第三项
        }

        var term = LicenceRules.Term(given.Number.Kind, command.ValidFrom, command.ValidTo, now.Calendar);
        var notice = LicenceRules.NoticesFrom(now.Today, term);
        return (null, new LicenceEventBuilder(null).With(new LicenceRegistered(given.Number.Text, given.Number.Kind, given.Enterprise, given.Details, term, notice, status, now.Today)));
    }

    private static Refusal? Problem(RegisterLicence command, ImmutableArray<string> carried, Circumstances now, out (LicenceNumber Number, string Enterprise, LicenceDetails Details) given)
    {
        given = default;
        if (LicenceNumber.Parse(command.Number, out var number) is { } wrongNumber)
        {
            return wrongNumber;
        }

        if (command.Kind is { } kind && kind != number.Kind)
        {
            return new LicenceKindMismatch(kind, number.Text);
        }

        if (CreditCode.Parse(command.Enterprise, out var enterprise) is { } wrongCode)
        {
            return wrongCode with { Field = "enterpriseCreditCode" };
        }

        if (ProductClass.Codes(now, command.ProductClasses, carried, out var classes) is { } wrongClass)
        {
            return wrongClass;
        }

        var details = new LicenceDetails(classes, FreeText.OfRegister(command.IssuedBy), FreeText.OfRegister(command.ProductionAddress));
        given = (number, enterprise.ToString(), details);
        return TermProblem(command.ValidFrom, command.ValidTo);
    }

    private static Refusal? TermProblem(DateOnly validFrom, DateOnly validTo) =>
        Implausible("validFrom", validFrom) ?? Implausible("validTo", validTo) ?? (validTo < validFrom ? new ValidityReversed(validFrom, validTo) : (Refusal?)null);

    // Dates that no licence has, and near which counting days would run off the calendar.
    private static InvalidInput? Implausible(string field, DateOnly day) => day.Year is >= 1950 and < 2200
        ? null
        : new InvalidInput(field, $"日期{day:yyyy-MM-dd}不合理，应在1950年至2199年之间", $"{day:yyyy-MM-dd} is not a plausible date; it must lie between 1950 and 2199");

    private static LicenceRenewed Renewed(LicenceState licence, DateOnly validFrom, DateOnly validTo, bool fromRegister, Grounds grounds, Circumstances now)
    {
        var term = LicenceRules.Term(licence.Kind, validFrom, validTo, now.Calendar);
        return new LicenceRenewed(now.Today, term, LicenceRules.NoticesFrom(now.Today, term), fromRegister, grounds);
    }

    private static LicenceState Ended(LicenceState licence, LicenceStatus status) => licence with
    {
        Status = status,
        NextNotice = null,
        Suspension = null,
        WithdrawalRequest = null,
        ExpiredOn = null,
    };

    private static bool IsMet(DeregistrationGround ground, LicenceStatus status) => ground switch
    {
        DeregistrationGround.Lapsed => status is LicenceStatus.Expired, // 行政许可法 第七十条第一项
        DeregistrationGround.WithdrawnOrRevoked => status is LicenceStatus.Withdrawn or LicenceStatus.Revoked, // 第四项
        _ => true,
    };

    private static DeregistrationGround ImpliedGround(LicenceStatus status, DeregistrationGround whileInForce) => status switch
    {
        LicenceStatus.Expired => DeregistrationGround.Lapsed,
        LicenceStatus.Withdrawn or LicenceStatus.Revoked => DeregistrationGround.WithdrawnOrRevoked,
        _ => whileInForce,
    };

    // 过期 is no news: the clock decides what has expired, and registers lag behind it.
    private static RegisterStatus? Heeded(RegisterStatus? said) => said is RegisterStatus.Lapsed ? RegisterStatus.Valid : said;

    private static Grounds RegisterGrounds(string said) => new($"登记信息：{said}", "发证机关登记信息");

    private static RegisterLicence AsRegistration(ImportLicence row) =>
        new(row.Number, row.Enterprise, row.ValidFrom, row.ValidTo, row.ProductClasses, row.IssuedBy, row.ProductionAddress, row.Kind);

    /// <summary>A licence counts once, under its main product class, so that the rows of a form add up to its total.</summary>
    private static IEnumerable<TallyFact> Tally(LicenceState? before, LicenceEvent happened, LicenceState after)
    {
        (DateOnly Day, Measure Measure)? counted = happened switch
        {
            LicenceRegistered e => (e.RecordedOn, Measure.LicencesRegistered),
            LicenceSuspended e => (e.SuspendedOn, Measure.LicencesSuspended),
            LicenceRenewed e => (e.RenewedOn, Measure.LicencesRenewed),
            LicenceWithdrawalRequested e => (e.RequestedOn, Measure.WithdrawalsRequested),
            LicenceWithdrawn e => (e.WithdrawnOn, Measure.LicencesWithdrawn),
            LicenceRevoked e => (e.RevokedOn, Measure.LicencesRevoked),
            LicenceDeregistered e => (e.DeregisteredOn, Measure.LicencesDeregistered),
            LicenceExpired e => (e.LastValidDay, Measure.LicencesExpired),
            _ => null,
        };
        return counted is var (day, measure) ? [new TallyFact(day, measure, 1, ProductClass: after.ProductClasses.FirstOrDefault())] : [];
    }
}

/// <summary>What happens to a licence within one decision, folded as it is told.</summary>
/// <param name="licence">The licence before.</param>
internal sealed class LicenceEventBuilder(LicenceState? licence) : EventBuilder<LicenceEventBuilder, LicenceState, LicenceEvent>(licence, Licences.Licence.Apply)
{
    /// <summary>The licence as it stands by now.</summary>
    public LicenceState Licence => Current;

    /// <summary>The end of a term that is over already when it is recorded.</summary>
    public LicenceEventBuilder Expire(DateOnly today) => Licence.IsInForce && Licence.ValidTo < today ? With(new LicenceExpired(Licence.ValidTo)) : this;

    protected override LicenceEvent[] FirstDue(DateTimeOffset now) => LicenceDeadlines.FirstDue(Licence, now) is { } due ? [due] : [];
}
