using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// The goods that a case is about, line by line. Where there are lines, what the goods are worth is their sum.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInGoods(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        AddGoodsLines when !state.IsOpen => new CaseNotInStage(state.Stage),
        AddGoodsLines c => DecideAddGoodsLines(state, c, now),
        CorrectGoodsLine c => NotOwnDuty(state, DecideCorrectGoodsLine(state, c, now), now),
        CorrectSeizureList c => DecideCorrectSeizureList(state, c),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInGoods(CaseState state, CaseEvent happened) => happened switch
    {
        GoodsLinesAdded e => Listed(state with { Goods = state.Goods.AddRange(e.Lines) }, e),
        GoodsLineCorrected e => state with { Goods = [.. state.Goods.Select(line => line.Number == e.To.Number ? e.To : line)] },
        SeizureListCorrected e => state with
        {
            Seizures =
            [
                .. state.Seizures.Select(one => one.Number == e.Seizure ? one with { Goods = e.ToGoods, Listed = e.ToLines } : one),
            ],
        },
        _ => null,
    };

    private static CaseState Listed(CaseState state, GoodsLinesAdded e) => e.Seizure is null ? state : state with
    {
        Seizures =
        [
            .. state.Seizures.Select(one => one.Number == e.Seizure
                ? one with { Listed = [.. one.Lines, .. e.Lines.Select(line => line.Number)] }
                : one),
        ],
    };

    private static Decision<CaseEvent> DecideAddGoodsLines(CaseState state, AddGoodsLines c, Circumstances now)
    {
        var none = c.Lines.IsDefaultOrEmpty ? new InvalidInput("lines", "请至少填写一行", "Give one line at least") : null;
        if ((none ?? ListParts.Problem("lines", c.Lines, GoodsLine.Problem)) is { } problem)
        {
            return problem;
        }

        // What its list lacked when it ended is put right by the head of the section (行政强制法 第二十四条).
        if (c.Seizure is { } held && !state.Seizures.Any(one => one.Number == held && one.IsHeldOn(now.Day)))
        {
            return new NoSuchItem("seizure", held);
        }

        if (state.Goods.Length + c.Lines.Length > GoodsLine.MostPerCase)
        {
            return new InvalidInput(
                "lines",
                $"一案最多{GoodsLine.MostPerCase}行物品，请合并相同的物品",
                $"A case has {GoodsLine.MostPerCase} lines of goods at most; put like goods together");
        }

        ImmutableArray<GoodsLine> lines = [.. c.Lines.Select((line, at) => GoodsLine.Of(state.Goods.Length + at + 1, line))];
        return Valued(state, new GoodsLinesAdded(now.Day, lines, c.Seizure), figures => new CaseFiguresRecorded(now.Day, figures), now);
    }

    private static Decision<CaseEvent> DecideCorrectGoodsLine(CaseState state, CorrectGoodsLine c, Circumstances now)
    {
        if (c.Line < 1 || c.Line > state.Goods.Length)
        {
            return new NoSuchItem("line", c.Line);
        }

        // A line that does not exist in truth has the quantity 0: it stays in the list, and every list that names it stays right.
        if (((c.To.Quantity == 0 ? null : GoodsLine.Problem(c.To)) ?? c.Grounds.Problem()) is { } problem)
        {
            return problem;
        }

        var (from, to) = (state.Goods[c.Line - 1], GoodsLine.Of(c.Line, c.To));
        return from == to ? Decision<CaseEvent>.AlreadySo : Valued(
            state,
            new GoodsLineCorrected(from, to, c.Grounds.Trimmed()),
            figures => new CaseFiguresCorrected(now.Today, state.Figures, figures, Counted(now), c.Grounds.Trimmed()),
            now,
            c.Grounds.Reason.Trim());
    }

    private static Decision<CaseEvent> DecideCorrectSeizureList(CaseState state, CorrectSeizureList c)
    {
        if (state.Seizures.FirstOrDefault(one => one.Number == c.Seizure) is not { } seizure)
        {
            return new NoSuchItem("seizure", c.Seizure);
        }

        var lines = ImmutableArray.CreateRange(c.Lines.Distinct().Order());
        return (FreeText.Missing("goods", c.Goods) ?? LinesProblem(state, lines) ?? c.Grounds.Problem()) is { } problem ? problem
            : LineTaken(state, lines, seizure.Number) is { } taken ? taken
            : seizure.Goods == c.Goods.Trim() && seizure.Lines.SequenceEqual(lines) ? Decision<CaseEvent>.AlreadySo
            : new SeizureListCorrected(c.Seizure, seizure.Goods, c.Goods.Trim(), seizure.Lines, lines, c.Grounds.Trimmed());
    }

    private static InvalidInput? LinesProblem(CaseState state, ImmutableArray<int> lines) =>
        lines.FirstOrDefault(line => line < 1 || line > state.Goods.Length) is var unknown && unknown != 0
            ? new InvalidInput("lines", $"本案物品清单没有第{unknown}行", $"The case has no line {unknown} of goods")
            : lines.Contains(0) ? new InvalidInput("lines", "物品清单的行号从1起", "Lines of goods are numbered from 1")
            : null;

    // What is there once is held once: a line is in one measure at a time, and in none any more when it was confiscated, destroyed or
    // handed over (行政强制法 第二十三条、第二十七条).
    private static GoodsLineTaken? LineTaken(CaseState state, ImmutableArray<int> lines, int? measure = null) =>
        (from one in state.Seizures
         where one.Number != measure && one.HasGoods
         from line in one.Lines.Intersect(lines)
         let goods = state.Goods[line - 1]
         select new GoodsLineTaken(line, goods.Name, goods.Quantity, goods.Unit, one.Number, one.Kind, one.Outcome)).FirstOrDefault();

    // Where there are lines, no more is unsold, and no more can be confiscated, than they are worth.
    private static BeyondGoodsLines? BeyondLines(CaseState state, string field, long amount) =>
        !state.Goods.IsEmpty && amount > state.GoodsSum ? new BeyondGoodsLines(field, state.GoodsSum / 100m, amount / 100m) : null;

    // What the goods are worth follows from the lines, and with it the thresholds of crime and whether the case is major.
    private static Decision<CaseEvent> Valued(
        CaseState state, CaseEvent listed, Func<CaseFigures, CaseEvent> valued, Circumstances now, string? correctedBecause = null)
    {
        var after = Apply(state, listed);
        if (!GoodsLine.FitsIn(after.Goods))
        {
            return new InvalidInput("lines", "货值合计不能超过一万亿元", "The goods cannot be worth more than a million millions of yuan");
        }

        var figures = after.Figures with { GoodsValue = after.GoodsSum, UnsoldValue = Math.Min(after.Figures.UnsoldValue, after.GoodsSum) };
        return figures.SaysTheSameAs(after.Figures)
            ? (CaseEvent[])[listed, .. ProposedAnew(after, OtherFacts, now)]
            : Found(after, [listed, valued(figures)], figures, now, correctedBecause);
    }

    private static Refusal? NotOfItsLines(CaseState state, CaseFigures figures) =>
        !state.Goods.IsEmpty && figures.GoodsValue != state.GoodsSum ? new GoodsValueIsOfLines(state.GoodsSum / 100m)
        : BeyondLines(state, "unsoldValueCny", figures.UnsoldValue) is { } beyond ? beyond
        // What is worth anything, sold or not, is worth no less than its unsold part. What was taken may be more than was sold for, such
        // as for a service; that is odd, and not impossible.
        : figures.GoodsValue > 0 && figures.UnsoldValue > figures.GoodsValue ? new InvalidInput(
            "unsoldValueCny", "未销售货值是货值金额的一部分，不能超过货值金额", "What is unsold is part of what the goods are worth, and not more")
        : null;
}

/// <summary>货值计算依据. By what the goods were valued (法释〔2001〕10号 第二条, 产品质量法 第七十二条).</summary>
[JsonConverter(typeof(WireNameConverter<ValuationBasis>))]
public enum ValuationBasis
{
    /// <summary>The price at which they were marked.</summary>
    [Term("标价", "marked price")]
    MarkedPrice,

    /// <summary>The price at which such goods were really sold.</summary>
    [Term("实际销售价格", "price at which they were sold")]
    SalePrice,

    /// <summary>The market's middle price of like goods that are genuine.</summary>
    [Term("同类合格产品市场价格", "market price of like genuine goods")]
    MarketPrice,

    /// <summary>What the price authority determined.</summary>
    [Term("价格认定", "determination by the price authority")]
    Appraisal,
}

/// <summary>物品. A line of the goods that a case is about. Money in 分.</summary>
/// <param name="Number">行号. Its number in the case, from 1.</param>
/// <param name="Name">品名. What it is.</param>
/// <param name="Brand">品牌. Or null.</param>
/// <param name="Specification">规格型号. Or null.</param>
/// <param name="Batch">批号. Or null.</param>
/// <param name="Quantity">数量. How many; 0 where a correction struck the line out.</param>
/// <param name="Unit">单位. Of what.</param>
/// <param name="UnitPrice">单价. Of one, in 分.</param>
/// <param name="Basis">计价依据. By what it was valued.</param>
/// <param name="RightsHolder">权利人. Whose right is infringed, or null.</param>
[GenerateSerializer, Immutable, Alias("goods-line")]
public sealed record GoodsLine(
    int Number, string Name, string? Brand, string? Specification, string? Batch, decimal Quantity, string Unit, long UnitPrice,
    ValuationBasis Basis, string? RightsHolder)
{
    /// <summary>How many lines a command adds at most.</summary>
    public const int MostAtOnce = 200;

    /// <summary>How many lines a case has at most.</summary>
    public const int MostPerCase = 2000;

    private const decimal MostQuantity = 1_000_000_000;
    private const decimal MostWorth = 1_000_000_000_000_00;

    /// <summary>货值. What the line is worth, in whole 分.</summary>
    [JsonIgnore] public long Value => (long)Worth;

    private decimal Worth => decimal.Round(Quantity * UnitPrice, MidpointRounding.AwayFromZero);

    /// <summary>A line from what was given.</summary>
    /// <param name="number">Its number in the case.</param>
    /// <param name="given">What was given.</param>
    public static GoodsLine Of(int number, GoodsLineReport given)
    {
        ArgumentNullException.ThrowIfNull(given);
        return new(
            number, given.Name.Trim(), FreeText.Given(given.Brand), FreeText.Given(given.Specification), FreeText.Given(given.Batch),
            given.Quantity, given.Unit.Trim(), given.UnitPrice.Fen, given.Basis, FreeText.Given(given.RightsHolder));
    }

    /// <summary>What is wrong with a line as it was given, or null.</summary>
    /// <param name="given">What was given.</param>
    public static InvalidInput? Problem(GoodsLineReport given)
    {
        ArgumentNullException.ThrowIfNull(given);
        return FreeText.Missing("name", given.Name) ?? FreeText.Missing("unit", given.Unit)
            ?? (given.Quantity is <= 0 or > MostQuantity || decimal.Round(given.Quantity, 3) != given.Quantity
                ? new InvalidInput("quantity", "数量应大于0、不超过十亿，最多三位小数", "Above 0, a thousand millions at most, with three decimals at most")
                : null)
            ?? (given.UnitPrice.Fen < 0 ? new InvalidInput("unitPriceCny", "单价不能为负", "A price must not be negative") : null)
            ?? (given.Quantity * given.UnitPrice.Fen > MostWorth
                ? new InvalidInput("unitPriceCny", "货值不能超过一万亿元", "Goods cannot be worth more than a million millions of yuan")
                : null);
    }

    /// <summary>Whether what all lines are worth is within what a case can be about.</summary>
    /// <param name="lines">The lines.</param>
    internal static bool FitsIn(ImmutableArray<GoodsLine> lines) => lines.Sum(line => line.Worth) <= MostWorth;
}

/// <summary>物品填报. A line of goods as an officer fills it in.</summary>
/// <param name="Name">品名. What it is.</param>
/// <param name="Quantity">数量. How many; 0 only where a correction strikes the line out.</param>
/// <param name="Unit">单位. Of what.</param>
/// <param name="UnitPrice">单价. Of one.</param>
/// <param name="Basis">计价依据. By what it was valued.</param>
/// <param name="Brand">品牌.</param>
/// <param name="Specification">规格型号.</param>
/// <param name="Batch">批号.</param>
/// <param name="RightsHolder">权利人. Whose right is infringed.</param>
[GenerateSerializer, Immutable, Alias("goods-line-report")]
public sealed record GoodsLineReport(
    [Longest(200)] string Name,
    decimal Quantity,
    [Longest(20)] string Unit,
    Yuan UnitPrice,
    ValuationBasis Basis,
    [Longest(100)] string? Brand = null,
    [Longest(100)] string? Specification = null,
    [Longest(100)] string? Batch = null,
    [Longest(200)] string? RightsHolder = null);

/// <summary>登记物品. Adds lines to the goods that a case is about; what the goods are worth is their sum from then on and is compared with
/// the thresholds of crime at once.</summary>
/// <param name="Lines">物品. The lines.</param>
/// <param name="Seizure">措施序号. The measure that holds these goods: they go on its list too.</param>
[GenerateSerializer, Immutable, Alias("case.add-goods-lines"), AllowedTo(Investigators), Dated]
[Refuses<CaseNotInStage, NoSuchItem>]
public sealed record AddGoodsLines([Most(GoodsLine.MostAtOnce)] ImmutableArray<GoodsLineReport> Lines, int? Seizure) : CaseCommand;

/// <summary>更正物品. Puts right a line of goods, where it was mistaken; the journal keeps both, and the sum follows. The head of a section
/// decides that, or the leading group.</summary>
/// <param name="Line">行号. Which line.</param>
/// <param name="To">现物品. As it is from now on; quantity 0 strikes it out.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.correct-goods-line"), AllowedTo(Roles.SectionHead | Roles.Leader), ByHeadOfSection]
[Refuses<NoSuchItem, DutyLiftedByInvolved>]
public sealed record CorrectGoodsLine(int Line, GoodsLineReport To, Grounds Grounds) : CaseCommand;

/// <summary>更正查封扣押清单. Puts right what the list of a measure says is held, where it was mistaken. The head of a section decides
/// that.</summary>
/// <param name="Seizure">措施序号. Which measure.</param>
/// <param name="Goods">物品. What is held.</param>
/// <param name="Lines">物品行号. Which lines of the case's goods it holds.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.correct-seizure-list"), AllowedTo(Roles.SectionHead), ByHeadOfSection]
[Refuses<NoSuchItem, GoodsLineTaken>]
public sealed record CorrectSeizureList(
    int Seizure,
    [Longest(500)] string Goods,
    [Optional, Most(GoodsLine.MostPerCase)] ImmutableArray<int> Lines,
    Grounds Grounds) : CaseCommand;

/// <summary>物品已登记. Lines were added to the goods.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Lines">物品. The lines.</param>
/// <param name="Seizure">措施序号. The measure whose list they are on as well, or null.</param>
[Alias("case.goods-lines-added")]
public sealed record GoodsLinesAdded(DateOnly On, ImmutableArray<GoodsLine> Lines, int? Seizure) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"登记物品{Lines.Length}行", $"{Lines.Length} lines of goods recorded");
}

/// <summary>物品已更正. A line of goods was put right.</summary>
/// <param name="From">原物品. As it was before.</param>
/// <param name="To">现物品. As it is from then on.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.goods-line-corrected")]
public sealed record GoodsLineCorrected(GoodsLine From, GoodsLine To, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"更正第{From.Number}行物品：{CaseTexts.Yuan(From.Value)}元改为{CaseTexts.Yuan(To.Value)}元",
        $"Line {From.Number} of the goods corrected: {CaseTexts.Yuan(From.Value)} to {CaseTexts.Yuan(To.Value)} yuan");
}

/// <summary>查封扣押清单已更正. The list of a measure was put right.</summary>
/// <param name="Seizure">措施序号. Which.</param>
/// <param name="FromGoods">原物品. What it said before.</param>
/// <param name="ToGoods">现物品. What it says from then on.</param>
/// <param name="FromLines">原行号. Which lines it named before.</param>
/// <param name="ToLines">现行号. Which lines it names from then on.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.seizure-list-corrected")]
public sealed record SeizureListCorrected(
    int Seizure, string FromGoods, string ToGoods, ImmutableArray<int> FromLines, ImmutableArray<int> ToLines, Grounds Grounds)
    : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary =>
        new($"更正第{Seizure}号措施清单：{Grounds.Reason}", $"List of measure {Seizure} corrected: {Grounds.Reason}");
}

/// <summary>货值由物品清单得出. The case has lines of goods, and what they are worth is their sum.</summary>
/// <param name="GoodsValueCny">货值金额. The sum of the lines, in yuan.</param>
[GenerateSerializer, Immutable, Alias("refusal.goods-value-is-of-lines")]
public sealed record GoodsValueIsOfLines(decimal GoodsValueCny) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"货值金额由物品清单合计得出，为{CaseTexts.Yuan(GoodsValueCny)}元；请更正清单",
        $"The goods' value is the sum of their lines, {CaseTexts.Yuan(GoodsValueCny)} yuan; correct the lines");
}

/// <summary>物品已被采取措施. A line of goods is held by another measure, or was confiscated, destroyed or handed over.</summary>
/// <param name="Line">行号. Which line.</param>
/// <param name="Name">品名. What it is.</param>
/// <param name="Quantity">数量. How many it has.</param>
/// <param name="Unit">单位. Of what.</param>
/// <param name="Seizure">措施序号. The measure that has the others.</param>
/// <param name="Kind">种类. What that measure is.</param>
/// <param name="Outcome">处理. What became of them; null while they are held.</param>
[GenerateSerializer, Immutable, Alias("refusal.goods-line-taken")]
public sealed record GoodsLineTaken(
    int Line, string Name, decimal Quantity, string Unit, int Seizure, SeizureKind Kind, SeizureOutcome? Outcome) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"物品清单第{Line}行（{Name}，{Quantity:0.###}{Unit}）已由第{Seizure}号措施{State.Chinese}，不能再采取措施",
        $"Line {Line} ({Name}, {Quantity:0.###} {Unit}) is {State.English} by measure {Seizure}");

    private BilingualText State => Outcome is { } outcome ? Terms.Of(outcome) : Terms.Of(Kind);
}

/// <summary>超出物品清单. More than the lines of goods are worth together.</summary>
/// <param name="Field">字段. Which input.</param>
/// <param name="GoodsValueCny">货值金额. The sum of the lines, in yuan.</param>
/// <param name="GivenCny">所填金额. What was given, in yuan.</param>
[GenerateSerializer, Immutable, Alias("refusal.beyond-goods-lines")]
public sealed record BeyondGoodsLines(string Field, decimal GoodsValueCny, decimal GivenCny) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => Field is "unsoldValueCny"
        ? new(
            $"未销售货值{CaseTexts.Yuan(GivenCny)}元超出物品清单合计的货值{CaseTexts.Yuan(GoodsValueCny)}元，请先更正清单",
            $"Unsold goods of {CaseTexts.Yuan(GivenCny)} yuan are more than the lines of goods, "
            + $"{CaseTexts.Yuan(GoodsValueCny)} yuan; correct the lines first")
        : new(
            $"没收物品的货值{CaseTexts.Yuan(GivenCny)}元超出物品清单合计的货值{CaseTexts.Yuan(GoodsValueCny)}元，请先更正清单",
            $"Confiscated goods of {CaseTexts.Yuan(GivenCny)} yuan are more than the lines of goods, "
            + $"{CaseTexts.Yuan(GoodsValueCny)} yuan; correct the lines first");
}
