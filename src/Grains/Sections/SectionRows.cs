using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Mapping;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Sections;

/// <summary>科室行. A section that an administrator has registered or changed.</summary>
[Table("section")]
public sealed record SectionRow : Row
{
    /// <summary>代码.</summary>
    [Column("code"), NotNull] public required string Code { get; init; }

    /// <summary>名称. The Chinese name.</summary>
    [Column("name"), NotNull] public required string Name { get; init; }

    /// <summary>英文名称. Or null.</summary>
    [Column("english_name")] public string? EnglishName { get; init; }

    /// <summary>已撤销. Whether it exists no more.</summary>
    [Column("closed")] public required bool Closed { get; init; }

    /// <summary>版本. The version of the state it shows.</summary>
    [Column("version")] public required int Version { get; init; }
}

/// <summary>The rows of sections.</summary>
public static class SectionRows
{
    /// <summary>The rows that show a state.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="section">The state.</param>
    /// <param name="version">Its version.</param>
    public static IReadOnlyList<Row> Of(string subject, Section section, int version)
    {
        ArgumentNullException.ThrowIfNull(section);
        return [new SectionRow { Subject = subject, Code = section.Code, Name = section.Name, EnglishName = section.EnglishName, Closed = section.IsClosed, Version = version }];
    }

    /// <summary>Every section: those that come with the program, as they were changed, and those that were registered, by code. There are as many as a bureau has, so they are read whole.</summary>
    /// <param name="database">The database.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public static async Task<IReadOnlyList<SectionRow>> ReadAsync(Database database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var rows = await database.QueryAsync(
            (data, token) => data.GetTable<SectionRow>().OrderBy(row => row.Code).ToListAsync(token),
            cancellationToken).ConfigureAwait(false);
        var delivered = Section.BuiltIn.Select(section => rows.Find(row => row.Code == section.Code) ?? (SectionRow)Of(SubjectKeys.Of(Section.ConceptName, section.Code), section, 0)[0]).ToList();
        return [.. delivered, .. rows.Where(row => Section.Find(row.Code) is null)];
    }
}
