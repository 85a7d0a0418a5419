using System.Collections.Immutable;
using System.Reflection;

namespace ShuangDa.Grains.Subjects;

/// <summary>接口名称. The name under which the API offers a command or a parameter, where it is not its own: clients and the law have grown different words for it.</summary>
/// <param name="name">The name, as the API writes it.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Parameter, Inherited = false)]
public sealed class OfferedAsAttribute(string name) : Attribute
{
    /// <summary>名称. The name, as the API writes it.</summary>
    public string Name => name;

    /// <summary>The name under which the API offers a command.</summary>
    /// <param name="command">The command's type.</param>
    public static string NameOf(Type command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.GetCustomAttribute<OfferedAsAttribute>(inherit: false)?.Name ?? WireName.OfMember(command.Name);
    }

    /// <summary>The name under which the API asks for a parameter, and under which a refusal names it.</summary>
    /// <param name="parameter">The parameter of a command, or of a part of one.</param>
    public static string NameOf(ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return parameter.GetCustomAttribute<OfferedAsAttribute>(inherit: false)?.Name ?? WireName.OfMember(parameter.Name!);
    }
}

/// <summary>不对外提供. A command that people may give, or a parameter that they may fill in, but only through another step: the API has no mutation and no field for it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Parameter, Inherited = false)]
public sealed class NotOfferedAttribute : Attribute;

/// <summary>建立主体. A command that makes its subject. Where the subject's number is drawn, the command is given without one.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CreatesAttribute : Attribute
{
    /// <summary>也可对已有主体. Whether the command may be given to a subject that is there as well: with a number it goes there, without one it makes another.</summary>
    public bool UnlessNumbered { get; init; }
}

/// <summary>
/// 涉及两个主体. A command that names two subjects of its concept and that one of them takes for both, whichever the caller named first: the law says which. What is answered, and the version
/// that is expected, are of the one that was named; <see cref="Command.ExpectedVersion"/> is then the law's to compare where another takes the command.
/// </summary>
public interface IConcernsTwo
{
    /// <summary>所指主体. The key of the subject that the caller named.</summary>
    string Named { get; }

    /// <summary>承办主体. The key of the subject that takes the command.</summary>
    string TakenBy { get; }
}

/// <summary>展开. A part of commands whose own parameters are asked for one by one, in its place.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SpreadAttribute : Attribute;

/// <summary>必须提供. Of a parameter that is spread: which of its parts must be given though they may be left out elsewhere.</summary>
/// <param name="part">The part's parameter name.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DemandsAttribute(string part) : Attribute
{
    /// <summary>部分. The part's parameter name.</summary>
    public string Part => part;
}

/// <summary>命令的组成. What a command's record is made from, for everything that is derived from commands.</summary>
public static class CommandParts
{
    /// <summary>The constructor by which a record is made from all its parameters; null where there is none.</summary>
    /// <param name="record">The record's type.</param>
    public static ConstructorInfo? ConstructorOf(Type record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.GetConstructors().MaxBy(one => one.GetParameters().Length);
    }

    /// <summary>The parameters from which a record is made, in their order.</summary>
    /// <param name="record">The record's type.</param>
    public static ImmutableArray<ParameterInfo> ParametersOf(Type record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return ConstructorOf(record) is { } constructor ? [.. constructor.GetParameters()] : [];
    }

    /// <summary>The type of the members of a list that a command carries, or null where it is none.</summary>
    /// <param name="type">The parameter's type, nullable or not.</param>
    public static Type? MemberOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare.IsGenericType && bare.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? bare.GetGenericArguments()[0] : null;
    }
}
