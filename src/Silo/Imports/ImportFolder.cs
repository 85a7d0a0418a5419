using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Imports;

/// <summary>导入文件夹. Where uploads wait for their import and rejected rows for whoever fetches them.</summary>
/// <param name="path">The folder's full path.</param>
internal sealed class ImportFolder(string path)
{
    /// <summary>An import's upload. It is there from before the import is queued until it has ended: registers name people, so it is kept no longer than needed.</summary>
    public string UploadOf(Guid id) => Path.Combine(path, $"{id:D}.upload");

    /// <summary>An import's rejected rows, where there are any.</summary>
    public string RejectedOf(Guid id) => Path.Combine(path, $"{id:D}.rejected.csv");

    /// <summary>An upload that somebody looks at before it is imported, or is not.</summary>
    public string PreviewOf(Guid id) => Path.Combine(path, $"{id:D}.preview");

    /// <summary>Makes the folder, or closes to others what an older version left open.</summary>
    public void Make() => PrivateFiles.MakeFolder(path, "*.upload", "*.partial", "*.preview", "*.rejected.csv", "*.running");

    /// <summary>Whether an import's rows were being taken over when the program died.</summary>
    public bool WasRunning(Guid id) => File.Exists(MarkOf(id));

    /// <summary>Marks that an import's rows are being taken over. A program that dies leaves the mark behind.</summary>
    public void MarkRunning(Guid id)
    {
        using var mark = PrivateFiles.Create(MarkOf(id), FileMode.Create);
        mark.Flush(flushToDisk: true);
    }

    /// <summary>Removes the mark of an import that ended, or whose running ended in order.</summary>
    public void Unmark(Guid id) => File.Delete(MarkOf(id));

    /// <summary>Removes the upload of an import that has ended, with its mark.</summary>
    public void Remove(Guid id)
    {
        File.Delete(UploadOf(id));
        Unmark(id);
    }

    private string MarkOf(Guid id) => Path.Combine(path, $"{id:D}.running");

    /// <summary>A file for what is on its way and may never be whole.</summary>
    public string NewPartial()
    {
        PrivateFiles.MakeFolder(path);
        return Path.Combine(path, $"{Guid.CreateVersion7():D}.partial");
    }

    /// <summary>The imports whose uploads are kept.</summary>
    public IReadOnlyList<Guid> Uploads() => Directory.Exists(path)
        ? [.. Directory.EnumerateFiles(path, "*.upload").Select(file => Guid.TryParse(Path.GetFileNameWithoutExtension(file), out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)]
        : [];

    /// <summary>
    /// Removes what was on its way when the program ended: nobody was told that it arrived. What was looked at goes
    /// too: what was seen of it is forgotten.
    /// </summary>
    public void RemovePartials()
    {
        if (Directory.Exists(path))
        {
            foreach (var partial in Directory.EnumerateFiles(path, "*.partial").Concat(Directory.EnumerateFiles(path, "*.preview")))
            {
                File.Delete(partial);
            }
        }
    }
}
