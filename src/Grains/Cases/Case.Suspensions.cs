using System.Collections.Immutable;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// What licences that a decision had suspended or revoked are told, when it is changed or annulled.
public static partial class Case
{
    private static CaseState? ApplyInSuspensions(CaseState state, CaseEvent happened) => happened switch
    {
        SuspendedLicenceTold => state with { OwedToLicences = state.OwedToLicences.IsEmpty ? [] : state.OwedToLicences.RemoveAt(0) },
        _ => null,
    };

    private static ImmutableArray<string>? News(Circumstances now) =>
        now.Required<LicencesSuspended>().Numbers is { IsEmpty: false } numbers ? numbers : null;

    private static Owed? OwedToLicence(CaseState state) => state.OwedToLicences is [var first, ..]
        ? new Owed(
            CaseDeadlines.LicenceNotice,
            SubjectKeys.Of(Licence.Concept.Name, first.Licence),
            new NoteSuspendingDecision(state.Number, first.SuspensionDays, first.DocumentNumber, first.Revokes),
            Actor.System,
            $"{first.Licence} {first.DocumentNumber}",
            first.Since)
        : null;

    private static Decision<CaseEvent> LicenceTold(CaseState state, Circumstances now) =>
        now.AnswerTo(Concept.Owes(state)) is { } told && state.OwedToLicences is [var first, ..]
            ? new SuspendedLicenceTold(first.Licence, told.Refusal?.Code)
            : Decision<CaseEvent>.AlreadySo;
}

/// <summary>待告许可证. What a licence that the decision had suspended has yet to be told; due at once.</summary>
/// <param name="Licence">证书编号. Its number.</param>
/// <param name="SuspensionDays">暂扣天数. For how many days it is suspended by what the decision became; null where it is not any more.</param>
/// <param name="Since">起时. From when on (UTC).</param>
/// <param name="DocumentNumber">文书编号. The number of the decision or judgment.</param>
[GenerateSerializer, Immutable, Alias("suspension-news")]
public sealed record SuspensionNews(string Licence, int? SuspensionDays, DateTimeOffset Since, string DocumentNumber)
{
    /// <summary>仍予吊销. Whether it is revoked by what the decision became; null where it is not.</summary>
    [Id(140)] public bool? Revokes { get; init; }
}

/// <summary>被暂扣、吊销的许可证. What the shell found of licences that the decision of the case has suspended or revoked and that still
/// are.</summary>
/// <param name="Numbers">证书编号. Their numbers.</param>
public sealed record LicencesSuspended(ImmutableArray<string> Numbers);

/// <summary>被暂扣的许可证已告知. A licence was told what became of the decision that had suspended it.</summary>
/// <param name="Licence">证书编号. Which.</param>
/// <param name="Refused">拒绝代码. Why it would not have it, or null.</param>
[Alias("case.suspended-licence-told")]
public sealed record SuspendedLicenceTold(string Licence, string? Refused) : CaseEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => Refused is null
        ? new($"许可证{Licence}的暂扣、吊销已随处罚决定变更", $"Licence {Licence} followed what the decision became")
        : new($"许可证{Licence}的暂扣、吊销未能随处罚决定变更", $"Licence {Licence} could not follow what the decision became");
}
