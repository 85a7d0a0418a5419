using System.Collections.Immutable;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

/// <summary>执法人员名单. The people that a command names as its officers, by their user names.</summary>
public static class OfficerNames
{
    /// <summary>The most officers that a command names.</summary>
    public const int Most = 50;

    /// <summary>The names in their one form and each once: somebody who is named twice, however it is typed, is one person.</summary>
    /// <param name="typed">User names as typed; null for none.</param>
    public static ImmutableArray<string> Of(ImmutableArray<string>? typed) =>
        [.. (typed is { IsDefault: false } given ? given : []).Select(one => AccountName.Normalise(one ?? "")).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>Why these cannot be the officers of something that takes two, or null.</summary>
    /// <param name="names">Names in their one form.</param>
    /// <param name="field">The input's field that they came in.</param>
    /// <param name="now">What the shell found out of them.</param>
    public static Refusal? Problem(ImmutableArray<string> names, string field, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return Problem(names, field) ?? now.Required<OfficersFound>().Barred;
    }

    /// <summary>Why so many of these names cannot be the officers of something that takes two, or null; whether each may act is not asked.</summary>
    /// <param name="names">Names in their one form.</param>
    /// <param name="field">The input's field that they came in.</param>
    public static Refusal? Problem(ImmutableArray<string> names, string field) =>
        names.Length < TooFewOfficers.ByLaw ? new TooFewOfficers(TooFewOfficers.ByLaw, names.Length) // 行政处罚法 第四十二条
        : names.Any(name => FreeText.Problem(field, name, AccountName.MaxLength) is not null) ? new InvalidInput(field, "用户名过长或者含有不能保存的字符", "A user name is too long or has characters that cannot be stored")
        : null;
}

/// <summary>指明执法人员的命令. A command that names people as its officers. The shell looks their accounts up; the law asks for <see cref="OfficersFound"/> and cannot forget it.</summary>
[LooksUp("account")]
internal interface INamesOfficers
{
    /// <summary>执法人员. User names as typed; null or empty where none is named.</summary>
    ImmutableArray<string>? Officers { get; }

    /// <summary>可已离职. Whether an account that is disabled by now will do: what somebody did before leaving is still recorded in that person's name.</summary>
    bool MayHaveLeft => false;
}

/// <summary>Looks up whether the people that a command names as officers may act, by what their accounts say. An account waits for no other subject, so waiting for it closes no circle.</summary>
/// <param name="grains">Where accounts are found.</param>
internal sealed class NamedOfficersSource(IGrainFactory grains) : IFactSource
{
    public async ValueTask<object?> FetchAsync(Command command, Actor actor) => command is INamesOfficers named ? new OfficersFound(await BarredAsync(named)) : null;

    private async Task<OfficerCannotAct?> BarredAsync(INamesOfficers named)
    {
        foreach (var name in OfficerNames.Of(named.Officers))
        {
            var account = await grains.FindAccountAsync(name);
            var bar = account switch
            {
                null => OfficerBar.NoAccount,
                { Disabled: true } when !named.MayHaveLeft => OfficerBar.Disabled,
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
}
