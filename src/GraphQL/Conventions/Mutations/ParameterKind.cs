using GraphQL.Types;
using ShuangDa.GraphQL.Transport;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Conventions.Mutations;

/// <summary>
/// 参数种类. How a parameter of a command is asked for and read. Most are asked for as what they are; a concept whose commands have parameters of a kind of its own
/// says how in its folder.
/// </summary>
public abstract class ParameterKind
{
    /// <summary>Whether a parameter of this type, lists and nothing taken off, is of this kind.</summary>
    /// <param name="type">The type.</param>
    public abstract bool Fits(Type type);

    /// <summary>What is asked for, as a graph type that may be null.</summary>
    /// <param name="type">The parameter's type, lists and nothing taken off.</param>
    public abstract Type GraphTypeOf(Type type);

    /// <summary>What the field is called.</summary>
    /// <param name="parameter">The parameter's name, as the API writes names.</param>
    public virtual string NameOf(string parameter) => parameter;

    /// <summary>What was given, as the command has it.</summary>
    /// <param name="given">What was given, as the engine read it; never null.</param>
    /// <param name="field">The field's name, for what is to be said of it.</param>
    public virtual object Read(object given, string field) => given;

    /// <summary>The price of reading it, in objects; null where it costs nothing to speak of.</summary>
    public virtual double? Price => null;
}

/// <summary>本来种类. Texts, numbers, days, enums: asked for as what they are.</summary>
internal sealed class PlainParameter : ParameterKind
{
    public static readonly PlainParameter Instance = new();

    public override bool Fits(Type type) => false;

    public override Type GraphTypeOf(Type type) => typeof(GraphQLClrInputTypeReference<>).MakeGenericType(type);
}

/// <summary>金额. Asked for in yuan, under the parameter's name with the currency.</summary>
internal sealed class YuanParameter : ParameterKind
{
    public override bool Fits(Type type) => type == typeof(Yuan);

    public override Type GraphTypeOf(Type type) => typeof(DecimalScalar);

    public override string NameOf(string parameter) => $"{parameter}Cny";

    public override object Read(object given, string field) => new Yuan(Money.Fen(field, (decimal)given));
}

/// <summary>部分的输入. An input that stands for a part of a command which has a type of its own.</summary>
/// <typeparam name="TPart">The part, as the command has it.</typeparam>
public interface IInputOf<out TPart>
{
    /// <summary>The part, as the command has it.</summary>
    TPart ToPart();
}

/// <summary>部分. A part of a command, asked for as the input that stands for it.</summary>
/// <typeparam name="TInput">The input.</typeparam>
/// <typeparam name="TPart">The part.</typeparam>
internal class PartParameter<TInput, TPart> : ParameterKind where TInput : class, IInputOf<TPart>
{
    public override bool Fits(Type type) => type == typeof(TPart);

    public override Type GraphTypeOf(Type type) => typeof(GraphQLClrInputTypeReference<TInput>);

    public override object Read(object given, string field) => ((TInput)given).ToPart()!;
}

/// <summary>参数种类表. Which kind a parameter is of, found once.</summary>
internal static class ParameterKinds
{
    private static readonly ParameterKind[] Known = [.. Instances()];

    public static ParameterKind Of(Type type) => Array.Find(Known, kind => kind.Fits(type)) ?? PlainParameter.Instance;

    private static IEnumerable<ParameterKind> Instances()
    {
        var types = typeof(ParameterKinds).Assembly.GetTypes().Where(type => !type.IsAbstract && !type.IsGenericTypeDefinition).ToList();
        foreach (var kind in types.Where(type => type.IsSubclassOf(typeof(ParameterKind)) && type != typeof(PlainParameter)))
        {
            yield return (ParameterKind)Activator.CreateInstance(kind)!;
        }

        foreach (var input in types)
        {
            if (input.GetInterfaces().FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IInputOf<>)) is { } of)
            {
                yield return (ParameterKind)Activator.CreateInstance(typeof(PartParameter<,>).MakeGenericType(input, of.GetGenericArguments()[0]))!;
            }
        }
    }
}
