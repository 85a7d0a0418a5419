using LinqToDB.Mapping;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Journal;

/// <summary>计量表行. A countable fact.</summary>
[Table("tally")]
public sealed record TallyRow : Row
{
    /// <summary>Where it stands.</summary>
    [Column("id"), PrimaryKey, Identity] public long Id { get; init; }

    /// <summary>The day it counts for, ISO.</summary>
    [Column("day"), NotNull] public required string Day { get; init; }

    /// <summary>What is counted, by name.</summary>
    [Column("measure"), NotNull] public required string Measure { get; init; }

    /// <summary>How much.</summary>
    [Column("amount")] public required long Amount { get; init; }

    /// <summary>The section.</summary>
    [Column("section")] public string? Section { get; init; }

    /// <summary>The agency.</summary>
    [Column("agency")] public string? Agency { get; init; }

    /// <summary>The product class.</summary>
    [Column("product_class")] public string? ProductClass { get; init; }

    /// <summary>The violation.</summary>
    [Column("violation")] public string? Violation { get; init; }

    /// <summary>Whom it is about; null in facts of before that was kept, until the tables are made anew.</summary>
    [Column("party")] public string? Party { get; init; }

    /// <summary>Whether it is about a holder of a licence; null where that is not asked, and in facts of before that was kept, until
    /// the tables are made anew.</summary>
    [Column("is_licensed")] public bool? IsLicensed { get; init; }

    /// <summary>When it was recorded, UTC milliseconds: the time of the entry behind it.</summary>
    [Column("recorded_at")] public required long RecordedAt { get; init; }

    /// <summary>The number of the entry behind it.</summary>
    [Column("number")] public required int Number { get; init; }

    /// <summary>Its place among the facts of that entry, from 0.</summary>
    [Column("place")] public required int Place { get; init; }

    /// <summary>The row of a fact.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="number">The number of the entry behind it.</param>
    /// <param name="place">Its place among the facts of that entry, from 0.</param>
    /// <param name="recordedAt">The time of that entry, UTC milliseconds.</param>
    /// <param name="fact">The fact.</param>
    public static TallyRow Of(string subject, int number, int place, long recordedAt, TallyFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return new TallyRow
        {
            Day = IsoDate.Of(fact.Day),
            Measure = fact.Measure.ToString(),
            Amount = fact.Amount,
            Section = fact.Section,
            Agency = fact.Agency,
            ProductClass = fact.ProductClass,
            Violation = fact.Violation,
            Party = fact.Party,
            IsLicensed = fact.IsLicensed,
            RecordedAt = recordedAt,
            Subject = subject,
            Number = number,
            Place = place,
        };
    }
}

/// <summary>计量汇总行. What the facts of a stretch of time come to, kept by the commits that tell them.</summary>
[Table("tally_count")]
public sealed record TallyCountRow : CountsOf<TallyRow>
{
    /// <summary>The month or day they count for.</summary>
    [Column("period", Length = 10), NotNull, PeriodOf(nameof(TallyRow.Day), CountedPeriod.Month, CountedPeriod.Day)]
    public required string Period { get; init; }

    /// <summary>What is counted, by name.</summary>
    [Column("measure", Length = 60), NotNull] public required string Measure { get; init; }

    /// <summary>The section.</summary>
    [Column("section", Length = 50)] public required string? Section { get; init; }

    /// <summary>The agency.</summary>
    [Column("agency", Length = 50)] public required string? Agency { get; init; }

    /// <summary>The product class.</summary>
    [Column("product_class", Length = 50)] public required string? ProductClass { get; init; }

    /// <summary>The violation.</summary>
    [Column("violation", Length = 60)] public required string? Violation { get; init; }

    /// <summary>How much.</summary>
    [Column("amount"), NotNull, Summed] public required long Amount { get; init; }
}
