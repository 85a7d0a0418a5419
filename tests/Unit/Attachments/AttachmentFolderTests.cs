using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Journal;
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
        var attachments = new AttachmentFolder(_folder.Path, new(1024));
        var (kept, _) = await KeepAsync(attachments, 73, "zhang.san");
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

    [Fact]
    public async Task What_an_account_has_brought_counts_until_a_record_names_it()
    {
        var attachments = new AttachmentFolder(_folder.Path, new(1024, UnnamedOfAccount: 100));
        var first = await KeepAsync(attachments, 60, "zhang.san");
        Assert.Equal(AttachmentFault.Room, (await KeepAsync(attachments, 41, "zhang.san")).Refusal?.Fault);
        Assert.Null((await KeepAsync(attachments, 40, "zhang.san")).Refusal);
        Assert.Null((await KeepAsync(attachments, 42, "li.si")).Refusal);
        // The same bytes again take no room.
        Assert.Null((await KeepAsync(attachments, 42, "li.si")).Refusal);

        // After a restart it is as before.
        attachments = new AttachmentFolder(_folder.Path, new(1024, UnnamedOfAccount: 100));
        Assert.Equal(AttachmentFault.Room, (await KeepAsync(attachments, 30, "zhang.san")).Refusal?.Fault);
        attachments.Named(first.Kept!.Hash);
        Assert.Null((await KeepAsync(attachments, 59, "zhang.san")).Refusal);
        Assert.Equal(AttachmentFault.Room, (await KeepAsync(attachments, 58, "zhang.san")).Refusal?.Fault);
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.partial"));
    }

    [Fact]
    public async Task The_folder_has_a_bound_of_its_own_whoever_brings_what()
    {
        var attachments = new AttachmentFolder(_folder.Path, new(1024, Total: 100));
        attachments.Named((await KeepAsync(attachments, 60, "zhang.san")).Kept!.Hash);
        Assert.Equal(AttachmentFault.Room, (await KeepAsync(attachments, 41, "li.si")).Refusal?.Fault);
        Assert.Null((await KeepAsync(attachments, 40, "li.si")).Refusal);
    }

    /// <summary>Between the look at the journal and the setting aside a record may name the file, or somebody bring it again.</summary>
    [Fact]
    public async Task A_file_that_was_named_or_brought_again_meanwhile_is_not_set_aside()
    {
        var attachments = new AttachmentFolder(_folder.Path, new(1024));
        var (named, again, left) = (await HashAsync(60), await HashAsync(61), await HashAsync(62));
        var looked = TimeProvider.System.GetUtcNow().AddHours(1);
        attachments.Named(named);
        var mark = Directory.GetFiles(_folder.Path, again + ".brought", SearchOption.AllDirectories).Single();
        File.SetLastWriteTimeUtc(mark, looked.AddMinutes(1).UtcDateTime);
        foreach (var hash in new[] { named, again, left })
        {
            Assert.False(attachments.SetAsideOrRemove(hash, looked));
        }

        Assert.NotNull(attachments.Find(named));
        Assert.NotNull(attachments.Find(again));
        Assert.Null(attachments.Find(left));

        // What was set aside and is named in time comes back; what is not goes.
        Assert.True(attachments.SetAsideOrRemove(left, looked));

        async Task<string> HashAsync(int bytes) => (await KeepAsync(attachments, bytes, "zhang.san")).Kept!.Hash;
    }

    [Theory]
    [InlineData(28)]
    [InlineData(unchecked((int)0x80070070))]
    public async Task A_disk_that_is_full_leaves_nothing_half_and_takes_no_room(int code)
    {
        var attachments = new AttachmentFolder(_folder.Path, new(1024 * 1024, UnnamedOfAccount: 200_000));
        for (var at = 0; at < 3; at++)
        {
            var thrown = await Assert.ThrowsAsync<IOException>(() =>
                attachments.KeepAsync(new FullStream(code), "检验报告.pdf", "zhang.san", TestContext.Current.CancellationToken));
            Assert.True(FullDisk.Is(thrown));
        }

        Assert.Empty(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));
        Assert.Null((await KeepAsync(attachments, 100, "zhang.san")).Refusal);
        Assert.False(FullDisk.Is(new IOException("The connection was closed.")));
    }

    [Fact]
    public async Task A_file_is_hashed_when_it_is_first_sent_and_when_it_was_written_to_since()
    {
        var attachments = new AttachmentFolder(_folder.Path, new(1024));
        var hash = (await KeepAsync(attachments, 60, "zhang.san")).Kept!.Hash;
        var file = attachments.Find(hash)!;
        await using (var first = await attachments.OpenAsync(file, hash, TestContext.Current.CancellationToken))
        {
            Assert.Equal(0, first!.Position);
        }

        // A disk that changes a bit by itself leaves the times as they are: that is found at night.
        var written = File.GetLastWriteTimeUtc(file.Path);
        await File.WriteAllBytesAsync(file.Path, new byte[file.Bytes], TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(file.Path, written);
        await using (var again = await attachments.OpenAsync(file, hash, TestContext.Current.CancellationToken))
        {
            Assert.NotNull(again);
        }

        var ending = TestContext.Current.CancellationToken;
        Assert.Equal([(hash, false)], await attachments.CheckAsync(ending).ToListAsync(ending));
        Assert.Null(await attachments.OpenAsync(file, hash, TestContext.Current.CancellationToken));
    }

    public void Dispose() => _folder.Dispose();

    private static Task<(Attachment? Kept, AttachmentRefusal? Refusal)> KeepAsync(AttachmentFolder attachments, int bytes, string account)
    {
        byte[] content = [.. "%PDF-1.7\n"u8, .. new byte[bytes - 9]];
        return attachments.KeepAsync(new MemoryStream(content), "检验报告.pdf", account, TestContext.Current.CancellationToken);
    }

    /// <summary>Brings the beginning of a file; then the disk is full.</summary>
    private sealed class FullStream(int code) : MemoryStream([.. "%PDF-1.7\n"u8, .. new byte[100_000]])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position == Length ? throw new IOException("No space left on device", code) : base.ReadAsync(buffer, cancellationToken);
    }
}
