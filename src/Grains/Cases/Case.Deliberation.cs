using System.Collections.Immutable;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// What the heads concluded on a proposal together.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInDeliberation(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        RecordDeliberation when Undecidable(state) is { } early => early,
        RecordDeliberation c => DecideRecordDeliberation(state, c, now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInDeliberation(CaseState state, CaseEvent happened) => happened switch
    {
        CaseDeliberated e => state with { Deliberation = e.Deliberation },
        _ => null,
    };

    // 行政处罚法 第五十七条第二款: major cases, large fines, suspension or loss of a licence, and whatever was heard.
    private static bool IsGrave(CaseState state, Penalty penalty, Circumstances now) =>
        state.MajorBecause is not null || state.Rights is { HeldOn: not null } || penalty.OffersHearing(state.AllParties, now.Day,
            HearingFrom(now));

    private static Decision<CaseEvent> DecideRecordDeliberation(CaseState state, RecordDeliberation c, Circumstances now) =>
        Deliberated(state, c, mustBeHeaded: true, now, out var deliberation) is { } problem ? problem
        // 行政处罚法 第五十七条第二款: what is deliberated together is decided together, and neither by who reviewed it nor by who presided.
        : deliberation!.Participants.FirstOrDefault(state.TookPart.Contains) is { } involved ? new ParticipantTookPart(involved)
        : new CaseDeliberated(deliberation);

    /// <summary>What the heads concluded together, where it can have been so; else why it cannot.</summary>
    private static Refusal? Deliberated(
        CaseState state, IDeliberates c, bool mustBeHeaded, Circumstances now, out Deliberation? deliberation)
    {
        deliberation = null;
        if ((ActDay.Problem("heldOn", c.HeldOn, Follows(state), now.Today) ?? FreeText.Missing("chair", c.Chair)
            ?? FreeText.Missing("minutesNumber", c.MinutesNumber) ?? FreeText.Missing("conclusion", c.Conclusion)) is { } problem)
        {
            return problem;
        }

        var chair = AccountName.Normalise(c.Chair);
        var participants = OfficerNames.Of(c.Participants.IsDefault ? [] : c.Participants).Union([chair]).ToImmutableArray();
        if (participants.Length < TooFewParticipants.ByLaw)
        {
            return new TooFewParticipants(TooFewParticipants.ByLaw, participants.Length);
        }

        if (RecusedAmong(state, participants) is { } recused)
        {
            return recused;
        }

        if (participants.FirstOrDefault(state.Inquirers.Contains) is { } investigator)
        {
            return new ParticipantIsInvestigator(investigator);
        }

        var found = now.Required<ParticipantsFound>();
        if (found.Unknown is [var unknown, ..])
        {
            return new InvalidInput(
                "participants",
                $"{Named.Person(unknown)}不是局领导、科室负责人或者法制机构人员，不能参加集体讨论",
                $"{Named.Person(unknown)} is none of the heads");
        }

        if (mustBeHeaded && !found.IsHeaded)
        {
            return new DeliberationWithoutHead(chair);
        }

        deliberation = new Deliberation(c.HeldOn, participants, chair, c.MinutesNumber.Trim(), c.Conclusion.Trim());
        return null;
    }
}

/// <summary>登记集体讨论的命令. A command that says what the heads concluded together, who took part and when.</summary>
internal interface IDeliberates
{
    DateOnly HeldOn { get; }

    string Chair { get; }

    ImmutableArray<string> Participants { get; }

    string MinutesNumber { get; }

    string Conclusion { get; }
}

/// <summary>集体讨论. What the heads concluded on a proposal together (行政处罚法 第五十七条第二款).</summary>
/// <param name="HeldOn">讨论日期. The day (Asia/Shanghai).</param>
/// <param name="Participants">参加人. User names, who presided among them.</param>
/// <param name="Chair">主持人. User name of who presided: a head.</param>
/// <param name="MinutesNumber">讨论记录编号. The number of the minutes.</param>
/// <param name="Conclusion">讨论结论. What was concluded.</param>
[GenerateSerializer, Immutable, Alias("deliberation")]
public sealed record Deliberation(
    DateOnly HeldOn, ImmutableArray<string> Participants, string Chair, string MinutesNumber, string Conclusion)
{
    /// <summary>集体讨论的成员. Who takes part: the heads of the bureau and of its sections, and the legal section.</summary>
    internal const Roles Heads = Roles.Leader | Roles.SectionHead | Roles.Legal;
}

/// <summary>
/// 登记集体讨论. Records that the heads deliberated on the proposal together; without it no grave penalty is decided (行政处罚法 第五十七条第二款).
/// </summary>
/// <param name="HeldOn">讨论日期. The day; not after today.</param>
/// <param name="Chair">主持人. User name of who presided: one of the leading group.</param>
/// <param name="Participants">参加人. User names of the others who decided; with who presided three at least, and neither
/// an investigator nor who reviewed it or presided over its hearing among them.</param>
/// <param name="MinutesNumber">讨论记录编号. The number of the minutes.</param>
/// <param name="Conclusion">讨论结论. What was concluded.</param>
[GenerateSerializer, Immutable, Alias("case.record-deliberation"), AllowedTo(Decisions)]
[Refuses<CaseNotInStage, ReviewNotPassed, TooFewParticipants, ParticipantIsInvestigator>]
[Refuses<DeliberationWithoutHead, ParticipantTookPart>]
public sealed record RecordDeliberation(
    [IsDayOfAct] DateOnly HeldOn,
    [Longest(100)] string Chair,
    [Most(OfficerNames.Most)] ImmutableArray<string> Participants,
    [Longest(200)] string MinutesNumber,
    [Longest(2000)] string Conclusion) : CaseCommand, IDeliberates;

/// <summary>参加人情况. What the shell found out of those who deliberated.</summary>
/// <param name="Unknown">没有账户. Names that no account bears.</param>
/// <param name="IsHeaded">负责人主持. Whether who presided is one of the heads.</param>
public sealed record ParticipantsFound(ImmutableArray<string> Unknown, bool IsHeaded);

/// <summary>集体讨论已登记. The heads deliberated on the proposal together.</summary>
/// <param name="Deliberation">集体讨论. Who, when, and what was concluded.</param>
[Alias("case.deliberated")]
public sealed record CaseDeliberated(Deliberation Deliberation) : CaseEvent, ICaseMilestone
{
    DateOnly? ICaseMilestone.On => Deliberation.HeldOn;

    /// <inheritdoc/>
    public override BilingualText Summary =>
        new($"负责人集体讨论（{Deliberation.Participants.Length}人）", $"The heads deliberated ({Deliberation.Participants.Length} took part)");

    /// <inheritdoc/>
    public override string? LegalBasis => "行政处罚法 第五十七条第二款";

    /// <inheritdoc/>
    public override string? Document => Deliberation.MinutesNumber;
}

/// <summary>参加人不足. Fewer took part than a decision together takes.</summary>
/// <param name="Required">须有人数. How many there must be.</param>
/// <param name="Given">给定人数. How many different ones were given.</param>
[GenerateSerializer, Immutable, Alias("refusal.too-few-participants")]
public sealed record TooFewParticipants(int Required, int Given) : Refusal
{
    /// <summary>最少人数. How many there must be: fewer are no body that decides together.</summary>
    public const int ByLaw = 3;

    /// <inheritdoc/>
    public override BilingualText Message =>
        new($"集体讨论的参加人不得少于{Required}人，现只有{Given}人", $"At least {Required} deliberate together; {Given} was given");
}

/// <summary>参加人不得为办案人员. Who investigated a case does not decide on it with the others.</summary>
/// <param name="Participant">参加人. User name.</param>
[GenerateSerializer, Immutable, Alias("refusal.participant-is-investigator")]
public sealed record ParticipantIsInvestigator(string Participant) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"{Named.Person(Participant)}是本案办案人员，可以列席汇报，不能作为集体讨论的参加人",
        $"{Named.Person(Participant)} investigated this case: that person may report, and does not decide with the others");
}

/// <summary>参加人不得为审核、听证主持人员. Who reviewed a case or presided over its hearing does not decide it with the others (行政处罚法 第五十七条、
/// 第五十八条).</summary>
/// <param name="Participant">参加人. User name.</param>
[GenerateSerializer, Immutable, Alias("refusal.participant-took-part")]
public sealed record ParticipantTookPart(string Participant) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"{Named.Person(Participant)}审核了本案或者主持了本案的听证，可以列席汇报，不能作为集体讨论的参加人",
        $"{Named.Person(Participant)} reviewed this case or presided over its hearing: that person may report, and does not decide with "
            + "the others");
}

/// <summary>集体讨论应由负责人主持. A deliberation is presided over by one of the heads (行政处罚法 第五十七条第二款).</summary>
/// <param name="Chair">主持人. User name.</param>
[GenerateSerializer, Immutable, Alias("refusal.deliberation-without-head")]
public sealed record DeliberationWithoutHead(string Chair) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"集体讨论应由负责人主持，{Named.Person(Chair)}不是负责人",
        $"A head presides over a deliberation; {Named.Person(Chair)} is none");
}
