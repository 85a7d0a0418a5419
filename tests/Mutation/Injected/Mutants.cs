#nullable enable
namespace ShuangDa.Grains;

/// <summary>The switch of the mutants that the mutation runner has compiled into this assembly. At most one is on.</summary>
public static class Mutants
{
    /// <summary>The mutant that is on; 0 for none.</summary>
    public static int Active;

    /// <summary>Which mutants were reached, while somebody wants to know.</summary>
    public static bool[]? Seen;

    /// <summary>Mutants that are reached while a static value is made: those values are made anew when one of them is on.</summary>
    public static readonly System.Collections.Generic.HashSet<int> InStatics = [];

    /// <summary>When the run of the mutant that is on has lasted too long, as <see cref="System.Diagnostics.Stopwatch.GetTimestamp"/>.</summary>
    public static long Deadline = long.MaxValue;

    // The parts of each static value that is being made, the innermost last.
    private static readonly System.Collections.Generic.List<System.Collections.Generic.HashSet<int>> s_made = [];
    private static int s_asked;

    /// <summary>Whether a mutant is on.</summary>
    public static bool On(int mutant)
    {
        if (Seen is { } seen)
        {
            seen[mutant] = true;
            foreach (var parts in s_made)
            {
                parts.Add(mutant);
                InStatics.Add(mutant);
            }
        }

        if (Active == 0)
        {
            return false;
        }

        // A mutant that loops for ever asks this for ever.
        if ((++s_asked & 255) == 0 && System.Diagnostics.Stopwatch.GetTimestamp() > Deadline)
        {
            throw new System.TimeoutException("The mutant ran too long.");
        }

        return mutant == Active;
    }

    /// <summary>A static value, which is made once for the original and once for each mutant that has a part in such values.</summary>
    public sealed class Once<T>(System.Func<T> make)
    {
        private readonly System.Collections.Generic.HashSet<int> _parts = [];
        private T _value = default!;
        private T _mutated = default!;
        private bool _isMade;
        private int _mutatedBy;

        public T Value
        {
            get
            {
                if (Active != 0 && InStatics.Contains(Active))
                {
                    if (_mutatedBy != Active)
                    {
                        _mutated = make();
                        _mutatedBy = Active;
                    }

                    return _mutated;
                }

                if (!_isMade)
                {
                    var active = Active;
                    Active = 0;
                    s_made.Add(_parts);
                    try
                    {
                        _value = make();
                        _isMade = true;
                    }
                    finally
                    {
                        s_made.Remove(_parts);
                        Active = active;
                    }
                }

                if (Seen is not null)
                {
                    // Whoever reads the value reaches what it was made of.
                    foreach (var part in _parts)
                    {
                        On(part);
                    }
                }

                return _value;
            }
        }
    }
}
