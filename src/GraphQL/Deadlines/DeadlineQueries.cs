using GraphQL;
using LinqToDB;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Deadlines;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>期限列表. Open deadlines, the next one first. With lapsed: true, or by officer, what is overdue and still not done, the
    /// oldest first: the missed step, since when, how many days, and who answers for it.</summary>
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
        var subject = where?.Subject is { } id ? NodeIds.SubjectOf(id) ?? throw new BadUserInput("主体编号无效", "The subject's id is not valid") : null;
        bool?[] said = where is { Lapsed: null, Officer: not null } ? [true] : [where?.Lapsed?.Eq, !where?.Lapsed?.Neq];
        var asked = said.OfType<bool>().Distinct().ToArray();
        if (asked is [true])
        {
            // The clock has met what is overdue: it is in the due index no more, but among what lapsed.
            return await LateAsync(field, database, page, where!, subject).ConfigureAwait(false);
        }

        // What is both and what nobody answers for yet is nothing here.
        var nothing = asked.Length > 1 || where?.Officer is not null;
        var now = time.GetUtcNow();
        var filter = new Conditions<DeadlineRow>()
            .Text(row => row.Kind, where?.Kind?.Stored)
            .Text(row => row.Kind, nothing ? new StringFilter(In: []) : null)
            .Text(row => row.Section, where?.Section)
            .Text(row => row.Subject, subject is null ? null : new StringFilter(subject))
            .Instant(row => row.DueAt, where?.DueAt)
            .Instant(row => row.DueAt, asked is [false] ? new InstantFilter { Gt = now } : null)
            .ToExpression();
        var rows = await Lists.ReadAsync(
            database,
            _ => filter,
            [SortColumn<DeadlineRow>.Number("dueAt", row => row.DueAt, SortDirection.Asc), SortColumn<DeadlineRow>.Text("subject", row => row.Subject, SortDirection.Asc)],
            SortColumn<DeadlineRow>.Text("kind", row => row.Kind, SortDirection.Asc),
            page,
            field.CancellationToken).ConfigureAwait(false);
        return new Connection<DeadlineType>(rows.Select(row => new DeadlineType(row)));
    }

    private static async Task<Connection<DeadlineType>> LateAsync(
        IResolveFieldContext field, Database database, PageRequest page, DeadlineFilter where, string? subject)
    {
        var filter = new Conditions<LapsedDeadlineRow>()
            .Text(row => row.Kind, where.Kind?.Stored)
            .Text(row => row.Section, where.Section)
            .Text(row => row.Officer, where.Officer)
            .Text(row => row.Subject, subject is null ? null : new StringFilter(subject))
            .Instant(row => row.DueAt, where.DueAt)
            .ToExpression();
        SortColumn<LapsedDeadlineRow>[] order =
        [
            SortColumn<LapsedDeadlineRow>.Number("dueAt", row => row.DueAt, SortDirection.Asc),
            SortColumn<LapsedDeadlineRow>.Text("subject", row => row.Subject, SortDirection.Asc),
        ];
        var kind = SortColumn<LapsedDeadlineRow>.Text("kind", row => row.Kind, SortDirection.Asc);
        var rows = await Lists.ReadAsync(database, _ => filter, order, kind, page, field.CancellationToken).ConfigureAwait(false);
        return new Connection<DeadlineType>(rows.Select(row => new DeadlineType(row)));
    }
}
