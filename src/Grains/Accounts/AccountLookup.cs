namespace ShuangDa.Grains.Accounts;

/// <summary>查找账户. What another concept's actor asks of an account.</summary>
internal static class AccountLookup
{
    /// <summary>The account of a user name, or null. A text that is no user name has none, and wakes no actor.</summary>
    /// <param name="grains">Where accounts are found.</param>
    /// <param name="name">The name, in its one form.</param>
    public static async Task<Account?> FindAccountAsync(this IGrainFactory grains, string name) =>
        AccountName.ProblemWith(name) is null ? (await grains.GetGrain<IAccountGrain>(name).Read())?.State : null;
}
