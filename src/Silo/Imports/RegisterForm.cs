using System.Collections.Frozen;
using System.Collections.Immutable;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Imports;

/// <summary>列. A column of a public register.</summary>
/// <param name="Title">列名. Its usual title.</param>
/// <param name="IsRequired">必需. Whether a file without it is refused as a whole.</param>
/// <param name="Aliases">别名. Other titles under which registers publish it.</param>
internal sealed record RegisterColumn(string Title, bool IsRequired, params string[] Aliases)
{
    /// <summary>特征列名. Those of its titles that tell the register: no other register has a column of that title, for this or for anything else.</summary>
    public string[] Tells { get; init; } = [];
}

/// <summary>登记表式. What a register's file looks like, and the command that one of its rows becomes.</summary>
/// <param name="kind">Which register.</param>
/// <param name="columns">Its columns; others are not read. The name of a legal representative (法人代表) is never among them: no task of the bureau here needs it (个人信息保护法 第六条).</param>
/// <param name="read">A row as a command, or what is wrong with it.</param>
internal sealed class RegisterForm(RegisterKind kind, RegisterColumn[] columns, Func<RegisterCells, RowReading> read)
{
    private readonly FrozenDictionary<string, string> _titles = columns
        .SelectMany(column => column.Aliases.Append(column.Title), (column, name) => (Name: Normalise(name), column.Title))
        .ToFrozenDictionary(named => named.Name, named => named.Title);

    private readonly FrozenSet<string> _tells = columns.SelectMany(column => column.Tells).Select(Normalise).ToFrozenSet();

    /// <summary>The forms of all registers.</summary>
    public static IEnumerable<RegisterForm> All => Enum.GetValues<RegisterKind>().Select(Of);

    /// <summary>Which register.</summary>
    public RegisterKind Kind => kind;

    private bool HasTellingRequiredColumns { get; } = columns.Any(column => column is { IsRequired: true, Tells.Length: > 0 });

    /// <summary>The form of a register.</summary>
    /// <param name="kind">The register.</param>
    public static RegisterForm Of(RegisterKind kind) => kind switch
    {
        RegisterKind.Enterprises => EnterpriseRegister.Form,
        RegisterKind.Licences => LicenceRegister.Form,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Whether a title is one of its columns'.</summary>
    /// <param name="title">A cell of a header.</param>
    public bool Knows(string title) => TitleOf(title) is not null;

    /// <summary>How many of the columns are named in a header.</summary>
    /// <param name="header">The first row of a file in some reading.</param>
    public int CountKnown(IReadOnlyList<string> header) => header.Select(TitleOf).OfType<string>().Distinct().Count();

    /// <summary>Where the columns stand in a file, in any order; what is wrong with the header, or null.</summary>
    /// <param name="header">The file's first row.</param>
    /// <param name="places">The place of each column that is there.</param>
    public BilingualText? Locate(IReadOnlyList<string> header, out FrozenDictionary<string, int> places)
    {
        var found = header.Select((name, at) => (Title: TitleOf(name), At: at)).Where(column => column.Title is not null).ToList();
        places = found.DistinctBy(column => column.Title).ToFrozenDictionary(column => column.Title!, column => column.At);
        var missing = Lacks(header);
        if (OtherOf(header, missing.IsEmpty) is { } other)
        {
            return RegisterHeaderTexts.OfOther(kind, other.Kind, other.TellingIn(header));
        }

        if (!missing.IsEmpty)
        {
            return All.All(form => form.CountKnown(header) == 0) ? RegisterHeaderTexts.OfNone(header, missing) : RegisterHeaderTexts.Missing(missing);
        }

        return found.GroupBy(column => column.Title).FirstOrDefault(same => same.Count() > 1)?.Key is { } twice ? RegisterHeaderTexts.Twice(twice) : null;
    }

    /// <summary>
    /// The other register that a file is of, or null. A name and a credit code are in every register, and a register of licences may repeat much of
    /// the enterprise: what tells are the titles that only one of them has. The file is of the other register when titles tell of it, and no fewer than of
    /// this one. Where required columns tell of this one, and all are there, every row is one of this register whatever else is in it.
    /// </summary>
    private RegisterForm? OtherOf(IReadOnlyList<string> header, bool isComplete)
    {
        if (isComplete && HasTellingRequiredColumns)
        {
            return null;
        }

        // What is as much the one as the other is not taken: spoiled data costs more than a question.
        var own = TellingIn(header).Count;
        return All.Where(form => form != this)
            .Select(form => (Form: form, Telling: form.TellingIn(header).Count))
            .Where(other => other.Telling > 0 && other.Telling >= own)
            .OrderByDescending(other => other.Telling)
            .Select(other => other.Form)
            .FirstOrDefault();
    }

    private IReadOnlyList<string> TellingIn(IReadOnlyList<string> header) => [.. header.Where(name => _tells.Contains(Normalise(name))).Select(name => name.Trim())];

    /// <summary>A row as a command, or what is wrong with it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="columnCount">How many columns the header has.</param>
    /// <param name="places">Where the columns stand.</param>
    /// <param name="lookalike">The other register that the file may be of as well.</param>
    public RowReading Read(FileRow row, int columnCount, FrozenDictionary<string, int> places, Lookalike? lookalike = null) =>
        row.Problem is { } problem ? new RowReading(problem)
        // A separator within an unquoted cell moves everything behind it into the wrong column.
        : row.Cells.Skip(columnCount).Any(cell => !string.IsNullOrWhiteSpace(cell)) ? new RowReading($"该行有{row.Cells.Length}列，表头只有{columnCount}列")
        : lookalike?.Takes(row.Cells) == true ? new RowReading($"该行是{Terms.Of(lookalike.Kind).Chinese}的一行，不是{Terms.Of(kind).Chinese}的。请从另一登记簿送入")
        : read(new RegisterCells(row.Cells, places));

    /// <summary>The other register whose rows the rows of a file may be, where its titles do not tell: all that the other must have is there, under titles that mean anything. Null where there is none.</summary>
    /// <param name="header">The file's first row.</param>
    public Lookalike? LookalikeIn(IReadOnlyList<string> header)
    {
        if (HasTellingRequiredColumns)
        {
            return null;
        }

        var other = All.FirstOrDefault(form => form != this && form.HasTellingRequiredColumns && form.Lacks(header).IsEmpty);
        if (other is null)
        {
            return null;
        }

        _ = other.Locate(header, out var places);
        return new Lookalike(other.Kind, cells => other.Reads(cells, places));
    }

    private ImmutableArray<string> Lacks(IReadOnlyList<string> header) => [.. columns.Where(column => column.IsRequired).Select(column => column.Title).Except(header.Select(TitleOf).OfType<string>())];

    private bool Reads(string[] cells, FrozenDictionary<string, int> places) => read(new RegisterCells(cells, places)).Command is not null;

    private string? TitleOf(string name) => _titles.GetValueOrDefault(Normalise(name));

    private static string Normalise(string name) => HalfWidth.Of(name).Trim('*', '"').ToUpperInvariant();
}

/// <summary>表头问题. What can be wrong with a file's header. In every case nothing was imported.</summary>
internal static class RegisterHeaderTexts
{
    private const int Named = 6;
    private const int LongestNamed = 20;

    public static BilingualText OfOther(RegisterKind sentTo, RegisterKind isOf, IReadOnlyList<string> telling)
    {
        var (here, there, way) = (Terms.Of(sentTo), Terms.Of(isOf), WayOf(isOf));
        return new(
            $"这是{there.Chinese}的表头（有{List(telling, "“{0}”", "")}），却作为{here.Chinese}送来。请改从“{way.Button}”送入（POST /imports/{way.Path}，命令 import {way.Path}）。文件未导入",
            $"This is the header of the {there.English} ({List(telling, "{0}", ", ")}), sent as the {here.English}. Send it to POST /imports/{way.Path}, or with import {way.Path}. Nothing was imported");
    }

    public static BilingualText Missing(IReadOnlyList<string> missing) =>
        new($"缺少必需的列：{string.Join('、', missing)}。文件未导入", $"Required columns are missing: {string.Join('、', missing)}. Nothing was imported");

    public static BilingualText OfNone(IReadOnlyList<string> header, IReadOnlyList<string> missing)
    {
        string[] titles = [.. header.Select(name => name.Trim()).Where(name => name.Length > 0)];
        return titles.Length == 0
            ? new("文件是空的，没有表头", "The file is empty: it has no header")
            : new(
                $"第一行不是任何一种登记簿的表头（其中是{List(titles, "“{0}”", "")}）。表头须在第一行，且有这些列：{string.Join('、', missing)}。文件未导入",
                $"The first row is the header of no register (it says {List(titles, "{0}", ", ")}). The header must come first and have these columns: {string.Join('、', missing)}. Nothing was imported");
    }

    public static BilingualText Twice(string title) => new($"列“{title}”出现了不止一次。文件未导入", $"The column {title} occurs more than once. Nothing was imported");

    private static string List(IReadOnlyList<string> names, string form, string between) =>
        string.Join(between, names.Take(Named).Select(name => form.Replace("{0}", name.Length > LongestNamed ? name[..LongestNamed] + "…" : name, StringComparison.Ordinal)))
        + (names.Count > Named ? "…" : "");

    // As the dashboard's page of imports and the paths call it.
    private static (string Path, string Button) WayOf(RegisterKind kind) =>
        (WireName.Of(kind).ToLowerInvariant(), $"导入{Terms.Of(kind).Chinese}簿");
}

/// <summary>疑似登记. Another register that a file may be of, and whether it would take a row.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Takes">Whether a row's cells are one of its rows.</param>
internal sealed record Lookalike(RegisterKind Kind, Func<string[], bool> Takes);

/// <summary>单元格. The cells of a row by the titles of their columns.</summary>
/// <param name="cells">The cells in the file's order.</param>
/// <param name="places">Where each column stands.</param>
internal readonly struct RegisterCells(string[] cells, FrozenDictionary<string, int> places)
{
    /// <summary>What a cell says; null where it says nothing: no such column, no such cell, empty, or N/A.</summary>
    public string? this[string title] => places.TryGetValue(title, out var at) && at < cells.Length ? FreeText.OfRegister(cells[at]) : null;

    /// <summary>A cell as a day; what is wrong with it, in Chinese, or null.</summary>
    /// <param name="title">The column's title.</param>
    /// <param name="day">The day, or null where the cell says nothing.</param>
    public string? Day(string title, out DateOnly? day)
    {
        day = null;
        if (this[title] is not { } text)
        {
            return null;
        }

        day = RegisterDate.Parse(text);
        return day is null ? $"{title}“{(text.Length > 40 ? text[..40] + "…" : text)}”不是日期" : null;
    }

    /// <summary>A cell as a list of names; null where it says nothing.</summary>
    /// <param name="title">The column's title.</param>
    public ImmutableArray<string>? List(string title) =>
        this[title]?.Split(['、', '，', ',', '；', ';', '/', '|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { } names ? [.. names] : null;
}

/// <summary>行的解读. What a row means: a command to one subject, or a problem.</summary>
/// <param name="Problem">问题. What is wrong, in Chinese, or null.</param>
/// <param name="Command">命令. What it asks, or null.</param>
internal readonly record struct RowReading(string? Problem, RowCommand? Command = null)
{
    public static implicit operator RowReading(RowCommand command) => new(null, command);
}

/// <summary>行命令. What a row asks of the subject it names.</summary>
/// <param name="Subject">主体. The subject's name.</param>
/// <param name="Give">Gives the command.</param>
internal sealed record RowCommand(string Subject, Func<IGrainFactory, Actor, Task<(Change Change, Refusal? Refusal)>> Give);
