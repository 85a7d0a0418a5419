using System.Text;
using GraphQL.Execution;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace ShuangDa.GraphQL.Transport;

/// <summary>文档缓存. Turns the text of a document into something that can be run, and remembers what has proved valid.</summary>
internal sealed class DocumentCache(GraphQLLimits limits)
{
    // Deep enough for every document that the depth limit lets pass, shallow enough for any thread's stack.
    private const int DeepestSyntax = 100;

    private readonly BoundedMap<CachedDocument> documents = new(limits.CachedDocuments, limits.CachedBytes);

    internal CachedDocument? Find(ReadOnlySpan<byte> text) => documents.TryGet(text, out var document) ? document : null;

    internal void Keep(CachedDocument document) => documents.Add(document.Key, document, document.Key.Length);

    /// <summary>Counts, parses and measures a document that is not in the cache. It enters the cache when it has proved valid.</summary>
    /// <exception cref="LimitExceeded">It is too long, too deep, or has too many aliases or fields.</exception>
    /// <exception cref="SyntaxError">It is no GraphQL.</exception>
    internal CachedDocument Read(string text)
    {
        var key = Encoding.UTF8.GetBytes(text);
        if (key.Length > limits.DocumentBytes)
            throw LimitExceeded.Document(limits.DocumentBytes);
        GraphQLDocument document;
        try
        {
            CountTokens(text);
            document = Parser.Parse(text, new ParserOptions { Ignore = IgnoreOptions.Comments, MaxDepth = DeepestSyntax });
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw LimitExceeded.Depth(limits.Depth);
        }
        catch (GraphQLSyntaxErrorException notGraphQL)
        {
            throw new SyntaxError(notGraphQL);
        }
        return new CachedDocument(key, document, DocumentShape.Measure(document, limits));
    }

    // The parser bounds depth but not length: a long flat document is refused before it becomes a tree.
    private void CountTokens(string text)
    {
        var count = 0;
        for (var token = Lexer.Lex(text); token.Kind != TokenKind.EOF; token = Lexer.Lex(text, token.End))
        {
            if (token.Kind != TokenKind.COMMENT && ++count > limits.Tokens)
                throw LimitExceeded.Tokens(limits.Tokens);
        }
    }
}

/// <summary>已解析文档. A parsed document with a plan for each of its operations.</summary>
internal sealed class CachedDocument(byte[] key, GraphQLDocument document, IReadOnlyList<OperationPlan> plans)
{
    internal byte[] Key => key;

    internal GraphQLDocument Document => document;

    /// <summary>The plan of the operation asked for; null when it is not there or not clear which is meant (the engine then says so).</summary>
    internal OperationPlan? PlanFor(string? operationName)
    {
        if (string.IsNullOrEmpty(operationName))
            return plans.Count == 1 ? plans[0] : null;
        foreach (var plan in plans)
        {
            if (plan.Operation.Name is { } name && name.Value.Span.SequenceEqual(operationName))
                return plan;
        }
        return null;
    }
}
