using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using static ShuangDa.Grains.Subjects.StateCheck;

namespace ShuangDa.Grains.FormEntries;

/// <summary>
/// 填报数的规则. What nothing recorded here tells, such as trainings, a section fills in for a period (requirements, Forms: a manual entry of
/// a section, marked as such). The head of the section puts it right.
/// </summary>
public static class FormEntry
{
    /// <summary>填报编号前缀. The letters before an entry's number.</summary>
    public const string Prefix = "TB";

    /// <summary>最长期间. The months that one entry covers at the longest.</summary>
    private const int LongestMonths = 12;

    private const int Highest = 10_000_000;

    /// <summary>填报数. The concept.</summary>
    public static Concept<FormEntryState, FormEntryCommand, FormEntryEvent> Concept { get; } = new()
    {
        Name = "form-entry",
        Title = new BilingualText("填报数", "Form entry"),
        Json = FormEntryJson.Default,
        RowTypes = [typeof(FormEntryRow)],
        Decide = Decide,
        Apply = Apply,
        Check = Check,
        Rows = FormEntryRow.Of,
        Deadlines = static _ => [],
        // What was put right to 0 was entered by mistake, such as for a wrong period: its days are free again.
        UniqueNames = static entry => entry.IsTakenBack ? [] : [PlaceOf(entry)],
        Charge = static (entry, _) => new Charge(entry.Section, []),
        WhenDue = static (kind, _) => throw new InvalidOperationException($"A form entry has no deadline of the kind '{kind}'."),
    };

    /// <summary>What a command leads to.</summary>
    /// <param name="state">The state, or null while there is no such entry.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">Who asks, when, and the <see cref="EntriesFound"/>.</param>
    public static Decision<FormEntryEvent> Decide(FormEntryState? state, FormEntryCommand command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return (state, command) switch
        {
            (null, EnterFormFigure c) => DecideEnterFormFigure(c, now),
            (null, _) => new NotFound(Concept.Name, now.Key),
            ({ } known, EnterFormFigure) => new AlreadyExists(Concept.Name, known.Number),
            ({ } known, CorrectFormFigure c) => (AmountProblem(c.Amount) ?? c.Grounds.Problem()) is { } problem ? problem
                : known.Amount == c.Amount ? Decision<FormEntryEvent>.AlreadySo
                : known.IsTakenBack ? new InvalidInput(
                    "amount", "已更正为0的填报数不再更正，请重新填报", "A figure that was put right to 0 is entered anew, not corrected again")
                : new FormFigureCorrected(now.Today, now.Actor.User, known.Amount, c.Amount, c.Grounds.Trimmed()),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "The law of form entries does not know this command."),
        };
    }

    /// <summary>The state after an event.</summary>
    /// <param name="state">The state before, or null.</param>
    /// <param name="happened">The event.</param>
    public static FormEntryState Apply(FormEntryState? state, FormEntryEvent happened) => happened switch
    {
        FormFigureEntered e => new()
        {
            Number = e.Number,
            Figure = e.Figure,
            Section = e.Section,
            ProductClass = e.ProductClass,
            From = e.From,
            Until = e.Until,
            Amount = e.Amount,
            EnteredBy = e.By,
            EnteredOn = e.On,
        },
        FormFigureCorrected e when state is not null => state with { Amount = e.To, CorrectedOn = e.On },
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "The fold of a form entry does not know this event here."),
    };

    /// <summary>What does not hold though it must.</summary>
    /// <param name="state">A state.</param>
    public static IReadOnlyList<string> Check(FormEntryState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return
        [
            .. When(DrawnNumber.Parse(Prefix, state.Number, out _) is not null, $"its number '{state.Number}' is not one in normal form"),
            .. When(state.Until < state.From, "it ends before it begins"),
            .. When(state.Amount is < 0 or > Highest, "its amount is out of bounds"),
        ];
    }

    private static Decision<FormEntryEvent> DecideEnterFormFigure(EnterFormFigure c, Circumstances now)
    {
        if (DrawnNumber.Parse(Prefix, now.Key, out var number) is { } wrongNumber)
        {
            return wrongNumber;
        }

        if ((PeriodProblem(c, now.Today) ?? AmountProblem(c.Amount)
            ?? OwnSection.Problem(now, "section", c.Section) ?? now.NotOpen<ProductClass>("productClass", c.ProductClass)) is { } problem)
        {
            return problem;
        }

        var (section, productClass) = (OwnSection.Or(now, c.Section), now.Open<ProductClass>(c.ProductClass)?.Code);
        return SectionProblem(section, now.Actor) is { } others ? others
            : now.Required<EntriesFound>().Of(section, productClass) is { } other ? new InvalidInput(
                "from",
                $"本科室该项目在此期间已经填报（{other}），请更正原填报数",
                $"The section has entered figures of the period already ({other}); correct those")
            : new FormFigureEntered(
                number, c.Figure, section!, productClass, c.From, c.Until, c.Amount, now.Today, now.Actor.User,
                FreeText.Given(c.Note));
    }

    private static InvalidInput? PeriodProblem(EnterFormFigure c, DateOnly today) =>
        c.Until < c.From ? new("until", "截止日期早于起始日期", "It would end before it begins")
        : c.Until > today ? new("until", "截止日期不能晚于今天", "Nothing can be entered of days to come")
        : c.From < PlausibleDays.First ? new(
            "from", $"起始日期不能早于{IsoDate.Of(PlausibleDays.First)}", $"It begins on {IsoDate.Of(PlausibleDays.First)} at the earliest")
        : c.Until >= c.From.PlusMonths(LongestMonths) ? new("until", "一次填报的期间最长一年", "An entry covers one year at the longest")
        : null;

    private static InvalidInput? AmountProblem(int amount) => amount is < 0 or > Highest
        ? new("amount", $"填报数应在0到{Highest}之间", $"A figure lies between 0 and {Highest}")
        : null;

    private static InvalidInput? SectionProblem(string? section, Actor actor) =>
        section is null ? new("section", "请写明填报科室", "Say for which section it is entered")
        : section != actor.Section && !actor.IsAnyOf(Roles.Legal) ? new(
            "section", "只能填报本科室的数，其他科室的由该科室或者法制科室填报", "Figures are entered for one's own section; the legal section enters any")
        : null;

    private static string PlaceOf(FormEntryState entry) => string.Join(
        '\n',
        WireName.Of(entry.Figure), entry.Section, entry.ProductClass ?? "", IsoDate.Of(entry.From), IsoDate.Of(entry.Until));
}

/// <summary>填报数. What a section fills into forms for a period.</summary>
[GenerateSerializer, Immutable, Alias("form-entry-state")]
public sealed record FormEntryState
{
    /// <summary>填报编号. Its number, which is also its key.</summary>
    [Id(0)] public required string Number { get; init; }

    /// <summary>填报项目. What is counted.</summary>
    [Id(1)] public required ManualFigure Figure { get; init; }

    /// <summary>填报科室. The code of the section whose work it is.</summary>
    [Id(3)] public required string Section { get; init; }

    /// <summary>产品类别. The class's code, or null for what has none.</summary>
    [Id(4)] public string? ProductClass { get; init; }

    /// <summary>起始日期. The first day (Asia/Shanghai).</summary>
    [Id(5)] public required DateOnly From { get; init; }

    /// <summary>截止日期. The last day.</summary>
    [Id(6)] public required DateOnly Until { get; init; }

    /// <summary>填报数. In its unit.</summary>
    [Id(7)] public required int Amount { get; init; }

    /// <summary>填报人. User name.</summary>
    [Id(8)] public required string EnteredBy { get; init; }

    /// <summary>填报日期. The day it was entered.</summary>
    [Id(9)] public required DateOnly EnteredOn { get; init; }

    /// <summary>更正日期. The day it was corrected last, or null.</summary>
    [Id(10)] public DateOnly? CorrectedOn { get; init; }

    /// <summary>已撤回. Whether it was put right to 0: there was nothing, and its days may be entered anew.</summary>
    [JsonIgnore]
    public bool IsTakenBack => CorrectedOn is not null && Amount == 0;
}

/// <summary>填报命令. What may be asked of a form entry.</summary>
[GenerateSerializer, Immutable, Alias("form-entry.command"), InCharge]
public abstract record FormEntryCommand : Command;

/// <summary>填报报表数. Fills in what nothing recorded here tells, for a section and a period. Forms count it whose period
/// covers it whole.</summary>
/// <param name="Figure">填报项目. What is counted.</param>
/// <param name="From">起始日期. The first day (Asia/Shanghai).</param>
/// <param name="Until">截止日期. The last day; not after today, within a year from the first.</param>
/// <param name="Amount">填报数. In its unit; not below 0.</param>
/// <param name="ProductClass">产品类别. Code or Chinese name; left out for what has none.</param>
/// <param name="Section">填报科室. Left out, yours; another only by the legal section.</param>
/// <param name="Note">说明. Where the figure comes from.</param>
[GenerateSerializer, Immutable, Alias("form-entry.enter")]
[AllowedTo(Roles.Officer | Roles.SectionHead | Roles.Legal), Creates, ForOwnSection]
[Refuses<AlreadyExists>]
public sealed record EnterFormFigure(
    ManualFigure Figure,
    DateOnly From,
    DateOnly Until,
    int Amount,
    [Listed<ProductClass>] string? ProductClass = null,
    [Listed<Section>, Longest(ListedName.CodeLength)] string? Section = null,
    [Longest(500)] string? Note = null) : FormEntryCommand;

/// <summary>更正填报数. Puts a figure right that was filled in wrongly; with 0 it is taken back, and its days may
/// be entered anew. The journal keeps both.</summary>
/// <param name="Amount">填报数. As it should read.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("form-entry.correct"), AllowedTo(Roles.SectionHead | Roles.Legal), ByHeadOfSection]
public sealed record CorrectFormFigure(int Amount, Grounds Grounds) : FormEntryCommand;

/// <summary>已有填报数. What the shell found of entries of the figure that share days with the new one.</summary>
/// <param name="All">填报. Each of them.</param>
public sealed record EntriesFound(ImmutableArray<EntryFound> All)
{
    /// <summary>There are none.</summary>
    public static EntriesFound Nothing { get; } = new([]);

    /// <summary>The number of the one of a section and a class, or null.</summary>
    /// <param name="section">The section's code.</param>
    /// <param name="productClass">The class's code, or null.</param>
    internal string? Of(string? section, string? productClass) =>
        All.FirstOrDefault(one => one.Section == section && one.ProductClass == productClass)?.Number;
}

/// <summary>已有的一项填报数. One of them.</summary>
/// <param name="Number">填报编号. Its number.</param>
/// <param name="Section">填报科室. The section's code.</param>
/// <param name="ProductClass">产品类别. The class's code, or null.</param>
public sealed record EntryFound(string Number, string Section, string? ProductClass);

/// <summary>填报事件. What can have happened to a form entry.</summary>
public abstract record FormEntryEvent : Event;

/// <summary>报表数已填报. A figure was filled in.</summary>
/// <param name="Number">填报编号. Its number.</param>
/// <param name="Figure">填报项目. What is counted.</param>
/// <param name="Section">填报科室. The section's code.</param>
/// <param name="ProductClass">产品类别. The class's code, or null.</param>
/// <param name="From">起始日期. The first day.</param>
/// <param name="Until">截止日期. The last day.</param>
/// <param name="Amount">填报数. In its unit.</param>
/// <param name="On">日期. The day it was entered (Asia/Shanghai).</param>
/// <param name="By">填报人. User name.</param>
/// <param name="Note">说明. Where it comes from, or null.</param>
[Alias("form-entry.entered")]
public sealed record FormFigureEntered(
    string Number,
    ManualFigure Figure,
    string Section,
    string? ProductClass,
    DateOnly From,
    DateOnly Until,
    int Amount,
    DateOnly On,
    string By,
    string? Note) : FormEntryEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"填报{Terms.Of(Figure).Chinese}：{Amount}（{IsoDate.Of(From)}至{IsoDate.Of(Until)}）",
        $"Entered of {Terms.Of(Figure).English}: {Amount} ({IsoDate.Of(From)} to {IsoDate.Of(Until)})");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => Until;
}

/// <summary>填报数已更正. A figure was put right.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="By">更正人. User name.</param>
/// <param name="From">原填报数. What it said.</param>
/// <param name="To">更正后. What it says.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("form-entry.corrected")]
public sealed record FormFigureCorrected(DateOnly On, string By, int From, int To, Grounds Grounds) : FormEntryEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"填报数由{From}更正为{To}：{Grounds.Reason}", $"Corrected from {From} to {To}: {Grounds.Reason}");

    /// <inheritdoc/>
    public override string? LegalBasis => Grounds.Basis;

    /// <inheritdoc/>
    public override string? Document => Grounds.DocumentNumber;
}
