using System.Security.Cryptography;
using System.Text;

namespace ShuangDa.Tests.Support;

/// <summary>A draw made again by somebody who has the documentation (docs/inspections.md) and not the program.</summary>
public static class RepeatedDraw
{
    /// <summary>The fingerprint of the pools.</summary>
    public static string HashOf(IEnumerable<string> enterprises, IEnumerable<string> officers) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', enterprises) + "\n\n" + string.Join('\n', officers))));

    /// <summary>What is drawn: an enterprise and its officers, in order.</summary>
    public static IReadOnlyList<string> Of(long seed, IReadOnlyList<string> enterprises, IReadOnlyList<string> officers, int count, int officersEach)
    {
        var state = (ulong)seed;
        return [.. Shuffled(enterprises, count).Select(enterprise => $"{enterprise} {string.Join(',', Shuffled(officers, officersEach))}")];

        List<string> Shuffled(IReadOnlyList<string> pool, int wanted)
        {
            var left = pool.ToList();
            var drawn = new List<string>();
            for (var at = 0; at < wanted; at++)
            {
                var other = at + (int)Below((ulong)(left.Count - at));
                (left[at], left[other]) = (left[other], left[at]);
                drawn.Add(left[at]);
            }

            return drawn;
        }

        ulong Below(ulong limit)
        {
            var number = Next();
            while (number >= ulong.MaxValue - (ulong.MaxValue % limit))
            {
                number = Next();
            }

            return number % limit;
        }

        ulong Next()
        {
            unchecked
            {
                state += 0x9E3779B97F4A7C15UL;
                var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
                mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
                return mixed ^ (mixed >> 31);
            }
        }
    }
}
