using System.Xml;

namespace ShuangDa.Silo.Imports;

/// <summary>读取额度. How many bytes may be read, of several streams together. Every reading also asks whether it is still wanted, so that no file keeps an import from being cancelled.</summary>
/// <param name="bytes">The bytes.</param>
/// <param name="beyond">What is said when more is read.</param>
/// <param name="cancellationToken">The reading is no longer wanted.</param>
internal sealed class ReadBudget(long bytes, Func<RegisterUnreadableException> beyond, CancellationToken cancellationToken)
{
    private long _left = bytes;

    /// <summary>What was read.</summary>
    /// <param name="read">How many bytes.</param>
    public int Spend(int read)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _left -= read;
        return _left < 0 ? throw beyond() : read;
    }
}

/// <summary>有界流. A stream of which no more is read than a budget grants.</summary>
/// <param name="inner">What is read.</param>
/// <param name="budget">The budget.</param>
internal sealed class BoundedStream(Stream inner, ReadBudget budget) : Stream
{
    /// <summary>The budget from now on.</summary>
    public ReadBudget Budget { private get; set; } = budget;

    public override bool CanRead => true;

    public override bool CanSeek => inner.CanSeek;

    public override bool CanWrite => false;

    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    public override int Read(Span<byte> buffer) => Budget.Spend(inner.Read(buffer));

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>
/// 有界XML. What XML keeps in memory while it is read from front to back: a tag with its attributes, the names it has met, the elements it is in. The
/// library bounds none of them, so a small zip could hold as much of each as its sender likes.
/// </summary>
internal static class BoundedXml
{
    // No name of ours is longer than an attribute of a cell; a text of a cell that is longer is of no register.
    private const int LongestPiece = 1024 * 1024;
    private const int MostNames = 10_000;
    private const int DeepestElement = 100;

    /// <summary>A reader.</summary>
    /// <param name="content">The XML; it is closed with the reader.</param>
    public static XmlReader Open(Stream content) => XmlReader.Create(new BoundedPieces(content), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        NameTable = new BoundedNames(),
        CloseInput = true,
    });

    /// <summary>Reads on by one node; false at the end.</summary>
    /// <param name="xml">The reader.</param>
    public static bool Advance(XmlReader xml) => xml.Read() && (xml.Depth <= DeepestElement ? true : throw XlsxFile.Damaged(null));

    /// <summary>Lets through XML in which one tag follows the other before too long. A tag, and a text without a tag, are then of bounded length: an attribute cannot contain the sign that begins a tag.</summary>
    private sealed class BoundedPieces(Stream content) : TextReader
    {
        private readonly StreamReader _text = new(content);
        private int _since;

        public override int Peek() => _text.Peek();

        public override int Read() => throw new NotSupportedException();

        public override int Read(char[] buffer, int index, int count)
        {
            var read = _text.Read(buffer, index, count);
            var rest = buffer.AsSpan(index, read);
            for (int next; (next = rest.IndexOf('<')) >= 0; rest = rest[(next + 1)..])
            {
                Check(_since + next);
                _since = 0;
            }

            Check(_since += rest.Length);
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _text.Dispose();
            }

            base.Dispose(disposing);
        }

        private static void Check(int length)
        {
            if (length > LongestPiece)
            {
                throw new RegisterUnreadableException("工作簿中有一个单元格过长，无法读取", "A cell of the workbook is too long to be read");
            }
        }
    }

    private sealed class BoundedNames : XmlNameTable
    {
        private readonly NameTable _names = new();
        private int _count;

        public override string Add(char[] array, int offset, int length) => Get(array, offset, length) ?? Counted(_names.Add(array, offset, length));

        public override string Add(string array) => Get(array) ?? Counted(_names.Add(array));

        public override string? Get(char[] array, int offset, int length) => _names.Get(array, offset, length);

        public override string? Get(string array) => _names.Get(array);

        private string Counted(string name) => ++_count > MostNames ? throw XlsxFile.Damaged(null) : name;
    }
}
