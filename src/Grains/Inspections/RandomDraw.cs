using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace ShuangDa.Grains.Inspections;

/// <summary>双随机抽取. Draws enterprises and, for each, officers. It depends on the seed and the pools alone, on every machine and in every version: whoever doubts a draw repeats it.</summary>
public static class RandomDraw
{
    /// <summary>Draws.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="enterprises">The pool of enterprises; its order does not matter.</param>
    /// <param name="officers">The pool of officers; its order does not matter.</param>
    /// <param name="count">How many enterprises, at most as many as there are.</param>
    /// <param name="officersEach">How many officers for each.</param>
    /// <returns>The drawn, in the order in which they were drawn, each with its record.</returns>
    public static ImmutableArray<Drawn> Draw(long seed, IEnumerable<string> enterprises, IEnumerable<string> officers, int count, int officersEach)
    {
        var pool = enterprises.Distinct().Order(StringComparer.Ordinal).ToArray();
        var people = officers.Distinct().Order(StringComparer.Ordinal).ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{string.Join('\n', pool)}\n\n{string.Join('\n', people)}")));
        var numbers = new Numbers(unchecked((ulong)seed));
        var pools = new DrawPools([.. pool], [.. people]);
        var drawn = ImmutableArray.CreateBuilder<Drawn>();
        foreach (var enterprise in Some(pool, Math.Min(count, pool.Length), numbers))
        {
            drawn.Add(new Drawn(enterprise, [.. Some(people, Math.Min(officersEach, people.Length), numbers)], new DrawRecord(seed, drawn.Count + 1, pool.Length, people.Length, hash, Pools: drawn.Count == 0 ? pools : null)));
        }

        return drawn.ToImmutable();
    }

    /// <summary>Some of a pool, each once: the first steps of a shuffle after Fisher and Yates.</summary>
    private static List<string> Some(string[] pool, int count, Numbers numbers)
    {
        var left = pool.ToArray();
        for (var at = 0; at < count; at++)
        {
            var other = at + numbers.Below(left.Length - at);
            (left[at], left[other]) = (left[other], left[at]);
        }

        return [.. left.Take(count)];
    }

    /// <summary>SplitMix64: written down here, because the library's own generator may change from version to version.</summary>
    private sealed class Numbers(ulong state)
    {
        private ulong _state = state;

        /// <summary>A number from 0 to below a limit, each as likely as the others: what would tip the balance is thrown away.</summary>
        public int Below(int limit)
        {
            var fair = ulong.MaxValue - (ulong.MaxValue % (ulong)limit);
            ulong number;
            do
            {
                number = Next();
            }
            while (number >= fair);
            return (int)(number % (ulong)limit);
        }

        private ulong Next()
        {
            _state = unchecked(_state + 0x9E3779B97F4A7C15);
            var mixed = unchecked((_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9);
            mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
            return mixed ^ (mixed >> 31);
        }
    }
}

/// <summary>抽中. An enterprise that was drawn, with its officers.</summary>
/// <param name="Enterprise">企业. The credit code.</param>
/// <param name="Officers">执法人员. The user names.</param>
/// <param name="Record">抽取记录. How it was drawn.</param>
public sealed record Drawn(string Enterprise, ImmutableArray<string> Officers, DrawRecord Record);
