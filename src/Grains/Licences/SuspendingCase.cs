using System.Collections.Immutable;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

/// <summary>暂扣案件. What the shell found of the case whose decision is said to suspend a licence (行政处罚法 第九条第三项).</summary>
/// <param name="Number">案件编号. Its number.</param>
/// <param name="Parties">当事人. The credit codes of its parties.</param>
/// <param name="DecidedOn">决定日期. The day of its decision; null while it has none.</param>
/// <param name="Suspends">暂扣. Whether the decision suspends a licence.</param>
public sealed record SuspendingCase(string Number, ImmutableArray<string> Parties, DateOnly? DecidedOn, bool Suspends);

/// <summary>暂扣案件查询结果. The case that was named; null where none is known under its number, or the number is not one of ours.</summary>
/// <param name="Case">案件. What was found of it.</param>
public sealed record SuspendingCaseFound(SuspendingCase? Case)
{
    /// <summary>No case of ours was named, or none is known under its number.</summary>
    public static SuspendingCaseFound None { get; } = new(Case: null);

    /// <summary>What is wrong with the case that is named for a suspension, or null. A decision of another authority, or from before this
    /// program, is named by the number on its paper.</summary>
    /// <param name="given">The number that was given.</param>
    /// <param name="holder">The credit code of who holds the licence.</param>
    /// <param name="day">The day on which the suspension begins.</param>
    internal Refusal? Problem(string? given, string holder, DateOnly day)
    {
        if (FreeText.Given(given) is not { } named)
        {
            return new SuspensionWithoutCase();
        }

        if (DrawnNumber.Parse(Cases.Case.Prefix, named, out var number) is not null)
        {
            return null;
        }

        return Case is null ? new NotFound("case", number)
            : Case.Suspends && Case.DecidedOn <= day && Case.Parties.Contains(holder) ? null
            : new CaseDoesNotSuspend(number, holder);
    }

    /// <summary>Looks up the case that is named. The table is asked and not the case: cases wait for enterprises, and those for
    /// licences.</summary>
    /// <param name="database">The database.</param>
    /// <param name="given">The number that was given.</param>
    internal static async Task<SuspendingCaseFound> ReadAsync(Database database, string? given)
    {
        if (DrawnNumber.Parse(Cases.Case.Prefix, given, out var number) is not null)
        {
            return None;
        }

        var subject = SubjectKeys.Of(Cases.Case.Concept.Name, number);
        await using var data = await database.ReadAsync();
        return await data.GetTable<StateRow>().FirstOrDefaultAsync(row => row.Subject == subject) is { Payload: { } payload }
            && Cases.Case.Concept.ReadStored(payload).State is CaseState state
            ? new SuspendingCaseFound(new SuspendingCase(
                number,
                [.. state.Parties.Insert(0, state.Lead.Party).Select(party => party.CreditCode).OfType<string>()],
                state.Decision?.DecidedOn,
                state.Decision?.Penalty.Others.Contains(PenaltyKind.LicenceSuspension) == true))
            : None;
    }
}

/// <summary>暂扣没有案件. A suspension is a penalty: the case must be named in which it was decided.</summary>
[GenerateSerializer, Immutable, Alias("refusal.suspension-without-case")]
public sealed record SuspensionWithoutCase : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        "暂扣许可证是行政处罚，应在案件中作出决定（行政处罚法第九条第三项），请写明作出暂扣决定的案件编号",
        "A suspension is a penalty and is decided in a case (Administrative Penalty Law, art. 9); "
        + "name the case whose decision suspends the licence");
}

/// <summary>该案没有暂扣决定. The case that is named has no decision that suspends a licence of this enterprise.</summary>
/// <param name="Case">案件. Its number.</param>
/// <param name="Enterprise">持证企业. The holder's credit code.</param>
[GenerateSerializer, Immutable, Alias("refusal.case-does-not-suspend")]
public sealed record CaseDoesNotSuspend(string Case, string Enterprise) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"案件{Case}尚未对企业{Enterprise}作出暂扣许可证的处罚决定",
        $"Case {Case} has no decision, by that day, that suspends a licence of enterprise {Enterprise}");
}
