using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Dens;

/// <summary>
/// 指明窝点的命令. A command that may name a den. The shell looks it up; the law asks for <see cref="DenFound"/> and cannot forget it.
/// </summary>
internal interface INamesDen
{
    /// <summary>窝点编号. The number as given; null or blank where none is named.</summary>
    string? Den { get; }
}

/// <summary>窝点情况. What the shell found of the den that a command names.</summary>
/// <param name="State">窝点. As it is stored; null where none is named, or there is none of that number.</param>
public sealed record DenFound(DenState? State)
{
    /// <summary>What is found where no den is named, or there is none.</summary>
    public static DenFound None { get; } = new(State: null);
}

/// <summary>窝点事实. How the law asks whether a den that a command names is there.</summary>
public static class DenFacts
{
    /// <summary>
    /// Why a den that a command names cannot be what the command is about, or null. Without a day it may have ended: what it did before is
    /// a case.
    /// </summary>
    /// <param name="now">What the shell has found out.</param>
    /// <param name="given">The number as given.</param>
    /// <param name="day">The day of the inspection or the order (Asia/Shanghai); null where its end does not matter.</param>
    /// <param name="den">The den; null when there is a problem.</param>
    public static Refusal? DenProblem(this Circumstances now, string? given, DateOnly? day, out DenState? den)
    {
        ArgumentNullException.ThrowIfNull(now);
        den = null;
        if (DrawnNumber.Parse(Dens.Den.Prefix, given, out var number) is { } wrong)
        {
            return wrong with { Field = "den" };
        }

        if (now.Required<DenFound>().State is not { } found)
        {
            return new NotFound(Dens.Den.Concept.Name, number);
        }

        // What was done while it was there is entered afterwards.
        if (found.End is { } end && day >= end.EndedOn)
        {
            return new DenHasEnded(found.Number, found.Details.Name, end.EndedOn);
        }

        den = found;
        return null;
    }
}

/// <summary>Looks up the den that a command names, as it is stored, so that nobody waits for its actor: it tells its inspections and orders
/// that it has ended.</summary>
/// <param name="database">Where dens are stored.</param>
internal sealed class DenSource(Database database) : IFactSource
{
    public async ValueTask<object?> FetchAsync(Command command, Actor actor) => command is not INamesDen named ? null
        : FreeText.Given(named.Den) is { } given && DrawnNumber.Parse(Den.Prefix, given, out var number) is null
            ? new DenFound(await database.ReadStoredAsync<DenState>(Den.Concept, number))
        : DenFound.None;
}
