using GraphQL;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>存储的状态. What a list shows of its subjects beyond their rows: their stored states, a level of the list with one query, without waking a grain.</summary>
internal static class StoredStates
{
    /// <summary>The loader of a concept's states by subject.</summary>
    /// <typeparam name="TState">The concept's state.</typeparam>
    /// <param name="field">The resolver's context.</param>
    /// <param name="database">Where the states are.</param>
    /// <param name="concept">The concept.</param>
    public static BatchLoader<string, TState> LoaderOf<TState>(IResolveFieldContext field, Database database, Concept concept) where TState : class =>
        BatchLoader<string, TState>.Of(
            field,
            async (subjects, ending) =>
            {
                var name = concept.Name;
                var question = new Question<StateRow>("of subjects", [name, subjects], static (data, values) =>
                {
                    var (concept, wanted) = ((string)values[0], (IReadOnlyCollection<string>)values[1]);
                    return data.GetTable<StateRow>().Where(row => row.Concept == concept && wanted.Contains(row.Subject));
                });
                var rows = await database.RowsAsync(question, ending).ConfigureAwait(false);
                return rows.Where(row => row.Payload is not null).ToDictionary(row => row.Subject, row => (TState)concept.ReadStored(row.Payload).State!);
            },
            concept.Name);
}
