using System.ComponentModel;
using GraphQL.Types;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>往日的主体. A subject as it was known at the end of a day: what its row offers of past days are its fields.</summary>
/// <typeparam name="TRow">The concept's main row.</typeparam>
/// <param name="row">Its row of that day.</param>
[ReadableBy(Readers.Bureau)]
public class AsOf<TRow>(TRow row) : IShowsRow<TRow> where TRow : Row
{
    /// <summary>版本. The version that was known.</summary>
    [Description("版本. The version that was known.")]
    public int Version => Versions<TRow>.Of(row);

    /// <inheritdoc/>
    TRow IShowsRow<TRow>.Row => row;

    /// <summary>A past state as its row shows it.</summary>
    /// <param name="concept">The concept.</param>
    /// <param name="past">The state.</param>
    internal static TRow RowOf(Concept concept, PastState past) => concept.RowsOf(past.Subject, past.State, past.Version).OfType<TRow>().First();
}

/// <summary>往日的主体的类型. Named after the subject: <c>CaseAsOf</c>.</summary>
/// <typeparam name="TRow">The concept's main row.</typeparam>
internal sealed class AsOfType<TRow> : ShapedType<AsOf<TRow>> where TRow : Row
{
    /// <summary>The type.</summary>
    public AsOfType()
    {
        var (name, term) = RowNames.Of(typeof(TRow));
        (Name, Description) = ($"{name}AsOf", $"往日的{term}. One as it was known at the end of a day.");
    }
}
