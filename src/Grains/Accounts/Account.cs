using System.Text.Json.Serialization;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

/// <summary>账户. Somebody who may sign in. The password's hash is not part of it: the state knows the id of a row in <c>credential</c>.</summary>
[GenerateSerializer, Immutable, Alias("account.state")]
public sealed partial record Account
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
        return (account, command) switch
        {
            (null, CreateAccount c) => DecideCreateAccount(c, now),
            (null, _) => new NotFound(Name, now.Key),
            ({ } known, _) => DecideByStage(known, command, now),
        };
    }

    private static Decision<AccountEvent> DecideByStage(Account account, AccountCommand command, Circumstances now) => DecideInPerson(account, command, now)
        ?? DecideInPasswords(account, command, now)
        ?? DecideInSignIn(account, command, now)
        ?? throw new InvalidOperationException($"An account knows no {command.GetType().Name}.");

    /// <summary>The account after an event.</summary>
    /// <param name="account">The account before, or null.</param>
    /// <param name="happened">The event.</param>
    public static Account Apply(Account? account, AccountEvent happened) => happened is AccountCreated created ? Begun(created)
        : account is null ? throw new InvalidOperationException("The first event of an account is its creation.")
        : ApplyInPerson(account, happened)
        ?? ApplyInPasswords(account, happened)
        ?? ApplyInSignIn(account, happened)
        ?? throw new InvalidOperationException($"An account does not know what to do with {happened.GetType().Name}.");

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

    private static DateTimeOffset Instant(Circumstances now) => DateTimeOffset.FromUnixTimeMilliseconds(now.Now.ToUnixTimeMilliseconds());
}

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
