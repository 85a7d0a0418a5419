using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using GraphQL;
using GraphQL.DI;
using GraphQL.Execution;
using GraphQL.Instrumentation;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace ShuangDa.GraphQL.Transport;

/// <summary>按计划执行. GraphQL.NET's executer, which takes from an operation's plan what it would otherwise work out for each request.</summary>
internal sealed class PlannedExecuter(PlannedValidation validation, IEnumerable<IConfigureExecution> configurations)
    : DocumentExecuter(new GraphQLDocumentBuilder(), validation, new PlannedStrategies(), configurations)
{
    protected override ExecutionContext BuildExecutionContext(ExecutionOptions options, GraphQLDocument document, GraphQLOperationDefinition operation, IValidationResult validationResult, Metrics metrics)
    {
        if (options.UserContext is not GraphQLRequestContext { Plan.Valid.Selections: { } selections })
            return base.BuildExecutionContext(options, document, operation, validationResult, metrics);
        // The base class copies the values into concurrent dictionaries, because merged fields are added to them; here nothing is merged.
        return new PlannedContext
        {
            Selections = selections,
            Document = document,
            Schema = options.Schema!,
            RootValue = options.Root,
            UserContext = options.UserContext,
            ExecutionOptions = options,
            Operation = operation,
            Variables = validationResult.Variables ?? Variables.None,
            ArgumentValues = validationResult.ArgumentValues,
            DirectiveValues = validationResult.DirectiveValues,
            Errors = [],
            InputExtensions = options.Extensions ?? Inputs.Empty,
            OutputExtensions = [],
            CancellationToken = options.CancellationToken,
            Metrics = metrics,
            Listeners = options.Listeners,
            ThrowOnUnhandledException = options.ThrowOnUnhandledException,
            UnhandledExceptionDelegate = options.UnhandledExceptionDelegate,
            MaxParallelExecutionCount = options.MaxParallelExecutionCount,
            RequestServices = options.RequestServices,
            User = options.User,
            ExecutionStrategy = PlannedStrategies.For(operation.Operation),
        };
    }
}

/// <summary>计划上下文. An execution whose selections are known beforehand.</summary>
internal sealed class PlannedContext : ExecutionContext
{
    internal required SelectionCache Selections { get; init; }

    /// <summary>The fields of a selection on an object type.</summary>
    internal ObjectSelection SelectionOf(IObjectGraphType type, GraphQLSelectionSet selections) =>
        PlannedStrategies.SelectionOf(this, type, selections);
}

/// <summary>执行方式. Queries side by side, mutations one after the other, subscriptions as streams.</summary>
internal sealed class PlannedStrategies : IExecutionStrategySelector
{
    private static readonly ParallelSelections Queries = new();
    private static readonly SerialSelections Mutations = new();
    private static readonly SubscriptionExecutionStrategy Subscriptions = new(Queries);

    public IExecutionStrategy Select(ExecutionContext context) => For(context.Operation.Operation);

    internal static ObjectSelection SelectionOf(PlannedContext context, IObjectGraphType type, GraphQLSelectionSet selections) =>
        Queries.SelectionOf(context, type, selections);

    internal static IExecutionStrategy For(OperationType operation) => operation switch
    {
        OperationType.Mutation => Mutations,
        OperationType.Subscription => Subscriptions,
        _ => Queries,
    };

    private class ParallelSelections : ParallelExecutionStrategy
    {
        protected override ExecutionNode BuildExecutionNode(ExecutionNode parent, IGraphType graphType, GraphQLField field, FieldType fieldDefinition, int? indexInParentNode = null)
        {
            var type = graphType is NonNullGraphType nonNull ? nonNull.ResolvedType! : graphType;
            return type is IObjectGraphType or IAbstractGraphType
                ? new PlannedObject(parent, type, field, fieldDefinition, indexInParentNode)
                : base.BuildExecutionNode(parent, type, field, fieldDefinition, indexInParentNode);
        }

        internal ObjectSelection SelectionOf(PlannedContext context, IGraphType type, GraphQLSelectionSet selections) =>
            context.Selections.Of(this, context, type, selections, static (strategy, context, type, selections) =>
                strategy.CollectFieldsFrom(context, type, selections, null));

        protected override void SetSubFieldNodes(ExecutionContext context, ObjectExecutionNode parent)
        {
            if (parent is PlannedObject { Written: not null })
                parent.SubFields = [];
            else if (context is PlannedContext planned)
                SelectionOf(planned, parent.GetObjectGraphType(context.Schema) ?? parent.GraphType, parent.SelectionSet!).Fill(parent);
            else
                base.SetSubFieldNodes(context, parent);
        }
    }

    // A field of a mutation is complete, with all that is asked below it, before the next one begins. The engine's own strategy keeps what is
    // loaded in batches until all of them are done, and so would show in the first what the last has changed.
    private sealed class SerialSelections : ParallelSelections
    {
        public override async Task ExecuteNodeTreeAsync(ExecutionContext context, ExecutionNode rootNode)
        {
            foreach (var field in ((RootExecutionNode)rootNode).SubFields!)
                await base.ExecuteNodeTreeAsync(context, field);
        }
    }
}

/// <summary>选择集缓存. The fields of each selection of an operation for each object type it meets.</summary>
internal sealed class SelectionCache
{
    private readonly ConcurrentDictionary<(GraphQLSelectionSet Selections, IGraphType Type), ObjectSelection> known = new(ByReference.Instance);

    internal delegate Dictionary<string, (GraphQLField Field, FieldType Definition)> Collect<TStrategy>(TStrategy strategy, ExecutionContext context, IGraphType type, GraphQLSelectionSet selections);

    private readonly ConcurrentDictionary<GraphQLSelectionSet, object?> kept = new(ReferenceEqualityComparer.Instance);

    /// <summary>What somebody has worked out of a selection and keeps with the document.</summary>
    internal T? Kept<T>(GraphQLSelectionSet selections, Func<T?> make) where T : class
    {
        if (!kept.TryGetValue(selections, out var known))
            known = kept.GetOrAdd(selections, make());
        return (T?)known;
    }

    internal ObjectSelection Of<TStrategy>(TStrategy strategy, ExecutionContext context, IGraphType type, GraphQLSelectionSet selections,
        Collect<TStrategy> collect)
    {
        if (!known.TryGetValue((selections, type), out var selection))
        {
            selection = new ObjectSelection([.. collect(strategy, context, type, selections).Select(selected => new Subfield(selected.Key, selected.Value.Field, selected.Value.Definition))]);
            known.TryAdd((selections, type), selection);
        }
        return selection;
    }

    private sealed class ByReference : IEqualityComparer<(GraphQLSelectionSet Selections, IGraphType Type)>
    {
        internal static readonly ByReference Instance = new();

        public bool Equals((GraphQLSelectionSet Selections, IGraphType Type) x, (GraphQLSelectionSet Selections, IGraphType Type) y) =>
            ReferenceEquals(x.Selections, y.Selections) && ReferenceEquals(x.Type, y.Type);

        public int GetHashCode((GraphQLSelectionSet Selections, IGraphType Type) key) =>
            RuntimeHelpers.GetHashCode(key.Selections) * 31 + RuntimeHelpers.GetHashCode(key.Type);
    }
}

/// <summary>子字段. A field of a selection, with what an execution node needs.</summary>
internal sealed class Subfield(string name, GraphQLField field, FieldType definition)
{
    private readonly IGraphType type = definition.ResolvedType is NonNullGraphType nonNull ? nonNull.ResolvedType! : definition.ResolvedType!;

    internal string Name => name;

    internal FieldType Definition => definition;

    internal GraphQLSelectionSet? Selections { get; } = field.SelectionSet;

    /// <summary>The name as it is written.</summary>
    internal JsonEncodedText WrittenName { get; } = JsonEncodedText.Encode(name, ResultWriter.Options.Encoder);

    /// <summary>How the value is read where the field is a plain one.</summary>
    internal PlainResolver? Plain { get; } = definition.ResolvedType is ScalarGraphType or NonNullGraphType { ResolvedType: ScalarGraphType } ? definition.Resolver as PlainResolver : null;

    /// <summary>Whether there must be a value.</summary>
    internal bool IsRequired => definition.ResolvedType is NonNullGraphType;

    /// <summary>The value as it is written.</summary>
    internal object? Serialize(object? value) => ((ScalarGraphType)type).Serialize(value);

    internal ExecutionNode Node(ExecutionNode parent) => type switch
    {
        ScalarGraphType scalar => new ValueExecutionNode(parent, scalar, field, definition, null),
        ListGraphType => new ArrayExecutionNode(parent, type, field, definition, null),
        _ => new PlannedObject(parent, type, field, definition, null),
    };
}
