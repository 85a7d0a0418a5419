using LinqToDB.Mapping;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Handovers;

/// <summary>办理事项的行. A row of work that officers hold, with the term that they have to keep in mind first.</summary>
public abstract record WorkRow : NumberedRow
{
    /// <summary>最近期限. The term of what its officers owe or look after that ends first, or null: both columns are filled from it.</summary>
    public OwedTerm? Nearest
    {
        init => (NearestBy, NearestTerm) = (OwedTerm.ColumnOf(value), value?.Kind);
    }

    /// <summary>最近期限. When the first of what its officers owe or look after is due, or was, in UTC milliseconds;
    /// <see cref="OwedTerm.NoTerm"/> where nothing is, so that it comes last.</summary>
    [Column("nearest_by"), NotNull, Sort] public long NearestBy { get; init; } = OwedTerm.NoTerm;

    /// <summary>最近期限种类. The stored name of what that is; null where there is none.</summary>
    [Column("nearest_term", Length = 60), Nullable] public string? NearestTerm { get; init; }
}
