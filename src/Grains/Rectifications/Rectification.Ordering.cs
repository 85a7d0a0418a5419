using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

// What is ordered to be put right, and when the order is void.
public static partial class Rectification
{
    private static Decision<RectificationEvent>? DecideInOrdering(RectificationState rectification, RectificationCommand command, Circumstances now) => command switch
    {
        OrderRectification => new AlreadyExists("rectification", rectification.Number),
        VoidRectification when !rectification.IsOpen => new RectificationNotOpen(rectification.Status),
        VoidRectification c when c.Grounds.Problem() is { } problem => problem,
        VoidRectification c => new RectificationVoided(now.Day, c.Grounds.Trimmed())
        {
            Facts = NotOrderedAfterAll(now),
            Change = NoLongerAsked(rectification, c.Grounds.Trimmed(), now),
        },
        _ => Decision<RectificationEvent>.NotOfThisStage,
    };

    private static RectificationState? ApplyInOrdering(RectificationState rectification, RectificationEvent happened) => happened switch
    {
        RectificationVoided e => Closed(rectification, RectificationStatus.Void) with
        {
            IsUncounted = e.Facts is not null,
            OwedToLicence = Owed(rectification, e.Change),
        },
        _ => null,
    };

    private static ImmutableArray<CountedFact> NotOrderedAfterAll(Circumstances now) =>
        now.Required<CountedSoFar>().Reversing(Measure.RectificationsOrdered);

    // 行政许可法 第六十九条: what was asked on the ground of an order that should not stand is asked no more, and the licence
    // stands without it.
    private static LicenceChange? NoLongerAsked(RectificationState rectification, Grounds grounds, Circumstances now) =>
        rectification.Taken(RectificationMeasure.Withdrawal) is not { Answer: null } ? null : Change(
            LicenceChangeKind.DeclineWithdrawal,
            until: null,
            grounds with { Reason = $"责令整改{rectification.Number}已撤销，提请撤销随之撤回" },
            now);

    private static RectificationState Begun(RectificationOrdered e) => new() { Number = e.Number, Status = RectificationStatus.Ordered, Order = e.Order, DueOn = e.DueOn, WarnOn = e.WarnOn, Serial = e.Serial };

    private static Decision<RectificationEvent> DecideOrderRectification(OrderRectification command, Circumstances now)
    {
        var facts = now.Required<RectificationFacts>();
        var named = new OrderedParty(command.Enterprise, command.Den, command.Licence, command.Inspection);
        if (PartyProblem(named, known: null, now.Day, now, out var party) is { } wrongParty)
        {
            return wrongParty;
        }

        if (ProblemOf(command, now) is { } problem)
        {
            return problem;
        }

        var dueOn = command.DueOn ?? DayFrom(StatutoryRules.RectificationTerm, now.Day, now.Calendar);
        if (DueProblem(dueOn, now.Day) is { } tooEarly)
        {
            return tooEarly;
        }

        var productClass = now.Open<ProductClass>(command.ProductClass)?.Code ?? facts.Licence?.ProductClasses.FirstOrDefault()
            ?? (party.Den is null ? facts.EnterpriseProductClass : now.Required<DenFound>().State?.Details.ProductClasses.FirstOrDefault());
        var order = new RectificationOrder(
            party.Enterprise,
            party.Licence,
            command.Inspection,
            productClass,
            OwnSection.Or(now, command.Section),
            now.Actor.User,
            [.. command.Requirements.Select(one => one.Trim())],
            command.Grounds.Trimmed(),
            now.Day)
        {
            Den = party.Den,
        };
        return new RectificationOrdered(
            now.Key,
            order,
            dueOn,
            now.Warning.DayOf(now.Day, dueOn),
            order.Grounds,
            LastNumber.Next(now, NumberWord.Rectification, order.Section));
    }

    /// <summary>Why the order cannot concern this enterprise or den, licence and inspection, or null; and their one form.</summary>
    private static Refusal? PartyProblem(
        OrderedParty named, string? known, DateOnly? orderedOn, Circumstances now, out OrderedParty party)
    {
        party = named;
        return EnterpriseOrDen.Problem(named.Enterprise, named.Den) is { } neither ? neither
            : (FreeText.Given(named.Den) is { } den
                ? DenProblem(named, den, known, orderedOn, now, out party)
                : EnterpriseProblem(named, orderedOn, now.Required<RectificationFacts>(), out party)) is { } wrongParty ? wrongParty
            : InspectionProblem(party, now.Required<RectificationFacts>())
                ?? (Refusal?)BeforeItsInspection("on", party, orderedOn, now.Required<RectificationFacts>());
    }

    // What the order says of a den already was looked up when it was given.
    private static Refusal? DenProblem(
        OrderedParty named, string den, string? known, DateOnly? orderedOn, Circumstances now, out OrderedParty party)
    {
        DenState? found = null;
        var problem = den == known ? null : now.DenProblem(den, orderedOn, out found);
        party = named with { Enterprise = null, Den = found?.Number ?? den };
        return problem ?? (named.Licence is null
            ? null
            : new InvalidInput("licence", "窝点没有许可证，不填写许可证编号", "A den holds no licence; leave its number out"));
    }

    private static Refusal? EnterpriseProblem(OrderedParty named, DateOnly? orderedOn, RectificationFacts facts, out OrderedParty party)
    {
        party = named;
        if (CreditCode.ParseNamed(named.Enterprise, facts.EnterpriseIsRegistered, out var code) is { } wrongCode)
        {
            return wrongCode with { Field = "enterpriseCreditCode" };
        }

        var enterprise = code.ToString();
        party = named with { Enterprise = enterprise, Den = null };
        if (!facts.EnterpriseIsRegistered)
        {
            return new NotFound("enterprise", enterprise);
        }

        // What was ordered while it existed can be put right in the record; no new order reaches who is no more.
        if (orderedOn is { } day && facts.Ended?.Problem(enterprise, day) is { } ended)
        {
            return ended;
        }

        if (named.Licence is null)
        {
            return null;
        }

        if (LicenceNumber.Parse(named.Licence, out var number) is { } wrongNumber)
        {
            return wrongNumber with { Field = "licence" };
        }

        party = party with { Licence = number.Text };
        return facts.Licence?.Enterprise == enterprise ? null
            : facts.Licence is { } held ? new OfAnotherEnterprise(number.Text, held.Enterprise)
            : new NotFound("licence", number.Text);
    }

    private static Refusal? InspectionProblem(OrderedParty party, RectificationFacts facts) =>
        party.Inspection is not { } inspection || facts.InspectedParty == (party.Den ?? party.Enterprise) ? null
        : facts.InspectedParty is { } inspected ? new OfAnotherEnterprise(inspection, inspected)
        : new NotFound("inspection", inspection);

    // What an inspection found is ordered to be put right from the day of that inspection on.
    private static InvalidInput? BeforeItsInspection(string field, OrderedParty party, DateOnly? orderedOn, RectificationFacts facts) =>
        party.Inspection is { } inspection && orderedOn is { } day && day < facts.InspectedOn
            ? new InvalidInput(
                field,
                $"责令日{IsoDate.Of(day)}早于检查{inspection}的检查日{IsoDate.Of(facts.InspectedOn.Value)}",
                $"{IsoDate.Of(day)} is before {IsoDate.Of(facts.InspectedOn.Value)}, the day of inspection {inspection}")
            : null;

    private static InvalidInput? ProblemOf(OrderRectification command, Circumstances now) => ProblemOf(command.Requirements)
        ?? command.Grounds.Problem()
        ?? OwnSection.Problem(now, "section", command.Section)
        ?? now.NotOpen<ProductClass>("productClass", command.ProductClass);

    private static InvalidInput? ProblemOf(ImmutableArray<string> requirements) => requirements.IsDefaultOrEmpty
        ? new InvalidInput("requirements", "整改要求不能为空", "Say what is to be put right")
        : ListParts.Problem("requirements", requirements, one => FreeText.Missing("", one));

    private static Refusal? DueProblem(DateOnly given, DateOnly first) =>
        PlausibleDays.Problem("dueOn", given) is { } implausible ? implausible
        : given < first ? new RectificationDueTooEarly(given, first)
        : null;
}

/// <summary>责令内容. What an order says.</summary>
/// <param name="Enterprise">企业. The credit code of who has to put it right; null where that is a den.</param>
/// <param name="Licence">许可证. The number of the licence whose conditions are not met, or null where there is none.</param>
/// <param name="Inspection">检查. The number of the inspection that found it, or null.</param>
/// <param name="ProductClass">产品类别. The code of the product class it is counted under, or null.</param>
/// <param name="Section">责任科室. The section that answers for it, or null.</param>
/// <param name="Officer">经办人. The user name of who ordered it.</param>
/// <param name="Requirements">整改要求. What is to be put right, one by one.</param>
/// <param name="Grounds">理由与依据. Why, and the number of the notice.</param>
/// <param name="OrderedOn">责令日. The day (Asia/Shanghai).</param>
[GenerateSerializer, Immutable, Alias("rectification-order")]
public sealed record RectificationOrder(
    string? Enterprise,
    string? Licence,
    string? Inspection,
    string? ProductClass,
    string? Section,
    string Officer,
    ImmutableArray<string> Requirements,
    Grounds Grounds,
    DateOnly OrderedOn)
{
    /// <summary>窝点. The number of the den that has to put it right or to stop; null where an enterprise has.</summary>
    [Id(156)] public string? Den { get; init; }

    /// <summary>责令对象. Who has to put it right: the enterprise's credit code or the den's number, which no other has.</summary>
    [JsonIgnore] public string Party => Enterprise ?? Den!;
}

/// <summary>责令对象. Whom and what an order is about.</summary>
/// <param name="Enterprise">企业. The credit code, or null.</param>
/// <param name="Den">窝点. Its number, or null.</param>
/// <param name="Licence">许可证. Its number, or null.</param>
/// <param name="Inspection">检查. Its number, or null.</param>
internal sealed record OrderedParty(string? Enterprise, string? Den, string? Licence, string? Inspection);

/// <summary>责令限期整改. Orders an enterprise or a den to put something right, or to stop, by a day (R2.2.4; 行政处罚法 第二十八条).</summary>
/// <param name="Enterprise">企业. The unified social credit code of who has to put it right; left out where a den has.</param>
/// <param name="Requirements">整改要求. What is to be put right, one at least.</param>
/// <param name="Grounds">理由与依据. Why, and the number of the notice.</param>
/// <param name="DueOn">整改期限. The last day (Asia/Shanghai); left out, the bureau's usual thirty days.</param>
/// <param name="Licence">许可证. The number of the licence whose conditions are not met.</param>
/// <param name="Inspection">检查. The number of the inspection that found it.</param>
/// <param name="ProductClass">产品类别. Code or Chinese name; left out, the main one of the licence or the enterprise.</param>
/// <param name="Section">责任科室. Left out, yours.</param>
/// <param name="Den">窝点编号. The den that has to put it right or to stop; left out where an enterprise has.</param>
[GenerateSerializer, Immutable, Alias("rectification.order"), AllowedTo(Handling), Creates, ForOwnSection, Dated]
[Refuses<AlreadyExists, OfAnotherEnterprise, RectificationDueTooEarly, EnterpriseHasEnded>]
[Refuses<DenHasEnded>]
public sealed record OrderRectification(
    [OfferedAs("enterpriseCreditCode")] string? Enterprise,
    [Longest(1000), Most(50)] ImmutableArray<string> Requirements,
    Grounds Grounds,
    DateOnly? DueOn = null,
    string? Licence = null,
    string? Inspection = null,
    [Listed<ProductClass>] string? ProductClass = null,
    [Listed<Section>, Longest(ListedName.CodeLength)] string? Section = null,
    string? Den = null) : RectificationCommand, INamesDen;

/// <summary>撤销责令. Says that the order no longer stands.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("rectification.void"), AllowedTo(Deciding), Dated]
[Refuses<RectificationNotOpen>]
public sealed record VoidRectification(Grounds Grounds) : RectificationCommand;

/// <summary>外部事实. What the shell found out for a command.</summary>
public sealed record RectificationFacts
{
    /// <summary>企业已登记. Whether the enterprise is registered.</summary>
    public bool EnterpriseIsRegistered { get; init; }

    /// <summary>企业已终止. The enterprise's end; null while it has not ended.</summary>
    public EndedEnterprise? Ended { get; init; }

    /// <summary>企业主要产品类别. The code of the enterprise's main product class, or null.</summary>
    public string? EnterpriseProductClass { get; init; }

    /// <summary>许可证. The licence concerned, as it stands; null when there is none of that number.</summary>
    public LicenceState? Licence { get; init; }

    /// <summary>暂扣案件. The case that is named for a suspension.</summary>
    public DecidingCaseFound Suspending { get; init; } = DecidingCaseFound.None;

    /// <summary>被检查对象. The credit code of the enterprise, or the number of the den, that the named inspection was of; null when there is no
    /// such inspection.</summary>
    public string? InspectedParty { get; init; }

    /// <summary>检查日. The day on which the named inspection was made (Asia/Shanghai); null while it is not recorded.</summary>
    public DateOnly? InspectedOn { get; init; }
}

/// <summary>已责令限期整改. The order was given.</summary>
/// <param name="Number">编号. Its number.</param>
/// <param name="Order">责令内容. What it says.</param>
/// <param name="DueOn">整改期限. The last day (Asia/Shanghai).</param>
/// <param name="WarnOn">提醒日. The day on which a third of the time is left, or null.</param>
/// <param name="Grounds">理由与依据. Why, and the notice's number.</param>
/// <param name="Serial">责改文号. The number that people say; null in what was stored before there were such numbers.</param>
[Alias("rectification.ordered")]
public sealed record RectificationOrdered(
    string Number, RectificationOrder Order, DateOnly DueOn, DateOnly? WarnOn, Grounds Grounds, OfficialNumber? Serial = null)
    : RectificationStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"责令于{DueOn:yyyy-MM-dd}前整改，共{Order.Requirements.Length}项", $"Ordered to put {Order.Requirements.Length} matters right by {DueOn:yyyy-MM-dd}");
}

/// <summary>责令已撤销. The order no longer stands.</summary>
/// <param name="VoidedOn">撤销日. The day (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("rectification.voided")]
public sealed record RectificationVoided(DateOnly VoidedOn, Grounds Grounds) : RectificationStep(Grounds)
{
    /// <summary>冲销的事实. What is taken back of what was counted, because it should not have been ordered; null where it was rightly
    /// ordered, and in what happened before that was kept.</summary>
    public ImmutableArray<CountedFact>? Facts { get; init; }

    /// <summary>许可变更. That the licence's withdrawal is asked for no more; null where it was not, and in what happened before that was
    /// kept.</summary>
    public LicenceChange? Change { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new($"责令不再有效：{Grounds.Reason}", $"The order no longer stands: {Grounds.Reason}");
}

/// <summary>整改期限不当. An order's last day lies before today, or is no later than the present one.</summary>
/// <param name="Given">给定期限. The day that was given.</param>
/// <param name="NotBefore">最早期限. The first day that would do.</param>
[GenerateSerializer, Immutable, Alias("refusal.rectification-due-too-early")]
public sealed record RectificationDueTooEarly(DateOnly Given, DateOnly NotBefore) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"整改期限{Given:yyyy-MM-dd}过早，不得早于{NotBefore:yyyy-MM-dd}", $"{Given:yyyy-MM-dd} is too early for the order's last day; it must not lie before {NotBefore:yyyy-MM-dd}");
}

/// <summary>许可证或检查属于另一企业. The licence or inspection that is named is another enterprise's or den's.</summary>
/// <param name="What">编号. The number of the licence or inspection.</param>
/// <param name="Enterprise">所属企业. The credit code or the den's number of whose it is.</param>
[GenerateSerializer, Immutable, Alias("refusal.of-another-enterprise")]
public sealed record OfAnotherEnterprise(string What, string Enterprise) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"{What}属于另一企业或者窝点{Enterprise}", $"{What} is another's, {Enterprise}");
}
