using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Xml;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Imports;

/// <summary>共享字符串. The texts of a workbook, which its cells name by number. They lie on the disk, however many there are, and are read one by one.</summary>
internal sealed class SharedStrings : IDisposable
{
    private const int BufferSize = 64 * 1024;
    private const int Remembered = 4096;
    private const int LongestRemembered = 64;

    // Texts one behind the other, and where each begins and how long it is.
    private readonly FileStream _texts;
    private readonly FileStream _index;
    private readonly long _count;
    private readonly (int At, string Text)[] _near = new (int, string)[Remembered];

    /// <summary>Reads the texts.</summary>
    /// <param name="content">The part of the workbook; it is closed.</param>
    /// <param name="path">What the files beside it are named after. They vanish when this is disposed.</param>
    /// <param name="longest">The longest text that is kept, in characters.</param>
    public SharedStrings(Stream content, string path, int longest)
    {
        _texts = Scratch(path + ".texts.partial");
        _index = Scratch(path + ".index.partial");
        try
        {
            var text = new CellText(longest);
            var isPhonetic = false;
            using var xml = BoundedXml.Open(content);
            while (BoundedXml.Advance(xml))
            {
                switch (xml.NodeType, xml.LocalName)
                {
                    case (XmlNodeType.Element, "si") when xml.IsEmptyElement:
                        text.Clear();
                        Keep(text);
                        _count++;
                        break;
                    case (XmlNodeType.Element, "si"):
                        text.Clear();
                        break;
                    case (XmlNodeType.EndElement, "si"):
                        Keep(text);
                        _count++;
                        break;
                    case (XmlNodeType.Element or XmlNodeType.EndElement, "rPh"):
                        // How a Japanese text is pronounced is not part of it.
                        isPhonetic = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
                        break;
                    case (XmlNodeType.Element, "t") when !xml.IsEmptyElement && !isPhonetic:
                        text.ReadElement(xml);
                        break;
                    default:
                        break;
                }
            }

            _texts.Flush();
            _index.Flush();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Adds a text to a cell's.</summary>
    /// <param name="number">The text's number, from 0.</param>
    /// <param name="cell">The cell.</param>
    public void Read(int number, CellText cell)
    {
        if (number < 0 || number >= _count)
        {
            throw XlsxFile.Damaged(null);
        }

        ref var near = ref _near[number % Remembered];
        if (near.Text is { } known && near.At == number)
        {
            cell.Append(known);
            return;
        }

        Span<byte> entry = stackalloc byte[12];
        RandomAccess.Read(_index.SafeFileHandle, entry, (long)number * entry.Length);
        var (start, length) = (BinaryPrimitives.ReadInt64LittleEndian(entry), BinaryPrimitives.ReadInt32LittleEndian(entry[8..]));
        if (length < 0)
        {
            cell.IsTooLong = true;
            return;
        }

        var text = string.Create(length, (_texts.SafeFileHandle, start), static (letters, place) => RandomAccess.Read(place.SafeFileHandle, MemoryMarshal.AsBytes(letters), place.start));
        cell.Append(text);
        if (length <= LongestRemembered)
        {
            near = (number, text);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _texts.Dispose();
        _index.Dispose();
    }

    private static FileStream Scratch(string path) => PrivateFiles.Create(path, FileMode.Create, FileAccess.ReadWrite, bufferSize: BufferSize, options: FileOptions.DeleteOnClose);

    private void Keep(CellText text)
    {
        Span<byte> entry = stackalloc byte[12];
        BinaryPrimitives.WriteInt64LittleEndian(entry, _texts.Position);
        BinaryPrimitives.WriteInt32LittleEndian(entry[8..], text.IsTooLong ? -1 : text.Letters.Length);
        _index.Write(entry);
        _texts.Write(MemoryMarshal.AsBytes(text.Letters));
    }
}

/// <summary>单元格文字. The text of a cell while it is gathered; of one that is too long only that it is.</summary>
/// <param name="longest">The longest text, in characters.</param>
internal sealed class CellText(int longest)
{
    private readonly char[] _letters = new char[longest];
    private readonly char[] _piece = new char[4096];
    private int _length;

    /// <summary>What was gathered; nothing when it is too long.</summary>
    public ReadOnlySpan<char> Letters => IsTooLong ? [] : _letters.AsSpan(0, _length);

    /// <summary>Whether it is longer than it may be.</summary>
    public bool IsTooLong { get; set; }

    /// <summary>Begins anew.</summary>
    public void Clear() => (_length, IsTooLong) = (0, false);

    /// <summary>Adds to the text.</summary>
    /// <param name="letters">What comes next.</param>
    public void Append(ReadOnlySpan<char> letters)
    {
        IsTooLong = IsTooLong || _length + letters.Length > longest;
        if (!IsTooLong)
        {
            letters.CopyTo(_letters.AsSpan(_length));
            _length += letters.Length;
        }
    }

    /// <summary>Adds all texts in an element, piece by piece: one that is too long is read and not kept. The reader ends on the element's end.</summary>
    /// <param name="xml">The reader, on the beginning of an element that is not empty.</param>
    public void ReadElement(XmlReader xml)
    {
        var depth = xml.Depth;
        while (BoundedXml.Advance(xml) && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                for (int read; (read = xml.ReadValueChunk(_piece, 0, _piece.Length)) > 0;)
                {
                    Append(_piece.AsSpan(0, read));
                }
            }
        }
    }
}
