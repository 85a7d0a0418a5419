using GraphQL.Validation;

namespace ShuangDa.GraphQL.Transport;

/// <summary>传输设置. How the GraphQL endpoint behaves; figures are in <see cref="GraphQLLimits"/>.</summary>
public sealed class TransportOptions
{
    /// <summary>须登录. Whether operations are refused with <c>UNAUTHENTICATED</c> unless somebody is signed in.</summary>
    public bool RequireSignedIn { get; set; } = true;

    /// <summary>公开模式. Whether the schema may be read without signing in; by default only in Development.</summary>
    public bool? OpenSchema { get; set; }

    /// <summary>文档目录. A folder of <c>*.graphql</c> documents that clients may name instead of sending: by file name without ending, or by <c>sha256:…</c>. Null for none.</summary>
    public string? DocumentsFolder { get; set; }

    /// <summary>
    /// 登记文档. Texts of documents that clients may name by <c>sha256:…</c>, or as automatically persisted ones without having sent them: the
    /// dashboard's.
    /// </summary>
    public IList<string> Documents { get; } = [];

    /// <summary>只准登记文档. Whether only <see cref="Documents"/> and those of <see cref="DocumentsFolder"/> are run.</summary>
    public bool OnlyKnownDocuments { get; set; }

    /// <summary>附加校验规则. Rules beside GraphQL's own. They see a document once, not every request: nothing in them may depend on the caller or the variables.</summary>
    public IList<IValidationRule> DocumentRules { get; } = [];
}
