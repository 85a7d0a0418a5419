using System.Globalization;
using System.Text;
using System.Text.Json;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Demo;
using ShuangDa.Silo.Imports;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Imports;

/// <summary>
/// Files that are thrown together from what offices were seen to write, in every encoding and as workbooks: what a cell says is what would
/// be stored, or its row says why not. Each seed is one file, always the same.
/// </summary>
public sealed class RegisterFuzzTests : IDisposable
{
    private const int Files = 60;
    private const int RowsOfFile = 12;

    private static readonly GeneratedDistrict District = GeneratedDistrict.Make(9, new DateOnly(2026, 6, 1), enterprises: 40, licences: 30);

    // As it is written, of what is meant; what has no meaning must not be taken.
    private static readonly Func<string, Written>[] Texts =
    [
        static text => new(text, text),
        static text => new($" {text}\u3000", text),
        static text => new($"'{text}", text),
        static text => new($"=\"{text}\"", text) { IsOfText = true },
        static text => new($"{text[..1]}\u200B{text[1..]}", text) { IsCleaned = true },
        static text => new($"{text}\u202E", text) { IsCleaned = true },
        static text => new($"\uFEFF{text}\u00AD", text) { IsCleaned = true },
        static text => new($"{text}\u0007", text) { IsCleaned = true, IsOfText = true },
        static text => new($"{text}\uE5E5甲", $"{text}\u3000甲"),
        static text => new($"{text}\U00020087厂", $"{text}\U00020087厂"),
        static text => new($"{text}“甲”\"乙\",;丙", $"{text}“甲”\"乙\",;丙"),
        static text => new($"{text}\n甲", $"{text}\n甲"),
        static text => new($"{text}（１２）·—", $"{text}（１２）·—"),
        static text => new($"{text}\uFFFD", null),
        static text => new($"{text}\uE000", null),
    ];

    private static readonly Func<string, Written>[] LeftOpen =
        [static _ => new("", ""), static _ => new("N/A", ""), static _ => new("　", "")];

    private static readonly Func<string, Written>[] Codes =
    [
        static code => new(code, code),
        static code => new($" {code[..9]} {code[9..]}", code),
        static code => new($"'{code}", code),
        static code => new($"=\"{code}\"", code) { IsOfText = true },
        static code => new(code.ToLowerInvariant(), code),
        static code => new(Wide(code), code),
        static code => new(code[..17], null),
        static code => new($"{code}0", null),
        static code => new("9.13101E+17", null),
        static code => new($"913101{code[^2] % 10}86316561000", null),
        static code => new($"{code[..10]}\uFFFD{code[11..]}", null),
        static _ => new("", null),
    ];

    private static readonly Func<string, Written>[] Numbers =
    [
        static number => new(number, number),
        static number => new($" {number} ", number),
        static number => new(Wide(number), number),
        static number => new($"'{number}", number),
        static number => new("XK18-978", null),
        static number => new($"{number}\uE000", null),
        static _ => new("N/A", null),
    ];

    private static readonly Func<string, Written>[] Days =
    [
        static day => new(day, day),
        static day => new($"{On(day):yyyy/M/d}", day),
        static day => new($"{On(day):yyyy年M月d日}", day),
        static day => new($"{On(day):yyyyMMdd}", day),
        static day => new($"　{On(day):yyyy.M.d} ", day),
        static day => new(Wide(day), day),
        static day => new(day.Replace('-', '—'), day),
        static day => new($"{day} 上午 9:30:00", day),
        static day => new($"{day}T15:59:59Z", day),
        static day => new($"{On(day).AddDays(-1):yyyy-MM-dd}T16:00:00.000Z", day),
        static day => new($"{day}T00:00:00+08:00", day),
        static day => new(On(day).ToDateTime(default).ToOADate().ToString(CultureInfo.InvariantCulture), day),
        static day => new($"{day[..4]}-13-01", null),
        static day => new($"{day[..4]}-02-30", null),
        static day => new($"{On(day):dd/MM/yyyy}", null),
        static _ => new("五年", null),
    ];

    private static readonly Func<string, Written>[] LastDays =
    [
        .. Days,
        static _ => new("长期", "长期"),
        static _ => new("9999-12-31", "长期"),
    ];

    private static readonly (string Column, Func<string, Written>[] Ways)[] OfEnterprises =
    [
        ("企业名称", Texts), ("统一社会信用代码", Codes), ("注册日期", Days), ("企业类型", [.. Texts, .. LeftOpen]),
        ("注册资金", [.. Texts, .. LeftOpen]), ("经营范围", [.. Texts, .. LeftOpen]), ("地区", [.. Texts, .. LeftOpen]),
        ("注册地址", [.. Texts, .. LeftOpen]),
    ];

    private static readonly (string Column, Func<string, Written>[] Ways)[] OfLicences =
    [
        ("统一社会信用代码", Codes[..6]), ("证书编号", Numbers), ("发证日期", Days), ("有效期至", LastDays), ("发证机关", [.. Texts, .. LeftOpen]),
        ("生产地址", [.. Texts, .. LeftOpen]),
    ];

    private readonly TemporaryFolder _folder = new();

    /// <summary>The files.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Files)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Seeds))]
    public void An_enterprise_is_what_was_written_or_its_row_says_why_not(int seed) =>
        Look(seed, RegisterKind.Enterprises, RegisterSheet.Enterprises(District), OfEnterprises);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_licence_is_what_was_written_or_its_row_says_why_not(int seed) =>
        Look(seed, RegisterKind.Licences, RegisterSheet.Licences(District), OfLicences);

    private void Look(int seed, RegisterKind kind, RegisterSheet sheet, (string Column, Func<string, Written>[] Ways)[] columns)
    {
        var random = new Random(seed);
        var isWorkbook = random.Next(3) == 0;
        var meant = new List<Dictionary<string, Written>>();
        sheet = sheet with { Rows = [.. sheet.Rows.Skip(random.Next(10)).Take(RowsOfFile)] };
        for (var at = 0; at < RowsOfFile; at++)
        {
            // Most cells of a row are as they should be, so that what one says is not hidden behind another's fault.
            var row = columns.ToDictionary(one => one.Column, one =>
            {
                var plain = sheet.Rows[at][Array.IndexOf(sheet.Header, one.Column)];
                var written = one.Ways[random.Next(4) == 0 ? random.Next(one.Ways.Length) : 0](plain);
                return isWorkbook && written.IsOfText ? new(plain, plain) : written;
            });
            meant.Add(row);
            sheet = sheet.With(at, cells =>
            {
                foreach (var (column, written) in row)
                {
                    cells[Array.IndexOf(sheet.Header, column)] = written.Text;
                }
            });
        }

        var file = _folder.File("register");
        File.WriteAllBytes(file, isWorkbook ? sheet.ToXlsx() : sheet.ToCsv(EncodingOf(random.Next(5)), ",;\t"[random.Next(3)]));
        var form = RegisterForm.Of(kind);
        using var read = RegisterFile.Open(file, form, new ImportOptions(), TestContext.Current.CancellationToken);
        Assert.Null(form.Locate(read.Header, out var layout));
        var readings = read.Rows().Select(row => form.Read(row, layout)).ToList();
        Assert.Equal(RowsOfFile, readings.Count);
        Assert.All(readings.Zip(meant), pair => Compare(pair.First, pair.Second));
    }

    private static void Compare(RowReading reading, Dictionary<string, Written> meant)
    {
        if (meant.Values.Any(written => written.Meant is null))
        {
            Assert.True(reading.Problem is not null, $"Taken: {string.Join(" | ", meant.Values.Select(written => written.Text))}");
            return;
        }

        Assert.Null(reading.Problem);
        var says = reading.Command!.Says().ToDictionary(one => one.Column, one => one.Text ?? "");
        // A licence's code is read where its holder is looked up.
        Assert.Null(CreditCode.ParseCarried(says["统一社会信用代码"], out var code));
        says["统一社会信用代码"] = code.ToString();
        Assert.All(meant, cell => Assert.Equal((cell.Key, cell.Value.Meant), (cell.Key, says[cell.Key])));
        Assert.Equal(meant.Values.Any(written => written.IsCleaned), reading.Cleaned is not null);
        Stored(reading.Command!.Row, code.ToString(), meant);
    }

    // What was read is decided, journalled, folded, stored and shown in lists: none of that says anything else.
    private static void Stored(Command command, string code, Dictionary<string, Written> meant)
    {
        Dictionary<string, string?> shown = command switch
        {
            ImportEnterprise enterprise => Row<EnterpriseRow>(Committed(Enterprise.Concept, enterprise)) is var row ? new()
            {
                ["企业名称"] = row.Name,
                ["统一社会信用代码"] = row.CreditCode,
                ["注册日期"] = row.RegisteredOn,
                ["企业类型"] = row.EnterpriseType,
                ["注册资金"] = row.Capital,
                ["经营范围"] = row.BusinessScope,
                ["地区"] = row.District,
                ["注册地址"] = row.Address,
            } : [],
            ImportLicence licence => Row<LicenceRow>(Committed(Licence.Concept, licence with { Enterprise = code })) is var row ? new()
            {
                ["统一社会信用代码"] = row.Enterprise,
                ["证书编号"] = row.Number,
                ["发证日期"] = row.ValidFrom,
                ["有效期至"] = row.ValidTo == IsoDate.Of(LicenceTerm.LongTerm) ? "长期" : row.ValidTo,
                ["发证机关"] = row.IssuedBy,
                ["生产地址"] = row.ProductionAddress,
            } : [],
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        };
        Assert.All(meant, cell => Assert.Equal((cell.Key, cell.Value.Meant), (cell.Key, shown[cell.Key] ?? "")));

        static TRow Row<TRow>(IReadOnlyList<Row> rows) where TRow : Row => rows.OfType<TRow>().Single();
    }

    private static IReadOnlyList<Row> Committed<TState, TCommand, TEvent>(Concept<TState, TCommand, TEvent> concept, TCommand command)
        where TState : class
        where TCommand : Command
        where TEvent : Event
    {
        var now = Some.On(new DateOnly(2026, 6, 1)) with { Actor = Some.Officer with { Roles = Roles.Administrator } };
        var decision = concept.Decided(null, command, now);
        Assert.Null(decision.Refusal);
        var journalled = decision.Events.Select(happened => concept.ReadEvent(concept.KindOf(happened), concept.WriteEvent(happened)));
        var stored = JsonSerializer.SerializeToUtf8Bytes(
            new Subject<TState> { State = (TState)concept.Fold(journalled)!, Version = 1, Head = [1] },
            concept.InfoOf(typeof(Subject<TState>)));
        return concept.RowsOf("subject", concept.ReadStored(stored).State!, 1);
    }

    private static Encoding EncodingOf(int which) => which switch
    {
        0 => new UTF8Encoding(false),
        1 => new UTF8Encoding(true),
        2 => RegisterSheet.Gb18030,
        3 => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
        _ => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
    };

    private static DateOnly On(string day) => IsoDate.Parse(day);

    private static string Wide(string text) =>
        string.Concat(text.Select(letter => letter is > ' ' and <= '~' ? (char)(letter + 0xFEE0) : letter));

    /// <summary>A cell: its text in the file, and what it means; null where it must not be taken.</summary>
    private sealed record Written(string Text, string? Meant)
    {
        /// <summary>Whether something unseen is taken out of it, which the import says.</summary>
        public bool IsCleaned { get; init; }

        /// <summary>Whether only a file of text can have it: a workbook has a formula there, or cannot be written.</summary>
        public bool IsOfText { get; init; }
    }
}
