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

    /// <summary>编号科室. The section by whose series the number counts, which keeps it when the work passes to another: two sections have
    /// a number of the same kind, year and place each. Null where there is no number, and where no section drew it.</summary>
    [Column("number_series", Length = 80), Nullable, SectionOfNumber, Field("numberSection")]
    public string? NumberSeries { get; init; }

    /// <summary>序号. Which of its series, or null.</summary>
    [Column("number_in_series"), Nullable] public int? NumberInSeries { get; init; }
}

/// <summary>文号列. A text column that holds a number that people say, in its plain form; shown with the word of its kind, asked for and
/// searched in any form in which people write it.</summary>
/// <param name="word">种类. Of what it is the number.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OfficialNumberTextAttribute(NumberWord word) : Attribute
{
    /// <summary>种类. Of what it is the number.</summary>
    public NumberWord Word => word;
}

/// <summary>编号科室列. A text column that holds a series of numbers and shows the section that draws from it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SectionOfNumberAttribute : Attribute;
