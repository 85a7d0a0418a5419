namespace ShuangDa.Grains.Subjects;

/// <summary>列表各项. What is wrong in a list that a command carries is said with its place, so that whoever filled it in finds it again.</summary>
public static class ListParts
{
    /// <summary>What is wrong with the first part that something is wrong with, or null. Its field becomes <c>list[place].field</c>, places counted from 0, or <c>list[place]</c> where the part itself is meant.</summary>
    /// <typeparam name="T">A part.</typeparam>
    /// <param name="list">The list's name in the input, in camelCase.</param>
    /// <param name="parts">The parts in the order in which they were given.</param>
    /// <param name="problemOf">What is wrong with a part, or null; its field is the part's own, or empty where it has none.</param>
    public static InvalidInput? Problem<T>(string list, IEnumerable<T> parts, Func<T, InvalidInput?> problemOf)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(problemOf);
        foreach (var (place, part) in parts.Index())
        {
            if (problemOf(part) is { } wrong)
            {
                return wrong with { Field = wrong.Field.Length == 0 ? $"{list}[{place}]" : $"{list}[{place}].{wrong.Field}" };
            }
        }

        return null;
    }
}
