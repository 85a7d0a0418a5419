using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.FormEntries;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.ReportForms;

/// <summary>报表范围. Of what a form tells.</summary>
/// <param name="Basis">统计口径. Which day decides.</param>
/// <param name="From">自. The first day (Asia/Shanghai).</param>
/// <param name="Before">至. The day after the last.</param>
/// <param name="Section">责任科室. The code of the section whose work it is; null for the whole bureau.</param>
[GenerateSerializer, Immutable, Alias("report-form.scope")]
public sealed record FormScope(ReportBasis Basis, DateOnly From, DateOnly Before, string? Section = null)
{
    private const int LongestYears = 10;

    private const int MonthsPerYear = 12;

    /// <summary>登记起. The moment after which it was recorded; null where that does not matter.</summary>
    [Id(10)] public DateTimeOffset? RecordedAfter { get; init; }

    /// <summary>登记止. The last moment at which it was recorded; null where that does not matter.</summary>
    [Id(11)] public DateTimeOffset? RecordedUntil { get; init; }

    /// <summary>发生早于. Only what happened before this day (Asia/Shanghai), of what was recorded in the time; null where that does not
    /// matter.</summary>
    [Id(12)] public DateOnly? HappenedBefore { get; init; }

    /// <summary>The facts of some measures that lie in it, of whichever section.</summary>
    /// <param name="measures">The measures.</param>
    public FactScope FactsOf(IReadOnlyList<Measure> measures) => this is { RecordedAfter: not null, RecordedUntil: not null }
        ? new FactScope(Before: HappenedBefore, RecordedAfter: RecordedAfter, RecordedUntil: RecordedUntil, Measures: measures)
        : new FactScope(From, Before, Measures: measures);

    /// <summary>What speaks against a period, or null.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="before">The day after the last.</param>
    public static BilingualText? ProblemWith(DateOnly from, DateOnly before) =>
        before <= from ? new("截止日期应当晚于起始日期", "The period ends before it begins")
        : from < PlausibleDays.First || from > PlausibleDays.Last || before > from.PlusMonths(MonthsPerYear * LongestYears) ? new(
            $"填报期间最长{LongestYears}年，且不早于{IsoDate.Of(PlausibleDays.First)}",
            $"A period has at most {LongestYears} years and begins on {IsoDate.Of(PlausibleDays.First)} at the earliest")
        : null;

    /// <summary>What was recorded after a moment and up to another, on whichever day it happened.</summary>
    /// <param name="after">The moment after which.</param>
    /// <param name="until">The last moment.</param>
    /// <param name="section">The section, or null for the whole bureau.</param>
    public static FormScope Recorded(DateTimeOffset after, DateTimeOffset until, string? section) =>
        new(ReportBasis.Recorded, ShanghaiTime.DayOf(after), ShanghaiTime.DayOf(until).PlusDays(1), section)
        {
            RecordedAfter = after,
            RecordedUntil = until,
        };

    /// <summary>The scope of whole days.</summary>
    /// <param name="basis">Which day decides.</param>
    /// <param name="from">The first day.</param>
    /// <param name="before">The day after the last.</param>
    /// <param name="section">The section, or null for the whole bureau.</param>
    public static FormScope Days(ReportBasis basis, DateOnly from, DateOnly before, string? section) => basis switch
    {
        ReportBasis.Recorded => new(basis, from, before, section)
        {
            RecordedAfter = ShanghaiTime.StartOf(from).Plus(-TimeSpan.FromMilliseconds(1)),
            RecordedUntil = ShanghaiTime.StartOf(before).Plus(-TimeSpan.FromMilliseconds(1)),
        },
        _ => new(basis, from, before, section),
    };
}

/// <summary>报表格. A cell of a form.</summary>
/// <param name="Column">栏目代码. The column's code.</param>
/// <param name="Value">数值. The figure in the column's unit; null where it has words, or nothing is known.</param>
/// <param name="Text">文字. The words in either language; null where it has a figure.</param>
/// <param name="EntryCount">条目数. How many facts it is made of, those that take back among them; 0 for words.</param>
[GenerateSerializer, Immutable, Alias("report-form.cell")]
public sealed record FormCell(string Column, decimal? Value, BilingualText? Text, int EntryCount)
{
    /// <summary>待核条目数. How many facts may belong to it and are not in it, because they were recorded before it was kept of which section,
    /// or about a holder of a licence or another, they are.</summary>
    [Id(10)] public int UncertainCount { get; init; }

    /// <summary>填报条目数. How many entries by hand it adds up; 0 where it is not filled by hand, or nobody has filled it yet.</summary>
    [Id(11)] public int ManualCount { get; init; }
}

/// <summary>报表行. A row of a form.</summary>
/// <param name="Key">行标识. What it is of: a product class's code, a case's number, a party's credit code or name where it has none; empty
/// for the total and for what has no class.</param>
/// <param name="Title">行名. The class's or the party's name, or the case's number.</param>
/// <param name="IsTotal">合计. Whether it is the total.</param>
/// <param name="Cells">各格. In the order of the columns.</param>
[GenerateSerializer, Immutable, Alias("report-form.row")]
public sealed record FormRow(string Key, BilingualText Title, bool IsTotal, ImmutableArray<FormCell> Cells)
{
    /// <summary>案件. The numbers of the cases that it is made of; none in forms by product class, and in the total.</summary>
    [Id(10)] public ImmutableArray<string> Cases { get => field.IsDefault ? [] : field; init; }
}

/// <summary>报表. A form as it was at a moment.</summary>
/// <param name="Kind">报表种类. Which form.</param>
/// <param name="Scope">报表范围. Of what it tells.</param>
/// <param name="Rows">各行. The total last.</param>
[GenerateSerializer, Immutable, Alias("report-form")]
public sealed record ReportForm(ReportFormKind Kind, FormScope Scope, ImmutableArray<FormRow> Rows)
{
    /// <summary>列出行数上限. How many cases a form lists at most; a longer period is asked for in parts.</summary>
    public const int MostCases = 2_000;

    /// <summary>案件过多. What to say where there are more.</summary>
    public static BilingualText TooManyCases { get; } =
        new($"该期间案件超过{MostCases}起，请缩短期间", $"There are more than {MostCases} cases; choose a shorter period");

    internal static readonly BilingualText TotalTitle = new("合计", "Total");

    internal static readonly BilingualText NoClass = new("未分类", "No class");

    private static readonly BilingualText Nothing = new("", "");

    private const decimal FenPerTenThousandYuan = 1_000_000m;

    private const decimal FenPerYuan = 100m;

    /// <summary>A form by product class, filled from what facts come to.</summary>
    /// <param name="kind">Which form.</param>
    /// <param name="scope">Of what it tells.</param>
    /// <param name="sums">What the facts of the scope come to.</param>
    /// <param name="classes">The classes that have a row in any case, by code and name, in their order.</param>
    /// <param name="entered">What was filled in by hand for periods within the scope.</param>
    public static ReportForm ByClass(
        ReportFormKind kind, FormScope scope, IReadOnlyCollection<FormSum> sums, IReadOnlyList<(string Code, string Name)> classes,
        IReadOnlyCollection<FormEntered>? entered = null)
    {
        var columns = FormColumn.Of(kind);
        var counted = sums.Where(sum => columns.Any(column => Counts(column, sum))).ToList();
        var byHand = entered ?? [];
        string?[] named = [.. counted.Select(sum => sum.ProductClass), .. byHand.Select(one => one.ProductClass)];
        var others = named.OfType<string>().Except(classes.Select(one => one.Code))
            .Order(StringComparer.Ordinal).Select(code => (Code: code, Name: code));
        return new ReportForm(
            kind,
            scope,
            [
                .. classes.Concat(others).Select(one => Row(
                    one.Code,
                    ListedCase.Same(one.Name),
                    counted.Where(sum => sum.ProductClass == one.Code),
                    byHand.Where(entry => entry.ProductClass == one.Code))),
                .. named.Contains(null)
                    ? [Row("", NoClass, counted.Where(sum => sum.ProductClass is null), byHand.Where(entry => entry.ProductClass is null))]
                    : (FormRow[])[],
                Row("", TotalTitle, counted, byHand) with { IsTotal = true },
            ]);

        FormRow Row(string key, BilingualText title, IEnumerable<FormSum> of, IEnumerable<FormEntered> filled)
        {
            var (own, ownFilled) = (of.ToList(), filled.ToLookup(one => (ManualFigure?)one.Figure));
            return new FormRow(
                key, title, false, [.. columns.Select(column => CellOf(column, own, [.. ownFilled[column.ByHand]]))]);
        }
    }

    /// <summary>A form that lists cases, with the sum of their goods values.</summary>
    /// <param name="kind">Which form.</param>
    /// <param name="scope">Of what it tells.</param>
    /// <param name="cases">The cases, in their order.</param>
    public static ReportForm OfCases(ReportFormKind kind, FormScope scope, IReadOnlyList<ListedCase> cases)
    {
        var columns = FormColumn.Of(kind);
        return new ReportForm(
            kind,
            scope,
            [
                .. cases.Select(one => Listed(one.Number, ListedCase.Same(one.DocumentNumber), columns, [one], one.Words)),
                Listed("", TotalTitle, columns, cases, _ => Nothing) with { IsTotal = true, Cases = [] },
            ]);
    }

    /// <summary>
    /// A form that lists parties, each once, with how many they are. A case of several parties stands with its goods value in the row of
    /// each; in the total it counts once.
    /// </summary>
    /// <param name="kind">Which form.</param>
    /// <param name="scope">Of what it tells.</param>
    /// <param name="parties">The parties, in their order.</param>
    public static ReportForm OfParties(ReportFormKind kind, FormScope scope, IReadOnlyList<ListedParty> parties)
    {
        var columns = FormColumn.Of(kind);
        var howMany = new BilingualText($"{parties.Count}家", parties.Count == 1 ? "1 party" : $"{parties.Count} parties");
        return new ReportForm(
            kind,
            scope,
            [
                .. parties.Select(one => Listed(one.Key, ListedCase.Same(one.Name), columns, one.Cases, one.Words)),
                Listed(
                    "",
                    TotalTitle,
                    columns,
                    [.. parties.SelectMany(one => one.Cases).DistinctBy(one => one.Number)],
                    column => column == ListedParty.NameColumn ? howMany : Nothing)
                with
                { IsTotal = true, Cases = [] },
            ]);
    }

    private static FormRow Listed(
        string key,
        BilingualText title,
        ImmutableArray<FormColumn> columns,
        IReadOnlyList<ListedCase> cases,
        Func<string, BilingualText> words) => new(
            key,
            title,
            false,
            [
                .. columns.Select(column => column.Unit is FormUnit.Words
                    ? new FormCell(column.Id, null, words(column.Id), 0)
                    : new FormCell(column.Id, cases.Sum(one => one.GoodsValue) / FenPerYuan, null, 0)),
            ])
        { Cases = [.. cases.Select(one => one.Number)] };

    /// <summary>Whether a column adds up a sum of facts.</summary>
    /// <param name="column">The column.</param>
    /// <param name="sum">The sum.</param>
    internal static bool Counts(FormColumn column, FormSum sum) =>
        column.Counts == sum.Measure && (column.Violation is not { } violation || sum.Violation == WireName.Of(violation));

    // Money is added up in 分 and rounded once, so that a total is right even where the rounded rows do not add up to it. Parties count once
    // however often they were counted, and whoever was taken back whole does not; where it is not known whom a fact is about, neither is
    // how many they are.
    private static FormCell CellOf(FormColumn column, List<FormSum> sums, List<FormEntered> entered)
    {
        if (column.IsManual)
        {
            return new FormCell(column.Id, entered.Count == 0 ? null : entered.Sum(one => one.Amount), null, 0)
            {
                ManualCount = entered.Count,
            };
        }

        var told = sums.Where(sum => Counts(column, sum)).ToLookup(sum => IsCertain(column, sum));
        var counted = told[true].Where(sum => column.IsLicensed is not { } licensed || sum.IsLicensed == licensed).ToList();
        decimal? value = column.Unit switch
        {
            FormUnit.Parties when counted.Any(sum => sum.Party is null) => null,
            FormUnit.Parties => counted.GroupBy(sum => sum.Party).Count(party => party.Sum(sum => sum.Amount) > 0),
            FormUnit.Dens => counted.GroupBy(sum => sum.Party).Sum(party => DensOf(party.Key, party.Sum(sum => sum.Amount))),
            FormUnit.TenThousandYuan => Math.Round(
                counted.Sum(sum => sum.Amount) / FenPerTenThousandYuan, 2, MidpointRounding.AwayFromZero),
            _ => counted.Sum(sum => sum.Amount),
        };
        return new FormCell(column.Id, value, null, counted.Sum(sum => sum.Facts)) { UncertainCount = told[false].Sum(sum => sum.Facts) };
    }

    // A den that is recorded was closed once, in however many cases its goods were sealed (decision 32).
    private static long DensOf(string? party, long closed) => Den.IsNumber(party) ? Math.Min(closed, 1) : closed;

    /// <summary>The figure that some sums come to in a column; null where it is not known.</summary>
    /// <param name="column">The column.</param>
    /// <param name="sums">The sums, of any column.</param>
    internal static decimal? ValueOf(FormColumn column, List<FormSum> sums) => CellOf(column, sums, []).Value;

    private static bool IsCertain(FormColumn column, FormSum sum) =>
        !sum.IsOfUnknownSection && (column.IsLicensed is null || sum.IsLicensed is not null);
}

/// <summary>事实小计. What the facts come to that agree in all of this.</summary>
/// <param name="Measure">计量. What is counted.</param>
/// <param name="ProductClass">产品类别. The class's code, or null.</param>
/// <param name="Violation">违法行为. The kind of violation, or null.</param>
/// <param name="Party">当事人. Whom they are about; null where that was not kept yet.</param>
/// <param name="Amount">数量. As the tally has it: money in 分.</param>
/// <param name="Facts">事实数. How many they are.</param>
public sealed record FormSum(Measure Measure, string? ProductClass, string? Violation, string? Party, long Amount, int Facts)
{
    /// <summary>获证. Whether they are about holders of a licence; null where that is not asked, or was not kept yet.</summary>
    public bool? IsLicensed { get; init; }

    /// <summary>科室不明. Whether a section is asked for and they name none.</summary>
    public bool IsOfUnknownSection { get; init; }
}

/// <summary>已填报数. What was filled in by hand.</summary>
/// <param name="Figure">填报项目. What was counted.</param>
/// <param name="ProductClass">产品类别. The class's code, or null.</param>
/// <param name="Amount">填报数. In its unit.</param>
public sealed record FormEntered(ManualFigure Figure, string? ProductClass, int Amount);
