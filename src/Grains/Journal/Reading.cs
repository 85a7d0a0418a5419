using System.Data.Common;
using System.Globalization;

namespace ShuangDa.Grains.Journal;

/// <summary>待读. Something that is to be read in a turn, and its answer once it is.</summary>
public abstract class Reading
{
    /// <summary>The statement; null where none of it can be kept, so that it is read by itself.</summary>
    internal abstract RowStatement? Statement { get; }

    /// <summary>The statement's values.</summary>
    internal abstract IReadOnlyList<object> Values { get; }

    /// <summary>Reads it by itself.</summary>
    internal abstract Task ReadAsync();

    /// <summary>Takes the answer of its statement.</summary>
    /// <param name="answer">The answer, before its first row.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    internal abstract Task TakeAsync(DbDataReader answer, CancellationToken cancellationToken);
}

/// <summary>待读. Something that is to be read in a turn.</summary>
/// <typeparam name="T">What it answers.</typeparam>
public abstract class Reading<T> : Reading
{
    /// <summary>答案. What was read; there is nothing before.</summary>
    public T Answer { get; private protected set; } = default!;
}

/// <summary>待读的行. Rows that are to be read.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="kept">The kept statement, or null.</param>
/// <param name="alone">Reads them by themselves.</param>
internal sealed class RowsReading<TRow>(KeptQuery<TRow>? kept, Func<Task<List<TRow>>> alone) : Reading<List<TRow>> where TRow : class
{
    /// <inheritdoc/>
    internal override RowStatement? Statement => kept?.Statement;

    /// <inheritdoc/>
    internal override IReadOnlyList<object> Values => kept!.Values;

    /// <inheritdoc/>
    internal override async Task ReadAsync() => Answer = await alone().ConfigureAwait(false);

    /// <inheritdoc/>
    internal override async Task TakeAsync(DbDataReader answer, CancellationToken cancellationToken)
    {
        var rows = new List<TRow>();
        while (await answer.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add(kept!.RowOf(answer)(answer));
        }

        Answer = rows;
    }
}

/// <summary>待读的数. A number of rows that is to be read.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="kept">The kept statement, or null.</param>
/// <param name="alone">Counts them by themselves.</param>
internal sealed class CountReading<TRow>(KeptQuery<TRow>? kept, Func<Task<int>> alone) : Reading<int> where TRow : class
{
    /// <inheritdoc/>
    internal override RowStatement? Statement => kept?.Statement;

    /// <inheritdoc/>
    internal override IReadOnlyList<object> Values => kept!.Values;

    /// <inheritdoc/>
    internal override async Task ReadAsync() => Answer = await alone().ConfigureAwait(false);

    /// <inheritdoc/>
    internal override async Task TakeAsync(DbDataReader answer, CancellationToken cancellationToken)
    {
        await answer.ReadAsync(cancellationToken).ConfigureAwait(false);
        Answer = Convert.ToInt32(answer.GetValue(0), CultureInfo.InvariantCulture);
    }
}
