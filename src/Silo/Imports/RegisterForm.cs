using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using ShuangDa.Grains.Enterprises;
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

    /// <summary>可由他列给出. Titles of other columns whose cells may say this one too; with one of them it is not missing.</summary>
    public string[] SaidBy { get; init; } = [];

    /// <summary>代替列. The column in whose place it is read where the file does not have that; null for one that is read always.</summary>
    public string? InPlaceOf { get; init; }
}

/// <summary>登记表式. What a register's file looks like, and the command that one of its rows becomes.</summary>
/// <param name="kind">Which register.</param>
/// <param name="columns">Its columns; others are not read. The name of a legal representative (法人代表) is never among them: no task of the bureau here needs it (个人信息保护法 第六条).</param>
/// <param name="read">A row as a command, or what is wrong with it.</param>
/// <param name="mapped">As what a person has columns read, by their titles in one form; null for one that is not read.</param>
internal sealed class RegisterForm(
    RegisterKind kind,
    RegisterColumn[] columns,
    Func<RegisterCells, RowReading> read,
    IReadOnlyDictionary<string, string?>? mapped = null)
{
    private readonly FrozenDictionary<string, string> _titles = columns
        .SelectMany(column => column.Aliases.Append(column.Title), (column, name) => (Name: RegisterTitle.Normalise(name), column.Title))
        .ToFrozenDictionary(named => named.Name, named => named.Title);

    private readonly FrozenSet<string> _tells = columns.SelectMany(column => column.Tells).Select(RegisterTitle.Normalise).ToFrozenSet();

    /// <summary>The forms of all registers.</summary>
    public static IEnumerable<RegisterForm> All => Enum.GetValues<RegisterKind>().Select(Of);

    /// <summary>Which register.</summary>
    public RegisterKind Kind => kind;

    /// <summary>Its columns.</summary>
    public IReadOnlyList<RegisterColumn> Columns => columns;

    private bool HasTellingRequiredColumns { get; } = columns.Any(column => column is { IsRequired: true, Tells.Length: > 0 });

    /// <summary>The form of a register.</summary>
    /// <param name="kind">The register.</param>
    public static RegisterForm Of(RegisterKind kind) => kind switch
    {
        RegisterKind.Enterprises => EnterpriseRegister.Form,
        RegisterKind.Licences => LicenceRegister.Form,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>可选列. What a person may have a column read as.</summary>
    public IReadOnlyList<string> Choices { get; } =
        [.. columns.SelectMany(column => column.SaidBy.Take(1).Prepend(column.Title)).Distinct()];

    /// <summary>The same form for a file of which a person says as what columns are read.</summary>
    /// <param name="said">As what; choices that there are no more are left out.</param>
    public RegisterForm With(IEnumerable<MappedColumn> said) => new(
        kind,
        columns,
        read,
        said.Where(one => one.Column is null || _titles.ContainsKey(RegisterTitle.Normalise(one.Column)))
            .GroupBy(one => RegisterTitle.Normalise(one.Title))
            .ToDictionary(same => same.Key, same => same.First().Column));

    /// <summary>Whether a title is one of its columns'.</summary>
    /// <param name="title">A cell of a header.</param>
    public bool Knows(string title) => Match(title) is not null;

    /// <summary>How many of the columns are named in a header.</summary>
    /// <param name="header">The first row of a file in some reading.</param>
    public int CountKnown(IReadOnlyList<string> header) => header.Select(name => Match(name)?.Title).OfType<string>().Distinct().Count();

    /// <summary>The same, and of how many the register has most of which they are: of two that name as many here the one that names more
    /// there
    /// comes first.</summary>
    /// <param name="header">A row of a file in some reading.</param>
    public (int Here, int There) CountKnownHereOrThere(IReadOnlyList<string> header)
    {
        var here = CountKnown(header);
        return (here, All.Where(other => other.Kind != kind).Select(other => other.CountKnown(header)).Append(here).Max());
    }

    /// <summary>Where the columns stand in a file, in any order; what is wrong with the header, or null.</summary>
    /// <param name="header">The file's titles.</param>
    /// <param name="layout">The place of each column that is there.</param>
    public BilingualText? Locate(IReadOnlyList<string> header, out RegisterLayout layout)
    {
        var found = header.Select((name, at) => (Match: Match(name), Name: name.Trim(), At: at)).Where(one => one.Match is not null)
            .GroupBy(one => one.Match!.Title).ToList();
        bool IsFound(string? title) => found.Any(same => same.Key == title);
        found.RemoveAll(same => IsFound(columns.Single(column => column.Title == same.Key).InPlaceOf));
        layout = new RegisterLayout(
            header,
            [
                .. found.Select(same => same.MinBy(one => one.Match!.Rank))
                    .Select(one => new RegisterPlace(one.Match!.Title, one.At, one.Name, one.Match.Note)).OrderBy(place => place.At),
            ]);
        var missing = Lacks(header);
        if (OtherOf(header, missing.IsEmpty) is { } other)
        {
            return RegisterHeaderTexts.OfOther(kind, other.Kind, other.TellingIn(header));
        }

        if (!missing.IsEmpty)
        {
            return CountKnownHereOrThere(header).There == 0
                ? RegisterHeaderTexts.OfNone(header, missing)
                : RegisterHeaderTexts.Missing(missing);
        }

        // Of two titles the one that says it exactly counts; of one title twice nobody knows which.
        foreach (var same in found)
        {
            var best = same.GroupBy(one => RegisterTitle.Normalise(one.Name)).MinBy(names => names.Min(one => one.Match!.Rank))!;
            if (best.Count() > 1)
            {
                return RegisterHeaderTexts.Twice(best.First().Name);
            }
        }

        layout.Remark(name => Match(name) is { } match && IsFound(match.Title) ? match.Title : null, Near);
        return null;
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
        return All.Where(form => form.Kind != kind)
            .Select(form => (Form: form, Telling: form.TellingIn(header).Count))
            .Where(other => other.Telling > 0 && other.Telling >= own)
            .OrderByDescending(other => other.Telling)
            .Select(other => other.Form)
            .FirstOrDefault();
    }

    private IReadOnlyList<string> TellingIn(IReadOnlyList<string> header) =>
        [.. header.Where(name => RegisterTitle.Readings(name).Any(reading => _tells.Contains(reading.Name))).Select(name => name.Trim())];

    /// <summary>A row as a command, or what is wrong with it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="layout">Where the columns stand.</param>
    /// <param name="lookalike">The other register that the file may be of as well.</param>
    public RowReading Read(FileRow row, RegisterLayout layout, Lookalike? lookalike = null)
    {
        if (row.Problem is { } problem)
        {
            return new RowReading(problem);
        }

        // A separator within an unquoted cell moves everything behind it into the wrong column.
        if (row.Cells.Skip(layout.ColumnCount).Any(cell => !string.IsNullOrWhiteSpace(cell)))
        {
            return new RowReading($"该行有{row.Cells.Length}列，表头只有{layout.ColumnCount}列");
        }

        if (RegisterCells.Of(row, layout, out var cells) is { } fault)
        {
            return new RowReading(fault);
        }

        var reading = lookalike?.Takes(row) == true
            ? new RowReading($"该行是{Terms.Of(lookalike.Kind).Chinese}的一行，不是{Terms.Of(kind).Chinese}的。请从另一登记簿送入")
            : read(cells);
        return reading with { Cleaned = cells.Cleaned };
    }

    /// <summary>The other register whose rows the rows of a file may be, where its titles do not tell: all that the other must have is there, under titles that mean anything. Null where there is none.</summary>
    /// <param name="header">The file's titles.</param>
    public Lookalike? LookalikeIn(IReadOnlyList<string> header)
    {
        if (HasTellingRequiredColumns)
        {
            return null;
        }

        var other = All.FirstOrDefault(form => form.Kind != kind && form.HasTellingRequiredColumns && form.Lacks(header).IsEmpty);
        if (other is null)
        {
            return null;
        }

        _ = other.Locate(header, out var layout);
        return new Lookalike(other.Kind, row => other.Read(row, layout).Command is not null);
    }

    private ImmutableArray<string> Lacks(IReadOnlyList<string> header)
    {
        var named = header.Select(Match).OfType<RegisterMatch>().ToList();
        return
        [
            .. columns.Where(
                column =>
                    column.IsRequired && !named.Any(
                        match => match.Title == column.Title || column.SaidBy.Any(title => RegisterTitle.Normalise(title) == match.Name)))
                .Select(column => column.Title),
        ];
    }

    private RegisterMatch? Match(string name)
    {
        // What a person says goes before what titles say.
        if (mapped is not null && mapped.TryGetValue(RegisterTitle.Normalise(name), out var said))
        {
            var meant = said is null ? null : RegisterTitle.Normalise(said);
            return meant is null ? null : new RegisterMatch(_titles[meant], meant, RegisterTitle.Readings(name)[^1].Note, -1);
        }

        // 社会信用代码（身份证号码） is a code all the same; a telephone is not the enterprise's where the brackets say whose it is.
        if (RegisterTitle.IsTelephoneOfPerson(name))
        {
            return null;
        }

        foreach (var (normalised, note) in RegisterTitle.Readings(name))
        {
            if (_titles.GetValueOrDefault(normalised) is { } title)
            {
                var isUsual = normalised == RegisterTitle.Normalise(title);
                return new RegisterMatch(title, normalised, note, (note is null ? 0 : 2) + (isUsual ? 0 : 1));
            }
        }

        return null;
    }

    /// <summary>The column that an unknown title may mean, or null: one says what the other says, and more.</summary>
    private string? Near(string name)
    {
        var said = RegisterTitle.Readings(name)[^1].Name;
        return said.Length < RegisterTitle.ShortestNear || Match(name) is not null ? null
            : columns.FirstOrDefault(column => column.Aliases.Append(column.Title).Select(RegisterTitle.Normalise).Any(known =>
                known.Length >= RegisterTitle.ShortestNear
                && (said.Contains(known, StringComparison.Ordinal) || known.Contains(said, StringComparison.Ordinal))))?.Title;
    }
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
                $"前{HeaderSearch.MostRows}行中没有任何一种登记簿的表头（第一行是{List(titles, "“{0}”", "")}）。表头须有这些列：{string.Join('、', missing)}。文件未导入",
                $"None of the first {HeaderSearch.MostRows} rows is the header of a register (the first says {List(titles, "{0}", ", ")}). "
                + $"A header must have these columns: {string.Join('、', missing)}. Nothing was imported");
    }

    public static BilingualText Twice(string title) => new($"列“{title}”出现了不止一次。文件未导入", $"The column {title} occurs more than once. Nothing was imported");

    private static string List(IReadOnlyList<string> names, string form, string between) =>
        string.Join(
            between,
            names.Take(Named).Select(name => form.Replace("{0}", RegisterText.Shortened(name, LongestNamed), StringComparison.Ordinal)))
        + (names.Count > Named ? "…" : "");

    // As the dashboard's page of imports and the paths call it.
    private static (string Path, string Button) WayOf(RegisterKind kind) =>
        (WireName.Of(kind).ToLowerInvariant(), $"导入{Terms.Of(kind).Chinese}簿");
}

/// <summary>疑似登记. Another register that a file may be of, and whether it would take a row.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Takes">Whether a row is one of its rows.</param>
internal sealed record Lookalike(RegisterKind Kind, Func<FileRow, bool> Takes);

/// <summary>行的解读. What a row means: a command to one subject, or a problem.</summary>
/// <param name="Problem">问题. What is wrong, in Chinese, or null.</param>
/// <param name="Command">命令. What it asks, or null.</param>
/// <param name="Cleaned">已清理的列. The title of the first column out of which signs that nobody sees were taken, or null.</param>
internal readonly record struct RowReading(string? Problem, RowCommand? Command = null, string? Cleaned = null)
{
    public static implicit operator RowReading(RowCommand command) => new(null, command);
}

/// <summary>行命令. What a row asks of the subject it names.</summary>
/// <param name="Subject">主体. The subject's name.</param>
/// <param name="Row">命令. What the row says.</param>
/// <param name="Give">Gives the command.</param>
/// <param name="Consider">Asks what would come of the command; nothing does.</param>
internal sealed record RowCommand(string Subject, Command Row, RowAsks Give, RowAsks Consider)
{
    /// <summary>登记内容. What the row says in words, by the columns in which it is usually said; what it does not say is null.</summary>
    public Func<IEnumerable<(string Column, string? Text)>> Says { get; init; } = static () => [];

    /// <summary>产品名称. The names of products that it gives for classes.</summary>
    public ImmutableArray<string> Products { get; init; } = [];

    /// <summary>代码核对. How the code that it names the enterprise by differs from one that is right; null where it does not.</summary>
    public CodeCheck? Mark { get; init; }

    /// <summary>登记状态. What it says of the state that is not understood; null where all is.</summary>
    public string? UnknownState { get; init; }

    /// <summary>持证人. The name of the holder, where the row says no code and the name stands for it; else null.</summary>
    public string? HolderName { get; init; }

    /// <summary>The same command of a holder under this code.</summary>
    public Func<string, RowCommand> HeldBy { get; init; } = static _ => throw new UnreachableException();

    /// <summary>The command of this row and the one before it together, where they are of one thing; else null.</summary>
    public Func<RowCommand, RowCommand?> JoinedTo { get; init; } = static _ => null;

    /// <summary>A row that is a command to a subject.</summary>
    /// <param name="concept">The subject's concept.</param>
    /// <param name="key">The subject's key.</param>
    /// <param name="row">The command.</param>
    public static RowCommand To<TGrain, TState, TCommand>(string concept, string key, TCommand row)
        where TGrain : ISubjectGrain<TState, TCommand>, IGrainWithStringKey
        where TState : class
        where TCommand : Command
    {
        return new RowCommand(
            SubjectKeys.Of(concept, key),
            row,
            (grains, actor) => OutcomeOf(grains.GetGrain<TGrain>(key).Execute(row, actor)),
            (grains, actor) => OutcomeOf(grains.GetGrain<TGrain>(key).Consider(row, actor)));

        static async Task<(Change Change, Refusal? Refusal)> OutcomeOf(Task<Outcome<TState>> asked)
        {
            var outcome = await asked;
            return (outcome.Change, outcome.Refusal);
        }
    }
}

/// <summary>Asks the subject of a row what the row asks.</summary>
/// <param name="grains">Where subjects are found.</param>
/// <param name="actor">Who asks.</param>
internal delegate Task<(Change Change, Refusal? Refusal)> RowAsks(IGrainFactory grains, Actor actor);
