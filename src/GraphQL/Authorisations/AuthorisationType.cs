using GraphQL;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Authorisations;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Authorisations;

/// <summary>审批授权. A deputy decides kinds of steps for the head, from a day to a day.</summary>
[Name("Authorisation"), Implements(typeof(INode)), ReadableBy(Readers.Bureau)]
public sealed class AuthorisationType : SubjectNode<AuthorisationRow, AuthorisationState>
{
    /// <summary>授权事项. The kinds of step.</summary>
    public IReadOnlyList<ApprovalStep> Steps => [.. Row.Named()];
}
