using System.Text;
using UtfUnknown;

namespace ShuangDa.Silo.Imports;

/// <summary>文字编码. Which encodings a text file may be in. UTF-8 proves itself; what is not UTF-8 is a guess, which the header confirms.</summary>
internal static class TextEncoding
{
    private const int SampleSize = 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Both here, in this order: an initialiser of the property would run before the provider is known.
    static TextEncoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Gb18030 = Encoding.GetEncoding("GB18030", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));
    }

    /// <summary>The Chinese national encoding, which contains GBK and GB 2312; what cannot be decoded becomes U+FFFD.</summary>
    public static Encoding Gb18030 { get; }

    /// <summary>The encodings that come into question, the likeliest first, and whether the first is certain.</summary>
    /// <param name="path">The file.</param>
    public static (IReadOnlyList<Encoding> Encodings, bool IsCertain) Of(string path)
    {
        using var file = File.OpenRead(path);
        var sample = new byte[Math.Min(SampleSize, file.Length)];
        file.ReadExactly(sample);
        if (OfMark(sample) is { } marked)
        {
            return ([marked], marked is UTF8Encoding && IsUtf8(file));
        }

        if (IsUtf8(file))
        {
            return ([Encoding.UTF8], true);
        }

        var guess = CharsetDetector.DetectFromBytes(sample).Detected?.Encoding;
        Encoding[] others = [Gb18030, Encoding.UTF8, Encoding.Unicode];
        return ([.. guess is null || guess.CodePage == Gb18030.CodePage ? others : [guess, .. others]], false);
    }

    private static Encoding? OfMark(ReadOnlySpan<byte> begins) => begins switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, 0x00, 0x00, ..] => Encoding.UTF32,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static bool IsUtf8(FileStream file)
    {
        file.Position = 0;
        var decoder = StrictUtf8.GetDecoder();
        var buffer = new byte[64 * 1024];
        var letters = new char[StrictUtf8.GetMaxCharCount(buffer.Length)];
        try
        {
            int read;
            do
            {
                read = file.Read(buffer);
                decoder.GetChars(buffer.AsSpan(0, read), letters, flush: read == 0);
            }
            while (read > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            // The answer to the question: it is not.
            return false;
        }
    }
}
