using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Mapping;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Agencies;

/// <summary>部门行. An agency that an administrator has registered or changed.</summary>
[Table("agency")]
public sealed record AgencyRow : Row
{
    /// <summary>代码.</summary>
    [Column("code"), NotNull] public required string Code { get; init; }

    /// <summary>名称. The Chinese name.</summary>
    [Column("name"), NotNull] public required string Name { get; init; }

    /// <summary>英文名称. Or null.</summary>
    [Column("english_name")] public string? EnglishName { get; init; }

    /// <summary>性质. The kind's wire name.</summary>
    [Column("kind"), NotNull] public required string Kind { get; init; }

    /// <summary>已撤销. Whether it is no partner any more.</summary>
    [Column("closed")] public required bool Closed { get; init; }

    /// <summary>版本. The version of the state it shows.</summary>
    [Column("version")] public required int Version { get; init; }
}

/// <summary>The rows of agencies.</summary>
public static class AgencyRows
{
    /// <summary>The rows that show a state.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="agency">The state.</param>
    /// <param name="version">Its version.</param>
    public static IReadOnlyList<Row> Of(string subject, Agency agency, int version)
    {
        ArgumentNullException.ThrowIfNull(agency);
        return [new AgencyRow { Subject = subject, Code = agency.Code, Name = agency.Name, EnglishName = agency.EnglishName, Kind = WireName.Of(agency.Kind), Closed = agency.IsClosed, Version = version }];
    }

    /// <summary>Every agency: those that come with the program, as they were changed, and those that were registered, by code. There are as many as a bureau has partners, so they are read whole.</summary>
    /// <param name="database">The database.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public static async Task<IReadOnlyList<AgencyRow>> ReadAsync(Database database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var rows = await database.QueryAsync(
            (data, token) => data.GetTable<AgencyRow>().OrderBy(row => row.Code).ToListAsync(token),
            cancellationToken).ConfigureAwait(false);
        var delivered = Agency.BuiltIn.Select(agency => rows.Find(row => row.Code == agency.Code) ?? (AgencyRow)Of(SubjectKeys.Of(Agency.ConceptName, agency.Code), agency, 0)[0]).ToList();
        return [.. delivered, .. rows.Where(row => Agency.Find(row.Code) is null)];
    }
}
