namespace ShuangDa.Grains.Subjects;

/// <summary>读模型行. One row of a table that a concept owns. Only the commit writes it; every property is a column, mapped with linq2db attributes. Two rows are the same when all columns are.</summary>
public abstract record Row
{
    /// <summary>主体. The subject that the row shows, such as <c>licence/XK18-978-00001</c>.</summary>
    [LinqToDB.Mapping.Column("subject"), LinqToDB.Mapping.PrimaryKey(0), LinqToDB.Mapping.NotNull]
    public required string Subject { get; init; }
}
