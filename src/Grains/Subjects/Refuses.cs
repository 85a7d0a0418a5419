using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using ShuangDa.Grains.Approvals;

namespace ShuangDa.Grains.Subjects;

/// <summary>可能的拒绝. Which refusals a command can meet beyond those that any may (<see cref="Refusals.OfAny"/>). Clients read them as the union of the mutation's errors; the tests of the law and of the API fail on one that is met and not declared.</summary>
/// <param name="types">The refusals.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public abstract class RefusesAttribute(params Type[] types) : Attribute
{
    /// <summary>拒绝类型. The refusals.</summary>
    public IReadOnlyList<Type> Types => types;

    /// <summary>所涉命令. Whether a command can meet them, where the attribute stands on all commands of a concept.</summary>
    /// <param name="command">The command's type.</param>
    public virtual bool Concerns(Type command) => true;
}

/// <inheritdoc/>
public sealed class RefusesAttribute<T1>() : RefusesAttribute(typeof(T1)) where T1 : Refusal;

/// <inheritdoc/>
public sealed class RefusesAttribute<T1, T2>() : RefusesAttribute(typeof(T1), typeof(T2)) where T1 : Refusal where T2 : Refusal;

/// <inheritdoc/>
public sealed class RefusesAttribute<T1, T2, T3>() : RefusesAttribute(typeof(T1), typeof(T2), typeof(T3)) where T1 : Refusal where T2 : Refusal where T3 : Refusal;

/// <inheritdoc/>
public sealed class RefusesAttribute<T1, T2, T3, T4>() : RefusesAttribute(typeof(T1), typeof(T2), typeof(T3), typeof(T4))
    where T1 : Refusal where T2 : Refusal where T3 : Refusal where T4 : Refusal;

/// <inheritdoc/>
public sealed class RefusesAttribute<T1, T2, T3, T4, T5>() : RefusesAttribute(typeof(T1), typeof(T2), typeof(T3), typeof(T4), typeof(T5))
    where T1 : Refusal where T2 : Refusal where T3 : Refusal where T4 : Refusal where T5 : Refusal;

/// <summary>执行所提请的命令. A command that carries out what was proposed: whatever can refuse a step that needs approval can refuse it.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CarriesOutAttribute : Attribute;

/// <summary>拒绝表. Which refusals a command can meet, found once.</summary>
public static class Refusals
{
    /// <summary>The name of the log event of a refusal that was met and not declared.</summary>
    public const string UndeclaredEvent = "UndeclaredRefusal";

    private static readonly ConcurrentDictionary<Type, FrozenSet<Type>> Declared = new();

    /// <summary>各命令通有. What any command may meet: an input that is not what it must be, a subject that is not there or not for the asker's eyes, a version or a command id that others have used.</summary>
    public static IReadOnlyList<Type> OfAny { get; } = [typeof(InvalidInput), typeof(NotFound), typeof(VersionConflict), typeof(CommandIdReused)];

    /// <summary>The refusals that a command can meet.</summary>
    /// <param name="command">The command's type.</param>
    public static IReadOnlySet<Type> Of(Type command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return Declared.GetOrAdd(command, static type => Declaring(type).SelectMany(DeclaredBy).Concat(OfAny).ToFrozenSet());
    }

    // What is carried out is refused by its own law.
    private static IEnumerable<Type> Declaring(Type command) => !command.IsDefined(typeof(CarriesOutAttribute), inherit: false) ? [command]
        : [
            command,
            .. command.Assembly.GetTypes().Where(type => type.BaseType == command.BaseType && typeof(INeedsApproval).IsAssignableFrom(type))
        ];

    private static IEnumerable<Type> DeclaredBy(Type command)
    {
        var declared = command.GetCustomAttributes<RefusesAttribute>(inherit: true)
            .Where(one => one.Concerns(command)).SelectMany(one => one.Types);
        return typeof(INeedsApproval).IsAssignableFrom(command) ? declared.Append(typeof(ApprovalPending)) : declared;
    }

    /// <summary>Whether a command says that it can meet a refusal.</summary>
    /// <param name="command">The command's type.</param>
    /// <param name="refusal">The refusal; null is none.</param>
    public static bool Foresees(Type command, Refusal? refusal) => refusal is null || Of(command).Contains(refusal.GetType());
}
