using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Imports;

/// <summary>打开登记簿. Opens a file with its columns read as a person has said of it, or of the last file with the same titles.</summary>
/// <param name="grains">Where imports are found.</param>
/// <param name="database">Where they are listed.</param>
/// <param name="limits">How much is read.</param>
internal sealed class RegisterOpening(IGrainFactory grains, Grains.Journal.Database database, ImportOptions limits)
{
    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="register">Which register it is of.</param>
    /// <param name="said">As what a person has its columns read; null where nobody says.</param>
    /// <param name="cancellationToken">The reading is no longer wanted.</param>
    /// <exception cref="RegisterUnreadableException">It cannot be read.</exception>
    public async Task<OpenedRegister> OpenAsync(
        string path, RegisterKind register, ImportColumns? said, CancellationToken cancellationToken)
    {
        var form = RegisterForm.Of(register);
        var file = RegisterFile.Open(path, form, limits, cancellationToken);
        try
        {
            // The titles are those that are found when nobody has said anything: by them a file is known again.
            var titles = RegisterTitle.FingerprintOf(file.Header);
            var columns = said ?? await KeptAsync(register, titles, cancellationToken);
            if (columns is { Mapped.IsEmpty: false })
            {
                form = form.With(columns.Mapped);
                file.Dispose();
                file = RegisterFile.Open(path, form, limits, cancellationToken);
            }

            return new OpenedRegister(form, file, titles, columns, RemarksOn(columns, isKept: said is not { Titles.Length: > 0 }));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>What was said of the last file of the register with these titles that was imported; null where nobody has.</summary>
    private async Task<ImportColumns?> KeptAsync(RegisterKind register, string titles, CancellationToken cancellationToken)
    {
        var (kind, completed) = (WireName.Of(register), WireName.Of(ImportStatus.Completed));
        await using var data = await database.ReadAsync(cancellationToken);
        var subject = await data.GetTable<ImportRow>()
            .Where(row => row.Titles == titles && row.Register == kind && row.Status == completed)
            .OrderByDescending(row => row.QueuedAt)
            .Select(row => row.Subject)
            .FirstOrDefaultAsync(cancellationToken);
        return subject is null ? null : (await grains.GetGrain<IImportGrain>(SubjectKeys.Split(subject).Key).Read())?.State.Columns;
    }

    private static BilingualText[] RemarksOn(ImportColumns? columns, bool isKept) => columns is not { Mapped: { IsEmpty: false } mapped }
        ? []
        : [
            new BilingualText(
                (isKept ? "按上次确认的对应关系：" : "按确认的对应关系：") + string.Join('；', mapped.Select(one => Says(one).Chinese)),
                (isKept ? "As was confirmed the last time: " : "As was confirmed: ")
                + string.Join("; ", mapped.Select(one => Says(one).English))),
        ];

    private static BilingualText Says(MappedColumn one) => one.Column is { } column
        ? new($"列“{Shown(one)}”读作“{column}”", $"{Shown(one)} is read as {column}")
        : new($"列“{Shown(one)}”不读取", $"{Shown(one)} is not read");

    private static string Shown(MappedColumn column) => RegisterText.Shortened(column.Title);
}

/// <summary>已打开的登记簿. A file of a register, and how it is read.</summary>
/// <param name="Form">What its rows are.</param>
/// <param name="File">The file.</param>
/// <param name="Titles">列名指纹. By which files with the same titles are known.</param>
/// <param name="Columns">列的对应. As what a person has columns read, now or of the last such file; or null.</param>
/// <param name="Remarks">What there is to say of that.</param>
internal sealed record OpenedRegister(
    RegisterForm Form, RegisterFile File, string Titles, ImportColumns? Columns, IReadOnlyList<BilingualText> Remarks) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => File.Dispose();
}
