using GraphQL;
using LinqToDB;
using ShuangDa.Grains.Journal;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Deadlines;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>期限列表. Open deadlines, the next one first.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="time">Given by the engine.</param>
    /// <param name="first">How many from the front, at most 200; 20 by default.</param>
    /// <param name="after">After this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Before this cursor.</param>
    /// <param name="where">条件. Which.</param>
    public static async Task<DeadlineConnection> Deadlines(
        IResolveFieldContext field,
        [FromServices] Database database,
        [FromServices] TimeProvider time,
        int? first = null,
        string? after = null,
        int? last = null,
        string? before = null,
        DeadlineFilter? where = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(time);
        var now = time.GetUtcNow();
        var kinds = where?.Kind is { } kind ? new StringFilter(kind.Eq is { } one ? DeadlineKinds.Stored(one) : null, In: kind.In?.Select(DeadlineKinds.Stored).ToList()) : null;
        var subject = where?.Subject is { } id ? NodeIds.SubjectOf(id) ?? throw new BadUserInput("主体编号无效", "The subject's id is not valid") : null;
        var filter = new Conditions<DeadlineRow>()
            .Text(row => row.Kind, kinds)
            .Text(row => row.Section, where?.Section is { } section ? new StringFilter(section) : null)
            .Text(row => row.Subject, subject is null ? null : new StringFilter(subject))
            .Instant(row => row.DueAt, new InstantFilter(Gte: where?.DueFrom, Lt: where?.DueBefore))
            .Instant(row => row.DueAt, where?.Lapsed is { } lapsed ? lapsed ? new InstantFilter(Lte: now) : new InstantFilter(Gt: now) : null)
            .ToExpression();
        var rows = await Lists.ReadAsync(
            database,
            _ => filter,
            [SortColumn<DeadlineRow>.Number("dueAt", row => row.DueAt, SortDirection.Asc), SortColumn<DeadlineRow>.Text("subject", row => row.Subject, SortDirection.Asc)],
            SortColumn<DeadlineRow>.Text("kind", row => row.Kind, SortDirection.Asc),
            PageRequest.Of(first, after, last, before),
            field.CancellationToken).ConfigureAwait(false);
        return new DeadlineConnection(rows.Select(row => new DeadlineType(row)));
    }
}
