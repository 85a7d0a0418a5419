using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Resolvers;
using GraphQL.Types;
using ShuangDa.GraphQL.Transport;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>错误接口 <c>Error</c>. What every typed error of a mutation has: a stable code and a text in the caller's language.</summary>
public sealed class ErrorInterface : InterfaceGraphType<Refusal>
{
    /// <summary>The interface.</summary>
    public ErrorInterface()
    {
        Name = "Error";
        Description = "错误。A rule that forbids a step. The code is stable; the message is Chinese, or English for Accept-Language: en.";
        Field<NonNullGraphType<StringGraphType>>("message").Description("说明。The reason in words, in the caller's language.");
        Field<NonNullGraphType<StringGraphType>>("code").Description("代码。Stable, in UPPER_CASE.");
    }
}

/// <summary>错误类型. A refusal as a GraphQL type: <c>LicenceNotActive</c> → <c>LicenceNotActiveError</c>, with the figures it carries.</summary>
/// <typeparam name="TRefusal">A refusal of the law.</typeparam>
public sealed class RefusalType<TRefusal> : AutoRegisteringObjectGraphType<TRefusal> where TRefusal : Refusal
{
    /// <summary>The type.</summary>
    public RefusalType() : base(
        refusal => refusal.Message,
        refusal => refusal.Code)
    {
        Name = $"{typeof(TRefusal).Name}Error";
        Interface<ErrorInterface>();
        IsTypeOf = value => value is TRefusal;
        AddField(new FieldType
        {
            Name = "message",
            Description = "说明。The reason in words, in the caller's language.",
            Type = typeof(NonNullGraphType<StringGraphType>),
            Resolver = new FuncFieldResolver<TRefusal, IDataLoaderResult<string>>(field => Sentences.Read(field, field.Source.Message)),
        });
        AddField(new FieldType
        {
            Name = "code",
            Description = "代码。Stable, in UPPER_CASE.",
            Type = typeof(NonNullGraphType<StringGraphType>),
            Resolver = new FuncFieldResolver<TRefusal, string>(field => field.Source.Code),
        });
    }
}

/// <summary>错误联合. The errors that a mutation may answer with: those every command may meet, and those that its command declares.</summary>
/// <typeparam name="TCommand">The command behind the mutation.</typeparam>
public sealed class ErrorUnion<TCommand> : UnionGraphType where TCommand : Command
{
    /// <summary>The union.</summary>
    public ErrorUnion()
    {
        Name = $"{typeof(TCommand).Name}Error";
        Description = "可能的错误。What this mutation may be refused with.";
        foreach (var refusal in Refusals.Of(typeof(TCommand)).OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            Type(typeof(RefusalType<>).MakeGenericType(refusal));
        }

        ResolveType = null;
    }
}

/// <summary>拒绝类型. Which refusals there are, found once.</summary>
public static class RefusalTypes
{
    /// <summary>Every refusal there is.</summary>
    public static IReadOnlyList<Type> All { get; } = [.. typeof(Refusal).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Refusal)))];
}
