using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using LinqToDB.Mapping;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Search;

/// <summary>找到的文字. A text that was found, and of which subject.</summary>
public sealed record FoundText
{
    /// <summary>主体. The subject's name.</summary>
    [Column("subject")] public string Subject { get; init; } = "";

    /// <summary>文字. The text, folded.</summary>
    [Column("text")] public string Text { get; init; } = "";
}

/// <summary>可查文字表. How a table of texts is searched in each database (decision 23).</summary>
public sealed class SearchTable
{
    // Everything that begins with a text comes before this, whatever follows.
    private const string Last = "\U0010FFFF";

    private readonly string _name;

    private readonly string _sqlite;
    private readonly string _postgreSql;

    private SearchTable(Type row)
    {
        _name = RowTables.NameOf(row);
        var (select, index) = ($"SELECT subject, text FROM {_name}", $"{_name}_index");
        _sqlite = $"{select} JOIN {index} ON {index}.rowid = {_name}.id WHERE {index} MATCH {{0}}";
        _postgreSql = $"{select} WHERE string_to_array(pieces, ' ') @> string_to_array({{0}}, ' ') AND text LIKE {{1}}";
    }

    /// <summary>曾用文字. The texts by which subjects of all concepts are remembered.</summary>
    public static SearchTable Recalled { get; } = new(typeof(RecalledTextRow));

    /// <summary>The table of a concept's texts; null where nobody searches for its subjects.</summary>
    /// <param name="concept">The concept.</param>
    public static SearchTable? Of(Concept concept)
    {
        ArgumentNullException.ThrowIfNull(concept);
        return concept.RowTypes.SingleOrDefault(type => type.IsSubclassOf(typeof(SearchTextRow))) is { } row ? new SearchTable(row) : null;
    }

    /// <summary>The texts that begin with another, in order.</summary>
    /// <param name="data">Where the tables are.</param>
    /// <param name="sought">What is looked for, folded.</param>
    public IQueryable<FoundText> Beginning(DataConnection data, string sought) =>
        Ask(data, $"SELECT subject, text FROM {_name} WHERE text >= {{0}} AND text < {{1}}", sought, sought + Last)
            .OrderBy(found => found.Text);

    /// <summary>The texts that have another within, in no order.</summary>
    /// <param name="data">Where the tables are.</param>
    /// <param name="kind">Which database it is.</param>
    /// <param name="sought">What is looked for, folded: so it has none of the signs that mean something in a pattern.</param>
    public IQueryable<FoundText> Containing(DataConnection data, DatabaseKind kind, string sought)
    {
        // The index has pieces of two characters. A single one is in so many texts that going through them ends soon.
        var pieces = FoldedText.PiecesOf(sought);
        return FoldedText.IsSingle(sought) || kind == DatabaseKind.SqlServer
                ? Ask(data, $"SELECT subject, text FROM {_name} WHERE text LIKE {{0}}", $"%{sought}%")
            : kind == DatabaseKind.Sqlite ? Ask(data, _sqlite, $"\"{pieces}\"")
            : Ask(data, _postgreSql, pieces, $"%{sought}%");
    }

    /// <summary>The first subject of a table that has no text here; null where each has one.</summary>
    /// <param name="data">Where the tables are.</param>
    /// <param name="subjects">The row of the table of subjects.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    internal Task<string?> FirstWithoutAsync(DataConnection data, Type subjects, CancellationToken cancellationToken)
    {
        var without = $"SELECT subject, subject AS text FROM {RowTables.NameOf(subjects)} has "
            + $"WHERE NOT EXISTS (SELECT 1 FROM {_name} found WHERE found.subject = has.subject)";
        return Ask(data, without).OrderBy(one => one.Subject).Select(one => (string?)one.Subject).FirstOrDefaultAsync(cancellationToken);
    }

    private static IQueryable<FoundText> Ask(DataConnection data, string text, params object?[] values) =>
        data.FromSql<FoundText>(new RawSqlString(text), values);
}
