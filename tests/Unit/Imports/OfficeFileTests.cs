using CsCheck;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Imports;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Imports;

/// <summary>Files made of everything that was met in those of offices: what was written is what is stored, or it is named.
/// </summary>
public sealed class OfficeFileTests : IDisposable
{
    private const int Usual = 400;
    private const int Shown = 20;
    private const string Seed = "0N0XIzNsQ0O2";

    private static readonly RegisterForm Form = RegisterForm.Of(RegisterKind.Enterprises);
    private static readonly Circumstances Now = Some.On(Some.Today);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The number of files is that of the environment variable OFFICE_FILES, or what takes seconds.</summary>
    [Fact]
    public void What_was_written_in_the_source_is_what_is_stored_or_it_is_named()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("OFFICE_FILES"), out var wanted) ? wanted : Usual;
        var faults = new List<string>();
        Gen.ULong.Sample(seed => faults.AddRange(Faults(seed)), seed: Seed, iter: count, threads: 1);
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(Shown)));
    }

    private IEnumerable<string> Faults(ulong seed)
    {
        var office = OfficeFile.Enterprises(seed);
        var path = _folder.File("office");
        File.WriteAllBytes(path, office.Content);
        return Faults(office, path).Select(fault => $"{seed} ({office.Made}): {fault}".ReplaceLineEndings("\\n"));
    }

    private static IEnumerable<string> Faults(OfficeFile office, string path)
    {
        using var file = RegisterFile.Open(path, Form);
        if (Form.Locate(file.Header, out var layout) is { } wrong)
        {
            return [wrong.Chinese];
        }

        var read = file.Rows().ToDictionary(row => row.Number);
        var faults = office.Rows.SelectMany(row => read.Remove(row.Number, out var found) ? Faults(found, row, layout)
            : SaysNothing(row, layout) ? []
            : [$"row {row.Number} is not read"]).ToList();
        return [.. faults, .. read.Keys.Select(number => $"row {number} was not written")];
    }

    private static bool SaysNothing(OfficeRow row, RegisterLayout layout) => row.Cells.All(cell =>
        layout[cell.Key] is null || (cell.Value.Xml is null && string.IsNullOrWhiteSpace(cell.Value.Written)));

    private static IEnumerable<string> Faults(FileRow row, OfficeRow written, RegisterLayout layout)
    {
        var reading = Form.Read(row, layout);
        var decided = reading.Command?.Row is ImportEnterprise command
            ? Enterprise.Concept.Decided(null, command, Now)
            : default(Decision<EnterpriseEvent>?);
        var refused = reading.Problem ?? decided?.Refusal?.Message.Chinese;
        var cells = written.Cells.Where(cell => layout[cell.Key] is not null).ToList();
        var mustBe = cells.Any(cell => cell.Value.Fate is CellFate.Refused || (cell is { Key: "企业名称", Value.Meant: null }));
        if (mustBe || refused is not null)
        {
            return mustBe && refused is not null ? []
                : [$"row {row.Number} is {(refused is null ? "taken" : $"refused ({refused})")}: {Said(cells)}"];
        }

        var stored = decided!.Value.Events.Aggregate((EnterpriseState?)null, Enterprise.Apply)!;
        var wasCleaned = cells.Any(cell => cell.Value.Fate is CellFate.Cleaned);
        return cells.Select(cell => (cell.Key, cell.Value, Stored: StoredAs(cell.Key, stored)))
            .Where(cell => cell.Stored != cell.Value.Meant)
            .Select(cell => $"row {row.Number}, {cell.Key}: “{cell.Value.Written}” {cell.Value.Xml} is stored as “{cell.Stored}”,"
                + $" not “{cell.Value.Meant}”")
            .Concat(wasCleaned == reading.Cleaned is not null ? [] : [$"row {row.Number}: cleaned {reading.Cleaned}: {Said(cells)}"]);
    }

    private static string? StoredAs(string title, EnterpriseState stored) => title switch
    {
        "企业名称" => stored.Details.Name,
        "统一社会信用代码" => stored.CreditCode,
        "注册日期" => IsoDate.Of(stored.Details.RegisteredOn),
        "注册资金" => stored.Details.Capital,
        "注册地址" => stored.Details.Address,
        "经营范围" => stored.Details.BusinessScope,
        _ => throw new ArgumentOutOfRangeException(nameof(title), title, null),
    };

    private static string Said(IEnumerable<KeyValuePair<string, OfficeCell>> cells) =>
        string.Join("; ", cells.Select(cell => $"{cell.Key}“{cell.Value.Written}”{cell.Value.Xml} {cell.Value.Fate}"));
}
