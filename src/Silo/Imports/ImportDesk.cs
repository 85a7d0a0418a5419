using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Threading.Channels;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.Options;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Imports;

/// <summary>导入受理. Takes in files: keeps each, records who brought it, and puts it in the line. Files are imported one after the other in the order in which they came, so that licences find the enterprises that were brought before them.</summary>
/// <param name="grains">Where imports are found.</param>
/// <param name="folder">Where uploads are kept.</param>
/// <param name="database">Where imports are listed.</param>
/// <param name="options">How large they may be.</param>
internal sealed class ImportDesk(
    IGrainFactory grains, ImportFolder folder, Grains.Journal.Database database, IOptions<ImportOptions> options) : ICommitObserver
{
    private readonly Channel<Guid> _line = Channel.CreateUnbounded<Guid>(new UnboundedChannelOptions { SingleReader = true });

    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _ends = new();

    /// <summary>The imports that wait for their turn.</summary>
    internal ChannelReader<Guid> Line => _line.Reader;

    /// <summary>The largest file, in bytes.</summary>
    public long MaxBytes => options.Value.MaxBytes;

    /// <inheritdoc/>
    public void Committed(PendingCommit commit)
    {
        // What a person takes up again gets its turn; of what was cancelled while it did not run, the file is removed.
        if (commit.Entries.Any(static entry => entry.Kind is "import.resumed" or "import.cancelled"))
        {
            Enqueue(Guid.Parse(SubjectKeys.Split(commit.Subject).Key));
        }
    }

    /// <summary>Takes in a file.</summary>
    /// <param name="register">Which register it is of.</param>
    /// <param name="content">Its content, read to the end.</param>
    /// <param name="fileName">As the sender named it, or null.</param>
    /// <param name="actor">Who brings it; the same command id again is the same import.</param>
    /// <param name="cancellationToken">The sender has gone.</param>
    /// <returns>The import's id, or why it was refused.</returns>
    /// <exception cref="UploadTooLargeException">It is larger than it may be.</exception>
    /// <exception cref="ActorNotAllowedException">The actor may not import this register.</exception>
    public async Task<(Guid Id, Refusal? Refusal)> AcceptAsync(RegisterKind register, Stream content, string? fileName, Actor actor, CancellationToken cancellationToken)
    {
        MustAllow(register, actor);
        var partial = folder.NewPartial();
        try
        {
            var upload = await ReceiveAsync(content, partial, fileName, cancellationToken);
            return await QueueAsync(QueueImport.Of(register, upload), partial, actor);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Puts a file that is here into the line.</summary>
    /// <param name="command">Which it is.</param>
    /// <param name="path">Where it is; it is no longer there once the import is recorded.</param>
    /// <param name="actor">Who brings it; the same command id again is the same import.</param>
    /// <returns>The import's id, or why it was refused.</returns>
    internal async Task<(Guid Id, Refusal? Refusal)> QueueAsync(QueueImport command, string path, Actor actor)
    {
        MustAllow(command.Register, actor);
        var id = SubjectKeys.KeyFor(actor);
        var grain = grains.GetGrain<IImportGrain>(id.ToString("D"));
        if (await grain.Read() is null)
        {
            // In place before the import is recorded, so that an import that is recorded has its file.
            File.Move(path, folder.UploadOf(id), overwrite: true);
        }

        var outcome = await grain.Execute(command, actor);
        switch (outcome.Change)
        {
            case Change.Created:
                Enqueue(id);
                return (id, null);
            case Change.Repeated:
            case Change.Refused when outcome is { Refusal: AlreadyExists, Subject.State.Upload.ContentHash: var known }
                && known == command.Upload.ContentHash:
                return (id, null);
            default:
                if (outcome.Subject is null)
                {
                    File.Delete(folder.UploadOf(id));
                }

                return (id, outcome.Refusal);
        }
    }

    private static void MustAllow(RegisterKind register, Actor actor)
    {
        if (!actor.IsAnyOf(QueueImport.AllowedTo(register)))
        {
            throw new ActorNotAllowedException($"{actor.User} may not import the register {register}.");
        }
    }

    /// <summary>Whether there is such an import, without waking its grain.</summary>
    /// <param name="id">The import's id, which anybody may make up.</param>
    /// <param name="cancellationToken">Whoever asks has gone.</param>
    public async Task<bool> IsKnownAsync(Guid id, CancellationToken cancellationToken)
    {
        var subject = SubjectKeys.Of(Import.Concept.Name, id.ToString("D"));
        return await database.QueryAsync(
            (data, ending) => data.GetTable<ImportRow>().AnyAsync(row => row.Subject == subject, ending),
            cancellationToken);
    }

    /// <summary>Waits until nothing more comes of an import here.</summary>
    /// <param name="id">The import.</param>
    public Task EndOf(Guid id) => _ends.TryGetValue(id, out var end) ? end.Task : Task.CompletedTask;

    /// <summary>Puts an import in the line.</summary>
    /// <param name="id">The import.</param>
    internal void Enqueue(Guid id)
    {
        _ends.GetOrAdd(id, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _line.Writer.TryWrite(id);
    }

    /// <summary>Says that nothing more comes of an import here.</summary>
    /// <param name="id">The import.</param>
    internal void End(Guid id)
    {
        if (_ends.TryRemove(id, out var end))
        {
            end.SetResult();
        }
    }

    /// <summary>Keeps what is sent in a file.</summary>
    /// <param name="content">Its content, read to the end.</param>
    /// <param name="path">Where it is kept.</param>
    /// <param name="fileName">As the sender named it, or null.</param>
    /// <param name="cancellationToken">The sender has gone.</param>
    /// <exception cref="UploadTooLargeException">It is larger than it may be.</exception>
    internal async Task<Upload> ReceiveAsync(Stream content, string path, string? fileName, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        var length = 0L;
        try
        {
            await using var file = PrivateFiles.Create(path, FileMode.CreateNew, bufferSize: 0, options: FileOptions.Asynchronous);
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                length += read;
                if (length > MaxBytes)
                {
                    throw new UploadTooLargeException(MaxBytes);
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            file.Flush(flushToDisk: true);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return new Upload(fileName, length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}

/// <summary>上传文件过大. A file is larger than it may be.</summary>
/// <param name="allowed">How large it may be, in bytes.</param>
internal sealed class UploadTooLargeException(long allowed) : Exception($"The file is larger than {allowed} bytes.")
{
    /// <summary>Why, for people.</summary>
    public BilingualText Text { get; } = new($"文件超过{allowed / 1024.0 / 1024:0.#} MiB", $"The file is larger than {allowed / 1024.0 / 1024:0.#} MiB");
}
