using System.Text.Json.Serialization;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

// Who somebody is: roles, section or agency, and whether the account is in use.
public sealed partial record Account
{
    private static Decision<AccountEvent>? DecideInPerson(Account account, AccountCommand command, Circumstances now) => command switch
    {
        CreateAccount c => new AlreadyExists(Name, c.UserName),
        ChangeAccountRoles c => DecideChangeAccountRoles(account, c, now),
        DisableAccount c => DecideDisableAccount(account, c, now),
        EnableAccount => account.Disabled ? new AccountEnabled() : Decision<AccountEvent>.AlreadySo,
        _ => Decision<AccountEvent>.NotOfThisStage,
    };

    private static Account? ApplyInPerson(Account account, AccountEvent happened) => happened switch
    {
        AccountRolesChanged e => Stamped(account with { DisplayName = e.DisplayName, Roles = e.Roles, Section = e.Section, Agency = e.Agency }, e.At),
        AccountDisabled e => Stamped(account with { Disabled = true }, e.At),
        AccountEnabled => Unlocked(account with { Disabled = false }),
        _ => null,
    };

    private static Account Begun(AccountCreated e) => new()
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
    };

    private static Decision<AccountEvent> DecideCreateAccount(CreateAccount command, Circumstances now) =>
        AccountName.ProblemWith(command.UserName) is { } name ? name
        : (ProblemWithRoles(command.Roles, command.Agency) ?? ProblemWithOversight(command.Roles, now.Actor)) is { } roles ? roles
        : ProblemWithPlace(null, command.Section, command.Agency, now) is { } place ? place
        : ProblemWithDisplayName(command.DisplayName) is { } displayName ? displayName
        : command.Password?.ProblemFor(command.UserName, "password") is { } password && !now.Actor.IsAnyOf(Roles.System) ? password
        : new AccountCreated(
            command.UserName, command.DisplayName.Trim(), command.Roles, FreeText.Given(command.Section), FreeText.Given(command.Agency),
            command.Password is null ? null : now.Required<AccountFacts>().StoredCredential(), command.MustChangePassword, Instant(now));

    private static Decision<AccountEvent> DecideChangeAccountRoles(Account account, ChangeAccountRoles command, Circumstances now)
    {
        var displayName = command.DisplayName ?? account.DisplayName;
        var changed = new AccountRolesChanged(displayName.Trim(), command.Roles, FreeText.Given(command.Section), FreeText.Given(command.Agency), Instant(now));
        return (ProblemWithRoles(command.Roles, command.Agency) ?? ProblemWithOversight(command.Roles, now.Actor)) is { } roles ? roles
            : ProblemWithPlace(account, command.Section, command.Agency, now) is { } place ? place
            : command.DisplayName is not null && ProblemWithDisplayName(displayName) is { } name ? name
            : account.IsActiveAdministrator && (command.Roles & Roles.Administrator) == 0 && !now.Required<AccountFacts>().OtherAdministratorsRemain ? new LastAdministrator()
            : now.Actor.User == account.UserName && !now.Actor.IsAnyOf(Roles.System) && (command.Roles & ~account.Roles) != 0
                ? new InvalidInput(
                    "roles", "不能给自己增加角色，应由另一名管理员办理", "Nobody gives a further role to himself; another administrator does")
            : (account.DisplayName, account.Roles, account.Section, account.Agency) == (changed.DisplayName, changed.Roles, changed.Section, changed.Agency) ? Decision<AccountEvent>.AlreadySo
            : changed;
    }

    private static Decision<AccountEvent> DecideDisableAccount(Account account, DisableAccount command, Circumstances now) =>
        account.Disabled ? Decision<AccountEvent>.AlreadySo
        : string.IsNullOrWhiteSpace(command.Reason) ? new InvalidInput("reason", "请填写停用原因", "Say why the account is disabled")
        : account.IsActiveAdministrator && !now.Required<AccountFacts>().OtherAdministratorsRemain ? new LastAdministrator()
        : new AccountDisabled(command.Reason.Trim(), Instant(now));

    // The administrator of the system decides nothing of the trade, and who audits it has no part in it. Who holds such roles from before
    // keeps them until they are changed; who has the machine itself is asked by no program.
    private static InvalidInput? ProblemWithOversight(Roles roles, Actor by)
    {
        const Roles overseeing = Roles.Administrator | Roles.Auditor;
        const Roles deciding = Roles.Leader | Roles.SectionHead | Roles.Legal;
        return by.IsAnyOf(Roles.System) ? null
            : (roles & overseeing) != 0 && (roles & deciding) != 0
            ? new(
                "roles",
                "系统管理员、审计人员不能兼任负责人、科室负责人或者法制审核人员：管理系统或者监督的人不办理案件的决定",
                "An administrator or auditor is neither head of the bureau or a section nor of the legal section: who runs or watches the "
                    + "system decides nothing of the trade")
            : (roles & overseeing) == overseeing
                ? new("roles", "系统管理员不能兼任审计人员", "Who administers the system does not audit it")
                : null;
    }

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

    // Nobody is called so that he looks like another.
    private static InvalidInput? ProblemWithDisplayName(string? name) =>
        FreeText.Missing("displayName", name) ?? ListedName.Lookalike("displayName", name);
}

/// <summary>建立用户. Makes an account.</summary>
/// <param name="UserName">用户名. What the person signs in with: 2 to 50 letters, digits and . _ - @; capital letters are made small.</param>
/// <param name="DisplayName">姓名. The person's name.</param>
/// <param name="Roles">角色. What the person is; LIAISON goes with an agency and with nothing else; ADMINISTRATOR and AUDITOR go neither
/// together nor with LEADER, SECTION_HEAD or LEGAL.</param>
/// <param name="Section">科室. The code of the bureau's section.</param>
/// <param name="Agency">协作部门. The code of the partner agency, for liaison officers.</param>
/// <param name="Password">口令. The first password, at least 10 characters; left out when an outside provider signs the person in.</param>
/// <param name="MustChangePassword">须改口令. Whether the person has to choose another at once; left out, yes.</param>
[GenerateSerializer, Immutable, Alias("account.create"), AllowedTo(Roles.Administrator | Roles.System), Creates, OfferedAs("createUser")]
[Refuses<AlreadyExists>]
public sealed record CreateAccount(
    string UserName,
    [Longest(100)] string DisplayName,
    Roles Roles,
    [Listed<Section>, Longest(ListedName.CodeLength)] string? Section,
    [Listed<Agency>, Longest(ListedName.CodeLength)] string? Agency,
    [property: JsonIgnore] Password? Password,
    bool MustChangePassword = true) : AccountCommand;

/// <summary>变更用户角色. Says what a person is from now on. The last administrator keeps that role; nobody adds one to himself.</summary>
/// <param name="DisplayName">姓名. The person's name; left out, it stays.</param>
/// <param name="Roles">角色. All roles from now on.</param>
/// <param name="Section">科室. The section from now on; left out, none.</param>
/// <param name="Agency">协作部门. The partner agency from now on; left out, none.</param>
[GenerateSerializer, Immutable, Alias("account.change-roles"), AllowedTo(Roles.Administrator | Roles.System), OfferedAs("changeUserRoles")]
[Refuses<LastAdministrator>]
public sealed record ChangeAccountRoles(
    [Longest(100)] string? DisplayName,
    Roles Roles,
    [Listed<Section>, Longest(ListedName.CodeLength)] string? Section,
    [Listed<Agency>, Longest(ListedName.CodeLength)] string? Agency) : AccountCommand;

/// <summary>停用用户. Shuts somebody out. The last administrator stays.</summary>
/// <param name="Reason">原因.</param>
[GenerateSerializer, Immutable, Alias("account.disable"), AllowedTo(Roles.Administrator), OfferedAs("disableUser")]
[Refuses<LastAdministrator>]
public sealed record DisableAccount([Longest(1000)] string Reason) : AccountCommand;

/// <summary>启用用户. Lets somebody in again.</summary>
[GenerateSerializer, Immutable, Alias("account.enable"), AllowedTo(Roles.Administrator | Roles.System), OfferedAs("enableUser")]
public sealed record EnableAccount : AccountCommand;

/// <summary>账户已建立. The account came into being.</summary>
/// <param name="UserName">The normalised user name.</param>
/// <param name="DisplayName">The person's name.</param>
/// <param name="Roles">What the person is.</param>
/// <param name="Section">The section, or null.</param>
/// <param name="Agency">The partner agency, or null.</param>
/// <param name="Credential">The id of the password's hash in the table <c>credential</c>; null without a password.</param>
/// <param name="MustChangePassword">Whether another has to be chosen first.</param>
/// <param name="At">When (UTC, whole milliseconds).</param>
[Alias("account.created")]
public sealed record AccountCreated(
    string UserName, string DisplayName, Roles Roles, string? Section, string? Agency, string? Credential, bool MustChangePassword, DateTimeOffset At) : AccountEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"建立账户，角色：{RoleNames.Of(Roles).Chinese}", $"Account created as {RoleNames.Of(Roles).English}");
}

/// <summary>角色已变更. The person is something else now.</summary>
/// <param name="DisplayName">The person's name.</param>
/// <param name="Roles">The roles.</param>
/// <param name="Section">The section, or null.</param>
/// <param name="Agency">The partner agency, or null.</param>
/// <param name="At">When (UTC, whole milliseconds).</param>
[Alias("account.roles-changed")]
public sealed record AccountRolesChanged(string DisplayName, Roles Roles, string? Section, string? Agency, DateTimeOffset At) : AccountEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"变更角色：{RoleNames.Of(Roles).Chinese}", $"Roles are now {RoleNames.Of(Roles).English}");
}

/// <summary>账户已停用. Nobody signs in with it any more.</summary>
/// <param name="Reason">Why.</param>
/// <param name="At">When (UTC, whole milliseconds).</param>
[Alias("account.disabled")]
public sealed record AccountDisabled(string Reason, DateTimeOffset At) : AccountEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("停用账户", "Account disabled");
}

/// <summary>账户已启用. It can be used again.</summary>
[Alias("account.enabled")]
public sealed record AccountEnabled : AccountEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("启用账户", "Account enabled");
}

/// <summary>最后一名管理员. The step would leave the system without an administrator who can sign in.</summary>
[GenerateSerializer, Immutable, Alias("refusal.last-administrator")]
public sealed record LastAdministrator : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("这是最后一名可用的系统管理员，不能停用或取消其管理员角色", "This is the last active administrator: the account cannot be disabled or lose that role");
}
