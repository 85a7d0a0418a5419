using GraphQL.Types;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Accounts;

/// <summary>口令参数. A password is asked for as a text, and hashing it is meant to take long.</summary>
internal sealed class PasswordParameter : ParameterKind
{
    public override double? Price => PriceAttribute.Password;

    public override bool Fits(Type type) => type == typeof(Password);

    public override Type GraphTypeOf(Type type) => typeof(StringGraphType);

    public override object Read(object given, string field) => new Password((string)given);
}

/// <summary>角色参数. A set of roles is asked for as a list.</summary>
internal sealed class RolesParameter : ParameterKind
{
    public override bool Fits(Type type) => type == typeof(Roles);

    public override Type GraphTypeOf(Type type) => typeof(ListGraphType<NonNullGraphType<GraphQLClrInputTypeReference<Role>>>);

    public override object Read(object given, string field) => RoleSet.Of(((System.Collections.IEnumerable)given).Cast<Role>());
}
