using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace ShuangDa.GraphQL.Transport;

/// <summary>应答格式. The forms in which an operation can be answered.</summary>
internal enum ResponseForm
{
    /// <summary>None that the caller accepts.</summary>
    None,

    /// <summary><c>application/json</c>: 200 also for a document that cannot be run, as old clients expect.</summary>
    Json,

    /// <summary><c>application/graphql-response+json</c>: the status tells what happened.</summary>
    GraphQLResponse,

    /// <summary><c>text/event-stream</c>: <c>next</c> and <c>complete</c> events.</summary>
    EventStream,

    /// <summary><c>text/html</c>: a browser; it gets GraphiQL.</summary>
    Html,
}

/// <summary>内容协商. Reads what a caller accepts: <c>Accept</c>, <c>Accept-Language</c>, and the type of a body.</summary>
internal static class Negotiation
{
    internal const string Json = "application/json";
    internal const string GraphQLResponse = "application/graphql-response+json";
    internal const string EventStream = "text/event-stream";

    /// <summary>The form the caller likes best: the highest quality, among equals the first named. No header, and wildcards, mean JSON.</summary>
    internal static ResponseForm FormOf(StringValues accept, bool html)
    {
        if (accept.Count == 1 && Exactly(accept[0]) is { } exact)
            return exact;
        var best = ResponseForm.None;
        double bestQuality = 0;
        var anything = true;
        foreach (var line in accept)
        {
            foreach (var part in line.AsSpan().Split(','))
            {
                var item = line.AsSpan()[part].Trim();
                if (item.IsEmpty)
                    continue;
                anything = false;
                var range = Parts(item);
                if (range.Quality <= bestQuality || !range.IsUtf8)
                    continue;
                var form = Form(range.Type, html);
                if (form != ResponseForm.None)
                    (best, bestQuality) = (form, range.Quality);
            }
        }
        return anything ? ResponseForm.Json : best;
    }

    /// <summary>Whether a body of this type is JSON in UTF-8.</summary>
    internal static bool IsJson(string? contentType)
    {
        if (contentType is Json)
            return true;
        var type = Parts(contentType.AsSpan().Trim());
        return Is(type.Type, Json) && type.IsUtf8;
    }

    /// <summary>Whether texts are to be in English: English is named with a higher quality than Chinese. Everybody else reads Chinese.</summary>
    internal static bool English(StringValues acceptLanguage)
    {
        if (acceptLanguage.Count == 0)
            return false;
        double english = 0, chinese = 0;
        foreach (var line in acceptLanguage)
        {
            foreach (var part in line.AsSpan().Split(','))
            {
                var language = Parts(line.AsSpan()[part].Trim());
                if (Is(language.Type, "en") || language.Type.StartsWith("en-", StringComparison.OrdinalIgnoreCase))
                    english = Math.Max(english, language.Quality);
                else if (Is(language.Type, "zh") || language.Type.StartsWith("zh-", StringComparison.OrdinalIgnoreCase))
                    chinese = Math.Max(chinese, language.Quality);
            }
        }
        return english > chinese;
    }

    private static ResponseForm? Exactly(string? accept) => accept switch
    {
        Json or "*/*" => ResponseForm.Json,
        GraphQLResponse => ResponseForm.GraphQLResponse,
        EventStream => ResponseForm.EventStream,
        _ => null,
    };

    private static ResponseForm Form(ReadOnlySpan<char> type, bool html) =>
        Is(type, GraphQLResponse) ? ResponseForm.GraphQLResponse
        : Is(type, Json) || Is(type, "*/*") || Is(type, "application/*") ? ResponseForm.Json
        : Is(type, EventStream) ? ResponseForm.EventStream
        : html && Is(type, "text/html") ? ResponseForm.Html
        : ResponseForm.None;

    private static Parsed Parts(ReadOnlySpan<char> item)
    {
        var parsed = new Parsed { Quality = 1 };
        var first = true;
        foreach (var range in item.Split(';'))
        {
            var part = item[range].Trim();
            if (first)
            {
                parsed.Type = part;
                first = false;
            }
            else if (part.StartsWith("q=", StringComparison.OrdinalIgnoreCase))
            {
                parsed.Quality = double.TryParse(part[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quality) ? quality : 0;
            }
            else if (part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))
            {
                parsed.Charset = part[8..].Trim('"');
            }
        }
        return parsed;
    }

    private static bool Is(ReadOnlySpan<char> text, string expected) => text.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private ref struct Parsed
    {
        public ReadOnlySpan<char> Type;
        public double Quality;
        public ReadOnlySpan<char> Charset;

        public readonly bool IsUtf8 => Charset.IsEmpty || Is(Charset, "utf-8") || Is(Charset, "utf8");
    }
}
