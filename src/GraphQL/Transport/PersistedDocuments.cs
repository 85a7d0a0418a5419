using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace ShuangDa.GraphQL.Transport;

/// <summary>
/// 登记文档. Documents that a client may name instead of sending them: those of the dashboard and of a folder, for as long as the process runs,
/// and those that clients have sent with their SHA-256, as long as there is room.
/// </summary>
internal sealed class PersistedDocuments
{
    private readonly BoundedMap<byte[]> automatic;
    private readonly Dictionary<string, byte[]> known = new(StringComparer.Ordinal);

    public PersistedDocuments(IOptions<TransportOptions> options, IOptions<GraphQLLimits> limits)
    {
        automatic = new BoundedMap<byte[]>(limits.Value.AutomaticDocuments, limits.Value.CachedBytes);
        foreach (var text in options.Value.Documents)
            Register(Encoding.UTF8.GetBytes(text));
        if (options.Value.DocumentsFolder is not { } folder)
            return;
        if (!Directory.Exists(folder))
            throw new InvalidOperationException($"GraphQL:DocumentsFolder names {folder}, which is not there.");
        foreach (var file in Directory.EnumerateFiles(folder, "*.graphql").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllBytes(file);
            known[Path.GetFileNameWithoutExtension(file)] = text;
            Register(text);
        }

        void Register(byte[] text) => known[$"sha256:{Hash(text)}"] = text;
    }

    /// <summary>The document a client names by file name or <c>sha256:…</c>, and how it is known; null when there is none.</summary>
    internal byte[]? Named(string documentId, out DocumentSource source)
    {
        source = DocumentSource.Registered;
        if (known.TryGetValue(documentId, out var text))
            return text;
        return documentId.StartsWith("sha256:", StringComparison.Ordinal) ? Hashed(documentId["sha256:".Length..], out source) : null;
    }

    /// <summary>The document with this SHA-256, in lower-case hexadecimal, and how it is known; null when there is none.</summary>
    internal byte[]? Hashed(string sha256, out DocumentSource source)
    {
        var isRegistered = known.TryGetValue($"sha256:{sha256}", out var text);
        source = isRegistered ? DocumentSource.Registered : DocumentSource.Automatic;
        return isRegistered || automatic.TryGet(Encoding.UTF8.GetBytes(sha256), out text) ? text : null;
    }

    internal bool IsKnown(ReadOnlySpan<byte> text) => known.ContainsKey($"sha256:{Hash(text)}");

    internal void Remember(string sha256, byte[] text) => automatic.Add(Encoding.UTF8.GetBytes(sha256), text, text.Length);

    internal static string Hash(ReadOnlySpan<byte> text) => Convert.ToHexStringLower(SHA256.HashData(text));
}
