using System.Collections.Immutable;
using ShuangDa.Grains.Calendar;
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
        VoidRectification c => new RectificationVoided(now.Day, c.Grounds.Trimmed()) { Facts = NotOrderedAfterAll(now) },
        _ => Decision<RectificationEvent>.NotOfThisStage,
    };

    private static RectificationState? ApplyInOrdering(RectificationState rectification, RectificationEvent happened) => happened switch
    {
        RectificationVoided e => Closed(rectification, RectificationStatus.Void) with { IsUncounted = e.Facts is not null },
        _ => null,
    };

    private static ImmutableArray<CountedFact> NotOrderedAfterAll(Circumstances now) =>
        now.Required<CountedSoFar>().Reversing(Measure.RectificationsOrdered);

    private static RectificationState Begun(RectificationOrdered e) => new() { Number = e.Number, Status = RectificationStatus.Ordered, Order = e.Order, DueOn = e.DueOn, WarnOn = e.WarnOn, Serial = e.Serial };

    private static Decision<RectificationEvent> DecideOrderRectification(OrderRectification command, Circumstances now)
    {
        var facts = now.Required<RectificationFacts>();
        var named = (command.Enterprise, command.Licence, command.Inspection);
        if (PartyProblem(named, facts, now.Day, out var enterprise, out var licence) is { } wrongParty)
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

        var productClass = now.Open<ProductClass>(command.ProductClass)?.Code ?? facts.Licence?.ProductClasses.FirstOrDefault() ?? facts.EnterpriseProductClass;
        var order = new RectificationOrder(
            enterprise,
            licence,
            command.Inspection,
            productClass,
            OwnSection.Or(now, command.Section),
            now.Actor.User,
            [.. command.Requirements.Select(one => one.Trim())],
            command.Grounds.Trimmed(),
            now.Day);
        return new RectificationOrdered(
            now.Key,
            order,
            dueOn,
            now.Warning.DayOf(now.Day, dueOn),
            order.Grounds,
            LastNumber.Next(now, NumberWord.Rectification, order.Section));
    }

    /// <summary>Why the order cannot concern this enterprise, licence and inspection, or null; and their one form.</summary>
    private static Refusal? PartyProblem(
        (string? Enterprise, string? Licence, string? Inspection) named,
        RectificationFacts facts,
        DateOnly? orderedOn,
        out string enterprise,
        out string? licence)
    {
        var (givenEnterprise, givenLicence, inspection) = named;
        (enterprise, licence) = ("", null);
        if (CreditCode.ParseNamed(givenEnterprise, facts.EnterpriseIsRegistered, out var code) is { } wrongCode)
        {
            return wrongCode with { Field = "enterpriseCreditCode" };
        }

        enterprise = code.ToString();
        if (!facts.EnterpriseIsRegistered)
        {
            return new NotFound("enterprise", enterprise);
        }

        // What was ordered while it existed can be put right in the record; no new order reaches who is no more.
        if (orderedOn is { } day && facts.Ended?.Problem(enterprise, day) is { } ended)
        {
            return ended;
        }

        if (givenLicence is not null)
        {
            if (LicenceNumber.Parse(givenLicence, out var number) is { } wrongNumber)
            {
                return wrongNumber with { Field = "licence" };
            }

            licence = number.Text;
            if (facts.Licence?.Enterprise != enterprise)
            {
                return facts.Licence is { } held ? new OfAnotherEnterprise(licence, held.Enterprise) : new NotFound("licence", licence);
            }
        }

        return inspection is null || facts.InspectedEnterprise == enterprise ? null
            : facts.InspectedEnterprise is { } inspected ? new OfAnotherEnterprise(inspection, inspected)
            : new NotFound("inspection", inspection);
    }

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
/// <param name="Enterprise">企业. The credit code of who has to put it right.</param>
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
    string Enterprise, string? Licence, string? Inspection, string? ProductClass, string? Section, string Officer, ImmutableArray<string> Requirements, Grounds Grounds, DateOnly OrderedOn);

/// <summary>责令限期整改. Orders an enterprise to put something right by a day (R2.2.4).</summary>
/// <param name="Enterprise">企业. The unified social credit code of who has to put it right.</param>
/// <param name="Requirements">整改要求. What is to be put right, one at least.</param>
/// <param name="Grounds">理由与依据. Why, and the number of the notice.</param>
/// <param name="DueOn">整改期限. The last day (Asia/Shanghai); left out, the bureau's usual thirty days.</param>
/// <param name="Licence">许可证. The number of the licence whose conditions are not met.</param>
/// <param name="Inspection">检查. The number of the inspection that found it.</param>
/// <param name="ProductClass">产品类别. Code or Chinese name; left out, the main one of the licence or the enterprise.</param>
/// <param name="Section">责任科室. Left out, yours.</param>
[GenerateSerializer, Immutable, Alias("rectification.order"), AllowedTo(Handling), Creates, ForOwnSection, Dated]
[Refuses<AlreadyExists, OfAnotherEnterprise, RectificationDueTooEarly, EnterpriseHasEnded>]
public sealed record OrderRectification(
    [OfferedAs("enterpriseCreditCode")] string Enterprise,
    [Longest(1000), Most(50)] ImmutableArray<string> Requirements,
    Grounds Grounds,
    DateOnly? DueOn = null,
    string? Licence = null,
    string? Inspection = null,
    [Listed<ProductClass>] string? ProductClass = null,
    [Listed<Section>, Longest(ListedName.CodeLength)] string? Section = null) : RectificationCommand;

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

    /// <summary>被检查企业. The credit code of the enterprise that the named inspection was of; null when there is no such inspection.</summary>
    public string? InspectedEnterprise { get; init; }
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

/// <summary>许可证或检查属于另一企业. The licence or inspection that is named is another enterprise's.</summary>
/// <param name="What">编号. The number of the licence or inspection.</param>
/// <param name="Enterprise">所属企业. The credit code of whose it is.</param>
[GenerateSerializer, Immutable, Alias("refusal.of-another-enterprise")]
public sealed record OfAnotherEnterprise(string What, string Enterprise) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"{What}属于另一企业{Enterprise}", $"{What} is another enterprise's, {Enterprise}");
}
