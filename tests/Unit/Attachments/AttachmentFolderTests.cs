using ShuangDa.Grains.Attachments;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Attachments;

/// <summary>The folder of attachments, without a server.</summary>
public sealed class AttachmentFolderTests : IDisposable
{
    private static readonly DateTimeOffset Yesterday = new(2026, 3, 9, 3, 30, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task What_a_crash_left_of_an_upload_is_removed_and_nothing_else_is()
    {
        var attachments = new AttachmentFolder(_folder.Path, maxBytes: 1024);
        var (kept, _) = await attachments.KeepAsync(new MemoryStream([.. "%PDF-1.7\n"u8, .. new byte[64]]), "检验报告.pdf", TestContext.Current.CancellationToken);
        var (left, running) = (_folder.File("019a.partial"), _folder.File("019b.partial"));
        foreach (var (file, written) in new[] { (left, Yesterday.AddMinutes(-1)), (running, Yesterday.AddMinutes(1)) })
        {
            await File.WriteAllBytesAsync(file, [1, 2, 3], TestContext.Current.CancellationToken);
            File.SetLastWriteTimeUtc(file, written.UtcDateTime);
        }

        Assert.Equal(1, attachments.RemoveLeftovers(Yesterday));
        Assert.False(File.Exists(left));
        Assert.True(File.Exists(running));
        Assert.NotNull(attachments.Find(kept!.Hash));
        Assert.Equal(0, attachments.RemoveLeftovers(Yesterday));
    }

    public void Dispose() => _folder.Dispose();
}
