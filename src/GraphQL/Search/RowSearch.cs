using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Columns;

namespace ShuangDa.GraphQL.Search;

/// <summary>查找步骤. One way of finding subjects; the better ones come first.</summary>
/// <param name="Rank">How good a match is: numbers that begin with the text, names that do, then what contains it.</param>
/// <param name="FindAsync">Finds at most so many.</param>
internal sealed record SearchStep(SearchRank Rank, Func<DataConnection, SoughtText, int, CancellationToken, Task<IEnumerable<SearchHit>>> FindAsync);

/// <summary>匹配程度. How good a match is, the best first.</summary>
internal enum SearchRank
{
    /// <summary>A number begins with the text.</summary>
    NumberBegins,

    /// <summary>A name begins with it.</summary>
    NameBegins,

    /// <summary>It is somewhere within.</summary>
    Contains,
}

/// <summary>所找的文字. What people search for, as numbers and names are compared with it.</summary>
/// <param name="Number">In capitals, as numbers are written.</param>
/// <param name="Name">In small letters. Databases fold the case of ASCII letters alike, and of others not at all or each in its own way.</param>
internal sealed record SoughtText(string Number, string Name)
{
    /// <summary>What somebody typed.</summary>
    /// <param name="typed">In half-width forms, without spaces around it.</param>
    public static SoughtText Of(string typed) => new(typed.ToUpperInvariant(), string.Concat(typed.Select(letter => char.IsAsciiLetterUpper(letter) ? char.ToLowerInvariant(letter) : letter)));
}

/// <summary>按行查找. How the rows of a table are searched: by the columns that say so.</summary>
/// <typeparam name="TRow">The row.</typeparam>
internal static class RowSearch<TRow> where TRow : Row
{
    /// <summary>The steps that the row's columns give.</summary>
    /// <param name="hit">A row as those who search are shown it.</param>
    /// <param name="visible">Which rows the caller sees; null for all.</param>
    public static IEnumerable<SearchStep> Steps(Func<TRow, SearchHit> hit, Expression<Func<TRow, bool>>? visible)
    {
        foreach (var column in RowColumn<TRow>.All.Where(column => column.Search is not null))
        {
            var isName = column.Search!.IsName;
            yield return Step(column, isName ? SearchRank.NameBegins : SearchRank.NumberBegins, nameof(string.StartsWith));
            if (column.Search.By == SearchBy.Anywhere)
            {
                yield return Step(column, SearchRank.Contains, nameof(string.Contains));
            }
        }

        // What people say of a subject is looked for in the form in which it is kept.
        static string OfColumn(RowColumn<TRow> column, SoughtText sought) => column.Search!.IsName ? sought.Name
            : column.Property.IsDefined(typeof(OfficialNumberTextAttribute), inherit: false)
                ? OfficialNumber.PlainOf(sought.Number) ?? sought.Number
            : sought.Number;

        SearchStep Step(RowColumn<TRow> column, SearchRank rank, string how)
        {
            var row = Expression.Parameter(typeof(TRow), "row");
            Expression text = Expression.Property(row, column.Property);
            var compared = column.Search!.IsName ? Expression.Call(typeof(Sql), nameof(Sql.Lower), null, text) : text;
            var order = Expression.Lambda<Func<TRow, string>>(text, row);
            return new SearchStep(rank, async (data, sought, size, ending) =>
            {
                var met = Expression.Call(compared, KnownMethods.OfText(how), Box.Of(OfColumn(column, sought)));
                var found = new Conditions<TRow>().And(visible).And(Expression.Lambda<Func<TRow, bool>>(met, row)).ToExpression();
                return (await data.GetTable<TRow>().Where(found).OrderBy(order).Take(size).ToListAsync(ending).ConfigureAwait(false)).Select(hit);
            });
        }
    }
}
