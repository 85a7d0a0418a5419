using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

// What was recorded wrongly of a licence is put right.
public static partial class Licence
{
    private static Decision<LicenceEvent>? DecideInCorrection(LicenceState licence, LicenceCommand command, Circumstances now) =>
        command switch
        {
            CorrectLicence when IsEnded(licence.Status) => new LicenceEntryClosed(licence.Number, licence.Status),
            CorrectLicence c => DecideCorrectLicence(licence, c, now),
            CancelMistypedLicence when IsEnded(licence.Status) => new LicenceEntryClosed(licence.Number, licence.Status),
            CancelMistypedLicence c => DecideCancelMistypedLicence(licence, c, now),
            _ => Decision<LicenceEvent>.NotOfThisStage,
        };

    private static LicenceState? ApplyInCorrection(LicenceState licence, LicenceEvent happened) => happened switch
    {
        LicenceEntryCancelled e => Ended(licence, LicenceStatus.Deregistered) with
        {
            EndedFrom = e.Before,
            EnteredRightAs = e.RightNumber,
            StruckOut = e.Before is null ? [] : e.Facts,
            StruckOutOf = e.Pair,
            StruckOutPlace = e.Place,
        },
        LicenceRecordCorrected e => licence with
        {
            Status = e.Status,
            Details = e.Details,
            Term = e.Term,
            NextNotice = e.NextNotice,
            StartsOn = e.Status is LicenceStatus.NotYetValid ? e.Term.ValidFrom : null,
            ExpiredOn = e.Status is LicenceStatus.Expired ? e.Term.ValidTo : null,
            DeregistrationProposedOn = e.Status is LicenceStatus.Expired || licence.HolderClosedOn is not null
                ? licence.DeregistrationProposedOn : null,
            IsRenewedHere = licence.IsRenewedHere || e.Term != e.TermBefore,
            TermBefore = e.Term != e.TermBefore ? e.TermBefore : licence.TermBefore,
        },
        _ => null,
    };

    private static bool IsEnded(LicenceStatus status) =>
        status is LicenceStatus.Withdrawn or LicenceStatus.Revoked or LicenceStatus.Deregistered;

    private static Decision<LicenceEvent> DecideCorrectLicence(LicenceState licence, CorrectLicence c, Circumstances now)
    {
        if (FreeText.Missing("reason", c.Reason) is { } missing)
        {
            return missing;
        }

        if (ProductClass.Codes(now, c.ProductClasses, licence.ProductClasses, out var given) is { } wrongClass)
        {
            return wrongClass;
        }

        var (from, to) = (c.ValidFrom ?? licence.ValidFrom, c.ValidTo ?? licence.ValidTo);
        if (TermProblem(from, to) is { } wrongTerm)
        {
            return wrongTerm;
        }

        var details = new LicenceDetails(
            c.ProductClasses is null ? licence.ProductClasses : given,
            FreeText.Given(c.IssuedBy) ?? licence.IssuedBy,
            FreeText.Given(c.ProductionAddress) ?? licence.Details.ProductionAddress,
            licence.Details.Products);
        var isSameTerm = from == licence.ValidFrom && to == licence.ValidTo;
        if (isSameTerm && details.SaysTheSameAs(licence.Details))
        {
            return Decision<LicenceEvent>.AlreadySo;
        }

        // The journal's figures are those of the original entries: what was counted under a wrong class moves to the right one.
        var counted = now.Required<CountedSoFar>();
        var moved = counted.Moving(licence.ProductClasses.FirstOrDefault(), details.ProductClasses.FirstOrDefault());
        var term = isSameTerm ? licence.Term : LicenceRules.Term(licence.Kind, from, to, now.Calendar);
        var status = isSameTerm ? licence.Status : StatusUnder(licence, term, now.Today);
        var lives = licence.Status is LicenceStatus.Expired && status is not LicenceStatus.Expired
            ? Reversed(counted, moved, Measure.LicencesExpired) : [];
        var notices = status is LicenceStatus.Expired || licence.StandsUntilDecided || licence.HolderClosedOn is not null ? null
            : isSameTerm ? licence.NextNotice
            : LicenceRules.NoticesFrom(now.Today, term);
        var corrected = new LicenceRecordCorrected(
            details, term, status, notices, licence.Details, licence.Term, c.Reason.Trim(), now.Today, [.. moved, .. lives]);
        return new LicenceEventBuilder(licence).With(corrected).Expire(now.Today).Settle(now.Now).Events;
    }

    // The number is the key, which nothing changes: what was entered under a mistyped one is struck out there, and stands under the right
    // one.
    private static Decision<LicenceEvent> DecideCancelMistypedLicence(LicenceState licence, CancelMistypedLicence c, Circumstances now)
    {
        if (LicenceNumber.Parse(c.RightNumber, out var number) is { } wrong)
        {
            return wrong with { Field = "rightNumber" };
        }

        if (FreeText.Missing("reason", c.Reason) is { } missing)
        {
            return missing;
        }

        if (number.Text == licence.Number)
        {
            return new InvalidInput("rightNumber", "正确编号与误登的编号相同", "The right number is the mistyped one");
        }

        var found = now.Required<OtherLicenceFound>();
        return found.Licence is not { } right ? new NotFound("licence", number.Text)
            : right.Enterprise != licence.Enterprise ? new LicenceHeldByAnother(number.Text, right.Enterprise)
            : right.Kind != licence.Kind ? new LicenceKindMismatch(licence.Kind, number.Text)
            // One that was struck out itself, such as in favour of this one or of one that was, does not stand in its place.
            : IsEnded(right.Status) ? new LicenceEntryClosed(number.Text, right.Status, found.StandsAs)
            : NotUnder(licence, right) is { } lacking ? new RightLicenceLacks(number.Text, lacking)
            : new LicenceEntryCancelled(number.Text, now.Today, now.Required<CountedSoFar>().ReversingAll, c.Reason.Trim())
            {
                Before = Standing(licence),
                Pair = string.CompareOrdinal(licence.Number, number.Text) < 0
                    ? $"{licence.Number}\n{number.Text}" : $"{number.Text}\n{licence.Number}",
                Place = now.Required<StruckOutPlaces>().Next,
            };
    }

    // What runs under the mistyped number runs under the right one, or it would be lost with the entry.
    private static LicenceMatter? NotUnder(LicenceState mistyped, LicenceState right) => right switch
    {
        { IsInForce: false } => null,
        _ when mistyped.Suspension is { } suspension
            && (right.Suspension?.Case, right.Suspension?.Until) != (suspension.Case, suspension.Until) => LicenceMatter.Suspension,
        { WithdrawalRequest: null } when mistyped.WithdrawalRequest is not null => LicenceMatter.WithdrawalRequest,
        { RenewalApplication: null } when mistyped.RenewalApplication is not null => LicenceMatter.RenewalApplication,
        _ => null,
    };

    /// <summary>What is wrong with the mistyped number under which a licence is said to have been entered before, or null.</summary>
    private static Refusal? EnteredBeforeProblem(LicenceNumber right, string enterprise, LicenceNumber before, Circumstances now) =>
        before.Text == right.Text
            ? new InvalidInput("enteredBeforeAs", "原误登编号与所登记的编号相同", "The mistyped number is the one that is registered")
        : before.Kind != right.Kind ? new LicenceKindMismatch(right.Kind, before.Text)
        : now.Required<OtherLicenceFound>().Licence is not { } mistyped
            ? new InvalidInput("enteredBeforeAs", $"没有以编号{before.Text}登记的许可证", $"No licence was entered under {before.Text}")
        : mistyped.Enterprise != enterprise ? new LicenceHeldByAnother(before.Text, mistyped.Enterprise)
        : null;

    // What was moved to another class is taken back there.
    private static ImmutableArray<CountedFact> Reversed(CountedSoFar counted, ImmutableArray<CountedFact> moved, Measure measure) =>
        moved.IsEmpty ? counted.Reversing(measure) : [.. moved.Where(fact => fact.Measure == measure && fact.Amount > 0).Select(fact =>
            fact with { Amount = -fact.Amount })];

    // What has ended by the clock alone stands again where its right last day is still to come; what ends now, Expire says.
    private static LicenceStatus StatusUnder(LicenceState licence, LicenceTerm term, DateOnly today) => licence.Status switch
    {
        LicenceStatus.Expired when term.ValidTo < today => LicenceStatus.Expired,
        LicenceStatus.Suspended => LicenceStatus.Suspended,
        _ => term.ValidFrom > today && licence is { WithdrawalRequest: null, RenewalApplication: null }
            ? LicenceStatus.NotYetValid
            : LicenceStatus.Active,
    };
}

/// <summary>更正许可证登记. Puts right what was recorded wrongly of a licence; the history shows both. What is left out stays.</summary>
/// <param name="Reason">理由. What was wrong, and how that was found.</param>
/// <param name="ValidFrom">有效期起. The right first valid day.</param>
/// <param name="ValidTo">有效期至. The right last valid day; 9999-12-31 for 长期.</param>
/// <param name="ProductClasses">产品类别. Codes or Chinese names, the main one first.</param>
/// <param name="IssuedBy">发证机关.</param>
/// <param name="ProductionAddress">生产地址.</param>
[GenerateSerializer, Immutable, Alias("licence.correct"), AllowedTo(Roles.SectionHead)]
[Refuses<LicenceEntryClosed, ValidityReversed>]
public sealed record CorrectLicence(
    [Longest(1000)] string Reason,
    DateOnly? ValidFrom = null,
    [property: MayBeLongTerm] DateOnly? ValidTo = null,
    [Listed<ProductClass>, Most(ProductClass.MostPerSubject)] ImmutableArray<string>? ProductClasses = null,
    [Longest(LicenceDetails.LongestIssuer)] string? IssuedBy = null,
    [Longest(LicenceDetails.LongestAddress)] string? ProductionAddress = null) : LicenceCommand;

/// <summary>
/// 注销误登编号的许可证. Strikes out a licence that was entered under a mistyped number: it is registered under the right one first, with what
/// runs, such as a suspension. What was counted of it is no longer counted, and both show the other. That it was struck out by mistake is
/// taken back by <see cref="CorrectLicenceEnding"/>.
/// </summary>
/// <param name="RightNumber">正确编号. The number under which it is registered rightly, for the same holder.</param>
/// <param name="Reason">理由. What was wrong, and how that was found.</param>
[GenerateSerializer, Immutable, Alias("licence.cancel-mistyped"), AllowedTo(Roles.SectionHead)]
[Refuses<LicenceEntryClosed, LicenceHeldByAnother, LicenceKindMismatch, RightLicenceLacks>]
public sealed record CancelMistypedLicence([Longest(100)] string RightNumber, [Longest(1000)] string Reason) : LicenceCommand;

/// <summary>另一登记. What the shell found under the other number: the right one, or the mistyped one.</summary>
/// <param name="Licence">许可证. Null when no licence is registered under that number.</param>
/// <param name="StandsAs">
/// 现登记编号. Where it was struck out as mistyped, the number at the end of those it was struck out for one after the other; null otherwise.
/// </param>
public sealed record OtherLicenceFound(LicenceState? Licence, string? StandsAs = null);

/// <summary>误登注销次序. The places in which licences of one holder are struck out as mistyped.</summary>
/// <param name="Taken">已占用. Those that are taken.</param>
public sealed record StruckOutPlaces(ImmutableArray<int> Taken)
{
    /// <summary>下一位. The place of the next, which two that are struck out at one moment both want: the second is decided again.</summary>
    public int Next => Taken.IsEmpty ? 1 : Taken.Max() + 1;
}

/// <summary>许可证未了事项. What can run of a licence.</summary>
[JsonConverter(typeof(WireNameConverter<LicenceMatter>))]
public enum LicenceMatter
{
    /// <summary>It is suspended.</summary>
    [Term("暂扣", "suspension")]
    Suspension,

    /// <summary>The issuing authority was asked to withdraw it.</summary>
    [Term("提请撤销", "request to withdraw it")]
    WithdrawalRequest,

    /// <summary>A renewal was applied for.</summary>
    [Term("延续申请", "application for renewal")]
    RenewalApplication,
}

/// <summary>误登编号的许可证已注销. What had been entered under a mistyped number is struck out.</summary>
/// <param name="RightNumber">正确编号. The number under which it is registered.</param>
/// <param name="CancelledOn">注销日. The day (Asia/Shanghai).</param>
/// <param name="Facts">计量更正. What is no longer counted.</param>
/// <param name="Reason">理由. Why.</param>
[Alias("licence.entry-cancelled")]
public sealed record LicenceEntryCancelled(string RightNumber, DateOnly CancelledOn, ImmutableArray<CountedFact> Facts, string Reason)
    : LicenceEvent
{
    /// <summary>原状态. Where it stood; null in what was recorded before that was kept, which cannot be taken back.</summary>
    public LicenceStanding? Before { get; init; }

    /// <summary>两编号. Both numbers in order: of two, one alone is struck out in favour of the other, also at the same moment; null in
    /// what was recorded before that was kept.</summary>
    public string? Pair { get; init; }

    /// <summary>次序. The place among its holder's that are struck out, which no two take at the same moment, so that of several none is
    /// struck out for one that was itself; null in what was recorded before that was kept.</summary>
    public int? Place { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"编号误登，已按{RightNumber}登记，本条注销：{Reason}", $"Entered under a mistyped number, rightly under {RightNumber}: {Reason}");
}

/// <summary>许可证登记已更正. A person put right what was recorded.</summary>
/// <param name="Details">登记事项. As they stand afterwards.</param>
/// <param name="Term">有效期. As it stands afterwards, with the days that follow from it.</param>
/// <param name="Status">状态. Where the licence stands under the right term.</param>
/// <param name="NextNotice">下一提醒. The next notice; null when none is left.</param>
/// <param name="DetailsBefore">原登记事项. As they were recorded.</param>
/// <param name="TermBefore">原有效期. As it was recorded.</param>
/// <param name="Reason">理由. Why.</param>
/// <param name="CorrectedOn">更正日. The day (Asia/Shanghai).</param>
/// <param name="Facts">计量更正. What is counted otherwise, under the days and classes of the original entries.</param>
[Alias("licence.record-corrected")]
public sealed record LicenceRecordCorrected(
    LicenceDetails Details,
    LicenceTerm Term,
    LicenceStatus Status,
    LicenceNotices? NextNotice,
    LicenceDetails DetailsBefore,
    LicenceTerm TermBefore,
    string Reason,
    DateOnly CorrectedOn,
    ImmutableArray<CountedFact> Facts) : LicenceEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => Term == TermBefore
        ? new($"更正登记事项：{Reason}", $"The entry was corrected: {Reason}")
        : new(
            $"更正有效期，由{TermBefore.Text.Chinese}改为{Term.Text.Chinese}：{Reason}",
            $"The term was corrected, it was {TermBefore.Text.English} and is {Term.Text.English}: {Reason}");
}

/// <summary>登记已结束. The licence has ended; what is recorded of it is not changed any more.</summary>
/// <param name="Number">证书编号. Its number.</param>
/// <param name="Status">状态. How it ended.</param>
/// <param name="StandsAs">现登记编号. The number under which it stands, where it was struck out as mistyped; null otherwise.</param>
[GenerateSerializer, Immutable, Alias("refusal.licence-entry-closed")]
public sealed record LicenceEntryClosed(string Number, LicenceStatus Status, string? StandsAs = null) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => StandsAs is { } standsAs ? new(
        $"编号{Number}本身已作为误登编号注销，其登记现在{standsAs}下，不能再作为正确编号；注销有误的，先更正终止记录",
        $"{Number} was itself struck out as mistyped and stands under {standsAs}: it is no right number. "
            + "If it was struck out by mistake, correct that first")
        : new(
        $"许可证{Number}现为“{Terms.Of(Status).Chinese}”，登记事项不再更改；终止有误的，先更正终止记录",
        $"Licence {Number} is {Terms.Of(Status).English}; its entry is not changed any more. If it ended by mistake, correct that first");
}

/// <summary>正确编号下尚未登记. What runs under the mistyped number does not run under the right one; it would be lost.</summary>
/// <param name="Number">正确编号. The right number.</param>
/// <param name="Matter">未了事项. What is to be recorded there first.</param>
[GenerateSerializer, Immutable, Alias("refusal.right-licence-lacks")]
public sealed record RightLicenceLacks(string Number, LicenceMatter Matter) : Refusal
{
    private string Running => Matter switch
    {
        LicenceMatter.Suspension => "正在执行的暂扣",
        LicenceMatter.WithdrawalRequest => "未答复的提请撤销",
        _ => "未决定的延续申请",
    };

    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"误登的许可证尚有{Running}，请先在{Number}下同样登记",
        $"Of the mistyped licence a {Terms.Of(Matter).English} runs; record the same under {Number} first");
}
