using GraphQL;
using GraphQL.Types;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Accounts;

/// <summary>建立用户的输入. Somebody who is to sign in.</summary>
/// <param name="UserName">用户名. What the person signs in with: 2 to 50 letters, digits and . _ - @; capital letters are made small.</param>
/// <param name="DisplayName">姓名. The person's name.</param>
/// <param name="Roles">角色. What the person is; LIAISON goes with an agency and with nothing else.</param>
/// <param name="Section">科室. The code of the bureau's section.</param>
/// <param name="Agency">协作部门. The code of the partner agency, for liaison officers.</param>
/// <param name="Password">口令. The first password, at least 10 characters; left out when an outside provider signs the person in.</param>
/// <param name="MustChangePassword">须改口令. Whether the person has to choose another at once; left out, yes.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record CreateUserInput(string UserName, string DisplayName, IReadOnlyList<Role> Roles, string? Section = null, string? Agency = null, string? Password = null, bool? MustChangePassword = null, Guid? CommandId = null, int? ExpectedVersion = null)
{
    /// <summary>Its name only: the passwords in it must not come into a log.</summary>
    public override string ToString() => nameof(CreateUserInput);
}

/// <summary>建立用户的结果. The user as it stands afterwards, or why not.</summary>
/// <param name="User">用户. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record CreateUserPayload(UserType? User, [property: OutputType(typeof(ListGraphType<NonNullGraphType<ErrorUnion<CreateAccount>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>变更用户角色的输入. What a person is from now on. Running sessions end.</summary>
/// <param name="UserName">用户名. Whose.</param>
/// <param name="Roles">角色. All roles from now on.</param>
/// <param name="Section">科室. The section from now on; left out, none.</param>
/// <param name="Agency">协作部门. The partner agency from now on; left out, none.</param>
/// <param name="DisplayName">姓名. The person's name; left out, it stays.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record ChangeUserRolesInput(string UserName, IReadOnlyList<Role> Roles, string? Section = null, string? Agency = null, string? DisplayName = null, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>变更用户角色的结果. The user as it stands afterwards, or why not.</summary>
/// <param name="User">用户. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record ChangeUserRolesPayload(UserType? User, [property: OutputType(typeof(ListGraphType<NonNullGraphType<ErrorUnion<ChangeAccountRoles>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>重置用户口令的输入. A password that an administrator sets. Running sessions and a lock end.</summary>
/// <param name="UserName">用户名. Whose.</param>
/// <param name="Password">口令. At least 10 characters.</param>
/// <param name="MustChange">须改口令. Whether the person has to choose another at once; left out, yes.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record SetUserPasswordInput(string UserName, string Password, bool? MustChange = null, Guid? CommandId = null, int? ExpectedVersion = null)
{
    /// <summary>Its name only: the passwords in it must not come into a log.</summary>
    public override string ToString() => nameof(SetUserPasswordInput);
}

/// <summary>重置用户口令的结果. The user as it stands afterwards, or why not.</summary>
/// <param name="User">用户. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record SetUserPasswordPayload(UserType? User, [property: OutputType(typeof(ListGraphType<NonNullGraphType<ErrorUnion<SetPassword>>>))] IReadOnlyList<Refusal>? Errors);

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

/// <summary>停用用户的输入. Whom to shut out, and why. Running sessions end.</summary>
/// <param name="UserName">用户名. Whose.</param>
/// <param name="Reason">原因.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record DisableUserInput(string UserName, string Reason, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>停用用户的结果. The user as it stands afterwards, or why not.</summary>
/// <param name="User">用户. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record DisableUserPayload(UserType? User, [property: OutputType(typeof(ListGraphType<NonNullGraphType<ErrorUnion<DisableAccount>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>启用用户的输入. Whom to let in again.</summary>
/// <param name="UserName">用户名. Whose.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record EnableUserInput(string UserName, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>启用用户的结果. The user as it stands afterwards, or why not.</summary>
/// <param name="User">用户. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record EnableUserPayload(UserType? User, [property: OutputType(typeof(ListGraphType<NonNullGraphType<ErrorUnion<EnableAccount>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>解除用户锁定的输入. Whose lock to end before its time.</summary>
/// <param name="UserName">用户名. Whose.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record UnlockUserInput(string UserName, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>解除用户锁定的结果. The user as it stands afterwards, or why not.</summary>
/// <param name="User">用户. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record UnlockUserPayload(UserType? User, [property: OutputType(typeof(ListGraphType<NonNullGraphType<ErrorUnion<UnlockAccount>>>))] IReadOnlyList<Refusal>? Errors);
