using System.Collections.Immutable;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

/// <summary>作出决定的案件. What the shell found of the case whose decision is said to suspend or revoke a licence (行政处罚法 第九条第三项).</summary>
/// <param name="Number">案件编号. Its number.</param>
/// <param name="Parties">当事人. The credit codes of its parties.</param>
/// <param name="DecidedOn">决定日期. The day of its decision; null while it has none.</param>
/// <param name="Penalties">处罚种类. What the decision imposes beside a fine.</param>
public sealed record DecidingCase(
    string Number,
    ImmutableArray<string> Parties,
    DateOnly? DecidedOn,
    ImmutableArray<PenaltyKind> Penalties)
{
    /// <summary>暂扣天数. For how many days its decision suspends; null where it does not say.</summary>
    public int? SuspensionDays { get; init; }

    /// <summary>送达日期. The day on which its decision was served, from which on it binds the party; null while it is not.</summary>
    public DateOnly? ServedOn { get; init; }

    /// <summary>责任科室. The section that answers for it, or null.</summary>
    public string? Section { get; init; }

    /// <summary>已被撤销. Whether its decision was annulled.</summary>
    public bool IsAnnulled { get; init; }

    /// <summary>Whether its decision stands and imposes a penalty.</summary>
    /// <param name="penalty">Which.</param>
    internal bool Imposes(PenaltyKind penalty) => !IsAnnulled && Penalties.Contains(penalty);

    /// <summary>For how many days its decision still suspends, at the longest where it does not say; null where it does not
    /// suspend.</summary>
    internal int? LastingDays => Imposes(PenaltyKind.LicenceSuspension) ? SuspensionDays ?? 3650 : null;

    /// <summary>The case as it tells a licence what its decision became.</summary>
    /// <param name="told">What it tells.</param>
    internal static DecidingCase AsTold(NoteSuspendingDecision told) => new(
        told.Case,
        [],
        DecidedOn: null,
        [
            .. told.SuspensionDays is null ? Array.Empty<PenaltyKind>() : [PenaltyKind.LicenceSuspension],
            .. told.Revokes is true ? [PenaltyKind.LicenceRevocation] : Array.Empty<PenaltyKind>(),
        ])
    {
        SuspensionDays = told.SuspensionDays,
    };

    /// <summary>The subjects of those cases that are ours.</summary>
    /// <param name="named">Numbers of cases, as they were given.</param>
    internal static string[] SubjectsOf(IEnumerable<string> named) =>
    [
        .. named.Select(one => DrawnNumber.Parse(Case.Prefix, one, out var number) is null ? number : null).OfType<string>()
            .Select(number => SubjectKeys.Of(Case.Concept.Name, number)).Distinct(),
    ];

    /// <summary>What matters of a case.</summary>
    /// <param name="state">The case.</param>
    internal static DecidingCase Of(CaseState state) => new(
        state.Number,
        [.. state.AllParties.Select(party => party.CreditCode).OfType<string>()],
        state.Decision?.DecidedOn,
        state.Decision?.Penalty.Others ?? [])
    {
        SuspensionDays = state.Decision?.Penalty.SuspensionDays,
        ServedOn = state.Execution.ServedOn,
        Section = state.Section,
        IsAnnulled = state.Execution.AnnulledOn is not null,
    };

    /// <summary>暂扣至. The last day of a suspension: the day on which it begins is not counted (民法典 第二百零一条).</summary>
    /// <param name="suspendedOn">The day on which it begins.</param>
    /// <param name="days">For how many days.</param>
    internal static DateOnly LastDay(DateOnly suspendedOn, int days) => suspendedOn.PlusDays(days);
}

/// <summary>案件查询结果. The case that was named; null where none is known under its number, or the number is not one of ours.</summary>
/// <param name="Case">案件. What was found of it.</param>
public sealed record DecidingCaseFound(DecidingCase? Case)
{
    /// <summary>No case of ours was named, or none is known under its number.</summary>
    public static DecidingCaseFound None { get; } = new(Case: null);

    /// <summary>What is wrong with the case that is named for a suspension or a revocation, or null. A decision of another authority, or
    /// from before this program, is named by the number on its paper.</summary>
    /// <param name="penalty">Which of the two.</param>
    /// <param name="given">The number that was given.</param>
    /// <param name="holder">The credit code of who holds the licence.</param>
    /// <param name="now">Who carries it out, and on which day.</param>
    /// <param name="until">The last day of a suspension.</param>
    internal Refusal? Problem(PenaltyKind penalty, string? given, string holder, Circumstances now, DateOnly? until = null)
    {
        if (FreeText.Given(given) is not { } named)
        {
            return penalty is PenaltyKind.LicenceRevocation ? new RevocationWithoutCase() : new SuspensionWithoutCase();
        }

        if (DrawnNumber.Parse(Cases.Case.Prefix, named, out var number) is not null)
        {
            return IsMeantAsOurs(named) ? NotNamed(named) : null;
        }

        if (Case is null)
        {
            return new NotFound("case", number);
        }

        if (!Case.Imposes(penalty) || !(Case.DecidedOn <= now.Day) || !Case.Parties.Contains(holder))
        {
            return penalty is PenaltyKind.LicenceRevocation
                ? new CaseDoesNotRevoke(number, holder)
                : new CaseDoesNotSuspend(number, holder);
        }

        // 行政处罚法 第六十一条: it binds the party from its service on.
        if (!(Case.ServedOn <= now.Day))
        {
            return new PenaltyNotServed(number, Case.ServedOn);
        }

        return OfAnotherSection(now) is { } others ? others
            : until is { } last && Case.SuspensionDays is { } days && DecidingCase.LastDay(now.Day, days) is var decided && decided != last
                ? new SuspensionNotAsDecided(number, days, decided)
                : null;
    }

    // A number without another authority's word before it is of this bureau, whether of the paper or mistyped: it must not pass as theirs.
    private static bool IsMeantAsOurs(string named) => OfficialNumber.PlainOf(named) is not null
        || HalfWidth.Of(named).TrimStart().StartsWith(Cases.Case.Prefix, StringComparison.OrdinalIgnoreCase);

    private static InvalidInput NotNamed(string given) => new(
        "case",
        $"“{given}”不是案件编号。本局作出决定的，填写以{Cases.Case.Prefix}-开头的完整编号；其他机关作出决定的，填写含该机关代字的决定书文号",
        $"'{given}' names no case; give the whole number beginning with {Cases.Case.Prefix}- of a case of the bureau, or the number of "
        + "another authority's decision with its word before the year");

    /// <summary>
    /// Why whoever acts does not carry the decision out: officers and heads of sections do that in the cases of their own section; the
    /// legal section and the heads of the bureau in all. Null where they do, and where no case of ours is named.
    /// </summary>
    /// <param name="now">Who acts.</param>
    internal NotInCharge? OfAnotherSection(Circumstances now) =>
        Case?.Section is { } section && section != now.Actor.Section
            && now.Actor.IsAnyOf(InChargeAttribute.Bound) && !now.Actor.IsAnyOf(Roles.Leader | Roles.Legal)
                ? new NotInCharge(section, [])
                : null;

    /// <summary>Looks up the case that is named. The table is asked and not the case: cases wait for enterprises, and those for
    /// licences.</summary>
    /// <param name="database">The database.</param>
    /// <param name="given">The number that was given.</param>
    internal static async Task<DecidingCaseFound> ReadAsync(Database database, string? given) =>
        new((await CasesBehindFound.ReadAsync(database, [.. new[] { given }.OfType<string>()])).Cases.FirstOrDefault());
}

/// <summary>所依案件查询结果. What was found of the cases by whose decisions a licence is suspended or revoked, or was before it ended; only
/// cases of ours are found.</summary>
/// <param name="Cases">案件. Those that are known.</param>
public sealed record CasesBehindFound(ImmutableArray<DecidingCase> Cases)
{
    /// <summary>None is a case of ours.</summary>
    public static CasesBehindFound None { get; } = new([]);

    /// <summary>Why whoever acts does not undo what one of the decisions that stand imposes: whoever may not carry it out may not take it
    /// back. Null where they may.</summary>
    /// <param name="now">Who acts.</param>
    internal NotInCharge? OfAnotherSection(Circumstances now) => Cases
        .Where(one => one is { DecidedOn: not null, IsAnnulled: false })
        .Select(one => new DecidingCaseFound(one).OfAnotherSection(now))
        .FirstOrDefault(others => others is not null);

    /// <summary>Looks up the cases that are named.</summary>
    /// <param name="database">The database.</param>
    /// <param name="named">Their numbers, as they were given.</param>
    internal static async Task<CasesBehindFound> ReadAsync(Database database, IEnumerable<string> named)
    {
        var subjects = DecidingCase.SubjectsOf(named);
        if (subjects.Length == 0)
        {
            return None;
        }

        await using var data = await database.ReadAsync();
        var payloads = await data.GetTable<StateRow>().Where(row => subjects.Contains(row.Subject)).Select(row => row.Payload)
            .ToListAsync();
        return new CasesBehindFound(
        [
            .. payloads.OfType<byte[]>().Select(payload => Case.Concept.ReadStored(payload).State).OfType<CaseState>()
                .Select(DecidingCase.Of),
        ]);
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

/// <summary>处罚决定尚未送达. A decision binds the party from its service on, and is not carried out before (行政处罚法 第六十一条).</summary>
/// <param name="Case">案件. Its number.</param>
/// <param name="ServedOn">送达日期. The day on which it was served; null while it is not.</param>
[GenerateSerializer, Immutable, Alias("refusal.penalty-not-served")]
public sealed record PenaltyNotServed(string Case, DateOnly? ServedOn) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => ServedOn is { } served
        ? new(
            $"案件{Case}的处罚决定于{IsoDate.Of(served)}送达，此前还没有生效",
            $"The decision of case {Case} was served on {IsoDate.Of(served)} and binds nobody before")
        : new(
            $"案件{Case}的处罚决定尚未送达，还没有生效",
            $"The decision of case {Case} has not been served and binds nobody yet");
}

/// <summary>暂扣期限与决定不符. A licence is suspended for as long as the decision says, no longer and no shorter (行政处罚法 第五十九条).</summary>
/// <param name="Case">案件. Its number.</param>
/// <param name="Days">暂扣天数. For how many days the decision suspends.</param>
/// <param name="LastDay">暂扣至. The last day by that, when it begins on the day that was given.</param>
[GenerateSerializer, Immutable, Alias("refusal.suspension-not-as-decided")]
public sealed record SuspensionNotAsDecided(string Case, int Days, DateOnly LastDay) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"案件{Case}的处罚决定暂扣{Days}天，自当日起执行的，暂扣至{IsoDate.Of(LastDay)}",
        $"The decision of case {Case} suspends for {Days} days; begun on that day, the suspension ends on {IsoDate.Of(LastDay)}");
}

/// <summary>吊销没有案件. A revocation is a penalty: the case must be named in which it was decided.</summary>
[GenerateSerializer, Immutable, Alias("refusal.revocation-without-case")]
public sealed record RevocationWithoutCase : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        "吊销许可证是行政处罚，应在案件中作出决定（行政处罚法第九条第三项），请写明作出吊销决定的案件编号",
        "A revocation is a penalty and is decided in a case (Administrative Penalty Law, art. 9); "
        + "name the case whose decision revokes the licence");
}

/// <summary>该案没有吊销决定. The case that is named has no decision that revokes a licence of this enterprise.</summary>
/// <param name="Case">案件. Its number.</param>
/// <param name="Enterprise">持证企业. The holder's credit code.</param>
[GenerateSerializer, Immutable, Alias("refusal.case-does-not-revoke")]
public sealed record CaseDoesNotRevoke(string Case, string Enterprise) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"案件{Case}尚未对企业{Enterprise}作出吊销许可证的处罚决定",
        $"Case {Case} has no decision, by that day, that revokes a licence of enterprise {Enterprise}");
}
