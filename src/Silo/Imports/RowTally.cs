using System.Collections.Immutable;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Imports;

/// <summary>行的结果. What became of a row, or would become of it.</summary>
/// <param name="Change">变化. What it does to the subject that it names.</param>
/// <param name="Reason">原因. Why it is not taken over, in Chinese, or null.</param>
internal readonly record struct RowResult(Change Change, string? Reason = null)
{
    /// <summary>It is not taken over.</summary>
    /// <param name="reason">Why, in Chinese.</param>
    public static RowResult Rejected(string reason) => new(Change.Refused, reason);

    /// <summary>Something of ours is broken, and the row is not taken over.</summary>
    public static RowResult OfFault { get; } = Rejected("处理该行时出错，请联系管理员");
}

/// <summary>行的统计. What became of a file's rows, and what there is to say of them.</summary>
internal sealed class RowTally
{
    private volatile ImportCounts _counts = ImportCounts.None;
    private volatile bool _tookTooLong;
    private ImmutableArray<BilingualText> _remarks = [];
    private long _unwritten;
    private bool _areLost;
    private (long Row, string Column) _firstCleaned;
    private long _cleaned;
    private readonly SortedDictionary<CodeCheck, (long Count, long Row, string Code)> _marked = [];
    private readonly WordTally _products = new();
    private readonly WordTally _states = new();
    private long _named;

    /// <summary>What became of the rows so far; read beside the rows too.</summary>
    public ImportCounts Counts
    {
        get => _counts;
        private set => _counts = value;
    }

    public bool TookTooLong
    {
        get => _tookTooLong;
        set => _tookTooLong = value;
    }

    /// <summary>What there is to say of the file, in order.</summary>
    public ImmutableArray<BilingualText> Remarks
    {
        get
        {
            var said = _remarks.ToBuilder();
            if (_cleaned > 0)
            {
                said.Add(new(
                    $"{_cleaned}行含有控制字符或者不可见的字符，已去除（首例：第{_firstCleaned.Row}行“{_firstCleaned.Column}”）",
                    $"Signs that nobody sees were taken out of {_cleaned} rows"
                    + $" (first: row {_firstCleaned.Row}, {_firstCleaned.Column})"));
            }

            foreach (var (mark, (count, row, code)) in _marked)
            {
                said.Add(new(
                    $"{count}行的统一社会信用代码与标准不一致（{Terms.Of(mark).Chinese}），已按登记簿导入并标记（首例：第{row}行{code}）",
                    $"The codes of {count} rows are not by the standard ({Terms.Of(mark).English}); they were taken over and marked"
                    + $" (first: row {row}, {code})"));
            }

            if (_named > 0)
            {
                said.Add(new(
                    $"{_named}行没有统一社会信用代码，按持证人名称对应到已登记的企业",
                    $"{_named} rows name no code; their holders were found by name"));
            }

            if (_products.Rows > 0)
            {
                said.Add(new(
                    $"{_products.Rows}行的产品名称没有对应的产品类别，按原文保存：{_products.Names('、')}{(_products.HasMore ? "等" : "")}",
                    $"Products of {_products.Rows} rows are of no class and are kept as they are called: {_products.Names(',')}"));
            }

            if (_states.Rows > 0)
            {
                said.Add(new(
                    $"{_states.Rows}行的登记状态不能识别，未采用：{_states.Names('、')}{(_states.HasMore ? "等" : "")}",
                    $"What {_states.Rows} rows say of the state was not understood and not taken: {_states.Names(',')}"));
            }

            if (_areLost)
            {
                said.Add(new(
                    $"服务器磁盘已满，{_unwritten}行被拒行未能保存。请在腾出空间后重新导入",
                    $"The server's disk is full: {_unwritten} rejected rows could not be kept. Import the file again when there is room"));
            }
            else if (_unwritten > 0)
            {
                said.Add(new(
                    $"{_unwritten}行被拒绝而未写入被拒行文件：该文件不会比上传的文件大很多倍。请先改正已写入的行",
                    $"{_unwritten} rows were rejected and not written: their file grows no further. Correct those that were"));
            }

            return said.ToImmutable();
        }
    }

    /// <summary>Remembers what there is to say of rows that were taken over as one.</summary>
    public void Taken(RowCommand command, List<FileRow> rows)
    {
        if (command.Mark is { } mark)
        {
            _marked[mark] = _marked.TryGetValue(mark, out var first)
                ? first with { Count = first.Count + 1 }
                : (1, rows[0].Number, SubjectKeys.Split(command.Subject).Key);
        }

        _named += command.HolderName is null ? 0 : rows.Count;
        if (command.UnknownState is { } state)
        {
            _states.Add(rows.Count, [state]);
        }
    }

    public void Unwritten(long rows, bool areLost) => (_unwritten, _areLost) = (rows, areLost);

    public void Unmapped(int rows, List<string> products) => _products.Add(rows, products);

    public void Remark(IEnumerable<BilingualText> remarks) => _remarks = [.. _remarks, .. remarks];

    public void Clean(long row, string column)
    {
        _firstCleaned = _cleaned == 0 ? (row, column) : _firstCleaned;
        _cleaned++;
    }

    public void Read() => Counts = Counts with { RowsRead = Counts.RowsRead + 1 };

    public void Settle(Change change) => Counts = change switch
    {
        Change.Created => Counts with { Created = Counts.Created + 1 },
        Change.Updated => Counts with { Updated = Counts.Updated + 1 },
        Change.Unchanged => Counts with { Unchanged = Counts.Unchanged + 1 },
        _ => Counts with { Rejected = Counts.Rejected + 1 },
    };
}

/// <summary>未识别的词. Words of a file that mean nothing here, the most frequent first.</summary>
internal sealed class WordTally
{
    /// <summary>How many words are remembered at most.</summary>
    public const int Most = 10_000;

    private const int Shown = 20;

    private readonly Dictionary<string, int> _words = [];

    /// <summary>In how many rows there were any.</summary>
    public long Rows { get; private set; }

    /// <summary>Whether there are more than are named.</summary>
    public bool HasMore => _words.Count > Shown;

    public void Add(int rows, List<string> words)
    {
        Rows += words.Count > 0 ? rows : 0;
        foreach (var word in words)
        {
            if (_words.ContainsKey(word) || _words.Count < Most)
            {
                _words[word] = _words.GetValueOrDefault(word) + 1;
            }
        }
    }

    public string Names(char between) => string.Join(
        between is ',' ? ", " : between.ToString(),
        _words.OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal)
            .Take(Shown)
            .Select(one => RegisterText.Shortened(one.Key)));
}
