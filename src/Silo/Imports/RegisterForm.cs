using System.Collections.Frozen;
using System.Collections.Immutable;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Imports;

/// <summary>列. A column of a public register.</summary>
/// <param name="Title">列名. Its usual title.</param>
/// <param name="IsRequired">必需. Whether a file without it is refused as a whole.</param>
/// <param name="Aliases">别名. Other titles under which registers publish it.</param>
internal sealed record RegisterColumn(string Title, bool IsRequired, params string[] Aliases);

/// <summary>登记表式. What a register's file looks like, and the command that one of its rows becomes.</summary>
/// <param name="kind">Which register.</param>
/// <param name="columns">Its columns; others are not read. The name of a legal representative (法人代表) is never among them: no task of the bureau here needs it (个人信息保护法 第六条).</param>
/// <param name="read">A row as a command, or what is wrong with it.</param>
internal sealed class RegisterForm(RegisterKind kind, RegisterColumn[] columns, Func<RegisterCells, RowReading> read)
{
    private readonly FrozenDictionary<string, string> _titles = columns
        .SelectMany(column => column.Aliases.Append(column.Title), (column, name) => (Name: Normalise(name), column.Title))
        .ToFrozenDictionary(named => named.Name, named => named.Title);

    /// <summary>Which register.</summary>
    public RegisterKind Kind => kind;

    /// <summary>The form of a register.</summary>
    /// <param name="kind">The register.</param>
    public static RegisterForm Of(RegisterKind kind) => kind switch
    {
        RegisterKind.Enterprises => EnterpriseRegister.Form,
        RegisterKind.Licences => LicenceRegister.Form,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

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
        var missing = columns.Where(column => column.IsRequired).Select(column => column.Title).Except(places.Keys).ToImmutableArray();
        if (!missing.IsEmpty)
        {
            var names = string.Join('、', missing);
            return header.Count == 0
                ? new BilingualText("文件是空的，没有表头", "The file is empty: it has no header")
                : new BilingualText($"缺少必需的列：{names}。文件未导入", $"Required columns are missing: {names}. Nothing was imported");
        }

        if (found.GroupBy(column => column.Title).FirstOrDefault(same => same.Count() > 1)?.Key is { } twice)
        {
            return new BilingualText($"列“{twice}”出现了不止一次。文件未导入", $"The column {twice} occurs more than once. Nothing was imported");
        }

        return null;
    }

    /// <summary>A row as a command, or what is wrong with it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="columnCount">How many columns the header has.</param>
    /// <param name="places">Where the columns stand.</param>
    public RowReading Read(FileRow row, int columnCount, FrozenDictionary<string, int> places) =>
        row.Problem is { } problem ? new RowReading(problem)
        // A separator within an unquoted cell moves everything behind it into the wrong column.
        : row.Cells.Skip(columnCount).Any(cell => !string.IsNullOrWhiteSpace(cell)) ? new RowReading($"该行有{row.Cells.Length}列，表头只有{columnCount}列")
        : read(new RegisterCells(row.Cells, places));

    private string? TitleOf(string name) => _titles.GetValueOrDefault(Normalise(name));

    private static string Normalise(string name) => HalfWidth.Of(name).Trim('*', '"').ToUpperInvariant();
}

/// <summary>单元格. The cells of a row by the titles of their columns.</summary>
/// <param name="cells">The cells in the file's order.</param>
/// <param name="places">Where each column stands.</param>
internal readonly struct RegisterCells(string[] cells, FrozenDictionary<string, int> places)
{
    /// <summary>What a cell says; null where it says nothing: no such column, no such cell, empty, or N/A.</summary>
    public string? this[string title] =>
        places.TryGetValue(title, out var at) && at < cells.Length && cells[at].Trim() is { Length: > 0 } said && !said.Equals("N/A", StringComparison.OrdinalIgnoreCase) ? said : null;

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
