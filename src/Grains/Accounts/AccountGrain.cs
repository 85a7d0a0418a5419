using System.Collections.Immutable;
using Orleans.Runtime;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

/// <inheritdoc cref="IAccountGrain"/>
[GrainType(Account.Name)]
public sealed class AccountGrain(
    [PersistentState(Account.Name)] IPersistentState<Subject<Account>> stored, SubjectShell shell, Credentials credentials, AccountStandings standings)
    : SubjectGrain<Account, AccountCommand, AccountEvent>(stored, Account.Concept, shell), IAccountGrain
{
    private bool _hashed;

    /// <inheritdoc/>
    public override async Task<Outcome<Account>> Execute(AccountCommand command, Actor actor)
    {
        // What an earlier command left that failed is removed daily: here it is not known whether it was committed after all.
        _hashed = false;
        var before = (await Read())?.State;
        var outcome = await base.Execute(command, actor);
        if (outcome.Refusal is CurrentPasswordWrong)
        {
            // Recorded before it is answered, and counted with the failed sign-ins: a session that was left open must not be a place to guess the password at.
            await base.Execute(new RecordFailedSignIn(), Actor.System(Guid.CreateVersion7()));
        }

        var after = outcome.Subject?.State;
        if (outcome.Change is Change.Updated && before is not null && after is not null)
        {
            if (before.SecurityStamp != after.SecurityStamp || before.EndedSessions?.Count != after.EndedSessions?.Count || before.Disabled != after.Disabled)
            {
                standings.Changed(after.UserName);
            }

        }

        if (_hashed || before?.Credential != after?.Credential)
        {
            await ForgetOldCredentials();
        }

        return outcome;
    }

    /// <inheritdoc/>
    public async Task<int> ForgetOldCredentials() => await credentials.ForgetOthersAsync(SubjectName, (await Read())?.State.Credential);

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

        // Whoever has the password is that person; who gave a wrong one, nobody knows.
        var system = Actor.System(commandId);
        var outcome = right
            ? await Execute(new RecordSignIn(session), system with { User = account.UserName, Section = account.Section })
            : await Execute(new RecordFailedSignIn(), system);
        return right && outcome.Refusal is null
            ? new SignInAnswer(outcome.Subject!.State)
            : new SignInAnswer(null, outcome.Refusal, Slowed: outcome.Subject?.State.IsSlowed(Shell.Time.GetUtcNow()) == true);
    }

    /// <inheritdoc/>
    protected override async ValueTask<object?> FetchFact(AccountCommand command)
    {
        var account = (await Read())?.State;
        return new AccountFacts(
            NewPasswordOf(command) is null ? null : Credentials.NextId(),
            command is ChangeOwnPassword change && account is { Disabled: false } && account.ShutUntil(Shell.Time.GetUtcNow()) is null && await credentials.MatchesAsync(account.Credential, change.Current),
            account is { IsActiveAdministrator: true }
                && MayShutOut(account, command)
                && await Administrators().MayLeave(Key, isPreview: IsConsidering));
    }

    /// <inheritdoc/>
    protected override async ValueTask PrepareCommitAsync(AccountCommand command, ImmutableArray<AccountEvent> events)
    {
        // Only a password that the law has accepted is worth the work of hashing it.
        if (NewPasswordOf(command) is { } password && events.Select(CredentialOf).FirstOrDefault(id => id is not null) is { } id)
        {
            _hashed = true;
            await credentials.StoreAsync(id, SubjectName, password);
        }
    }

    /// <inheritdoc/>
    protected override async ValueTask<bool> IsOfAsync(AccountCommand command, AccountEvent happened)
    {
        // A password is not part of what a command id is tied to, so it is compared with the hash that the command left. Once another has taken its place nothing
        // can be said any more, and the id counts as used for something else; nobody may find out here what somebody's password is now.
        var credential = CredentialOf(happened);
        return NewPasswordOf(command) is { } password
            ? credential is not null && credential == (await Read())?.State.Credential && await credentials.MatchesAsync(credential, password)
            : credential is null;
    }

    private static string? CredentialOf(AccountEvent happened) => happened switch
    {
        AccountCreated e => e.Credential,
        AccountPasswordSet e => e.Credential,
        AccountPasswordChanged e => e.Credential,
        _ => null,
    };

    private static bool MayShutOut(Account administrator, AccountCommand command) => command switch
    {
        DisableAccount => true,
        ChangeAccountRoles c => (c.Roles & Roles.Administrator) == 0,
        RecordFailedSignIn => administrator.FailedSignIns + 1 >= Account.FailuresThatLock,
        _ => false,
    };

    private static Password? NewPasswordOf(AccountCommand command) => command switch
    {
        CreateAccount c => c.Password,
        SetPassword c => c.Password,
        ChangeOwnPassword c => c.New,
        _ => null,
    };

    private IAdministratorsGrain Administrators() => GrainFactory.GetGrain<IAdministratorsGrain>(IAdministratorsGrain.TheOne);
}
