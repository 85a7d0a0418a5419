using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ShuangDa.GraphQL.Transport;

/// <summary>有界缓存. Keeps a bounded number of values of a bounded size together; what has not been asked for since the hand last passed goes first (the clock algorithm: reading costs a look-up and no lock).</summary>
internal sealed class BoundedMap<TValue>(int capacity, long mostBytes)
{
    private readonly ConcurrentDictionary<byte[], Slot> slots = new(ByteKeys.Instance);
    private readonly ConcurrentQueue<byte[]> hand = new();
    private int count;
    private long bytes;

    private bool IsFull => Volatile.Read(ref count) > capacity || Volatile.Read(ref bytes) > mostBytes;

    internal bool TryGet(ReadOnlySpan<byte> key, [MaybeNullWhen(false)] out TValue value)
    {
        if (!slots.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(key, out var slot))
        {
            value = default;
            return false;
        }
        if (!slot.Asked)
            slot.Asked = true;
        value = slot.Value;
        return true;
    }

    internal void Add(byte[] key, TValue value, int size)
    {
        if (!slots.TryAdd(key, new Slot(value, size)))
            return;
        Interlocked.Increment(ref count);
        Interlocked.Add(ref bytes, size);
        hand.Enqueue(key);
        while (IsFull && hand.TryDequeue(out var oldest))
        {
            if (slots.TryGetValue(oldest, out var slot) && slot.Asked)
            {
                slot.Asked = false;
                hand.Enqueue(oldest);
            }
            else if (slots.TryRemove(oldest, out var removed))
            {
                Interlocked.Decrement(ref count);
                Interlocked.Add(ref bytes, -removed.Size);
            }
        }
    }

    private sealed class Slot(TValue value, int size)
    {
        public readonly TValue Value = value;
        public readonly int Size = size;
        public volatile bool Asked;
    }
}

/// <summary>字节键. Byte strings as keys that can be looked up by a span, with a hash seeded per process.</summary>
internal sealed class ByteKeys : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    internal static readonly ByteKeys Instance = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        var hash = new HashCode();
        hash.AddBytes(alternate);
        return hash.ToHashCode();
    }

    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
}
