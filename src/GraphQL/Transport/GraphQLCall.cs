using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using GraphQL;

namespace ShuangDa.GraphQL.Transport;

/// <summary>调用. A GraphQL request as it came: a document (or its name), an operation in it, variables and extensions.</summary>
internal sealed class GraphQLCall
{
    private const int LongestNumber = 64;
    private static readonly JsonReaderOptions Json = new() { MaxDepth = 512 };

    /// <summary>The document in the cache, when its text was found there; then <see cref="Text"/> is not read.</summary>
    internal CachedDocument? Cached { get; private set; }

    internal string? Text { get; private set; }

    internal string? OperationName { get; private set; }

    internal string? DocumentId { get; private set; }

    internal string? Sha256 { get; private set; }

    internal Inputs Variables { get; private set; } = Inputs.Empty;

    internal Inputs Extensions { get; private set; } = Inputs.Empty;

    /// <summary>Reads the body of a POST.</summary>
    /// <exception cref="TransportError">It is no GraphQL request, or passes a limit.</exception>
    internal static GraphQLCall Read(ReadOnlySpan<byte> body, DocumentCache documents, GraphQLLimits limits)
    {
        if (body.StartsWith("\uFEFF"u8))
            body = body[3..];
        if (!Utf8.IsValid(body))
            throw new MalformedRequest(new("请求体不是有效的UTF-8", "The body is not valid UTF-8"));
        var call = new GraphQLCall();
        var values = 0;
        try
        {
            var reader = new Utf8JsonReader(body, Json);
            if (!reader.Read())
                throw NotJson(null);
            if (reader.TokenType == JsonTokenType.StartArray)
                throw new MalformedRequest(new("不接受批量请求，请逐个发送", "Batches are not accepted; send one operation at a time"));
            if (reader.TokenType != JsonTokenType.StartObject)
                throw new MalformedRequest(new("请求体须为JSON对象", "The body must be a JSON object"));
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                call.Property(ref reader, documents, limits, ref values);
            if (reader.Read())
                throw NotJson(null);
        }
        catch (JsonException notJson)
        {
            throw NotJson(notJson);
        }
        catch (InvalidOperationException brokenText)
        {
            // A lone surrogate escape such as \ud800: JSON in form, no text in content.
            throw NotJson(brokenText);
        }
        return call;
    }

    /// <summary>Takes the parameters of a GET; <c>variables</c> and <c>extensions</c> are JSON objects in text.</summary>
    /// <exception cref="TransportError">They are no GraphQL request, or pass a limit.</exception>
    internal static GraphQLCall Of(string? query, string? operationName, string? variables, string? extensions, string? documentId, DocumentCache documents, GraphQLLimits limits)
    {
        var call = new GraphQLCall { OperationName = operationName, DocumentId = documentId };
        if (query is not null)
        {
            var bytes = Encoding.UTF8.GetBytes(query);
            call.Document(bytes, documents, limits);
        }
        var values = 0;
        if (!string.IsNullOrEmpty(variables))
            call.Variables = Parameter("variables", variables, limits, ref values);
        if (!string.IsNullOrEmpty(extensions))
            call.Extend(Parameter("extensions", extensions, limits, ref values));
        return call;
    }

    private static Inputs Parameter(string name, string text, GraphQLLimits limits, ref int values)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), Json);
            reader.Read();
            var map = Map(name, ref reader, limits, ref values);
            return reader.Read() ? throw NotJson(null) : map;
        }
        catch (JsonException notJson)
        {
            throw NotJson(notJson);
        }
        catch (InvalidOperationException brokenText)
        {
            throw NotJson(brokenText);
        }
    }

    private void Property(ref Utf8JsonReader reader, DocumentCache documents, GraphQLLimits limits, ref int values)
    {
        if (reader.ValueTextEquals("query"u8))
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.String)
                Document(ref reader, documents, limits);
            else if (reader.TokenType != JsonTokenType.Null)
                throw WrongType("query", "字符串", "a string");
        }
        else if (reader.ValueTextEquals("operationName"u8))
        {
            OperationName = Name("operationName", ref reader);
        }
        else if (reader.ValueTextEquals("documentId"u8))
        {
            DocumentId = Name("documentId", ref reader);
        }
        else if (reader.ValueTextEquals("variables"u8))
        {
            reader.Read();
            Variables = Map("variables", ref reader, limits, ref values);
        }
        else if (reader.ValueTextEquals("extensions"u8))
        {
            reader.Read();
            Extend(Map("extensions", ref reader, limits, ref values));
        }
        else
        {
            reader.Skip();
        }
    }

    private void Document(ref Utf8JsonReader reader, DocumentCache documents, GraphQLLimits limits)
    {
        if (!reader.ValueIsEscaped)
        {
            Document(reader.ValueSpan, documents, limits);
            return;
        }
        var buffer = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            var length = reader.CopyString(buffer);
            Document(buffer.AsSpan(0, length), documents, limits);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Document(ReadOnlySpan<byte> text, DocumentCache documents, GraphQLLimits limits)
    {
        if (text.Length > limits.DocumentBytes)
            throw LimitExceeded.Document(limits.DocumentBytes);
        Cached = documents.Find(text);
        Text = Cached is null ? Encoding.UTF8.GetString(text) : null;
    }

    private void Extend(Inputs extensions)
    {
        Extensions = extensions;
        if (extensions.TryGetValue("persistedQuery", out var persisted) && persisted is IDictionary<string, object?> query)
            Sha256 = query.TryGetValue("sha256Hash", out var hash) ? hash as string : null;
    }

    private static string? Name(string name, ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Null => null,
            _ => throw WrongType(name, "字符串", "a string"),
        };
    }

    private static Inputs Map(string name, ref Utf8JsonReader reader, GraphQLLimits limits, ref int values) => reader.TokenType switch
    {
        JsonTokenType.Null => Inputs.Empty,
        JsonTokenType.StartObject => Object(ref reader, limits, ref values) is { Count: > 0 } map ? new Inputs(map) : Inputs.Empty,
        _ => throw WrongType(name, "对象", "an object"),
    };

    private static Dictionary<string, object?> Object(ref Utf8JsonReader reader, GraphQLLimits limits, ref int values)
    {
        Nested(ref reader, limits);
        var map = new Dictionary<string, object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = reader.GetString()!;
            reader.Read();
            map[key] = Value(ref reader, limits, ref values);
        }
        return map;
    }

    private static List<object?> List(ref Utf8JsonReader reader, GraphQLLimits limits, ref int values)
    {
        Nested(ref reader, limits);
        var list = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            list.Add(Value(ref reader, limits, ref values));
        return list;
    }

    private static void Nested(ref Utf8JsonReader reader, GraphQLLimits limits)
    {
        if (reader.CurrentDepth > limits.VariableDepth)
            throw LimitExceeded.VariableDepth(limits.VariableDepth);
    }

    private static object? Value(ref Utf8JsonReader reader, GraphQLLimits limits, ref int values)
    {
        if (++values > limits.VariableValues)
            throw LimitExceeded.VariableValues(limits.VariableValues);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => Object(ref reader, limits, ref values),
            JsonTokenType.StartArray => List(ref reader, limits, ref values),
            JsonTokenType.String => TextValue(ref reader),
            JsonTokenType.Number => Number(ref reader),
            JsonTokenType.True => Boxes.True,
            JsonTokenType.False => Boxes.False,
            _ => null,
        };
    }

    // Databases end a text at U+0000 or refuse it; either way what comes back is not what was sent.
    private static string TextValue(ref Utf8JsonReader reader)
    {
        var text = reader.GetString()!;
        return ProblemWith(text) is { } problem ? throw problem : text;
    }

    /// <summary>What keeps a text from being looked for or stored, or null. Halves of characters can only be written as escapes.</summary>
    internal static MalformedRequest? ProblemWith(ReadOnlySpan<char> text)
    {
        if (text.Contains('\0'))
            return new(new("文本中不能有U+0000", "A text must not contain U+0000"));
        for (var at = text.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0 && at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
                continue;
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                return new(new("文本中不能有半个字符", "A text must not contain half a character"));
            at++;
        }
        return null;
    }

    // The same types that GraphQL.NET's own reader gives to scalars. Longer figures are refused: parsing them costs the square of their length.
    private static object Number(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt32(out var small))
            return small;
        if (reader.TryGetInt64(out var large))
            return large;
        var text = reader.ValueSpan;
        if (text.Length > LongestNumber)
            throw LimitExceeded.Number(LongestNumber);
        if (BigInteger.TryParse(Encoding.ASCII.GetString(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return whole;
        if (!reader.TryGetDouble(out var binary) || !double.IsFinite(binary))
            throw new MalformedRequest(new("数字超出范围", "A number is out of range"));
        return reader.TryGetDecimal(out var exact) && Math.Abs(binary) < 1e28 && exact != (decimal)binary ? exact : binary;
    }

    private static MalformedRequest NotJson(Exception? cause) => new(new("请求体不是有效的JSON", "The body is not valid JSON"), cause);

    private static MalformedRequest WrongType(string name, string chinese, string english) => new(new($"{name}须为{chinese}", $"{name} must be {english}"));

    private static class Boxes
    {
        public static readonly object True = true;
        public static readonly object False = false;
    }
}
