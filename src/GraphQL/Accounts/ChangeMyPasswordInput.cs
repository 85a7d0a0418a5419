using GraphQL;
using GraphQL.Types;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Accounts;

/// <summary>修改本人口令的输入. Another password for whoever is signed in. Running sessions end, this one too.</summary>
/// <param name="CurrentPassword">原口令.</param>
/// <param name="NewPassword">新口令. At least 10 characters.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record ChangeMyPasswordInput(string CurrentPassword, string NewPassword, Guid? CommandId = null, int? ExpectedVersion = null)
{
    /// <summary>Its name only: the passwords in it must not come into a log.</summary>
    public override string ToString() => nameof(ChangeMyPasswordInput);
}

/// <summary>修改本人口令的结果. The user as it stands afterwards, or why not.</summary>
/// <param name="User">用户. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record ChangeMyPasswordPayload(UserType? User, [property: OutputType(typeof(ListGraphType<NonNullGraphType<ErrorUnion<ChangeOwnPassword>>>))] IReadOnlyList<Refusal>? Errors);
