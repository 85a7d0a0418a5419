using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Journal;

/// <summary>核验问题种类. What can be wrong with the journal and what was committed with it.</summary>
public enum FaultKind
{
    /// <summary>缺号. An entry is missing between others or at the beginning.</summary>
    EntryMissing,

    /// <summary>链接不符. An entry's content does not give the hash it carries after the entry before it.</summary>
    LinkBroken,

    /// <summary>次序不符. An entry was written into the table before the entry that precedes it in its chain.</summary>
    OutOfOrder,

    /// <summary>条目无法读取. An entry's columns or event cannot be read.</summary>
    EntryUnreadable,

    /// <summary>末尾缺失. The stored state has seen entries that the journal no longer ends with.</summary>
    TailMissing,

    /// <summary>状态落后. The journal has entries that the stored state has not seen.</summary>
    StateBehind,

    /// <summary>链头不符. The stored state names another last hash than the journal.</summary>
    HeadDiffers,

    /// <summary>状态不符. The folded events do not give the stored state.</summary>
    StateDiffers,

    /// <summary>状态无法读取. The stored state cannot be read.</summary>
    StateUnreadable,

    /// <summary>有日志无状态. A journal without a stored state.</summary>
    StateMissing,

    /// <summary>有状态无日志. A stored state without a journal.</summary>
    JournalMissing,

    /// <summary>状态重复. More than one stored state of a subject.</summary>
    StateTwice,

    /// <summary>未知概念. A subject of a concept that this program does not have.</summary>
    ConceptUnknown,

    /// <summary>命令缺失. The command of an entry is not in the table of commands though it was not yet to be removed.</summary>
    CommandMissing,

    /// <summary>计量不符. The countable facts of a subject are not those of its journal.</summary>
    TallyDiffers,

    /// <summary>与摘要不符. An entry that the digest lists has another hash.</summary>
    DigestDiffers,

    /// <summary>摘要所列缺失. The journal does not have an entry that the digest lists.</summary>
    DigestEntryMissing,

    /// <summary>摘要链断开. The digest does not follow the digest before it in its folder.</summary>
    DigestChainBroken,
}

/// <summary>核验问题. Something wrong, and where.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Subject">The subject's name; empty when it concerns a digest as a whole.</param>
/// <param name="Number">The number of the entry, where it concerns one.</param>
/// <param name="What">What is wrong, in words.</param>
public sealed record Fault(FaultKind Kind, string Subject, int? Number, BilingualText What);

/// <summary>核验结果. What a verification found.</summary>
/// <param name="Entries">How many journal entries were read.</param>
/// <param name="Subjects">How many subjects have a journal or a state.</param>
/// <param name="FaultCount">How many faults there are.</param>
/// <param name="Faults">The faults, the first thousand.</param>
/// <param name="Coverage">What the digest covers; null when none was given.</param>
public sealed record VerificationReport(long Entries, long Subjects, long FaultCount, IReadOnlyList<Fault> Faults, DigestCoverage? Coverage)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsWhole => FaultCount == 0;
}

/// <summary>摘要范围. How much of the journal an outside digest vouches for.</summary>
/// <param name="At">When the digest was written.</param>
/// <param name="Root">Its root.</param>
/// <param name="EntriesAfter">Entries that came since and are not covered.</param>
/// <param name="SubjectsAfter">Subjects that came into being since and are not covered at all.</param>
public sealed record DigestCoverage(DateTimeOffset At, string Root, long EntriesAfter, long SubjectsAfter);

/// <summary>核验进度. How far a verification has come.</summary>
/// <param name="Entries">Journal entries read.</param>
/// <param name="Total">Journal entries there are.</param>
public readonly record struct VerificationProgress(long Entries, long Total);
