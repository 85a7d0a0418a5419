using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Journal;

/// <summary>
/// 事实范围. Which facts are meant: those of some days, those recorded in some time, of some measures. What is counted and what a figure
/// opens are asked for by the same scope.
/// </summary>
/// <param name="From">自. The first day that counts (Asia/Shanghai), or any.</param>
/// <param name="Before">至. The day after the last, or any.</param>
/// <param name="RecordedAfter">登记起. The moment after which it was recorded, or any.</param>
/// <param name="RecordedUntil">登记止. The last moment at which it was recorded, or any.</param>
/// <param name="Measures">计量. What is counted; null for all.</param>
public sealed record FactScope(
    DateOnly? From = null,
    DateOnly? Before = null,
    DateTimeOffset? RecordedAfter = null,
    DateTimeOffset? RecordedUntil = null,
    IReadOnlyList<Measure>? Measures = null)
{
    /// <summary>条件. The conditions on the facts, which must all hold.</summary>
    public IEnumerable<Condition<TallyRow>> Conditions()
    {
        // Facts of one measure stand in the order of their days, and of their recording.
        if (Measures is [var only])
        {
            var measure = only.ToString();
            yield return Condition<TallyRow>.Of(row => row.Measure == measure);
        }
        else if (Measures is not null)
        {
            IReadOnlyList<string> measures = [.. Measures.Select(one => one.ToString())];
            yield return Condition<TallyRow>.Of(row => measures.Contains(row.Measure));
        }

        if (From is { } from)
        {
            var first = IsoDate.Of(from);
            yield return Condition<TallyRow>.Of(row => SubjectOrder.IsFrom(row.Day, first));
        }

        if (Before is { } before)
        {
            var end = IsoDate.Of(before);
            yield return Condition<TallyRow>.Of(row => SubjectOrder.IsAfter(end, row.Day));
        }

        if (RecordedAfter is { } after)
        {
            var known = after.ToUnixTimeMilliseconds();
            yield return Condition<TallyRow>.Of(row => row.RecordedAt > known);
        }

        if (RecordedUntil is { } until)
        {
            var last = until.ToUnixTimeMilliseconds();
            yield return Condition<TallyRow>.Of(row => row.RecordedAt <= last);
        }
    }
}
