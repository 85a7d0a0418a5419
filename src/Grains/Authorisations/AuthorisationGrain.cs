using Orleans.Runtime;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Authorisations;

/// <summary>审批授权. The actor of one authorisation; its key is its number.</summary>
[Alias("authorisation")]
public interface IAuthorisationGrain : ISubjectGrain<AuthorisationState, AuthorisationCommand>;

/// <summary>审批授权. The shell of one authorisation. It asks whether whom it names can decide.</summary>
[GrainType("authorisation")]
internal sealed class AuthorisationGrain(
    [PersistentState("authorisation")] IPersistentState<Subject<AuthorisationState>> stored,
    SubjectShell shell)
    : SubjectGrain<AuthorisationState, AuthorisationCommand, AuthorisationEvent>(stored, Authorisation.Concept, shell), IAuthorisationGrain
{
    // 程序规定 第六十条: heads decide, and no officer does for them.
    private const Roles CanDecide = Roles.Leader | Roles.SectionHead;

    /// <inheritdoc/>
    protected override async ValueTask<object?> FetchFact(AuthorisationCommand command)
    {
        if (command is not GrantAuthorisation grant)
        {
            return null;
        }

        var name = AccountName.Normalise(grant.Deputy);
        var account = await GrainFactory.FindAccountAsync(name);
        return new DeputyFound(account is { Disabled: false } && (account.Roles & CanDecide) != 0);
    }
}
