using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ShuangDa.Grains.Subjects;

/// <summary>最近命令. The last sixteen commands of a subject, so that a repeat is usually recognised without a read. Stored as one base64 string (36 bytes a command), because it is written with every commit.</summary>
[JsonConverter(typeof(RecentCommandsConverter))]
public sealed class RecentCommands
{
    /// <summary>How many commands are remembered in the state; older ones are in the table <c>command</c>.</summary>
    public const int Kept = 16;

    private const int Size = 16 + 16 + 4;

    private readonly byte[] _packed;

    private RecentCommands(byte[] packed) => _packed = packed;

    /// <summary>No commands.</summary>
    public static RecentCommands Empty { get; } = new([]);

    /// <summary>Whether older commands may have been dropped: then the table alone knows them.</summary>
    public bool IsFull => _packed.Length >= Kept * Size;

    /// <summary>Whether a command is among the last sixteen.</summary>
    /// <param name="commandId">The command's id.</param>
    public bool Knows(Guid commandId) => PlaceOf(commandId) >= 0;

    /// <summary>The version a command led to and whether its input was the same, or null when it is not among the last sixteen.</summary>
    /// <param name="commandId">The command's id.</param>
    /// <param name="inputHash">SHA-256 of the input; its first half is compared.</param>
    public (int Version, bool SameInput)? Find(Guid commandId, ReadOnlySpan<byte> inputHash)
    {
        if (PlaceOf(commandId) is var at and >= 0)
        {
            var entry = _packed.AsSpan(at, Size);
            return (BinaryPrimitives.ReadInt32LittleEndian(entry[32..]), entry[16..32].SequenceEqual(inputHash[..16]));
        }

        return null;
    }

    /// <summary>These commands and one more; the oldest is dropped beyond sixteen.</summary>
    /// <param name="commandId">The command's id.</param>
    /// <param name="inputHash">SHA-256 of the input.</param>
    /// <param name="version">The version it led to.</param>
    public RecentCommands With(Guid commandId, ReadOnlySpan<byte> inputHash, int version)
    {
        var keep = IsFull ? _packed.AsSpan(_packed.Length - ((Kept - 1) * Size)) : _packed;
        var packed = new byte[keep.Length + Size];
        keep.CopyTo(packed);
        var entry = packed.AsSpan(keep.Length);
        commandId.TryWriteBytes(entry);
        inputHash[..16].CopyTo(entry[16..]);
        BinaryPrimitives.WriteInt32LittleEndian(entry[32..], version);
        return new RecentCommands(packed);
    }

    private int PlaceOf(Guid commandId)
    {
        Span<byte> id = stackalloc byte[16];
        commandId.TryWriteBytes(id);
        for (var at = 0; at < _packed.Length; at += Size)
        {
            if (_packed.AsSpan(at, 16).SequenceEqual(id))
            {
                return at;
            }
        }

        return -1;
    }

    internal sealed class RecentCommandsConverter : JsonConverter<RecentCommands>
    {
        public override RecentCommands Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var packed = reader.GetBytesFromBase64();
            return packed.Length % Size == 0 ? new RecentCommands(packed) : throw new JsonException("The remembered commands are damaged.");
        }

        public override void Write(Utf8JsonWriter writer, RecentCommands value, JsonSerializerOptions options) => writer.WriteBase64StringValue(value._packed);
    }
}
