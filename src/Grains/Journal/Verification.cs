using System.Runtime.CompilerServices;
using System.Text.Json;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Journal;

/// <summary>
/// 日志核验. Walks the whole journal, subject by subject in constant memory, as the database was at one instant: every link of every chain is
/// computed again, numbers must run from 1 without gaps, the folded events must give the stored state, the facts of the tally and the command
/// of each entry must be there; and where a digest from outside is given, every head it lists must still stand.
/// </summary>
public sealed class Verification
{
    private const int PageSize = 2000;
    private const int FaultsKept = 1000;
    private const int ProgressEvery = 5000;

    private readonly Database _database;
    private readonly Dictionary<string, Concept> _concepts;
    private readonly long _commandsKeptSince;
    private readonly IProgress<VerificationProgress>? _progress;
    private readonly List<Fault> _faults = [];
    private long _faultCount;
    private long _entries;
    private long _subjects;
    private long _entriesAfterDigest;
    private long _subjectsAfterDigest;
    private long _total;

    private Verification(Database database, IEnumerable<Concept> concepts, DateTimeOffset? commandsKeptSince, IProgress<VerificationProgress>? progress)
    {
        _database = database;
        _concepts = concepts.ToDictionary(concept => concept.Name);
        _commandsKeptSince = commandsKeptSince?.ToUnixTimeMilliseconds() ?? long.MinValue;
        _progress = progress;
    }

    /// <summary>Verifies the journal of a database, which may be in use.</summary>
    /// <param name="database">The database.</param>
    /// <param name="concepts">All concepts of the program.</param>
    /// <param name="commandsKeptSince">Since when done commands are kept: older ones may have been removed. Null when none was removed yet.</param>
    /// <param name="digestFile">An outside digest to hold the journal against, or null.</param>
    /// <param name="progress">Is told how far it has come.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="DigestUnreadableException">The digest file is not one, was cut off or changed.</exception>
    public static async Task<VerificationReport> RunAsync(
        Database database,
        IEnumerable<Concept> concepts,
        DateTimeOffset? commandsKeptSince = null,
        string? digestFile = null,
        IProgress<VerificationProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        var verification = new Verification(database, concepts, commandsKeptSince, progress);
        return await verification.RunAsync(digestFile, cancellationToken).ConfigureAwait(false);
    }

    private async Task<VerificationReport> RunAsync(string? digestFile, CancellationToken cancellationToken)
    {
        var digest = digestFile is null ? null : await DigestHeader.ReadAsync(digestFile, cancellationToken).ConfigureAwait(false);
        if (digest is not null && DigestHeader.Predecessor(digestFile!) is { } before)
        {
            var root = (await DigestHeader.ReadAsync(before, cancellationToken).ConfigureAwait(false)).Root;
            if (root != digest.Previous)
            {
                Report(FaultKind.DigestChainBroken, string.Empty, null, $"摘要文件不接在上一份摘要 {Path.GetFileName(before)} 之后", $"The digest does not follow the digest before it, {Path.GetFileName(before)}");
            }
        }

        await using var read = await ConsistentRead.BeginAsync(_database, cancellationToken).ConfigureAwait(false);
        _total = await read.Data.GetTable<JournalRow>().LongCountAsync(cancellationToken).ConfigureAwait(false);
        await using var entries = await Lookahead<EntryToVerify>.OverAsync(EntriesAsync(read.Data, cancellationToken), item => item.Row.Subject).ConfigureAwait(false);
        await using var states = await Lookahead<StateRow>.OverAsync(StatesAsync(read.Data, cancellationToken), row => row.Subject).ConfigureAwait(false);
        await using var tally = await Lookahead<TallyRow>.OverAsync(TallyAsync(read.Data, cancellationToken), row => row.Subject).ConfigureAwait(false);
        await using var heads = await Lookahead<DigestHead>.OverAsync(digestFile is null ? None() : DigestHeader.HeadsAsync(digestFile, cancellationToken), head => head.Subject).ConfigureAwait(false);
        while (First(entries.Subject, states.Subject, tally.Subject, heads.Subject) is { } subject)
        {
            await SubjectAsync(subject, entries, states, tally, heads, digest is not null).ConfigureAwait(false);
        }

        _progress?.Report(new VerificationProgress(_entries, _total));
        return new VerificationReport(_entries, _subjects, _faultCount, _faults, digest is null ? null : new DigestCoverage(digest.At, digest.Root, _entriesAfterDigest, _subjectsAfterDigest));
    }

    private async Task SubjectAsync(string subject, Lookahead<EntryToVerify> entries, Lookahead<StateRow> states, Lookahead<TallyRow> tally, Lookahead<DigestHead> heads, bool hasDigest)
    {
        var concept = ConceptOf(subject);
        if (concept is null)
        {
            Report(FaultKind.ConceptUnknown, subject, null, "程序中没有该主体所属的概念", "This program has no concept for the subject");
        }

        if (entries.Subject == subject || states.Subject == subject)
        {
            _subjects++;
        }

        var listed = heads.Subject == subject ? heads.Current : null;
        var chain = new Chain(subject, concept);
        while (entries.Subject == subject)
        {
            var (row, hasCommand) = entries.Current;
            Link(chain, row, hasCommand);
            await TallyOfEntryAsync(chain, row.Number, tally).ConfigureAwait(false);
            if (listed?.Number == row.Number && !listed.Hash.AsSpan().SequenceEqual(row.Hash))
            {
                Report(FaultKind.DigestDiffers, subject, row.Number, "与库外摘要所列的哈希不符：该主体的日志链在摘要之后被整体改写", "The hash differs from the one in the outside digest: the chain was rewritten after the digest");
            }

            if (hasDigest && row.Number > (listed?.Number ?? 0))
            {
                _entriesAfterDigest++;
            }

            await entries.MoveAsync().ConfigureAwait(false);
            if (++_entries % ProgressEvery == 0)
            {
                _progress?.Report(new VerificationProgress(_entries, _total));
            }
        }

        await TallyWithoutEntryAsync(chain, tally).ConfigureAwait(false);
        if (listed is not null)
        {
            if (listed.Number > chain.Number)
            {
                Report(FaultKind.DigestEntryMissing, subject, listed.Number, $"库外摘要列有第 {listed.Number} 条，日志只到第 {chain.Number} 条：条目被删除，或恢复了较旧的备份", $"The outside digest lists entry {listed.Number}, the journal ends at {chain.Number}: entries were removed, or an older backup was put back");
            }

            await heads.MoveAsync().ConfigureAwait(false);
        }
        else if (hasDigest && chain.Number > 0)
        {
            _subjectsAfterDigest++;
        }

        await StateAsync(chain, states).ConfigureAwait(false);
    }

    private void Link(Chain chain, JournalRow row, bool hasCommand)
    {
        var linked = row.Number == chain.Number + 1;
        if (!linked)
        {
            var missing = chain.Number + 1;
            Report(FaultKind.EntryMissing, chain.Subject, missing, $"缺第 {missing} 条，其后一条为第 {row.Number} 条", $"Entry {missing} is missing; the next one has number {row.Number}");
            chain.IsFoldable = false;
        }

        if (row.Position <= chain.Position)
        {
            Report(FaultKind.OutOfOrder, chain.Subject, row.Number, "在表中的位置早于前一条", "It stands in the table before the entry that precedes it");
        }

        JournalEntry? entry = null;
        try
        {
            entry = row.ToEntry();
        }
        catch (Exception unreadable) when (unreadable is FormatException or ArgumentOutOfRangeException)
        {
            Report(FaultKind.EntryUnreadable, chain.Subject, row.Number, "条目的列无法读取", "Columns of the entry cannot be read");
            chain.IsFoldable = false;
        }

        // After a gap the hash before is not known, so the link cannot be computed; the gap has been reported.
        if (entry is not null && linked && !entry.HashAfter(chain.Head).AsSpan().SequenceEqual(row.Hash))
        {
            Report(FaultKind.LinkBroken, chain.Subject, row.Number, "内容或前一条与哈希不符：该条或前一条被改动", "Content and predecessor do not give its hash: this entry or the one before it was changed");
        }

        if (!hasCommand && row.At >= _commandsKeptSince)
        {
            Report(FaultKind.CommandMissing, chain.Subject, row.Number, "已办命令表中没有该条的命令编号", "The table of done commands lacks the entry's command id");
        }

        chain.Facts = [];
        if (entry is not null && chain.IsFoldable && chain.Concept is { } concept)
        {
            Fold(chain, concept, entry);
        }

        chain.Number = row.Number;
        chain.Position = row.Position;
        chain.Head = row.Hash;
    }

    private void Fold(Chain chain, Concept concept, JournalEntry entry)
    {
        try
        {
            var happened = concept.ReadEvent(entry.Kind, entry.Body);
            var before = chain.State;
            chain.State = concept.ApplyTo(before, happened);
            chain.Facts = [.. concept.TallyOf(before, happened, chain.State)];
        }
#pragma warning disable CA1031 // A changed event can make any law throw, and whatever it throws is the finding.
        catch (Exception unreadable)
#pragma warning restore CA1031
        {
            Report(FaultKind.EntryUnreadable, chain.Subject, entry.Number, $"事件无法读取（{unreadable.GetType().Name}）", $"The event cannot be read or folded ({unreadable.GetType().Name})");
            chain.IsFoldable = false;
        }
    }

    private async Task TallyOfEntryAsync(Chain chain, int number, Lookahead<TallyRow> tally)
    {
        await TallyBelowAsync(chain, number, tally).ConfigureAwait(false);
        var expected = chain.Facts;
        var known = chain.IsFoldable && chain.Concept is not null;
        while (tally.Subject == chain.Subject && tally.Current.Number == number)
        {
            var fact = tally.Current;
            var index = expected.FindIndex(one => SameFact(one, fact));
            if (index >= 0)
            {
                expected.RemoveAt(index);
            }
            else if (known)
            {
                Report(FaultKind.TallyDiffers, chain.Subject, number, $"计量表中多出或改动了：{fact.Measure} {fact.Amount}", $"The tally has a fact that the entry does not give: {fact.Measure} {fact.Amount}");
            }

            await tally.MoveAsync().ConfigureAwait(false);
        }

        foreach (var lacking in expected)
        {
            Report(FaultKind.TallyDiffers, chain.Subject, number, $"计量表中缺少：{lacking.Measure} {lacking.Amount}", $"The tally lacks a fact of the entry: {lacking.Measure} {lacking.Amount}");
        }
    }

    private async Task TallyBelowAsync(Chain chain, int number, Lookahead<TallyRow> tally)
    {
        while (tally.Subject == chain.Subject && tally.Current.Number < number)
        {
            ReportOrphan(chain.Subject, tally.Current.Number);
            await tally.MoveAsync().ConfigureAwait(false);
        }
    }

    private async Task TallyWithoutEntryAsync(Chain chain, Lookahead<TallyRow> tally)
    {
        while (tally.Subject == chain.Subject)
        {
            ReportOrphan(chain.Subject, tally.Current.Number);
            await tally.MoveAsync().ConfigureAwait(false);
        }
    }

    private void ReportOrphan(string subject, int number) =>
        Report(FaultKind.TallyDiffers, subject, number, "计量表中有一项没有对应的日志条目", "The tally has a fact without its journal entry");

    // Facts of before parties and licences were kept have none until the tables are made anew.
    private static bool SameFact(TallyFact fact, TallyRow row) =>
        row.Measure == fact.Measure.ToString() && row.Amount == fact.Amount && row.Day == IsoDate.Of(fact.Day)
        && row.Section == fact.Section && row.Agency == fact.Agency
        && row.ProductClass == fact.ProductClass && row.Violation == fact.Violation
        && (row.Party is null || row.Party == fact.Party)
        && (row.IsLicensed is null || row.IsLicensed == fact.IsLicensed);

    private async Task StateAsync(Chain chain, Lookahead<StateRow> states)
    {
        if (states.Subject != chain.Subject)
        {
            if (chain.Number > 0)
            {
                Report(FaultKind.StateMissing, chain.Subject, chain.Number, "有日志而没有存储的状态", "There is a journal and no stored state");
            }

            return;
        }

        var row = states.Current;
        await states.MoveAsync().ConfigureAwait(false);
        while (states.Subject == chain.Subject)
        {
            Report(FaultKind.StateTwice, chain.Subject, null, "存储的状态不止一份", "There is more than one stored state");
            await states.MoveAsync().ConfigureAwait(false);
        }

        if (chain.Concept is { } concept)
        {
            Compare(chain, concept, row);
        }
    }

    private void Compare(Chain chain, Concept concept, StateRow row)
    {
        StoredSubject stored;
        try
        {
            stored = concept.ReadStored(row.Payload ?? throw new JsonException("The state was cleared."));
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException or FormatException or InvalidOperationException)
        {
            Report(FaultKind.StateUnreadable, chain.Subject, null, "存储的状态无法读取", "The stored state cannot be read");
            return;
        }

        if (chain.Number == 0)
        {
            Report(FaultKind.JournalMissing, chain.Subject, null, $"有第 {stored.Version} 版的状态而没有日志", $"There is a state of version {stored.Version} and no journal");
        }
        else if (stored.Version > chain.Number)
        {
            Report(FaultKind.TailMissing, chain.Subject, chain.Number + 1, $"状态为第 {stored.Version} 版，日志只到第 {chain.Number} 条：末尾的条目被删除", $"The state is at version {stored.Version}, the journal ends at {chain.Number}: its last entries were removed");
        }
        else if (stored.Version < chain.Number)
        {
            Report(FaultKind.StateBehind, chain.Subject, stored.Version + 1, $"日志到第 {chain.Number} 条，状态只到第 {stored.Version} 版", $"The journal ends at {chain.Number}, the state at version {stored.Version}");
        }
        else if (!stored.Head.AsSpan().SequenceEqual(chain.Head))
        {
            Report(FaultKind.HeadDiffers, chain.Subject, chain.Number, "状态所记的链头与日志最后一条的哈希不符", "The state's head is not the hash of the last entry");
        }
        else if (chain.IsFoldable && (stored.State is null || concept.WriteState(stored.State) != concept.WriteState(chain.State!)))
        {
            Report(FaultKind.StateDiffers, chain.Subject, chain.Number, "由日志推得的状态与存储的状态不同", "The folded events do not give the stored state");
        }
    }

    private Concept? ConceptOf(string subject)
    {
        var slash = subject.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 ? _concepts.GetValueOrDefault(subject[..slash]) : null;
    }

    private void Report(FaultKind kind, string subject, int? number, string chinese, string english)
    {
        _faultCount++;
        if (_faults.Count < FaultsKept)
        {
            _faults.Add(new Fault(kind, subject, number, new BilingualText(chinese, english)));
        }
    }

    private static string? First(params ReadOnlySpan<string?> subjects)
    {
        string? first = null;
        foreach (var subject in subjects)
        {
            if (subject is not null && (first is null || SubjectOrder.Compare(subject, first) < 0))
            {
                first = subject;
            }
        }

        return first;
    }

    private static async IAsyncEnumerable<EntryToVerify> EntriesAsync(DataConnection data, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (subject, number) = (string.Empty, 0);
        while (true)
        {
            // The first condition bounds the index, the second one skips what has been seen of the subject.
            var rows = data.GetTable<JournalRow>().Where(row => SubjectOrder.IsFrom(row.Subject, subject) && (SubjectOrder.IsAfter(row.Subject, subject) || row.Number > number));
            var page = await (
                from row in rows
                from command in data.GetTable<CommandRow>().LeftJoin(command => command.Subject == row.Subject && command.CommandId == row.CommandId)
                orderby row.Subject, row.Number
                select new EntryToVerify(row, command.Subject != null)).Take(PageSize).ToListAsync(cancellationToken).ConfigureAwait(false);
            foreach (var item in page)
            {
                yield return item;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            (subject, number) = (page[^1].Row.Subject, page[^1].Row.Number);
        }
    }

    private static async IAsyncEnumerable<StateRow> StatesAsync(DataConnection data, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var concept in await StateTable.ConceptsAsync(data, cancellationToken).ConfigureAwait(false))
        {
            await foreach (var page in StateTable.PagesAsync(data, concept, PageSize, cancellationToken).ConfigureAwait(false))
            {
                foreach (var state in page.States)
                {
                    yield return state;
                }
            }
        }
    }

    private static async IAsyncEnumerable<TallyRow> TallyAsync(DataConnection data, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (subject, number, id) = (string.Empty, 0, 0L);
        while (true)
        {
            var page = await data.GetTable<TallyRow>()
                .Where(row => SubjectOrder.IsFrom(row.Subject, subject) && (SubjectOrder.IsAfter(row.Subject, subject) || row.Number > number || (row.Number == number && row.Id > id)))
                .OrderBy(row => row.Subject).ThenBy(row => row.Number).ThenBy(row => row.Id)
                .Take(PageSize).ToListAsync(cancellationToken).ConfigureAwait(false);
            foreach (var row in page)
            {
                yield return row;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            (subject, number, id) = (page[^1].Subject, page[^1].Number, page[^1].Id);
        }
    }

    private static async IAsyncEnumerable<DigestHead> None()
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield break;
    }

    private sealed record EntryToVerify(JournalRow Row, bool HasCommand);

    /// <summary>A subject's chain as far as it has been walked.</summary>
    private sealed class Chain(string subject, Concept? concept)
    {
        public string Subject { get; } = subject;

        public Concept? Concept { get; } = concept;

        public int Number { get; set; }

        public long Position { get; set; }

        public byte[] Head { get; set; } = [];

        public object? State { get; set; }

        public bool IsFoldable { get; set; } = concept is not null;

        public List<TallyFact> Facts { get; set; } = [];
    }

    /// <summary>A sequence in subject order, with its next item in view.</summary>
    private sealed class Lookahead<T> : IAsyncDisposable where T : class
    {
        private readonly IAsyncEnumerator<T> _items;
        private readonly Func<T, string> _subjectOf;
        private T? _current;

        private Lookahead(IAsyncEnumerator<T> items, Func<T, string> subjectOf)
        {
            _items = items;
            _subjectOf = subjectOf;
        }

        public T Current => _current ?? throw new InvalidOperationException("The sequence has ended.");

        /// <summary>The subject of the next item; null at the end.</summary>
        public string? Subject { get; private set; }

        public static async Task<Lookahead<T>> OverAsync(IAsyncEnumerable<T> items, Func<T, string> subjectOf)
        {
            var lookahead = new Lookahead<T>(items.GetAsyncEnumerator(), subjectOf);
            await lookahead.MoveAsync().ConfigureAwait(false);
            return lookahead;
        }

        public async Task MoveAsync()
        {
            _current = await _items.MoveNextAsync().ConfigureAwait(false) ? _items.Current : null;
            Subject = _current is null ? null : _subjectOf(_current);
        }

        public ValueTask DisposeAsync() => _items.DisposeAsync();
    }
}
