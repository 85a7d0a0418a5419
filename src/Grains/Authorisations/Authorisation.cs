using System.Collections.Immutable;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Subjects;
using static ShuangDa.Grains.Subjects.StateCheck;

namespace ShuangDa.Grains.Authorisations;

/// <summary>
/// 审批授权的规则. The head lets a deputy decide kinds of steps for a time: the law of such an authorisation (程序规定 第六十条; 行政处罚法 第五十七条). Transfers
/// to
/// the police are not among them: these the principal head decides (移送规定 第五条).
/// </summary>
public static class Authorisation
{
    /// <summary>授权编号前缀. The letters before an authorisation's number.</summary>
    public const string Prefix = "SQ";

    /// <summary>最长期限. The months that one lasts at the longest: who decides for the head is looked at anew each year.</summary>
    private const int LongestMonths = 12;

    /// <summary>审批授权. The concept.</summary>
    public static Concept<AuthorisationState, AuthorisationCommand, AuthorisationEvent> Concept { get; } = new()
    {
        Name = "authorisation",
        Title = new BilingualText("审批授权", "Authorisation"),
        Json = AuthorisationJson.Default,
        RowTypes = [typeof(AuthorisationRow)],
        Decide = Decide,
        Apply = Apply,
        Check = Check,
        Rows = AuthorisationRow.Of,
        Deadlines = static _ => [],
        Follows = static state => state.From < state.GrantedOn ? state.From : state.GrantedOn,
        WaitsFor = ["account"],
        WhenDue = static (kind, _) => throw new InvalidOperationException($"An authorisation has no deadline of the kind '{kind}'."),
    };

    /// <summary>What a command leads to.</summary>
    /// <param name="state">The state, or null while there is no such authorisation.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">Who asks, when, and the <see cref="DeputyFound"/>.</param>
    public static Decision<AuthorisationEvent> Decide(AuthorisationState? state, AuthorisationCommand command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return (state, command) switch
        {
            (null, GrantAuthorisation c) => DecideGrantAuthorisation(c, now),
            (null, _) => new NotFound(Concept.Name, now.Key),
            ({ } known, GrantAuthorisation) => new AlreadyExists(Concept.Name, known.Number),
            ({ RevokedOn: not null }, RevokeAuthorisation) => Decision<AuthorisationEvent>.AlreadySo,
            ({ } known, RevokeAuthorisation c) =>
                c.Grounds.Problem() is { } problem ? problem : new AuthorisationRevoked(now.Day, now.Actor.User, c.Grounds.Trimmed()),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "The law of an authorisation does not know this command."),
        };
    }

    /// <summary>The state after an event.</summary>
    /// <param name="state">The state before, or null.</param>
    /// <param name="happened">The event.</param>
    public static AuthorisationState Apply(AuthorisationState? state, AuthorisationEvent happened) => happened switch
    {
        AuthorisationGranted e => new()
        {
            Number = e.Number,
            Deputy = e.Deputy,
            Steps = e.Steps,
            From = e.From,
            Until = e.Until,
            GrantedBy = e.GrantedBy,
            GrantedOn = e.On,
            Grounds = e.Grounds,
        },
        AuthorisationRevoked e when state is not null => state with { RevokedOn = e.On, RevokedBy = e.By },
        _ =>
            throw new ArgumentOutOfRangeException(
                nameof(happened),
                happened,
                "The fold of an authorisation does not know this event here."),
    };

    /// <summary>What does not hold though it must.</summary>
    /// <param name="state">A state.</param>
    public static IReadOnlyList<string> Check(AuthorisationState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return
        [
            .. When(DrawnNumber.Parse(Prefix, state.Number, out _) is not null, $"its number '{state.Number}' is not one in normal form"),
            .. When(state.Steps.IsEmpty, "it names no kind of step"),
            .. When(state.Until < state.From, "it ends before it begins"),
            .. When(state.Deputy == state.GrantedBy, "the head authorised himself"),
        ];
    }

    private static Decision<AuthorisationEvent> DecideGrantAuthorisation(GrantAuthorisation c, Circumstances now)
    {
        if (DrawnNumber.Parse(Prefix, now.Key, out var number) is { } wrongNumber)
        {
            return wrongNumber;
        }

        var deputy = AccountName.Normalise(c.Deputy);
        ImmutableArray<ApprovalStep> steps = [.. c.Steps.Distinct().Order()];
        return (AccountName.ProblemWith(deputy) is { } name ? name with { Field = "deputy" } : c.Grounds.Problem()) is { } problem ? problem
            : steps.IsEmpty ? new InvalidInput("steps", "请至少指明一类审批事项", "Name at least one kind of step")
            : steps.Any(step => !step.MayBeDelegated()) ? new InvalidInput(
                "steps",
                "移送公安机关由正职负责人决定，整改后的处理措施由科室负责人决定，不能授权副职审批",
                "Transfers to the police are the principal head's, steps after a failed rectification the section's: "
                    + "no deputy is authorised for them")
            : c.Until < c.From ? new InvalidInput("until", "授权的截止日期早于起始日期", "It would end before it begins")
            : c.From < now.Today ? new InvalidInput(
                "from", "授权自作出之日起生效，起始日期不能早于今天", "It holds from the day it is granted at the earliest")
            : c.Until >= c.From.PlusMonths(LongestMonths) ? new InvalidInput(
                "until", "一次授权的期限不超过一年，届满仍需授权的重新作出", "It lasts one year at the longest; after that it is granted anew")
            : deputy == now.Actor.User ? new InvalidInput("deputy", "负责人不能授权本人", "The head cannot authorise himself")
            : !now.Required<DeputyFound>().CanDecide ? new InvalidInput(
                "deputy",
                $"{Named.Person(deputy)}不是本局在职的负责人，审批只能授权分管负责人或者责任科室负责人",
                $"{Named.Person(deputy)} is no head in service; only another head of the bureau or of a section is authorised to decide")
            : new AuthorisationGranted(number, now.Day, deputy, steps, c.From, c.Until, now.Actor.User, c.Grounds.Trimmed());
    }
}

/// <summary>审批授权. A deputy decides kinds of steps for the head, from a day to a day.</summary>
[GenerateSerializer, Immutable, Alias("authorisation-state")]
public sealed record AuthorisationState
{
    /// <summary>授权编号. Its number, which is also its key.</summary>
    [Id(0)] public required string Number { get; init; }

    /// <summary>被授权人. User name of the deputy.</summary>
    [Id(1)] public required string Deputy { get; init; }

    /// <summary>授权事项. The kinds of step.</summary>
    [Id(2)] public required ImmutableArray<ApprovalStep> Steps { get; init; }

    /// <summary>起始日期. The first day (Asia/Shanghai).</summary>
    [Id(3)] public required DateOnly From { get; init; }

    /// <summary>截止日期. The last day.</summary>
    [Id(4)] public required DateOnly Until { get; init; }

    /// <summary>授权人. User name of the head.</summary>
    [Id(5)] public required string GrantedBy { get; init; }

    /// <summary>授权日期. The day it was granted.</summary>
    [Id(6)] public required DateOnly GrantedOn { get; init; }

    /// <summary>理由与依据. Why.</summary>
    [Id(7)] public required Grounds Grounds { get; init; }

    /// <summary>撤销日期. The day from which it holds no more; null while it stands.</summary>
    [Id(8)] public DateOnly? RevokedOn { get; init; }

    /// <summary>撤销人. Who revoked it, or null.</summary>
    [Id(9)] public string? RevokedBy { get; init; }
}

/// <summary>授权命令. What may be asked of an authorisation.</summary>
[GenerateSerializer, Immutable, Alias("authorisation.command")]
public abstract record AuthorisationCommand : Command;

/// <summary>授权审批. Lets a deputy decide kinds of steps for the head, from a day to a day.</summary>
/// <param name="Deputy">被授权人. User name: another head of the bureau, or the head of a section, in service.</param>
/// <param name="Steps">授权事项. The kinds of step.</param>
/// <param name="From">起始日期. The first day; today at the earliest.</param>
/// <param name="Until">截止日期. The last day; within a year from the first.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("authorisation.grant"), AllowedTo(Roles.Leader), Creates]
[Refuses<AlreadyExists>]
public sealed record GrantAuthorisation(
    [Longest(AccountName.MaxLength)] string Deputy,
    [Most(50)] ImmutableArray<ApprovalStep> Steps,
    DateOnly From,
    DateOnly Until,
    Grounds Grounds) : AuthorisationCommand;

/// <summary>撤销授权. The deputy decides no more from that day.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("authorisation.revoke"), AllowedTo(Roles.Leader), Dated]
public sealed record RevokeAuthorisation(Grounds Grounds) : AuthorisationCommand;

/// <summary>被授权人情况. What the shell found of whom an authorisation names.</summary>
/// <param name="CanDecide">可以审批. Whether it is a head in service: of the bureau or of a section.</param>
public sealed record DeputyFound(bool CanDecide);

/// <summary>授权事件. What can have happened to an authorisation.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
public abstract record AuthorisationEvent(Grounds Grounds) : Event
{
    /// <inheritdoc/>
    public override string? LegalBasis => Grounds.Basis;

    /// <inheritdoc/>
    public override string? Document => Grounds.DocumentNumber;
}

/// <summary>审批授权已作出. A deputy may decide.</summary>
/// <param name="Number">授权编号. Its number.</param>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Deputy">被授权人. User name.</param>
/// <param name="Steps">授权事项. The kinds of step.</param>
/// <param name="From">起始日期. The first day.</param>
/// <param name="Until">截止日期. The last day.</param>
/// <param name="GrantedBy">授权人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("authorisation.granted")]
public sealed record AuthorisationGranted(
    string Number,
    DateOnly On,
    string Deputy,
    ImmutableArray<ApprovalStep> Steps,
    DateOnly From,
    DateOnly Until,
    string GrantedBy,
    Grounds Grounds)
    : AuthorisationEvent(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"授权{Named.Person(Deputy)}审批{Terms.OfAll(Steps).Chinese}，{From:yyyy-MM-dd}至{Until:yyyy-MM-dd}",
        $"{Named.Person(Deputy)} may decide {Terms.OfAll(Steps).English} from {From:yyyy-MM-dd} to {Until:yyyy-MM-dd}");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => From;
}

/// <summary>授权已撤销. The deputy decides no more.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="By">撤销人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("authorisation.revoked")]
public sealed record AuthorisationRevoked(DateOnly On, string By, Grounds Grounds) : AuthorisationEvent(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("撤销审批授权", "Authorisation revoked");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => On;
}
