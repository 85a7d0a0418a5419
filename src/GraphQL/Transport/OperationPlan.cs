using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace ShuangDa.GraphQL.Transport;

/// <summary>操作计划. An operation of a cached document, and, once it has been validated, what need not be worked out again for the next request.</summary>
internal sealed class OperationPlan(GraphQLOperationDefinition operation, bool introspects)
{
    internal GraphQLOperationDefinition Operation => operation;

    /// <summary>Whether the operation reads the schema (<c>__schema</c>, <c>__type</c>).</summary>
    internal bool Introspects => introspects;

    /// <summary>What is known after validation; null before.</summary>
    internal ValidOperation? Valid { get; set; }
}

/// <summary>有效操作. What is known of a valid operation: its cost, the fields it uses, its arguments as far as they do not depend on variables.</summary>
internal sealed class ValidOperation
{
    private readonly ISchema schema;
    private readonly GraphQLDocument document;
    private readonly CostOfFields cost;
    private readonly List<ArgumentUse> arguments;
    private readonly List<ASTNode> directives;
    private readonly Dictionary<GraphQLField, IDictionary<string, ArgumentValue>>? fixedArguments;
    private readonly Dictionary<ASTNode, IDictionary<string, DirectiveInfo>>? fixedDirectives;
    private ValidationContext? spare;
    private readonly double fixedCost;

    internal ValidOperation(ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation, OperationSurvey survey)
    {
        this.schema = schema;
        this.document = document;
        cost = survey.Cost;
        Facts = new OperationFacts(operation.Operation, operation.Name?.StringValue, survey.Fields);
        MustValidateAgain = survey.ValidatesArguments;
        Operation = operation;
        HasVariables = operation.Variables is { Count: > 0 };
        fixedCost = HasVariables ? 0 : cost.Of(GivenVariables.None);
        // What a resolver of a query gets is not changed by it; a mutation's input is made anew each time all the same.
        var share = operation.Operation != OperationType.Mutation;
        var fixedFields = survey.Arguments.Where(use => share && !use.UsesVariables).ToList();
        arguments = survey.Arguments.Where(use => !share || use.UsesVariables).ToList();
        directives = survey.Directives.Where(use => use.UsesVariables).Select(use => use.Node).ToList();
        if (fixedFields.Count > 0)
        {
            fixedArguments = [];
            foreach (var use in fixedFields)
                Add(fixedArguments, use, Variables.None);
        }
        var fixedNodes = survey.Directives.Where(use => !use.UsesVariables).ToList();
        if (fixedNodes.Count > 0)
        {
            fixedDirectives = [];
            foreach (var use in fixedNodes)
                Add(fixedDirectives, use.Node, Variables.None);
        }
        Selections = survey.Directives.Count == 0 && !survey.Merges ? new SelectionCache() : null;
    }

    internal GraphQLOperationDefinition Operation { get; }

    internal OperationFacts Facts { get; }

    /// <summary>Whether the operation takes variables.</summary>
    internal bool HasVariables { get; }

    /// <summary>Whether a field checks its arguments by code of its own, which must see those of every request.</summary>
    internal bool MustValidateAgain { get; }

    /// <summary>The fields of each selection, worked out once; null where directives decide it request by request.</summary>
    internal SelectionCache? Selections { get; }

    internal double Cost(Inputs variables) => HasVariables ? cost.Of(new GivenVariables(variables, Operation.Variables)) : fixedCost;

    /// <summary>Coerces this request's variables, which no request before has shown to be valid.</summary>
    internal async ValueTask<(Variables Variables, List<ValidationError>? Errors)> Coerce(ValidationOptions options)
    {
        if (!HasVariables)
            return (Variables.None, null);
        // A validation context remembers where the operation uses its variables; one is kept, so that they are not looked for again.
        var context = Interlocked.Exchange(ref spare, null) ?? new ValidationContext { Schema = schema, Document = document, Operation = Operation, TypeInfo = new TypeInfo(schema) };
        context.Variables = options.Variables;
        context.UserContext = options.UserContext;
        context.CancellationToken = options.CancellationToken;
        var coerced = await context.GetVariablesValuesAsync();
        context.Variables = null!;
        context.UserContext = null!;
        if (coerced.Errors is null)
            spare = context;
        return coerced;
    }

    internal IReadOnlyDictionary<GraphQLField, IDictionary<string, ArgumentValue>>? Arguments(Variables variables)
    {
        if (arguments.Count == 0)
            return fixedArguments;
        var all = fixedArguments is null ? [] : new Dictionary<GraphQLField, IDictionary<string, ArgumentValue>>(fixedArguments);
        foreach (var use in arguments)
            Add(all, use, variables);
        return all;
    }

    internal IReadOnlyDictionary<ASTNode, IDictionary<string, DirectiveInfo>>? Directives(Variables variables)
    {
        if (directives.Count == 0)
            return fixedDirectives;
        var all = fixedDirectives is null ? [] : new Dictionary<ASTNode, IDictionary<string, DirectiveInfo>>(fixedDirectives);
        foreach (var node in directives)
            Add(all, node, variables);
        return all;
    }

    private void Add(Dictionary<GraphQLField, IDictionary<string, ArgumentValue>> all, ArgumentUse use, Variables variables)
    {
        if (ExecutionHelper.GetArguments(use.Definition.Arguments, use.Field.Arguments, variables, document, use.Field, null) is { } values)
            all[use.Field] = values;
    }

    private void Add(Dictionary<ASTNode, IDictionary<string, DirectiveInfo>> all, ASTNode node, Variables variables)
    {
        if (ExecutionHelper.GetDirectives((IHasDirectivesNode)node, variables, schema, document) is { } values)
            all[node] = values;
    }
}

/// <summary>参数使用. A field that is given arguments.</summary>
internal sealed record ArgumentUse(GraphQLField Field, FieldType Definition, bool UsesVariables);

/// <summary>指令使用. A selection that bears directives.</summary>
internal sealed record DirectiveUse(ASTNode Node, bool UsesVariables);
