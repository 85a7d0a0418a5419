using System.Collections.Immutable;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// Who is close to a party or otherwise not impartial steps aside (行政处罚法 第四十三条): asked by anybody of the case, also for the party,
// and decided by the head. Until then the investigation goes on.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInRecusal(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        AskRecusal when !state.IsOpen => new CaseNotInStage(state.Stage),
        AskRecusal c => DecideAskRecusal(state, c, now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInRecusal(CaseState state, CaseEvent happened) => happened switch
    {
        CasePersonRecused e => state with { Recusals = state.Recusals.Add(e.Recusal) },
        _ => null,
    };

    /// <summary>Why somebody cannot do this, or be named to it, because of a recusal; null where nothing is in the way.</summary>
    private static PersonRecused? RecusalProblem(CaseState state, CaseCommand command, Circumstances now) =>
        state.Recusals.IsEmpty ? null
        : state.IsRecused(now.Actor.User) && IsOfPeople(command) ? new PersonRecused(now.Actor.User)
        : command is INamesOfficers named && RecusedAmong(state, OfficerNames.Of(named.Officers)) is { } recused ? recused
        : null;

    // What other subjects tell the case is told in somebody's name, and must arrive.
    private static bool IsOfPeople(CaseCommand command) => !command.GetType().IsDefined(typeof(NotOfferedAttribute), inherit: false);

    private static Decision<CaseEvent> DecideAskRecusal(CaseState state, AskRecusal c, Circumstances now)
    {
        if ((FreeText.Missing("person", c.Person) ?? c.Grounds.Problem()) is { } problem)
        {
            return problem;
        }

        var person = AccountName.Normalise(c.Person);
        if (state.IsRecused(person))
        {
            return Decision<CaseEvent>.AlreadySo;
        }

        var found = now.Required<RecusedFound>();
        if (!found.Exists)
        {
            return new InvalidInput("person", $"没有{person}这个账户", $"There is no account {person}");
        }

        // The head's own recusal is decided by the heads together (行政处罚法 第四十三条第三款), and nobody decides on their own.
        if (found.IsHead && FreeText.Missing("minutesNumber", c.MinutesNumber) is { } missing)
        {
            return missing;
        }

        if (now.Required<UnderApproval>().Number > 0 && now.Actor.User == person)
        {
            return new DeciderTookPart(person);
        }

        var grounds = c.Grounds.Trimmed();
        var recused = new CasePersonRecused(new Recusal(person, now.Day, grounds.Reason, FreeText.Given(c.MinutesNumber)), grounds);
        if (!state.Officers.Contains(person))
        {
            return CarriedDecision(state, person)
                ? (CaseEvent[])[recused, .. DecideReturnForInvestigation(state, new ReturnForInvestigation(c.Grounds), now).Events]
                : recused;
        }

        // Two at least go on with it (行政处罚法 第四十二条).
        var officers = FreeText.Given(c.Replacement) is { } replacement
            ? WorkMove.Replaced(state.Officers, person, AccountName.Normalise(replacement))
            : state.Officers.Remove(person);
        var assigned = DecideAssignCaseOfficers(Apply(state, recused), new AssignCaseOfficers(officers, c.Grounds), now);
        return assigned.Refusal is { } refusal ? refusal : (CaseEvent[])[recused, .. assigned.Events];
    }

    /// <summary>
    /// Whether what this person did carries a decision that is still to come: who reviewed the case, or presided over its hearing, does not
    /// do so any more, and the case is investigated, reviewed and heard anew (行政处罚法 第四十三条、第五十八条、第六十四条).
    /// </summary>
    private static bool CarriedDecision(CaseState state, string person) =>
        state.Stage is CaseStage.LegalReview or CaseStage.Hearing
        && (state.ReviewedBy == person || (state.Rights is { HeldOn: not null, Chair: var chair } && chair == person));

    /// <summary>Somebody who was recused is not named to the case again.</summary>
    private static PersonRecused? RecusedAmong(CaseState state, IEnumerable<string> people) =>
        people.FirstOrDefault(state.IsRecused) is { } person ? new PersonRecused(person) : null;
}

/// <summary>回避. Somebody who has no part in the case any more.</summary>
/// <param name="Person">回避人员. User name.</param>
/// <param name="On">决定日期. The day it was decided (Asia/Shanghai).</param>
/// <param name="Reason">理由. Why.</param>
/// <param name="MinutesNumber">集体讨论记录编号. The number of the minutes, where the heads decided it together; or null.</param>
[GenerateSerializer, Immutable, Alias("case-recusal")]
public sealed record Recusal(string Person, DateOnly On, string Reason, string? MinutesNumber = null);

/// <summary>
/// 申请回避. Asks that somebody with an interest in the case, or close to a party, steps aside; the head decides (行政处罚法 第四十三条).
/// </summary>
/// <param name="Person">回避人员. User name of who shall step aside; also one's own.</param>
/// <param name="Grounds">理由与依据. Why; who asked, where the party did.</param>
/// <param name="Replacement">接替人员. User name of who takes the place of an investigator; may be left out while two remain.</param>
/// <param name="MinutesNumber">集体讨论记录编号. The number of the minutes by which the heads decided together; required where one of the heads
/// shall step aside.</param>
[GenerateSerializer, Immutable, Alias("case.ask-recusal"), AllowedTo(Proposers), Dated, ForEveryOfficer]
[Refuses<CaseNotInStage, TooFewOfficers, OfficerCannotAct, ReviewerIsInvestigator, ChairIsInvestigator>]
[Refuses<DeciderTookPart>]
public sealed record AskRecusal(
    [Longest(100)] string Person,
    Grounds Grounds,
    [Longest(100)] string? Replacement = null,
    [Longest(200)] string? MinutesNumber = null)
    : CaseCommand, INeedsApproval, INamesOfficers
{
    ApprovalStep? INeedsApproval.Approval => ApprovalStep.Recusal;

    ImmutableArray<string>? INamesOfficers.Officers => FreeText.Given(Replacement) is { } replacement ? [replacement] : null;
}

/// <summary>回避人员情况. What the shell found out of who shall step aside.</summary>
/// <param name="Exists">有账户. Whether an account bears the name.</param>
/// <param name="IsHead">负责人. Whether it is one of the heads.</param>
public sealed record RecusedFound(bool Exists, bool IsHead);

/// <summary>已决定回避. Somebody has no part in the case from now on.</summary>
/// <param name="Recusal">回避. Who, when and why.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.person-recused")]
public sealed record CasePersonRecused(Recusal Recusal, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary =>
        new($"决定{Recusal.Person}回避：{Recusal.Reason}", $"{Recusal.Person} steps aside: {Recusal.Reason}");
}

/// <summary>应当回避. Who was recused has no part in the case.</summary>
/// <param name="User">用户名. Who.</param>
[GenerateSerializer, Immutable, Alias("refusal.person-recused")]
public sealed record PersonRecused(string User) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"{User}已被决定回避本案，不能再参与本案的办理、审核和决定",
        $"{User} was recused and has no part in this case any more");
}
