using System.Collections.Frozen;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Journal;

/// <summary>概念查找. Which concept a subject or an entry of the journal is of.</summary>
/// <param name="concepts">All concepts.</param>
public sealed class ConceptsByName(IEnumerable<Concept> concepts)
{
    /// <summary>按名称. Every concept under its name.</summary>
    public FrozenDictionary<string, Concept> All { get; } = concepts.ToFrozenDictionary(concept => concept.Name);

    /// <summary>The concept of an entry.</summary>
    /// <param name="entry">The entry.</param>
    public Concept Of(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return All[SubjectKeys.Split(entry.Subject).Concept];
    }
}
