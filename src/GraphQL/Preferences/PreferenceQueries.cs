using GraphQL;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Preferences;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Preferences;
using ShuangDa.GraphQL.Security;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>个人设置. What the caller has chosen for the way the pages look, by name; nobody else reads it.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    [ReadableBy(Readers.SignedIn)]
    [Price(PriceAttribute.Read)]
    public static async Task<IReadOnlyList<PreferenceType>> Preferences(IResolveFieldContext field, [FromServices] Database database)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(database);
        var user = Caller.Required(field.User).UserName;
        return await database.QueryAsync(
            async (data, token) => await Kept(data, user).ToListAsync(token).ConfigureAwait(false), field.CancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>What somebody keeps, by name.</summary>
    internal static IQueryable<PreferenceType> Kept(DataConnection data, string user) => data.GetTable<PreferenceRow>()
        .Where(row => row.UserName == user).OrderBy(row => row.Name).Select(row => new PreferenceType(row.Name, row.Value));
}

public sealed partial class Mutation
{
    /// <summary>保存个人设置. The caller keeps a choice in the place of what was kept under its name, or forgets it. It is no act of the trade:
    /// the journal does not know of it, and it can be repeated.</summary>
    /// <param name="input">What.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="time">Given by the engine.</param>
    [ReadableBy(Readers.Everyone)]
    public static async Task<KeepPreferencePayload> KeepPreference(
        KeepPreferenceInput input, IResolveFieldContext field, [FromServices] Database database, [FromServices] TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(time);
        var (user, name) = (Caller.Required(field.User).UserName, input.Name.Trim());
        if ((FreeText.ProblemOfRequired("name", name, PreferenceRow.LongestName)
            ?? FreeText.Problem("value", input.Value, PreferenceRow.LongestValue)) is { Message: var problem })
        {
            throw new BadUserInput(problem.Chinese, problem.English);
        }

        var at = time.GetUtcNow().ToUnixTimeMilliseconds();
        return new KeepPreferencePayload(await database.WriteAsync(
            async data =>
            {
                var own = data.GetTable<PreferenceRow>().Where(row => row.UserName == user);
                if (input.Value is not { } value)
                {
                    await own.Where(row => row.Name == name).DeleteAsync(field.CancellationToken).ConfigureAwait(false);
                }
                else if (await own.CountAsync(row => row.Name != name, field.CancellationToken).ConfigureAwait(false)
                    >= PreferenceRow.MostPerPerson)
                {
                    throw new BadUserInput(
                        $"个人设置最多保存{PreferenceRow.MostPerPerson}项", $"At most {PreferenceRow.MostPerPerson} choices are kept");
                }
                else
                {
                    await data.GetTable<PreferenceRow>().InsertOrUpdateAsync(
                        () => new PreferenceRow { UserName = user, Name = name, Value = value, KeptAt = at },
                        before => new PreferenceRow { Value = value, KeptAt = at },
                        field.CancellationToken).ConfigureAwait(false);
                }

                return await Query.Kept(data, user).ToListAsync(field.CancellationToken).ConfigureAwait(false);
            },
            field.CancellationToken).ConfigureAwait(false));
    }
}
