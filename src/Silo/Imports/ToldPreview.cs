using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.Silo.Imports;

/// <summary>
/// 预览情况. What <c>POST /imports/…?preview=true</c> answers, in the caller's language; reasons are those of the file of rejected rows.
/// </summary>
internal sealed record ToldPreview(
    Guid Id,
    string Url,
    DateTimeOffset KeptUntil,
    string Register,
    string? FileName,
    long Bytes,
    string? ReadAs,
    string? Sheet,
    long? HeaderRow,
    IReadOnlyList<ToldColumn> Columns,
    IReadOnlyList<string> Choices,
    IReadOnlyList<ToldRow> First,
    IReadOnlyList<ToldRow> Rejects,
    long RowsRead,
    long Created,
    long Updated,
    long Unchanged,
    long Rejected,
    bool IsWhole,
    string? Failure,
    IReadOnlyList<string> Remarks)
{
    public static ToldPreview Of(ImportPreview preview, HttpContext http)
    {
        var english = Problem.IsForEnglish(http.Request);
        return new(
            preview.Id,
            $"/imports/previews/{preview.Id:D}",
            preview.Until,
            WireName.Of(preview.Register),
            preview.Upload.FileName,
            preview.Upload.Bytes,
            preview.File?.ReadAs.In(english),
            preview.File?.Sheet,
            preview.File is { HeaderRow: > 0 and var row } ? row : null,
            [.. preview.Columns.Select(one => new ToldColumn(one.Title, one.Column, one.IsSaid, one.MayBeRead))],
            RegisterForm.Of(preview.Register).Choices,
            [.. preview.First.Select(ToldRow.Of)],
            [.. preview.Rejected.Select(ToldRow.Of)],
            preview.Counts.RowsRead,
            preview.Counts.Created,
            preview.Counts.Updated,
            preview.Counts.Unchanged,
            preview.Counts.Rejected,
            preview.IsWhole,
            preview.Failure?.In(english),
            [.. preview.Remarks.Select(remark => remark.In(english))]);
    }
}

/// <summary>列. A column of the file, as what it is read, or null, whether a person has said so, and whether one may have it read.</summary>
internal sealed record ToldColumn(string Title, string? Column, bool IsSaid, bool MayBeRead);

/// <summary>行. A row as it was understood: what would become of it, and why it would not be taken over.</summary>
internal sealed record ToldRow(long Number, string Outcome, string? Reason, IReadOnlyList<ToldCell> Cells)
{
    public static ToldRow Of(RowSeen row) => new(
        row.Number,
        row.Change is Change.Refused ? "REJECTED" : WireName.Of(row.Change),
        row.Reason,
        [.. row.Cells.Select(cell => new ToldCell(cell.Column, cell.Text))]);
}

/// <summary>格. What a row says in a column of the register.</summary>
internal sealed record ToldCell(string Column, string Text);

/// <summary>
/// 列的指定. What <c>POST /imports/previews/{id}/columns</c> is sent: as what columns are read that would be read otherwise, or not at all.
/// </summary>
internal sealed record SaidColumns(IReadOnlyList<SaidColumn>? Columns);

/// <summary>列的指定. As what a column is read; null where it is not.</summary>
internal sealed record SaidColumn(string? Title, string? Column);
