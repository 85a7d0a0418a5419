using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Journal;

/// <summary>核验问题种类. What can be wrong with the journal and what was committed with it.</summary>
public enum FaultKind
{
    /// <summary>An entry is missing between others or at the beginning.</summary>
    [Term("缺号", "entry missing")]
    EntryMissing,

    /// <summary>An entry's content does not give the hash it carries after the entry before it.</summary>
    [Term("链接不符", "link broken")]
    LinkBroken,

    /// <summary>An entry was written into the table before the entry that precedes it in its chain.</summary>
    [Term("次序不符", "out of order")]
    OutOfOrder,

    /// <summary>An entry's columns or event cannot be read.</summary>
    [Term("条目无法读取", "entry unreadable")]
    EntryUnreadable,

    /// <summary>The stored state has seen entries that the journal no longer ends with.</summary>
    [Term("末尾缺失", "tail missing")]
    TailMissing,

    /// <summary>The journal has entries that the stored state has not seen.</summary>
    [Term("状态落后", "state behind")]
    StateBehind,

    /// <summary>The stored state names another last hash than the journal.</summary>
    [Term("链头不符", "head differs")]
    HeadDiffers,

    /// <summary>The folded events do not give the stored state.</summary>
    [Term("状态不符", "state differs")]
    StateDiffers,

    /// <summary>The stored state cannot be read.</summary>
    [Term("状态无法读取", "state unreadable")]
    StateUnreadable,

    /// <summary>A journal without a stored state.</summary>
    [Term("有日志无状态", "journal without state")]
    StateMissing,

    /// <summary>A stored state without a journal.</summary>
    [Term("有状态无日志", "state without journal")]
    JournalMissing,

    /// <summary>More than one stored state of a subject.</summary>
    [Term("状态重复", "state twice")]
    StateTwice,

    /// <summary>A subject of a concept that this program does not have.</summary>
    [Term("未知概念", "concept unknown")]
    ConceptUnknown,

    /// <summary>The command of an entry is not in the table of commands though it was not yet to be removed.</summary>
    [Term("命令缺失", "command missing")]
    CommandMissing,

    /// <summary>The countable facts of a subject are not those of its journal.</summary>
    [Term("计量不符", "tally differs")]
    TallyDiffers,

    /// <summary>An entry that the digest lists has another hash.</summary>
    [Term("与摘要不符", "digest differs")]
    DigestDiffers,

    /// <summary>The journal does not have an entry that the digest lists.</summary>
    [Term("摘要所列缺失", "entry of the digest missing")]
    DigestEntryMissing,

    /// <summary>The digest does not follow the digest before it in its folder.</summary>
    [Term("摘要链断开", "chain of digests broken")]
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
