using System.Globalization;
using System.Text.RegularExpressions;
using ShuangDa.Grains.Journal;
using ShuangDa.Silo.Database;

namespace ShuangDa.Tests.Databases;

/// <summary>
/// The columns for texts, as the migrations make them on PostgreSQL, which is the one that counts characters and refuses what is too
/// long.
/// </summary>
internal static partial class TextColumns
{
    /// <summary>How many characters each has room for; -1 where any number.</summary>
    public static Dictionary<(string Table, string Column), int> OnPostgreSql() => SchemaHistory.For(DatabaseKind.PostgreSql)
        .SelectMany(step => step.Statements).SelectMany(In)
        .GroupBy(one => (one.Table, one.Column)).ToDictionary(same => same.Key, same => same.Last().Length);

    private static IEnumerable<(string Table, string Column, int Length)> In(string statement)
    {
        var table = ChangedTable().Match(statement);
        return !table.Success ? [] : TextColumn().Matches(statement).Select(column => (
            table.Groups["table"].Value,
            column.Groups["column"].Value,
            column.Groups["length"] is { Success: true, Value: var length } ? int.Parse(length, CultureInfo.InvariantCulture) : -1));
    }

    [GeneratedRegex("""^(CREATE|ALTER) TABLE ("public"\.)?"?(?<table>\w+)"? """)]
    private static partial Regex ChangedTable();

    [GeneratedRegex("""[(, ]"?(?<column>\w+)"? (varchar\((?<length>\d+)\)|text) COLLATE""")]
    private static partial Regex TextColumn();
}
