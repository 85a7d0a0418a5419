using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Columns;
using ShuangDa.GraphQL.Conventions.Written;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>
/// 约定类型. A GraphQL type made from a class by this house's conventions, beyond the engine's own: a method that takes a <see cref="PageRequest"/> or a
/// <see cref="Listing{TRow, TNode}"/> has their arguments; a method of a node that takes the concept's state is a field that the state answers; and
/// what a node's row offers are fields of it.
/// </summary>
/// <typeparam name="T">The class.</typeparam>
internal class ShapedType<T> : AutoRegisteringObjectGraphType<T>
{
    /// <inheritdoc/>
    protected override IEnumerable<FieldType> ProvideFields() => base.ProvideFields().Concat(RowFields.Of(typeof(T)));

    /// <inheritdoc/>
    protected override FieldType? CreateField(MemberInfo memberInfo)
    {
        var field = base.CreateField(memberInfo);
        if (field is null || memberInfo is not MethodInfo method)
        {
            return field;
        }

        foreach (var parameter in method.GetParameters())
        {
            foreach (var argument in ArgumentsOf(parameter.ParameterType) ?? [])
            {
                (field.Arguments ??= []).Add(argument);
            }
        }

        method.GetCustomAttributes().OfType<BelowAttribute>().SingleOrDefault()?.Of(typeof(T)).PutOn(field);
        if (StateOf(method) is { } state)
        {
            field.Resolver = (IFieldResolver)Activator.CreateInstance(typeof(StateResolver<>).MakeGenericType(typeof(T), state), method)!;
        }

        return field;
    }

    /// <inheritdoc/>
    protected override ArgumentInformation GetArgumentInformation<TParameterType>(FieldType fieldType, ParameterInfo parameterInfo)
    {
        var type = parameterInfo.ParameterType;
        Expression<Func<IResolveFieldContext, TParameterType>>? given = typeof(TParameterType) == typeof(PageRequest) ? context => (TParameterType)(object)PageRequest.Of(context)
            : type.IsAssignableTo(typeof(IListing)) ? Made<TParameterType>()
            // Whoever takes the state is called by the resolver of its own.
            : StateOf((MethodInfo)parameterInfo.Member) == type ? context => default!
            : null;
        return given is null
            ? base.GetArgumentInformation<TParameterType>(fieldType, parameterInfo)
            : new ArgumentInformation(parameterInfo, typeof(T), fieldType, new TypeInformation(parameterInfo)) { Expression = given };
    }

    private static Expression<Func<IResolveFieldContext, TListing>> Made<TListing>()
    {
        var context = Expression.Parameter(typeof(IResolveFieldContext), "context");
        return Expression.Lambda<Func<IResolveFieldContext, TListing>>(Expression.New(typeof(TListing).GetConstructor([typeof(IResolveFieldContext)])!, context), context);
    }

    private static QueryArguments? ArgumentsOf(Type parameter) => parameter == typeof(PageRequest) ? PageRequest.Arguments()
        : parameter.IsAssignableTo(typeof(IListing)) ? (QueryArguments)parameter.GetMethod(nameof(PageRequest.Arguments))!.Invoke(null, null)!
        : null;

    // The state that a method of a node takes, or null.
    private static Type? StateOf(MethodInfo method) => typeof(T).GetInterfaces()
        .Where(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IStateNode<>))
        .Select(one => one.GetGenericArguments()[0])
        .FirstOrDefault(state => method.GetParameters().Any(parameter => parameter.ParameterType == state));

    /// <summary>Answers a field from a node's state: at once where the node has it, else when the states of the whole level are read.</summary>
    private sealed class StateResolver<TState>(MethodInfo method) : IFieldResolver where TState : class
    {
        private readonly Func<object, TState, IResolveFieldContext, object?> _answer = Compile(method);

        public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
        {
            var node = (IStateNode<TState>)context.Source!;
            var services = context.RequestServices!;
            return new(node.State is { } state
                ? _answer(node, state, context)
                : Ready.From(
                    StoredStates.LoaderOf<TState>(context, services.GetRequiredService<Database>(), SubjectDoor.Of<TState>().Concept)
                        .LoadKnown(node.Subject),
                    stored => _answer(node, stored, context)));
        }

        private static Func<object, TState, IResolveFieldContext, object?> Compile(MethodInfo method)
        {
            var (node, state) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(TState)));
            var context = Expression.Parameter(typeof(IResolveFieldContext));
            var services = Expression.Property(context, nameof(IResolveFieldContext.RequestServices));
            var arguments = method.GetParameters().Select(parameter => parameter.ParameterType == typeof(TState) ? (Expression)state
                : parameter.ParameterType == typeof(IResolveFieldContext) ? context
                : Expression.Call(typeof(ServiceProviderServiceExtensions), nameof(ServiceProviderServiceExtensions.GetRequiredService), [parameter.ParameterType], services));
            var call = Expression.Call(method.IsStatic ? null : Expression.Convert(node, typeof(T)), method, arguments);
            var answer = Expression.Convert(call, typeof(object));
            return Expression.Lambda<Func<object, TState, IResolveFieldContext, object?>>(answer, node, state, context).Compile();
        }
    }
}

/// <summary>行的字段. The fields that a row offers.</summary>
internal static class RowFields
{
    /// <summary>The fields that the row which a class shows offers; none where it shows none.</summary>
    /// <param name="shower">The class behind the GraphQL type.</param>
    public static IEnumerable<FieldType> Of(Type shower) => RowOf(shower) is { } row
        ? (IEnumerable<FieldType>)typeof(RowFields).GetMethod(nameof(FieldsOf), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(row)
            .Invoke(null, [shower.IsAssignableTo(typeof(AsOf<>).MakeGenericType(row))])!
        : [];

    /// <summary>The row that a class shows, or null.</summary>
    /// <param name="shower">The class.</param>
    public static Type? RowOf(Type shower) => shower.GetInterfaces().FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IShowsRow<>))?.GetGenericArguments()[0];

    /// <summary>Whether a row is shown of past days as well, by the general type for that.</summary>
    /// <param name="row">The row.</param>
    public static bool HasPast(Type row) => row.GetProperties().Any(property => property.IsDefined(typeof(AsOfAttribute)))
        && !typeof(RowFields).Assembly.GetTypes().Any(type => type.BaseType == typeof(AsOf<>).MakeGenericType(row));

    /// <summary>Who may read the fields of a row that say so themselves.</summary>
    /// <param name="row">The row.</param>
    public static IEnumerable<(string Field, Readers Readers)> SaidBy(Type row) =>
        (IEnumerable<(string Field, Readers Readers)>)typeof(RowFields).GetMethod(nameof(SaidByColumns), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(row).Invoke(null, null)!;

    private static IEnumerable<(string Field, Readers Readers)> SaidByColumns<TRow>() where TRow : Row => RowColumn<TRow>.All
        .Where(column => column.Field is not null)
        .SelectMany(column => column.Property.GetCustomAttributes<ReadableByAttribute>().Select(said => (column.Field!, said.Readers)));

    private static IEnumerable<FieldType> FieldsOf<TRow>(bool isOfPast) where TRow : Row => RowColumn<TRow>.All
        .Where(column => column.Field is not null && (!isOfPast || column.IsOfPast))
        .Select(column => new FieldType
        {
            Name = column.Field!,
            Description = column.Description,
            Type = OutputOf(column.Kind.Shown, column.IsNullable),
            Resolver = new PlainResolver(
                source => column.Kind.Show(((IShowsRow<TRow>)source).Row),
                [column.Property.Name],
                (json, source) => column.Kind.Write(json, ((IShowsRow<TRow>)source).Row)),
        });

    private static Type OutputOf(Type shown, bool isNullable)
    {
        var type = typeof(GraphQLClrOutputTypeReference<>).MakeGenericType(shown);
        return isNullable ? type : typeof(NonNullGraphType<>).MakeGenericType(type);
    }
}

/// <summary>类型对应. Which GraphQL types stand for this house's classes; the engine's own conventions answer for all others.</summary>
internal sealed class HouseTypes : IGraphTypeMappingProvider
{
    private static readonly Dictionary<Type, Type> Generic = new()
    {
        [typeof(Connection<>)] = typeof(ConnectionType<>),
        [typeof(Edge<>)] = typeof(EdgeType<>),
        [typeof(EnumFilter<>)] = typeof(EnumFilterInput<>),
        [typeof(AsOf<>)] = typeof(AsOfType<>),
    };

    private static readonly ConcurrentDictionary<(Type Type, bool IsInput), Type?> Known = [];

    /// <inheritdoc/>
    public Type? GetGraphTypeFromClrType(Type clrType, bool isInputType, Type? preferredGraphType) => Known.GetOrAdd((clrType, isInputType), static of => Find(of.Type, of.IsInput)) ?? preferredGraphType;

    private static Type? Find(Type type, bool isInput) =>
        type.IsGenericType && Generic.TryGetValue(type.GetGenericTypeDefinition(), out var shaped) ? shaped.MakeGenericType(type.GetGenericArguments())
        : !isInput && type.Assembly == typeof(HouseTypes).Assembly && type is { IsClass: true, IsAbstract: false, IsGenericType: false } && IsShaped(type) ? typeof(ShapedType<>).MakeGenericType(type)
        : null;

    private static bool IsShaped(Type type) => type.IsAssignableTo(typeof(INode))
        || RowFields.RowOf(type) is not null
        || type.GetMethods().Any(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(PageRequest) || parameter.ParameterType.IsAssignableTo(typeof(IListing))));
}
