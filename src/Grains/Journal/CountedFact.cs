using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Journal;

/// <summary>
/// 已计事实. A fact as an event keeps it that corrects what was counted: under the day, section and class of the original, whatever these are
/// by now. An event has both: what it takes back, negative, and what it counts instead.
/// </summary>
/// <param name="Day">日期. The day it counts for (Asia/Shanghai).</param>
/// <param name="MeasureName">计量名称. What is counted: under its wire name; in events of cases from before one form served all, as the tally
/// has it.</param>
/// <param name="Amount">数量. How much; negative for what is taken back.</param>
/// <param name="Section">科室. The section it counts for, or null.</param>
/// <param name="Agency">部门. The agency it counts for, or null.</param>
/// <param name="ProductClass">产品类别. The class's code, or null.</param>
/// <param name="Violation">违法行为. The kind of violation, or null.</param>
/// <param name="Party">当事人. Whom it is about; null in what was kept before that was, whose facts are about the party of their
/// subject.</param>
/// <param name="IsLicensed">获证. Whether it is about a holder of a licence; null where that is not asked, and in what was kept before that
/// was.</param>
[GenerateSerializer, Immutable, Alias("counted-fact")]
[method: JsonConstructor]
public sealed record CountedFact(
    DateOnly Day,
    [property: JsonPropertyName("measure")] string MeasureName,
    long Amount,
    string? Section = null,
    string? Agency = null,
    string? ProductClass = null,
    string? Violation = null,
    string? Party = null,
    bool? IsLicensed = null)
{
    /// <summary>A fact of a measure.</summary>
    /// <param name="day">The day it counts for (Asia/Shanghai).</param>
    /// <param name="measure">What is counted.</param>
    /// <param name="amount">How much.</param>
    /// <param name="section">The section it counts for, or null.</param>
    /// <param name="productClass">The class's code, or null.</param>
    public CountedFact(DateOnly day, Measure measure, long amount, string? section = null, string? productClass = null)
        : this(day, WireName.Of(measure), amount, section, null, productClass)
    {
    }

    /// <summary>计量. What is counted.</summary>
    [JsonIgnore] public Measure Measure => WireName.Find<Measure>(MeasureName) ?? Enum.Parse<Measure>(MeasureName);

    /// <summary>计量事实. The same as a fact of the tally.</summary>
    [JsonIgnore]
    public TallyFact Fact => new(
        Day, Measure, Amount, Section, Agency, ProductClass, Violation, Party, IsLicensed);

    /// <summary>A fact of the tally, as an event keeps it.</summary>
    /// <param name="fact">The fact.</param>
    internal static CountedFact Of(TallyFact fact) =>
        new(
            fact.Day, WireName.Of(fact.Measure), fact.Amount, fact.Section, fact.Agency, fact.ProductClass, fact.Violation, fact.Party,
            fact.IsLicensed);
}

/// <summary>已计数. What was counted of a subject until now, for commands that correct it: found in the tally, where the original's
/// dimensions are.</summary>
/// <param name="Facts">事实. What is counted, without what was taken back.</param>
public sealed record CountedSoFar(ImmutableArray<CountedFact> Facts)
{
    /// <summary>Nothing was counted.</summary>
    public static CountedSoFar Nothing { get; } = new([]);

    /// <summary>What takes back everything that is counted.</summary>
    public ImmutableArray<CountedFact> ReversingAll => [.. Facts.Select(fact => fact with { Amount = -fact.Amount })];

    /// <summary>What takes back everything that is counted of a measure.</summary>
    /// <param name="measure">The measure.</param>
    public ImmutableArray<CountedFact> Reversing(Measure measure) =>
        [.. Facts.Where(fact => fact.Measure == measure).Select(fact => fact with { Amount = -fact.Amount })];

    /// <summary>What moves everything that is counted under a class to another class.</summary>
    /// <param name="from">The class it was counted under, or null.</param>
    /// <param name="to">The class it is counted under instead, or null.</param>
    public ImmutableArray<CountedFact> Moving(string? from, string? to) => from == to ? [] :
    [
        .. Facts.Where(fact => fact.ProductClass == from)
            .SelectMany(fact => new[] { fact with { Amount = -fact.Amount }, fact with { ProductClass = to } }),
    ];

    /// <summary>What the rows of a subject come to: each day, measure and place once.</summary>
    /// <param name="rows">Its rows, in their order.</param>
    internal static CountedSoFar Of(IEnumerable<TallyRow> rows) => Of([.. rows]);

    // Where some of it is from before parties were kept, what is taken back would not meet what was counted; then none of it says whom. So
    // it is with licences, measure by measure: not every one asks for them.
    private static CountedSoFar Of(TallyRow[] rows) => new(
    [
        .. Reversal.Of([], rows.Select(row => new TallyFact(
            DateOnly.ParseExact(row.Day, "O", CultureInfo.InvariantCulture),
            Enum.Parse<Measure>(row.Measure),
            row.Amount,
            row.Section,
            row.Agency,
            row.ProductClass,
            row.Violation,
            rows.Any(other => other.Party is null) ? null : row.Party,
            rows.Any(other => other.IsLicensed is null && other.Measure == row.Measure) ? null : row.IsLicensed))).Select(CountedFact.Of),
    ]);

    /// <summary>What was counted of a subject: only its grain writes that, and it is at rest while it decides.</summary>
    /// <param name="database">The database.</param>
    /// <param name="subject">The subject's name.</param>
    internal static async Task<CountedSoFar> ReadAsync(Database database, string subject)
    {
        await using var data = await database.ReadAsync();
        var rows = await data.GetTable<TallyRow>().Where(row => row.Subject == subject).OrderBy(row => row.Number).ToListAsync();
        return Of(rows);
    }
}
