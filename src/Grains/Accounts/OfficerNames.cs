using System.Collections.Immutable;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

/// <summary>执法人员名单. The people that a command names as its officers, by their user names.</summary>
public static class OfficerNames
{
    private const int Most = 50;

    /// <summary>The names in their one form and each once: somebody who is named twice, however it is typed, is one person.</summary>
    /// <param name="typed">User names as typed; null for none.</param>
    public static ImmutableArray<string> Of(ImmutableArray<string>? typed) =>
        [.. (typed is { IsDefault: false } given ? given : []).Select(one => AccountName.Normalise(one ?? "")).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>Why these cannot be the officers of something that takes two, or null.</summary>
    /// <param name="names">Names in their one form.</param>
    /// <param name="field">The input's field that they came in.</param>
    /// <param name="barred">The first of them who cannot act, as the shell found out, or null.</param>
    public static Refusal? Problem(ImmutableArray<string> names, string field, OfficerCannotAct? barred) =>
        names.Length < TooFewOfficers.ByLaw ? new TooFewOfficers(TooFewOfficers.ByLaw, names.Length) // 行政处罚法 第四十二条
        : names.Length > Most ? new InvalidInput(field, $"执法人员最多{Most}人", $"At most {Most} officers")
        : names.Any(name => FreeText.Problem(field, name, AccountName.MaxLength) is not null) ? new InvalidInput(field, "用户名过长或者含有不能保存的字符", "A user name is too long or has characters that cannot be stored")
        : barred;
}

/// <summary>执法人员资格. Whether the people that a command names may act as officers, by what their accounts say.</summary>
internal static class OfficerAccounts
{
    /// <summary>The first of these who cannot act, or null.</summary>
    /// <param name="grains">Where accounts are found. An account waits for no other subject, so waiting for it closes no circle.</param>
    /// <param name="typed">User names as typed.</param>
    /// <param name="mayHaveLeft">Whether an account that is disabled by now will do: what somebody did before leaving is still recorded in that person's name.</param>
    public static async Task<OfficerCannotAct?> BarredAsync(IGrainFactory grains, ImmutableArray<string>? typed, bool mayHaveLeft = false)
    {
        foreach (var name in OfficerNames.Of(typed))
        {
            var account = AccountName.ProblemWith(name) is null ? (await grains.GetGrain<IAccountGrain>(name).Read())?.State : null;
            var bar = account switch
            {
                null => OfficerBar.NoAccount,
                { Disabled: true } when !mayHaveLeft => OfficerBar.Disabled,
                _ when (account.Roles & Roles.Officer) == 0 => OfficerBar.NotAnOfficer,
                _ => (OfficerBar?)null,
            };
            if (bar is { } because)
            {
                return new OfficerCannotAct(name, because);
            }
        }

        return null;
    }

    /// <summary>The same as the fact of a command that asks for nothing else.</summary>
    /// <param name="grains">Where accounts are found.</param>
    /// <param name="typed">User names as typed.</param>
    /// <param name="mayHaveLeft">Whether an account that is disabled by now will do.</param>
    public static async Task<OfficersFound> FoundAsync(IGrainFactory grains, ImmutableArray<string>? typed, bool mayHaveLeft = false) => new(await BarredAsync(grains, typed, mayHaveLeft));
}
