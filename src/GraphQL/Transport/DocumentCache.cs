using System.Diagnostics.Metrics;
using System.Text;
using GraphQL.Execution;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using ShuangDa.Grains.Journal;

namespace ShuangDa.GraphQL.Transport;

/// <summary>文档缓存. Turns the text of a document into something that can be run, and remembers what has proved valid.</summary>
internal sealed class DocumentCache : IDisposable
{
    // Deep enough for every document that the depth limit lets pass, shallow enough for any thread's stack.
    private const int DeepestSyntax = 100;

    private readonly GraphQLLimits limits;
    private readonly BoundedMap<CachedDocument> documents;
    private readonly Meter meter;
    private readonly Counter<long> asked;

    public DocumentCache(GraphQLLimits limits)
    {
        this.limits = limits;
        documents = new(limits.CachedDocuments, limits.CachedBytes);
        meter = new Meter(new MeterOptions(CommitMeters.MeterName) { Scope = this });
        asked = meter.CreateCounter<long>(
            "shuangda.graphql.documents", "{document}", "Documents of requests, and whether they stood in the cache");
    }

    public void Dispose() => meter.Dispose();

    /// <summary>Counts a document that a request asked to run: the share of hits is how often nothing had to be parsed.</summary>
    internal void Count(DocumentSource source, bool isCached) => Count(source, isCached ? "hit" : "miss");

    /// <summary>Counts a document that a request named and nobody knows.</summary>
    internal void CountUnknown(DocumentSource source) => Count(source, "unknown");

    private void Count(DocumentSource source, string cache) => asked.Add(1, new("source", NameOf(source)), new("cache", cache));

    private static string NameOf(DocumentSource source) => source switch
    {
        DocumentSource.Registered => "registered",
        DocumentSource.Automatic => "automatic",
        _ => "text",
    };

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
        catch (IndexOutOfRangeException)
        {
            // The parser falls over its own message about a character at the end of a line's end.
            throw new MalformedRequest(new("query不是有效的GraphQL文档", "query is no valid GraphQL document"));
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

/// <summary>文档来历. How a request gave its document.</summary>
internal enum DocumentSource
{
    /// <summary>Its text was sent.</summary>
    Text,

    /// <summary>By the SHA-256 of a text that some client has sent.</summary>
    Automatic,

    /// <summary>By the name or SHA-256 of one that is registered.</summary>
    Registered,
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
