using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Journal;

/// <summary>核验结果. What the check of one subject's chain found.</summary>
/// <param name="Entries">条目数. How many entries there are.</param>
/// <param name="IsIntact">完整. Whether every entry follows from its content and the one before it.</param>
/// <param name="BrokenAt">断点. The number of the first entry that does not, or null.</param>
[ReadableBy(Readers.Bureau)]
public sealed record JournalCheck(int Entries, bool IsIntact, int? BrokenAt);
