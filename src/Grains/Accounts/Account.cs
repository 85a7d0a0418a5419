using System.Text.Json.Serialization;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

/// <summary>账户. Somebody who may sign in. The password's hash is not part of it: the state knows the id of a row in <c>credential</c>.</summary>
[GenerateSerializer, Immutable, Alias("account.state")]
public sealed record Account
{
    /// <summary>The concept's name.</summary>
    public const string Name = "account";

    /// <summary>Wrong passwords in a row that lock an account.</summary>
    public const int FailuresThatLock = 5;

    /// <summary>How long a lock lasts.</summary>
    public static readonly TimeSpan LockLasts = TimeSpan.FromMinutes(15);

    /// <summary>How long the last administrator's sign-in is slowed where another account would be locked.</summary>
    public static readonly TimeSpan SlowingLasts = TimeSpan.FromMinutes(1);

    /// <summary>How many sessions are remembered as ended one by one; one more ends all, which needs no remembering.</summary>
    public const int MostEndedSessions = 100;

    /// <summary>概念. The account's law, rows and stored forms tied together.</summary>
    public static Concept<Account, AccountCommand, AccountEvent> Concept { get; } = new()
    {
        Name = Name,
        Title = new("账户", "Account"),
        Json = AccountJson.Default,
        Readers = Roles.Administrator | Roles.Auditor,
        RowTypes = [typeof(AccountRow), typeof(EndedSessionRow)],
        Decide = Decide,
        Apply = Apply,
        Check = Check,
        Rows = AccountRows.Of,
        Deadlines = static _ => [],
        IsVisibleTo = static (account, actor) => actor.User == account.UserName || actor.IsAnyOf(Roles.Administrator | Roles.System),
        WhenDue = static (kind, _) => throw new InvalidOperationException($"An account has no deadline of the kind '{kind}'."),
    };

    /// <summary>用户名. The normalised user name, which is the account's key.</summary>
    [Id(0)] public required string UserName { get; init; }

    /// <summary>姓名. The person's name as shown to colleagues.</summary>
    [Id(1)] public required string DisplayName { get; init; }

    /// <summary>角色. What the person is.</summary>
    [Id(2)] public required Roles Roles { get; init; }

    /// <summary>科室. The code of the bureau's section, or null.</summary>
    [Id(3)] public string? Section { get; init; }

    /// <summary>协作部门. The code of the partner agency; only a liaison officer has one.</summary>
    [Id(4)] public string? Agency { get; init; }

    /// <summary>停用. Whether nobody may sign in with it.</summary>
    [Id(5)] public bool Disabled { get; init; }

    /// <summary>凭据编号. The id of the password's hash in <c>credential</c>; null when the account has no password.</summary>
    [Id(6)] public string? Credential { get; init; }

    /// <summary>须改口令. Whether another password has to be chosen before anything else.</summary>
    [Id(7)] public bool MustChangePassword { get; init; }

    /// <summary>连续失败次数. Wrong passwords since the last right one.</summary>
    [Id(8)] public int FailedSignIns { get; init; }

    /// <summary>锁定至. The end of a lock (UTC); past or null when there is none.</summary>
    [Id(9)] public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>放缓至. Until when the last administrator's sign-in is slowed (UTC).</summary>
    [Id(10)] public DateTimeOffset? SlowedUntil { get; init; }

    /// <summary>安全戳. Sessions that began under an older stamp are dead.</summary>
    [Id(11)] public int SecurityStamp { get; init; }

    /// <summary>安全戳时刻. When the stamp last changed (UTC): tokens of an outside provider that are older are dead.</summary>
    [Id(12)] public DateTimeOffset StampedAt { get; init; }

    /// <summary>最近登录. The last time the right password was given (UTC), or null.</summary>
    [Id(13)] public DateTimeOffset? LastSignInAt { get; init; }

    /// <summary>已退出的会话. Sessions that were ended one by one and would not have ended by themselves yet; null for none.</summary>
    [Id(14)] public IReadOnlyList<EndedSession>? EndedSessions { get; init; }

    /// <summary>Whether a lock stands.</summary>
    /// <param name="now">The instant of the question.</param>
    public bool IsLocked(DateTimeOffset now) => now < LockedUntil;

    /// <summary>Whether sign-in is slowed.</summary>
    /// <param name="now">The instant of the question.</param>
    public bool IsSlowed(DateTimeOffset now) => now < SlowedUntil;

    /// <summary>Until when no password is looked at but at sign-in: while a lock stands, and while the last administrator, who is never locked, is slowed; null otherwise.</summary>
    /// <param name="now">The instant of the question.</param>
    public DateTimeOffset? ShutUntil(DateTimeOffset now) => IsLocked(now) ? LockedUntil : IsSlowed(now) ? SlowedUntil : null;

    /// <summary>Whether the account is an administrator's who may sign in.</summary>
    [JsonIgnore]
    public bool IsActiveAdministrator => !Disabled && (Roles & Roles.Administrator) != 0;

    /// <summary>What an account answers to a command.</summary>
    /// <param name="account">The account, or null.</param>
    /// <param name="command">The command.</param>
    /// <param name="now">Who, when, and the <see cref="AccountFacts"/>.</param>
    public static Decision<AccountEvent> Decide(Account? account, AccountCommand command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(now);
        var facts = now.Required<AccountFacts>();
        return (account, command) switch
        {
            (null, CreateAccount c) => Create(c, facts, now),
            (not null, CreateAccount c) => new AlreadyExists(Name, c.UserName),
            (null, _) => new NotFound(Name, now.Key),
            (_, ChangeAccountRoles c) => ChangeRoles(account, c, facts, now),
            (_, SetPassword c) => SetPassword(account, c, facts, now),
            (_, ChangeOwnPassword c) => ChangeOwnPassword(account, c, facts, now),
            ({ Disabled: true }, DisableAccount) => Decision<AccountEvent>.AlreadySo,
            (_, DisableAccount { Reason: var reason }) when string.IsNullOrWhiteSpace(reason) => new InvalidInput("reason", "请填写停用原因", "Say why the account is disabled"),
            (_, DisableAccount) when account.IsActiveAdministrator && !facts.OtherAdministratorsRemain => new LastAdministrator(),
            (_, DisableAccount c) => new AccountDisabled(c.Reason.Trim(), Instant(now)),
            (_, EnableAccount) => account.Disabled ? new AccountEnabled() : Decision<AccountEvent>.AlreadySo,
            (_, UnlockAccount) => account.IsLocked(now.Now) || account.IsSlowed(now.Now) || account.FailedSignIns > 0 ? new AccountUnlocked() : Decision<AccountEvent>.AlreadySo,
            (_, RecordSignIn c) => SignIn(account, c, now),
            (_, RecordFailedSignIn) => FailSignIn(account, facts, now),
            (_, SignOut) when now.Actor.User != account.UserName && !now.Actor.IsAnyOf(Roles.Administrator | Roles.System)
                => throw new ActorNotAllowedException("Only an administrator ends another person's sessions."),
            (_, SignOut { Session: null }) => new AccountSessionsEnded(Instant(now)),
            (_, SignOut { Session: { } session }) when account.EndedSessions?.Any(ended => ended.Session == session) == true => Decision<AccountEvent>.AlreadySo,
            (_, SignOut) when account.EndedSessions?.Count >= MostEndedSessions => new AccountSessionsEnded(Instant(now)),
            (_, SignOut { Session: { } session, ExpiresAt: { } expiresAt, AskedAt: { } askedAt }) => new AccountSignedOut(session, expiresAt, askedAt),
            (_, SignOut) => new InvalidInput("expiresAt", "缺少会话的到期时刻", "The session's end is missing"),
            _ => throw new InvalidOperationException($"An account knows no {command.GetType().Name}."),
        };
    }

    /// <summary>The account after an event.</summary>
    /// <param name="account">The account before, or null.</param>
    /// <param name="happened">The event.</param>
    public static Account Apply(Account? account, AccountEvent happened) => happened switch
    {
        AccountCreated e => new Account
        {
            UserName = e.UserName,
            DisplayName = e.DisplayName,
            Roles = e.Roles,
            Section = e.Section,
            Agency = e.Agency,
            Credential = e.Credential,
            MustChangePassword = e.MustChangePassword,
            SecurityStamp = 1,
            StampedAt = e.At,
        },
        AccountRolesChanged e => Stamped(Known(account) with { DisplayName = e.DisplayName, Roles = e.Roles, Section = e.Section, Agency = e.Agency }, e.At),
        AccountPasswordSet e => Unlocked(Stamped(Known(account) with { Credential = e.Credential, MustChangePassword = e.MustChange }, e.At)),
        AccountPasswordChanged e => Unlocked(Stamped(Known(account) with { Credential = e.Credential, MustChangePassword = false }, e.At)),
        AccountDisabled e => Stamped(Known(account) with { Disabled = true }, e.At),
        AccountEnabled => Unlocked(Known(account) with { Disabled = false }),
        AccountUnlocked => Unlocked(Known(account)),
        AccountSignedIn e => Unlocked(Known(account) with { LastSignInAt = e.At }),
        AccountSignInFailed e => Known(account) with { FailedSignIns = e.InARow, LockedUntil = null, SlowedUntil = null },
        AccountLocked e => Known(account) with { FailedSignIns = 0, LockedUntil = e.Until },
        // One more wrong password after the slow minute is enough to slow, or by then lock, again.
        AccountSlowed e => Known(account) with { FailedSignIns = FailuresThatLock - 1, SlowedUntil = e.Until },
        AccountSignedOut e => Known(account) with { EndedSessions = [.. (account!.EndedSessions ?? []).Where(ended => ended.ExpiresAt > e.AskedAt), new EndedSession(e.Session, e.ExpiresAt)] },
        AccountSessionsEnded e => Stamped(Known(account), e.At),
        _ => throw new InvalidOperationException($"An account does not know what to do with {happened.GetType().Name}."),
    };

    /// <summary>What does not hold in an account though it must.</summary>
    /// <param name="account">The account.</param>
    public static IReadOnlyList<string> Check(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var broken = new List<string>();
        if (AccountName.Normalise(account.UserName) != account.UserName || AccountName.ProblemWith(account.UserName) is not null)
        {
            broken.Add("The user name is not in its normal form.");
        }

        if (ProblemWithRoles(account.Roles, account.Agency) is { } problem)
        {
            broken.Add(problem.ProblemInEnglish + ".");
        }

        if (account.FailedSignIns is < 0 or > FailuresThatLock || account.SecurityStamp < 1)
        {
            broken.Add("The counts of failures or of stamps are out of bounds.");
        }

        return broken;
    }

    private static Decision<AccountEvent> Create(CreateAccount command, AccountFacts facts, Circumstances now) =>
        AccountName.ProblemWith(command.UserName) is { } name ? name
        : ProblemWithRoles(command.Roles, command.Agency) is { } roles ? roles
        : ProblemWithPlace(null, command.Section, command.Agency, now) is { } place ? place
        : ProblemWithDisplayName(command.DisplayName) is { } displayName ? displayName
        : command.Password?.ProblemFor(command.UserName, "password") is { } password && !now.Actor.IsAnyOf(Roles.System) ? password
        : new AccountCreated(
            command.UserName, command.DisplayName.Trim(), command.Roles, FreeText.Given(command.Section), FreeText.Given(command.Agency),
            command.Password is null ? null : facts.StoredCredential(), command.MustChangePassword, Instant(now));

    private static Decision<AccountEvent> ChangeRoles(Account account, ChangeAccountRoles command, AccountFacts facts, Circumstances now)
    {
        var displayName = command.DisplayName ?? account.DisplayName;
        var changed = new AccountRolesChanged(displayName.Trim(), command.Roles, FreeText.Given(command.Section), FreeText.Given(command.Agency), Instant(now));
        return ProblemWithRoles(command.Roles, command.Agency) is { } roles ? roles
            : ProblemWithPlace(account, command.Section, command.Agency, now) is { } place ? place
            : ProblemWithDisplayName(displayName) is { } name ? name
            : account.IsActiveAdministrator && (command.Roles & Roles.Administrator) == 0 && !facts.OtherAdministratorsRemain ? new LastAdministrator()
            : (account.DisplayName, account.Roles, account.Section, account.Agency) == (changed.DisplayName, changed.Roles, changed.Section, changed.Agency) ? Decision<AccountEvent>.AlreadySo
            : changed;
    }

    private static Decision<AccountEvent> SetPassword(Account account, SetPassword command, AccountFacts facts, Circumstances now) =>
        command.Password.ProblemFor(account.UserName, "password") is { } problem && !now.Actor.IsAnyOf(Roles.System)
            ? problem
            : new AccountPasswordSet(facts.StoredCredential(), command.MustChange, Instant(now));

    private static Decision<AccountEvent> ChangeOwnPassword(Account account, ChangeOwnPassword command, AccountFacts facts, Circumstances now) =>
        now.Actor.User != account.UserName ? throw new ActorNotAllowedException("Only the person changes the own password; an administrator sets another.")
        : account.Disabled ? new AccountIsDisabled()
        : account.ShutUntil(now.Now) is { } until ? new AccountIsLocked(until) // guessed at here, a password is guessed at like anywhere
        : !facts.CurrentPasswordIsRight ? new CurrentPasswordWrong()
        : command.New.ProblemFor(account.UserName, "newPassword") is { } problem ? problem
        : command.New == command.Current ? new InvalidInput("newPassword", "新口令不得与原口令相同", "The new password differs from the current one")
        : new AccountPasswordChanged(facts.StoredCredential(), Instant(now));

    private static Decision<AccountEvent> SignIn(Account account, RecordSignIn command, Circumstances now) =>
        account.Disabled ? new AccountIsDisabled()
        : account.IsLocked(now.Now) ? new AccountIsLocked(account.LockedUntil!.Value)
        : new AccountSignedIn(command.Session, Instant(now));

    // While it is locked or slowed nothing is counted, so that somebody who keeps guessing cannot fill the journal.
    private static Decision<AccountEvent> FailSignIn(Account account, AccountFacts facts, Circumstances now) =>
        account.Disabled || account.IsLocked(now.Now) || account.IsSlowed(now.Now) ? Decision<AccountEvent>.AlreadySo
        : account.FailedSignIns + 1 < FailuresThatLock ? new AccountSignInFailed(account.FailedSignIns + 1)
        : account.IsActiveAdministrator && !facts.OtherAdministratorsRemain
            ? new AccountEvent[] { new AccountSignInFailed(FailuresThatLock), new AccountSlowed(Instant(now) + SlowingLasts) }
            : new AccountEvent[] { new AccountSignInFailed(FailuresThatLock), new AccountLocked(Instant(now) + LockLasts) };

    private static InvalidInput? ProblemWithRoles(Roles roles, string? agency) => roles switch
    {
        Roles.None => new("roles", "请至少指定一个角色", "An account has at least one role"),
        _ when (roles & ~Roles.Everyone) != 0 => new("roles", "不能指定该角色", "No account holds such a role"),
        Roles.Liaison when FreeText.Given(agency) is null => new("agency", "联络员须属于一个协作部门", "A liaison officer belongs to a partner agency"),
        Roles.Liaison => null,
        _ when (roles & Roles.Liaison) != 0 => new("roles", "联络员不能兼任局内角色", "A liaison officer holds no role of the bureau"),
        _ when FreeText.Given(agency) is not null => new("agency", "局内人员不属于协作部门", "The bureau's own people belong to no partner agency"),
        _ => null,
    };

    // Where somebody has been stays a right answer, though no list knows the code: it is older than the lists (docs/decisions/0010). The system makes accounts before there is anybody who could list anything.
    private static InvalidInput? ProblemWithPlace(Account? account, string? section, string? agency, Circumstances now) =>
        now.Actor.IsAnyOf(Roles.System) ? null
        : (FreeText.Given(section) == account?.Section ? null : now.NotOpen<Section>("section", section))
            ?? (FreeText.Given(agency) == account?.Agency ? null : now.NotOpen<Agency>("agency", agency));

    private static InvalidInput? ProblemWithDisplayName(string? name) =>
        FreeText.Missing("displayName", name);

    private static Account Known(Account? account) => account ?? throw new InvalidOperationException("The first event of an account is its creation.");

    // Every session dies with the stamp, so nobody needs to remember which ones were ended before.
    private static Account Stamped(Account account, DateTimeOffset at) => account with { SecurityStamp = account.SecurityStamp + 1, StampedAt = at, EndedSessions = null };

    private static Account Unlocked(Account account) => account with { FailedSignIns = 0, LockedUntil = null, SlowedUntil = null };

    private static DateTimeOffset Instant(Circumstances now) => DateTimeOffset.FromUnixTimeMilliseconds(now.Now.ToUnixTimeMilliseconds());
}

/// <summary>已退出的会话. A session that was ended before its time.</summary>
/// <param name="Session">Its id.</param>
/// <param name="ExpiresAt">When it would have ended by itself (UTC).</param>
[GenerateSerializer, Immutable, Alias("account.ended-session")]
public sealed record EndedSession(string Session, DateTimeOffset ExpiresAt);

/// <summary>JSON metadata of everything of an account that is stored or hashed.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(RolesConverter)], DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subject<Account>))]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(CreateAccount))]
[JsonSerializable(typeof(ChangeAccountRoles))]
[JsonSerializable(typeof(SetPassword))]
[JsonSerializable(typeof(ChangeOwnPassword))]
[JsonSerializable(typeof(DisableAccount))]
[JsonSerializable(typeof(EnableAccount))]
[JsonSerializable(typeof(UnlockAccount))]
[JsonSerializable(typeof(RecordSignIn))]
[JsonSerializable(typeof(RecordFailedSignIn))]
[JsonSerializable(typeof(SignOut))]
[JsonSerializable(typeof(AccountCreated))]
[JsonSerializable(typeof(AccountRolesChanged))]
[JsonSerializable(typeof(AccountPasswordSet))]
[JsonSerializable(typeof(AccountPasswordChanged))]
[JsonSerializable(typeof(AccountDisabled))]
[JsonSerializable(typeof(AccountEnabled))]
[JsonSerializable(typeof(AccountUnlocked))]
[JsonSerializable(typeof(AccountSignedIn))]
[JsonSerializable(typeof(AccountSignInFailed))]
[JsonSerializable(typeof(AccountLocked))]
[JsonSerializable(typeof(AccountSlowed))]
[JsonSerializable(typeof(AccountSignedOut))]
[JsonSerializable(typeof(AccountSessionsEnded))]
public sealed partial class AccountJson : JsonSerializerContext;

/// <summary>账户事实. What the shell finds out for a decision on an account.</summary>
/// <param name="NewCredential">The id under which the new password's hash is stored if the command is accepted, or null.</param>
/// <param name="CurrentPasswordIsRight">Whether the current password that was given is the account's.</param>
/// <param name="OtherAdministratorsRemain">Whether another administrator who can sign in remains if this one leaves.</param>
public sealed record AccountFacts(string? NewCredential = null, bool CurrentPasswordIsRight = false, bool OtherAdministratorsRemain = false)
{
    /// <summary>The new credential's id.</summary>
    /// <exception cref="InvalidOperationException">The shell drew none.</exception>
    public string StoredCredential() => NewCredential ?? throw new InvalidOperationException("The shell has drawn no credential for a command that needs one.");
}
