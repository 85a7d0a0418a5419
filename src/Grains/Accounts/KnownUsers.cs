using System.Collections.Immutable;

namespace ShuangDa.Grains.Accounts;

/// <summary>已有用户. Which of the people that a record names have an account.</summary>
internal static class KnownUsers
{
    /// <summary>The names that no account bears, in the order given.</summary>
    /// <param name="grains">Where accounts are found. An account waits for no other subject, so waiting for it closes no circle.</param>
    /// <param name="names">User names as typed.</param>
    public static async Task<ImmutableArray<string>> UnknownAsync(IGrainFactory grains, ImmutableArray<string> names)
    {
        var unknown = ImmutableArray.CreateBuilder<string>();
        foreach (var name in names.IsDefault ? [] : names.Select(AccountName.Normalise).Distinct())
        {
            if (AccountName.ProblemWith(name) is not null || await grains.GetGrain<IAccountGrain>(name).Read() is null)
            {
                unknown.Add(name);
            }
        }

        return unknown.ToImmutable();
    }
}
