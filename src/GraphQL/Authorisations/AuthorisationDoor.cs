using ShuangDa.Grains.Authorisations;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Authorisations;

/// <summary>授权命令的入口.</summary>
public sealed class AuthorisationDoor()
    : NumberedDoor<IAuthorisationGrain, AuthorisationState, AuthorisationCommand, AuthorisationRow, AuthorisationType>(
        Authorisation.Concept, Authorisation.Prefix, "授权编号. Which authorisation.", "authorisation", "审批授权");
