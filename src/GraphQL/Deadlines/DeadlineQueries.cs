using GraphQL;
using LinqToDB;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Deadlines;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>期限列表. Open deadlines, the next one first.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="time">Given by the engine.</param>
    /// <param name="page">Which page.</param>
    /// <param name="where">条件. Which.</param>
    [ReadableBy(Readers.Bureau)]
    public static async Task<Connection<DeadlineType>> Deadlines(
        IResolveFieldContext field,
        [FromServices] Database database,
        PageRequest page,
        [FromServices] TimeProvider time,
        DeadlineFilter? where = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(time);
        var now = time.GetUtcNow();
        var subject = where?.Subject is { } id ? NodeIds.SubjectOf(id) ?? throw new BadUserInput("主体编号无效", "The subject's id is not valid") : null;
        var conditions = new Conditions<DeadlineRow>()
            .Text(row => row.Kind, where?.Kind?.Stored)
            .Text(row => row.Section, where?.Section)
            .Text(row => row.Subject, subject is null ? null : new StringFilter(subject))
            .Instant(row => row.DueAt, where?.DueAt);
        foreach (var lapsed in new[] { where?.Lapsed?.Eq, !where?.Lapsed?.Neq })
        {
            conditions.Instant(row => row.DueAt, lapsed is null ? null : lapsed.Value ? new InstantFilter { Lte = now } : new InstantFilter { Gt = now });
        }

        var filter = conditions.ToExpression();
        var rows = await Lists.ReadAsync(
            database,
            _ => filter,
            [SortColumn<DeadlineRow>.Number("dueAt", row => row.DueAt, SortDirection.Asc), SortColumn<DeadlineRow>.Text("subject", row => row.Subject, SortDirection.Asc)],
            SortColumn<DeadlineRow>.Text("kind", row => row.Kind, SortDirection.Asc),
            page,
            field.CancellationToken).ConfigureAwait(false);
        return new Connection<DeadlineType>(rows.Select(row => new DeadlineType(row)));
    }
}
