using LinqToDB.Mapping;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Numbers;

/// <summary>有文号的行. A row of a subject that has a number that people say, with what the next number of its series is found by.</summary>
public abstract record NumberedRow : Row
{
    /// <summary>文号. The number itself, or null: where it stands in its series is filled from it.</summary>
    public OfficialNumber? Serial
    {
        init => (NumberSeries, NumberInSeries) = (value?.Series, value?.Number);
    }

    /// <summary>文号序列. The kind, section and year that its number is counted in, or null.</summary>
    [Column("number_series", Length = 80), Nullable] public string? NumberSeries { get; init; }

    /// <summary>序号. Which of its series, or null.</summary>
    [Column("number_in_series"), Nullable] public int? NumberInSeries { get; init; }
}
