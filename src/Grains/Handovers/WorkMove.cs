using System.Collections.Immutable;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Handovers;

/// <summary>工作移转. One officer's part in a piece of work passes to another, because the first leaves, falls ill or has too much.</summary>
public static class WorkMove
{
    /// <summary>What is wrong with moving it, or null.</summary>
    /// <param name="holders">Who holds the work now.</param>
    /// <param name="team">Those of them who act together, two at least (行政处罚法 第四十二条); none where one answers for it.</param>
    /// <param name="from">Whose part moves.</param>
    /// <param name="to">Who takes it.</param>
    /// <param name="grounds">Why.</param>
    /// <param name="now">What the shell found out of who takes it.</param>
    public static Refusal? Problem(
        ImmutableArray<string> holders, ImmutableArray<string> team, string from, string to, Grounds grounds, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(grounds);
        ArgumentNullException.ThrowIfNull(now);
        return grounds.Problem()
            ?? FreeText.Missing("to", to)
            ?? (from == to ? new InvalidInput("to", "接办人与移出人相同", "Work moves to somebody else") : null)
            ?? (!holders.Contains(from) ? new WorkNotHeld(from) : (Refusal?)null)
            ?? (Refusal?)now.Required<OfficersFound>().Barred
            ?? TooFew(team, from, to);
    }

    // Whoever is one of two already cannot take the other's place as well.
    private static TooFewOfficers? TooFew(ImmutableArray<string> team, string from, string to) =>
        team.Contains(to) && Replaced(team, from, to).Length is < TooFewOfficers.ByLaw and var left
            ? new TooFewOfficers(TooFewOfficers.ByLaw, left, to)
            : null;

    /// <summary>Who has passed a part in a piece of work on and has none since: such a person acts in it no more.</summary>
    /// <param name="before">Who had by now.</param>
    /// <param name="leaving">Who passes a part on; null where that was not kept.</param>
    /// <param name="holding">Who has one from now on.</param>
    public static ImmutableArray<string> PassedOn(
        ImmutableArray<string> before, ImmutableArray<string>? leaving, params ReadOnlySpan<string> holding) =>
        [.. before.Union(leaving ?? []).Except(holding.ToArray())];

    /// <summary>The officers after one has taken another's place; who was there already is there once.</summary>
    /// <param name="officers">The officers before.</param>
    /// <param name="from">Whose place is taken.</param>
    /// <param name="to">Who takes it.</param>
    public static ImmutableArray<string> Replaced(ImmutableArray<string> officers, string from, string to) => [.. officers.Select(one => one == from ? to : one).Distinct(StringComparer.Ordinal)];
}
