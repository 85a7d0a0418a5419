using System.Collections.Frozen;
using System.Collections.Immutable;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Imports;

/// <summary>版式. Where a register's columns stand in a file, and what was not read of it.</summary>
/// <param name="header">The file's titles.</param>
/// <param name="places">The columns that are read, in the file's order.</param>
internal sealed class RegisterLayout(IReadOnlyList<string> header, ImmutableArray<RegisterPlace> places)
{
    private const int Named = 12;

    private readonly FrozenDictionary<string, RegisterPlace> _byTitle = places.ToFrozenDictionary(place => place.Title);
    private readonly List<BilingualText> _remarks = [];

    /// <summary>How many columns the header has.</summary>
    public int ColumnCount => header.Count;

    /// <summary>The columns that are read, in the file's order.</summary>
    public ImmutableArray<RegisterPlace> Places => places;

    /// <summary>What of the header was not read, for whoever brought the file.</summary>
    public IReadOnlyList<BilingualText> Remarks => _remarks;

    /// <summary>Where a column stands, or null.</summary>
    /// <param name="title">Its usual title.</param>
    public RegisterPlace? this[string title] => _byTitle.GetValueOrDefault(title);

    /// <summary>The column that is read from a place, or null.</summary>
    /// <param name="at">The place, from 0.</param>
    public string? ColumnAt(int at) => places.FirstOrDefault(place => place.At == at)?.Title;

    /// <summary>Says which columns of the file are not read, and why where one may be meant for one that is.</summary>
    /// <param name="columnOf">The column that a title names, or null.</param>
    /// <param name="near">The column that an unknown title may mean, or null.</param>
    public void Remark(Func<string, string?> columnOf, Func<string, string?> near)
    {
        var rest = header.Select((name, at) => (Name: name.Trim(), At: at)).Where(
            one => one.Name.Length > 0 && places.All(place => place.At != one.At)).ToList();
        foreach (var (name, _) in rest)
        {
            if (columnOf(name) is { } column && _byTitle.GetValueOrDefault(column) is { } taken)
            {
                Say(
                    $"列“{name}”与“{taken.Name}”是同一内容，采用“{taken.Name}”",
                    $"The columns {name} and {taken.Name} are the same; {taken.Name} was read");
            }
            else if (near(name) is { } meant && !_byTitle.ContainsKey(meant))
            {
                Say(
                    $"列“{name}”与“{meant}”相近，未读取；确为同一内容的，请将列名改为“{meant}”后再次导入",
                    $"The column {name} is like {meant} and was not read; if it is that, call it {meant} and import the file again");
            }
        }

        string[] unread = [
            .. rest.Where(
                one =>
                    columnOf(one.Name) is null && (near(one.Name) is not { } meant || _byTitle.ContainsKey(meant))).Select(one => one.Name)
        ];
        if (unread.Length > 0)
        {
            var (names, more) = (
                string.Join('、', unread.Take(Named).Select(name => RegisterText.Shortened(name))),
                unread.Length > Named ? "等" : "");
            Say($"未读取的列：{names}{more}（共{unread.Length}列）", $"Columns that were not read ({unread.Length}): {names}");
        }
    }

    private void Say(string chinese, string english) => _remarks.Add(new BilingualText(chinese, english));
}

/// <summary>列位. Where a column stands in a file.</summary>
/// <param name="Title">列名. Its usual title.</param>
/// <param name="At">列位. From 0.</param>
/// <param name="Name">文件中的列名. As the file calls it.</param>
/// <param name="Note">括注. What stands in brackets behind the title, such as a unit; or null.</param>
internal sealed record RegisterPlace(string Title, int At, string Name, string? Note = null);

/// <summary>单元格. The cells of a row by the titles of their columns, as they were meant.</summary>
internal sealed class RegisterCells
{
    private readonly RegisterLayout _layout;
    private readonly string?[] _texts;
    private readonly bool _countsFrom1904;

    private RegisterCells(RegisterLayout layout, string?[] texts, bool countsFrom1904) =>
        (_layout, _texts, _countsFrom1904) = (layout, texts, countsFrom1904);

    /// <summary>The first column out of which signs that nobody sees were taken, or null.</summary>
    public string? Cleaned { get; private init; }

    /// <summary>What a cell says; null where it says nothing: no such column, no such cell, empty, or N/A.</summary>
    public string? this[string title] => _layout[title] is { } place ? _texts[place.At] : null;

    /// <summary>The cells of a row that are read.</summary>
    /// <param name="row">The row.</param>
    /// <param name="layout">Where the columns stand.</param>
    /// <param name="cells">The cells.</param>
    /// <returns>What is wrong with one of them, in Chinese, or null.</returns>
    public static string? Of(FileRow row, RegisterLayout layout, out RegisterCells cells)
    {
        var texts = new string?[layout.ColumnCount];
        var cleaned = (string?)null;
        cells = new RegisterCells(layout, texts, row.CountsFrom1904);
        foreach (var place in layout.Places)
        {
            if (row.Faults?.GetValueOrDefault(place.At) is { } fault)
            {
                return place.Name + fault;
            }

            if (place.At >= row.Cells.Length)
            {
                continue;
            }

            var text = RegisterText.Of(row.Cells[place.At], out var wasCleaned, out var problem);
            if (problem is not null)
            {
                return place.Name + problem;
            }

            cleaned ??= wasCleaned ? place.Name : null;
            texts[place.At] = FreeText.OfRegister(text);
        }

        cells = new RegisterCells(layout, texts, row.CountsFrom1904) { Cleaned = cleaned };
        return null;
    }

    /// <summary>What stands in brackets behind a column's title, or null.</summary>
    /// <param name="title">The column's title.</param>
    public string? NoteOf(string title) => _layout[title]?.Note;

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
        return day is null ? NoDay(title, text) : UncertainDay(title, text);
    }

    /// <summary>A cell as a term, or as its last day alone; what is wrong with it, in Chinese, or null.</summary>
    /// <param name="title">The column's title.</param>
    /// <param name="term">The first day, null where the cell says the last alone, and the last; both null where it says nothing.</param>
    public string? Term(string title, out (DateOnly? From, DateOnly? To) term)
    {
        term = default;
        if (this[title] is not { } text)
        {
            return null;
        }

        term = RegisterDate.ParseTerm(text) is { } both ? (both.From, both.To) : (null, RegisterDate.Parse(text));
        return term.To is null ? NoDay(title, text) : UncertainDay(title, text);
    }

    /// <summary>A cell as a list of names; null where it says nothing.</summary>
    /// <param name="title">The column's title.</param>
    public ImmutableArray<string>? List(string title) =>
        this[title]?.Split(
            ['、', '，', ',', '；', ';', '/', '|', '\n'],
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { } names
            ? [.. names]
            : null;

    private string? UncertainDay(string title, string text) => _countsFrom1904 && RegisterDate.IsDayNumber(text)
        ? $"{title}“{RegisterText.Shortened(text)}”没有日期格式，而工作簿的日期自1904年起算，不能确定是哪一天"
        : null;

    private static string NoDay(string title, string text) => $"{title}“{RegisterText.Shortened(text)}”不是日期";
}
