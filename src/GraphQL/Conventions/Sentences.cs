using GraphQL;
using GraphQL.DataLoader;
using LinqToDB;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>
/// 语句. Sentences of the law as people read them: in the caller's language, and with the names of the people and places that the law knows
/// by user name or code (<see cref="Named"/>). Those of a whole level are looked up at once; a sentence that names nobody costs nothing.
/// </summary>
internal static class Sentences
{
    /// <summary>A sentence as the caller reads it.</summary>
    /// <param name="field">The resolver's context.</param>
    /// <param name="text">The sentence.</param>
    public static IDataLoaderResult<string> Read(IResolveFieldContext field, BilingualText text)
    {
        var said = text.In(GraphQLRequestContext.Of(field).English);
        var named = Named.In(said).ToList();
        if (named.Count == 0)
        {
            return Ready.With(said);
        }

        var database = field.RequestServices!.GetRequiredService<Database>();
        var names = BatchLoader<(string Concept, string Key), string>.Of(field, (asked, ending) => LoadAsync(database, asked, ending));
        return new Told(said, named.ToDictionary(one => one, names.Load));
    }

    private static async Task<IReadOnlyDictionary<(string Concept, string Key), string>> LoadAsync(
        Database database, IReadOnlyCollection<(string Concept, string Key)> asked, CancellationToken ending)
    {
        var found = new Dictionary<(string Concept, string Key), string>();
        if (Keys(Named.Account) is { Count: > 0 } users)
        {
            var rows = await database
                .RowsAsync(data => data.GetTable<AccountRow>().Where(row => users.Contains(row.UserName)), ending)
                .ConfigureAwait(false);
            rows.ForEach(row => found[(Named.Account, row.UserName)] = row.DisplayName);
        }

        if (Keys(Named.BureauSection).Count > 0)
        {
            foreach (var row in await Section.List.ReadAsync(database, ending).ConfigureAwait(false))
            {
                found[(Named.BureauSection, row.Code)] = row.Name;
            }
        }

        if (Keys(Named.PartnerAgency).Count > 0)
        {
            foreach (var row in await Agency.List.ReadAsync(database, ending).ConfigureAwait(false))
            {
                found[(Named.PartnerAgency, row.Code)] = row.Name;
            }
        }

        return found;

        List<string> Keys(string concept) => [.. asked.Where(one => one.Concept == concept).Select(one => one.Key)];
    }

    private sealed class Told(string sentence, Dictionary<(string Concept, string Key), IDataLoaderResult<string?>> named)
        : IDataLoaderResult<string>
    {
        public async Task<string> GetResultAsync(CancellationToken cancellationToken = default)
        {
            var names = new Dictionary<(string Concept, string Key), string?>();
            foreach (var (one, name) in named)
            {
                names[one] = await name.GetResultAsync(cancellationToken).ConfigureAwait(false);
            }

            return Named.Replace(sentence, (concept, key) => names.GetValueOrDefault((concept, key)));
        }

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) =>
            await GetResultAsync(cancellationToken).ConfigureAwait(false);
    }
}
