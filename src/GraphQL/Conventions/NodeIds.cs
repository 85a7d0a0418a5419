using System.Buffers.Text;
using System.Text;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>全局编号. A node's <c>id</c>: opaque to clients, stable for ever. Inside it is the subject's name.</summary>
public static class NodeIds
{
    /// <summary>The id of a subject.</summary>
    /// <param name="subject">The subject's name, such as <c>licence/XK18-978-00001</c>.</param>
    public static string Of(string subject) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(subject));

    /// <summary>The subject of an id, or null when the id is none of ours.</summary>
    /// <param name="id">What a client sent.</param>
    public static string? SubjectOf(string? id)
    {
        if (string.IsNullOrEmpty(id) || id.Length > 1000 || !Base64Url.IsValid(id))
        {
            return null;
        }

        try
        {
            var subject = new UTF8Encoding(false, true).GetString(Base64Url.DecodeFromChars(id));
            return subject.IndexOf('/', StringComparison.Ordinal) is var slash && slash > 0 && slash < subject.Length - 1 && !subject.Contains('\0', StringComparison.Ordinal) ? subject : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
