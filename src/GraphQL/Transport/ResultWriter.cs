using System.Buffers;
using System.Collections;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Transport;

/// <summary>结果书写. Writes a result as UTF-8 JSON, straight from the execution's nodes.</summary>
internal static class ResultWriter
{
    private const int MostErrors = 50;
    private const int LongestMessage = 600;

    // The answer is JSON and declared as such (nosniff), so that only what JSON itself needs is escaped: Chinese stays readable and short.
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private static readonly JsonSerializerOptions Others = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonEncodedText DataName = JsonEncodedText.Encode("data");
    private static readonly JsonEncodedText ErrorsName = JsonEncodedText.Encode("errors");
    private static readonly JsonEncodedText ExtensionsName = JsonEncodedText.Encode("extensions");

    /// <summary>Writes a result.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="result">What the engine made.</param>
    /// <param name="withData">Whether the <c>data</c> entry is written; a response that says that nothing was done has none.</param>
    /// <param name="english">Whether messages are in English.</param>
    internal static void Write(Utf8JsonWriter writer, ExecutionResult result, bool withData, bool english)
    {
        writer.WriteStartObject();
        if (result.Errors is { Count: > 0 } errors)
        {
            writer.WriteStartArray(ErrorsName);
            foreach (var error in errors.Take(MostErrors))
                Write(writer, error, english);
            writer.WriteEndArray();
        }
        if (withData)
        {
            writer.WritePropertyName(DataName);
            if (result.Data is ExecutionNode node)
                Write(writer, node);
            else
                WriteValue(writer, result.Data);
        }
        if (result.Extensions is { Count: > 0 } extensions)
        {
            writer.WritePropertyName(ExtensionsName);
            WriteValue(writer, extensions);
        }
        writer.WriteEndObject();
        writer.Flush();
    }

    private static void Write(Utf8JsonWriter writer, ExecutionNode node)
    {
        switch (node)
        {
            case ValueExecutionNode value:
                WriteValue(writer, value.Result);
                break;
            case PlannedObject { Written: { } written }:
                writer.WriteRawValue(written, skipInputValidation: true);
                break;
            case PlannedObject { Selection: { } selection, SubFields: { } fields } known:
                Write(writer, known, selection, fields);
                break;
            case ObjectExecutionNode { SubFields: { } fields }:
                writer.WriteStartObject();
                foreach (var field in fields)
                {
                    writer.WritePropertyName(field.Name!);
                    Write(writer, field);
                }
                writer.WriteEndObject();
                break;
            case ArrayExecutionNode { Items: { } items }:
                writer.WriteStartArray();
                foreach (var item in items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case ArrayExecutionNode { SerializedResult: { } values }:
                WriteList(writer, values);
                break;
            case ObjectExecutionNode or ArrayExecutionNode or NullExecutionNode:
                writer.WriteNullValue();
                break;
            default:
                WriteValue(writer, node.ToValue());
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, PlannedObject known, ObjectSelection selection, ExecutionNode[] nodes)
    {
        writer.WriteStartObject();
        var node = 0;
        for (var at = 0; at < selection.All.Length; at++)
        {
            var field = selection.All[at];
            writer.WritePropertyName(field.WrittenName);
            if (field.Plain is null)
                Write(writer, nodes[node++]);
            else
                WriteValue(writer, known.ValueAt(at));
        }
        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, IEnumerable values)
    {
        writer.WriteStartArray();
        foreach (var value in values)
            WriteValue(writer, value);
        writer.WriteEndArray();
    }

    internal static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case DateTime instant:
                writer.WriteStringValue(instant);
                break;
            case DateTimeOffset instant:
                writer.WriteStringValue(instant);
                break;
            case Guid id:
                writer.WriteStringValue(id);
                break;
            case BigInteger number:
                writer.WriteRawValue(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
                break;
            case IDictionary<string, object?> map:
                writer.WriteStartObject();
                foreach (var (name, item) in map)
                {
                    writer.WritePropertyName(name);
                    WriteValue(writer, item);
                }
                writer.WriteEndObject();
                break;
            case IList list:
                WriteList(writer, list);
                break;
            default:
                JsonSerializer.Serialize(writer, value, value.GetType(), Others);
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, ExecutionError error, bool english)
    {
        var shown = ShownError.Of(error);
        writer.WriteStartObject();
        var message = shown.Text.In(english);
        writer.WriteString("message"u8, message.Length > LongestMessage ? message.AsSpan(0, LongestMessage) : message);
        if (error.Locations is { Count: > 0 } locations)
        {
            writer.WriteStartArray("locations"u8);
            foreach (var location in locations)
            {
                writer.WriteStartObject();
                writer.WriteNumber("line"u8, location.Line);
                writer.WriteNumber("column"u8, location.Column);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        if (error.Path is { } path)
        {
            writer.WritePropertyName("path"u8);
            WriteList(writer, path);
        }
        writer.WriteStartObject(ExtensionsName);
        writer.WriteString("code"u8, shown.Code);
        if (shown.Rule is { } rule)
            writer.WriteString("rule"u8, rule);
        foreach (var (name, value) in error.Extensions ?? [])
        {
            writer.WritePropertyName(name);
            WriteValue(writer, value);
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}

/// <summary>示出的错误. What the caller sees of an error: its code, the rule it breaks, and a text; the engine's own errors get theirs here.</summary>
internal readonly record struct ShownError(string Code, string? Rule, BilingualText Text)
{
    internal static ShownError Of(ExecutionError error) => error switch
    {
        TransportError own => new(own.Code!, null, own.Text),
        InvalidDocument own => new("VALIDATION_FAILED", own.Rule, own.Text),
        SyntaxError => new("SYNTAX_ERROR", null, new($"GraphQL文档语法有误：{error.Message}", error.Message)),
        InvalidVariableError => new("INVALID_VARIABLE", null, new($"变量有误：{EngineWords.InChinese(error.Message)}", error.Message)),
        ValidationError =>
            new("VALIDATION_FAILED", error.Code, new($"GraphQL文档不符合模式：{EngineWords.InChinese(error.Message)}", error.Message)),
        NoOperationNameError or InvalidOperationNameError or NoOperationError =>
            new("OPERATION_NOT_FOUND", null, new($"未找到要执行的操作：{error.Message}", error.Message)),
        DocumentError or RequestError => new("BAD_REQUEST", null, new($"请求有误：{error.Message}", error.Message)),
        _ => new(error.Code ?? "ERROR", null, new(error.Message, error.Message)),
    };

    /// <summary>The HTTP status that an error asks for when nothing was done; 0 when the media type decides.</summary>
    internal static int StatusOf(ExecutionError error) => error switch
    {
        TransportError own => own.Status,
        { Code: "FORBIDDEN" } => 403,
        { Code: "UNAUTHENTICATED" } => 401,
        _ => 0,
    };
}

/// <summary>回应缓冲. A pooled buffer with a JSON writer on it; a response is written whole before a byte of it is sent, so that a fault on the way is still answered with its status.</summary>
internal sealed class ResponseBuffer : IBufferWriter<byte>, IDisposable
{
    private const int KeepUpTo = 256 * 1024;

    [ThreadStatic]
    private static ResponseBuffer? spare;

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(8 * 1024);
    private int length;

    private ResponseBuffer() => Json = new Utf8JsonWriter(this, ResultWriter.Options);

    internal Utf8JsonWriter Json { get; }

    internal ReadOnlyMemory<byte> Written => bytes.AsMemory(0, length);

    internal static ResponseBuffer Take()
    {
        var taken = spare ?? new ResponseBuffer();
        spare = null;
        return taken;
    }

    public void Clear()
    {
        length = 0;
        Json.Reset();
    }

    public void Dispose()
    {
        Clear();
        if (bytes.Length <= KeepUpTo && spare is null)
        {
            spare = this;
            return;
        }
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
    }

    public void Advance(int count) => length += count;

    public Memory<byte> GetMemory(int sizeHint = 0) => Room(sizeHint).AsMemory(length);

    public Span<byte> GetSpan(int sizeHint = 0) => Room(sizeHint).AsSpan(length);

    private byte[] Room(int sizeHint)
    {
        var needed = length + Math.Max(sizeHint, 256);
        if (needed > bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, bytes.Length * 2));
            bytes.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }
        return bytes;
    }
}
