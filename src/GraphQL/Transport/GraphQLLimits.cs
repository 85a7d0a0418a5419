namespace ShuangDa.GraphQL.Transport;

/// <summary>接口限额. What one request may ask of the server. Every bound that is passed is answered with <c>LIMIT_EXCEEDED</c>; every one can be set under <c>GraphQL:Limits</c>.</summary>
public sealed class GraphQLLimits
{
    /// <summary>请求体字节数. Size of a request body, in bytes; answered with 413 as soon as it is passed, not after reading on.</summary>
    public int BodyBytes { get; set; } = 1024 * 1024;

    /// <summary>文档字节数. Size of a GraphQL document, in bytes of UTF-8.</summary>
    public int DocumentBytes { get; set; } = 32 * 1024;

    /// <summary>文档词元数. Lexical tokens in a document, counted before it is parsed.</summary>
    public int Tokens { get; set; } = 2_000;

    /// <summary>查询深度. Nested fields in an operation; a root field is at depth 1, fragments add nothing.</summary>
    public int Depth { get; set; } = 12;

    /// <summary>别名数. Aliases in a document.</summary>
    public int Aliases { get; set; } = 30;

    /// <summary>片段数. Named fragments in a document.</summary>
    public int Fragments { get; set; } = 60;

    /// <summary>重复字段数. How often one selection may ask for the same field, its fragments included.</summary>
    public int Repeats { get; set; } = 50;

    /// <summary>查询代价. Cost of an operation: an object counts 1, a plain value a tenth, and what stands in a list is multiplied by the size of the page.</summary>
    public int Cost { get; set; } = 5_000;

    /// <summary>默认页长. Rows that a connection is taken to have when neither <c>first</c> nor <c>last</c> is given.</summary>
    public int DefaultPage { get; set; } = 20;

    /// <summary>不分页列表长度. Items that a list without paging arguments is taken to have.</summary>
    public int UnpagedList { get; set; } = 5;

    /// <summary>自省深度. Nested fields under <c>__schema</c> and <c>__type</c>, which do not count towards <see cref="Depth"/>; the common clients ask for about 15.</summary>
    public int IntrospectionDepth { get; set; } = 20;

    /// <summary>变量嵌套深度. Nested lists and objects in variables and extensions.</summary>
    public int VariableDepth { get; set; } = 32;

    /// <summary>变量值数. Values in variables and extensions together.</summary>
    public int VariableValues { get; set; } = 20_000;

    /// <summary>执行时限. How long a query or mutation may run, in real time; then <c>TIMEOUT</c>.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>同时查询数. Queries that one account may have at work at a time; commands are not counted.</summary>
    public int QueriesAtATime { get; set; } = 8;

    /// <summary>等候查询数. Queries of one account beyond those that may wait for their turn.</summary>
    public int QueriesWaiting { get; set; } = 64;

    /// <summary>查询等候时限. How long a query waits for its turn: as long as those before it may run, so that a slow hour refuses nobody who asks twelve things at once.</summary>
    public TimeSpan QueryWait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>每人事件流数. Event streams that one account may have open.</summary>
    public int StreamsPerCaller { get; set; } = 16;

    /// <summary>事件流总数. Event streams that all accounts together may have open on one silo.</summary>
    public int Streams { get; set; } = 1_000;

    /// <summary>缓存文档数. Documents whose parsed and validated form is kept.</summary>
    public int CachedDocuments { get; set; } = 1_000;

    /// <summary>缓存字节数. Bytes of text that the documents kept may have together; their parsed form takes some twenty times as much.</summary>
    public int CachedBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>自动登记文档数. Documents kept for clients that send only their SHA-256 (automatic persisted queries).</summary>
    public int AutomaticDocuments { get; set; } = 1_000;

    /// <summary>事件积压数. Events that may wait for a slow subscriber; then its stream is ended, and it resumes with <c>Last-Event-ID</c>.</summary>
    public int StreamBacklog { get; set; } = 1_000;

    /// <summary>保活间隔. How often an idle event stream gets a comment, so that proxies keep it open.</summary>
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(15);

    internal IEnumerable<string> Faults()
    {
        (string Name, int Value)[] counts =
        [
            (nameof(BodyBytes), BodyBytes), (nameof(DocumentBytes), DocumentBytes), (nameof(Tokens), Tokens), (nameof(Depth), Depth),
            (nameof(Aliases), Aliases), (nameof(Fragments), Fragments), (nameof(Repeats), Repeats), (nameof(Cost), Cost), (nameof(DefaultPage), DefaultPage), (nameof(UnpagedList), UnpagedList),
            (nameof(IntrospectionDepth), IntrospectionDepth), (nameof(VariableDepth), VariableDepth), (nameof(VariableValues), VariableValues),
            (nameof(CachedDocuments), CachedDocuments), (nameof(CachedBytes), CachedBytes), (nameof(AutomaticDocuments), AutomaticDocuments), (nameof(StreamBacklog), StreamBacklog),
            (nameof(QueriesAtATime), QueriesAtATime), (nameof(QueriesWaiting), QueriesWaiting), (nameof(StreamsPerCaller), StreamsPerCaller), (nameof(Streams), Streams),
        ];
        foreach (var (name, value) in counts)
        {
            if (value < 1)
                yield return $"GraphQL:Limits:{name} must be at least 1, but is {value}.";
        }
        if (Timeout <= TimeSpan.Zero)
            yield return $"GraphQL:Limits:{nameof(Timeout)} must be positive, but is {Timeout}.";
        if (QueryWait <= TimeSpan.Zero)
            yield return $"GraphQL:Limits:{nameof(QueryWait)} must be positive, but is {QueryWait}.";
        if (KeepAlive <= TimeSpan.Zero)
            yield return $"GraphQL:Limits:{nameof(KeepAlive)} must be positive, but is {KeepAlive}.";
    }
}
