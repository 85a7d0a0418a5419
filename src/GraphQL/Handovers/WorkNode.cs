using System.ComponentModel;
using GraphQL;
using GraphQL.DataLoader;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Deadlines;
using ShuangDa.GraphQL.Sections;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Handovers;

/// <summary>办理事项节点. A piece of work that officers hold, with the term that they have to keep in mind first.</summary>
/// <typeparam name="TRow">The concept's main row.</typeparam>
/// <typeparam name="TState">The concept's state.</typeparam>
public abstract class WorkNode<TRow, TState> : HandledNode<TRow, TState>
    where TRow : WorkRow
    where TState : class
{
    /// <summary>最近期限. When the first of what its officers owe or look after is due, also when that has passed.</summary>
    [Description("最近期限. When the first of what its officers owe or look after is due, also when that has passed; null where nothing is.")]
    [ReadableBy(Readers.Bureau), Needs(nameof(WorkRow.NearestBy))]
    public DateTimeOffset? NearestBy => OwedTerm.InstantOf(Row.NearestBy);

    /// <summary>最近期限种类. What that is.</summary>
    [Description("最近期限种类. What that is: the term that ends first of those that its officers owe or look after.")]
    [ReadableBy(Readers.Bureau), OutputType(typeof(DeadlineKindType)), Needs(nameof(WorkRow.NearestTerm))]
    public string? NearestTerm => Row.NearestTerm;

    /// <summary>待指派. Whether nobody of its section holds it.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    [Description(Unassigned.Meaning), ReadableBy(Readers.Bureau)]
    public IDataLoaderResult<bool> IsUnassigned(IResolveFieldContext field, [FromServices] Database database) =>
        BatchLoader<string, bool>.Of(field, async (subjects, ending) =>
        {
            var found = await database.RowsAsync(
                data => Unassigned.In(data).Where(work => subjects.Contains(work.Subject)), ending).ConfigureAwait(false);
            var unassigned = found.Select(work => work.Subject).ToHashSet();
            return subjects.ToDictionary(subject => subject, unassigned.Contains);
        }).LoadKnown(Subject);
}
