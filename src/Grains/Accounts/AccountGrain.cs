using Orleans.Runtime;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

/// <inheritdoc cref="IAccountGrain"/>
[GrainType(Account.Name)]
public sealed class AccountGrain(
    [PersistentState(Account.Name)] IPersistentState<Subject<Account>> stored, SubjectShell shell, Credentials credentials, AccountStandings standings)
    : SubjectGrain<Account, AccountCommand, AccountEvent>(stored, Account.Concept, shell), IAccountGrain
{
    /// <inheritdoc/>
    public override async Task<Outcome<Account>> Execute(AccountCommand command, Actor actor)
    {
        var before = (await Read())?.State;
        var outcome = await base.Execute(command, actor);
        var after = outcome.Subject?.State;
        if (outcome.Change is Change.Updated && before is not null && after is not null)
        {
            if (before.SecurityStamp != after.SecurityStamp || before.EndedSessions?.Count != after.EndedSessions?.Count || before.Disabled != after.Disabled)
            {
                standings.Changed(after.UserName);
            }

            if (before.Credential is { } old && old != after.Credential)
            {
                await credentials.ForgetAsync(old);
            }
        }

        return outcome;
    }

    /// <inheritdoc/>
    public async Task<SignInAnswer> SignIn(Password password, string session, Guid commandId)
    {
        var account = (await Read())?.State;
        if (account?.LockedUntil is { } until && until - Shell.Time.GetUtcNow() is { } left && left > TimeSpan.Zero)
        {
            return new SignInAnswer(null, new AccountIsLocked(until), left);
        }

        var right = await credentials.MatchesAsync(account?.Credential, password);
        if (account is null)
        {
            return new SignInAnswer(null);
        }

        var outcome = await Execute(right ? new RecordSignIn(session) : new RecordFailedSignIn(), Actor.System(commandId));
        return right && outcome.Refusal is null
            ? new SignInAnswer(outcome.Subject!.State)
            : new SignInAnswer(null, outcome.Refusal, Slowed: outcome.Subject?.State.IsSlowed(Shell.Time.GetUtcNow()) == true, Uncounted: account.Disabled);
    }

    /// <inheritdoc/>
    protected override async ValueTask<object?> FetchFact(AccountCommand command)
    {
        var account = (await Read())?.State;
        return new AccountFacts(
            await StoreNewCredentialAsync(account, command),
            command is ChangeOwnPassword change && await credentials.MatchesAsync(account?.Credential, change.Current),
            account is { IsActiveAdministrator: true } && MayShutOut(account, command) && await Administrators().MayLeave(Key),
            SectionOf(command) is { } section && await GrainFactory.IsOpenSectionAsync(section),
            AgencyOf(command) is { } agency && await GrainFactory.IsOpenAgencyAsync(agency));
    }

    private static string? SectionOf(AccountCommand command) => ListedName.Given(command switch
    {
        CreateAccount c => c.Section,
        ChangeAccountRoles c => c.Section,
        _ => null,
    });

    private static string? AgencyOf(AccountCommand command) => ListedName.Given(command switch
    {
        CreateAccount c => c.Agency,
        ChangeAccountRoles c => c.Agency,
        _ => null,
    });

    private static bool MayShutOut(Account administrator, AccountCommand command) => command switch
    {
        DisableAccount => true,
        ChangeAccountRoles c => (c.Roles & Roles.Administrator) == 0,
        RecordFailedSignIn => administrator.FailedSignIns + 1 >= Account.FailuresThatLock,
        _ => false,
    };

    // A password that the rules refuse is not worth the work of hashing it; the law says so again.
    private async Task<string?> StoreNewCredentialAsync(Account? account, AccountCommand command) => (account, command) switch
    {
        (null, CreateAccount { Password: { } password }) => await credentials.StoreAsync(SubjectName, password),
        (not null, SetPassword c) => await credentials.StoreAsync(SubjectName, c.Password),
        (not null, ChangeOwnPassword c) when c.New.ProblemFor(Key, "") is null => await credentials.StoreAsync(SubjectName, c.New),
        _ => null,
    };

    private IAdministratorsGrain Administrators() => GrainFactory.GetGrain<IAdministratorsGrain>(IAdministratorsGrain.TheOne);
}
