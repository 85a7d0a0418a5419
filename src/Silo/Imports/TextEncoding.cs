using System.Text;

namespace ShuangDa.Silo.Imports;

/// <summary>
/// 文字编码. Which encodings a text file may be in. UTF-8 proves itself; what is not UTF-8 is taken for what it is likeliest to be.
/// </summary>
internal static class TextEncoding
{
    private const int SampleSize = 1024 * 1024;
    private const int FewestZeros = 4;
    private const char FirstOfTwoBytes = '\u0080';
    private const char FirstOfThreeBytes = '\u0800';

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Both here, in this order: an initialiser of the property would run before the provider is known.
    static TextEncoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Gb18030 = Encoding.GetEncoding("GB18030", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));
    }

    /// <summary>The Chinese national encoding, which contains GBK and GB 2312; what cannot be decoded becomes U+FFFD.</summary>
    public static Encoding Gb18030 { get; }

    /// <summary>The encoding of a file. Registers come in UTF-8, UTF-16 and GB18030 and in no other.</summary>
    /// <param name="path">The file.</param>
    public static TextReading Of(string path)
    {
        using var file = File.OpenRead(path);
        var sample = new byte[Math.Min(SampleSize, file.Length)];
        file.ReadExactly(sample);
        if (OfMark(sample) is { } marked)
        {
            return new(marked, marked is UTF8Encoding && Utf8In(file) is not Utf8.None);
        }

        if (OfZeros(sample) is { } wide)
        {
            return new(wide, IsCertain: false);
        }

        return Utf8In(file) switch
        {
            Utf8.Proven => new(Encoding.UTF8, IsCertain: true),

            // Two bytes may be one Chinese character or one of another script: whoever brought the file is told how it was read.
            Utf8.Possible => new(Gb18030, IsCertain: false, IsAmbiguous: true),
            _ => new(IsMostlyUtf8(sample) ? Encoding.UTF8 : Gb18030, IsCertain: false),
        };
    }

    // Separators and digits have a byte of zero in UTF-16; no text in the other two has one.
    private static Encoding? OfZeros(ReadOnlySpan<byte> sample)
    {
        var (even, odd) = (0, 0);
        for (var at = 0; at < sample.Length; at++)
        {
            if (sample[at] == 0)
            {
                _ = at % 2 == 0 ? even++ : odd++;
            }
        }

        return even + odd < Math.Max(FewestZeros, sample.Length / 100) ? null
            : odd > 4 * even ? Encoding.Unicode
            : even > 4 * odd ? Encoding.BigEndianUnicode
            : null;
    }

    // A file of UTF-8 that is damaged in places is no file of GB18030: Chinese characters of three bytes prove what it is, and pairs of
    // bytes that are two characters of the one and one of the other prove nothing.
    private static bool IsMostlyUtf8(byte[] sample)
    {
        var text = Encoding.UTF8.GetString(sample);
        var broken = text.Count(letter => letter == '\uFFFD');
        return text.Count(letter => letter >= FirstOfThreeBytes) - broken > 2 * broken;
    }

    private static Encoding? OfMark(ReadOnlySpan<byte> begins) => begins switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, 0x00, 0x00, ..] => Encoding.UTF32,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static Utf8 Utf8In(FileStream file)
    {
        file.Position = 0;
        var decoder = StrictUtf8.GetDecoder();
        var buffer = new byte[64 * 1024];
        var letters = new char[StrictUtf8.GetMaxCharCount(buffer.Length)];
        var highest = '\0';
        try
        {
            int read;
            do
            {
                read = file.Read(buffer);
                foreach (var letter in letters.AsSpan(0, decoder.GetChars(buffer.AsSpan(0, read), letters, flush: read == 0)))
                {
                    highest = letter > highest ? letter : highest;
                }
            }
            while (read > 0);
            return highest is >= FirstOfThreeBytes or < FirstOfTwoBytes ? Utf8.Proven : Utf8.Possible;
        }
        catch (DecoderFallbackException)
        {
            // The answer to the question: it is not.
            return Utf8.None;
        }
    }

    private enum Utf8
    {
        None,
        Possible,
        Proven,
    }
}

/// <summary>文字编码的判断. In which encoding a file is read, and how sure that is.</summary>
/// <param name="Encoding">编码. The encoding.</param>
/// <param name="IsCertain">确定. Whether the file proves it.</param>
/// <param name="IsAmbiguous">有歧义. Whether every byte of it would mean something else in another encoding, too.</param>
internal sealed record TextReading(Encoding Encoding, bool IsCertain, bool IsAmbiguous = false);
