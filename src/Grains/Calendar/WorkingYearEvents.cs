using System.Collections.Immutable;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Calendar;

/// <summary>年度安排事件. What can have happened to a working year. Names and fields are storage format.</summary>
public abstract record WorkingYearEvent : Event;

/// <summary>年度安排已载入. A year's arrangement was loaded, for the first time or anew.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="RestDays">Days of rest, in order.</param>
/// <param name="WorkedDays">Saturdays and Sundays that are worked, in order.</param>
/// <param name="Source">The notice that says so.</param>
/// <param name="DocumentNumber">The notice's number, or null.</param>
[Alias("working-year.loaded")]
public sealed record WorkingYearLoaded(int Year, ImmutableArray<DateOnly> RestDays, ImmutableArray<DateOnly> WorkedDays, string Source, string? DocumentNumber = null) : WorkingYearEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"载入{Year}年工作日安排：放假{RestDays.Length}天，调休上班{WorkedDays.Length}天",
        $"Working days of {Year} loaded: {RestDays.Length} days of rest, {WorkedDays.Length} weekend days worked");

    /// <inheritdoc/>
    public override string? LegalBasis => Source;

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}
