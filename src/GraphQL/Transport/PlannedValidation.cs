using System.Collections;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQL.Validation.Rules;
using GraphQLParser.AST;
using Microsoft.Extensions.Options;

namespace ShuangDa.GraphQL.Transport;

/// <summary>按计划校验. Validates a document once, and for every request what depends on the request: variables, cost, and what the gates say of the caller.</summary>
internal sealed class PlannedValidation(IOptions<GraphQLLimits> limits, IOptions<TransportOptions> options, IEnumerable<IOperationGate> gates) : IDocumentValidator
{
    private readonly DocumentValidator engine = new();
    private readonly IOperationGate[] gates = [.. gates];
    private readonly IValidationRule[] rules = [.. DocumentValidator.CoreRules, .. options.Value.DocumentRules];

    public Task<IValidationResult> ValidateAsync(in ValidationOptions options)
    {
        if (options.UserContext is not GraphQLRequestContext request)
            return engine.ValidateAsync(options);
        // The gates judge the plan: an operation that it is not the plan of must not slip past them.
        if (request.Plan is not { } plan || plan.Operation != options.Operation)
            throw new InvalidOperationException("The operation that is to be run is not the one that was planned.");
        return plan.Valid is { MustValidateAgain: false } valid ? Again(valid, request, options) : First(plan, request, options);
    }

    private async Task<IValidationResult> First(OperationPlan plan, GraphQLRequestContext request, ValidationOptions options)
    {
        var result = await engine.ValidateAsync(new ValidationOptions
        {
            Schema = options.Schema,
            Document = options.Document,
            Operation = options.Operation,
            Rules = rules,
            Variables = options.Variables,
            Extensions = options.Extensions,
            UserContext = options.UserContext,
            RequestServices = options.RequestServices,
            User = options.User,
            Metrics = options.Metrics,
            CancellationToken = options.CancellationToken,
        });
        if (!result.IsValid)
            return result;
        if (options.Document.Source.Span.Contains("\\u", StringComparison.Ordinal))
            await new NulSearch().VisitAsync(options.Document, default);
        if (plan.Valid is null)
        {
            plan.Valid = new ValidOperation(options.Schema, options.Document, options.Operation, new OperationSurvey(options.Schema, options.Document, options.Operation, limits.Value));
            request.Validated?.Invoke();
        }
        return Refusal(plan.Valid, options.Variables, request) is { } refused ? refused : result;
    }

    private async Task<IValidationResult> Again(ValidOperation valid, GraphQLRequestContext request, ValidationOptions options)
    {
        var (variables, errors) = await valid.Coerce(options);
        if (errors is not null)
            return new ValidationResult(errors);
        if (Refusal(valid, options.Variables, request) is { } refused)
            return refused;
        try
        {
            return new Passed(variables, valid.Arguments(variables), valid.Directives(variables));
        }
        catch (ValidationError error)
        {
            return new ValidationResult(error);
        }
    }

    private Refused? Refusal(ValidOperation valid, Inputs? variables, GraphQLRequestContext request)
    {
        var cost = valid.Cost(variables ?? Inputs.Empty);
        if (cost > limits.Value.Cost)
            return new Refused(LimitExceeded.Cost(limits.Value.Cost, cost));
        foreach (var gate in gates)
        {
            if (gate.Refuse(valid.Facts, request.Http.User) is { } refusal)
                return new Refused(refusal);
        }
        return null;
    }

    private sealed class Passed(Variables variables, IReadOnlyDictionary<GraphQLField, IDictionary<string, ArgumentValue>>? arguments, IReadOnlyDictionary<ASTNode, IDictionary<string, DirectiveInfo>>? directives) : IValidationResult
    {
        public bool IsValid => true;
        public ExecutionErrors Errors => [];
        public Variables? Variables => variables;
        public IReadOnlyDictionary<GraphQLField, IDictionary<string, ArgumentValue>>? ArgumentValues => arguments;
        public IReadOnlyDictionary<ASTNode, IDictionary<string, DirectiveInfo>>? DirectiveValues => directives;
    }

    private sealed class Refused(ExecutionError error) : IValidationResult
    {
        public bool IsValid => false;
        public ExecutionErrors Errors { get; } = [error];
        public Variables? Variables => null;
        public IReadOnlyDictionary<GraphQLField, IDictionary<string, ArgumentValue>>? ArgumentValues => null;
        public IReadOnlyDictionary<ASTNode, IDictionary<string, DirectiveInfo>>? DirectiveValues => null;
    }

    private sealed class NulSearch : GraphQLParser.Visitors.ASTVisitor<NulSearch.Nothing>
    {
        protected override ValueTask VisitStringValueAsync(GraphQLStringValue stringValue, Nothing context) =>
            GraphQLCall.ProblemWith(stringValue.Value.Span) is { } problem ? throw problem : base.VisitStringValueAsync(stringValue, context);

        internal readonly struct Nothing : GraphQLParser.Visitors.IASTVisitorContext
        {
            public CancellationToken CancellationToken => default;
        }
    }
}
