using System.Globalization;
using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Support;

/// <summary>卷宗. Something that the bureau works on: a case, a transfer, an inspection, an order.</summary>
/// <param name="Kind">The field that shows it.</param>
/// <param name="Number">Its number.</param>
public sealed record Dossier(string Kind, string Number)
{
    /// <summary>The field that says where it stands.</summary>
    public string Standing => Kind == "case" ? "stage" : "status";
}

/// <summary>The bureau and its partners at work over HTTP: each step is given by somebody who holds exactly the role that is named, and must be done, or refused as the test says.</summary>
/// <param name="api">The server.</param>
public sealed class Bureau(ApiServer api)
{
    /// <summary>Everything that has to go with a transfer (移送规定 第六条).</summary>
    public static string[] AllMaterials { get; } = ["LETTER_OF_TRANSFER", "INVESTIGATION_REPORT", "GOODS_LIST", "TEST_REPORT", "OTHER_MATERIALS"];

    /// <summary>A checklist on which everything is in order.</summary>
    public static object[] Conforming { get; } =
    [
        new { item = "KEY_MATERIALS", result = "CONFORMING" },
        new { item = "PREMISES", result = "CONFORMING" },
        new { item = "MATERIALS_AND_STEPS", result = "CONFORMING" },
    ];

    /// <summary>A checklist on which something serious is not.</summary>
    public static object[] Wanting { get; } = [.. Conforming, new { item = "TEST_EQUIPMENT", result = "NONCONFORMING", severity = "SERIOUS", note = "检验设备未检定" }];

    /// <summary>The two who investigate and inspect.</summary>
    public static string[] Two { get; } = ["officer", "second"];

    /// <summary>Whether the self-check is asked after each step, and has to find nothing.</summary>
    public bool IsCheckedAtEachStep { get; init; }

    /// <summary>Today in Shanghai.</summary>
    public DateOnly Today => DateOnly.FromDateTime(api.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    /// <summary>Lets the time come to an hour of Shanghai, with everything that falls due on the way.</summary>
    /// <param name="time">Such as <c>2025-11-10 09:00</c>.</param>
    public Task UntilAsync(string time) => api.TurnToAsync(DateTimeOffset.ParseExact($"{time} +08:00", "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture));

    /// <summary>Lets the time go beyond everything that is owed by these.</summary>
    public async Task BeLateAsync(params Dossier[] dossiers)
    {
        DateTimeOffset? last = null;
        foreach (var dossier in dossiers)
        {
            var due = (await SeeAsync(dossier, "deadlines{dueAt}")).At("deadlines").EnumerateArray().Select(one => one.GetProperty("dueAt").GetDateTimeOffset()).ToList();
            Assert.NotEmpty(due);
            last = due.Append(last ?? DateTimeOffset.MinValue).Max();
        }

        await api.TurnToAsync(last!.Value.AddMinutes(5));
    }

    /// <summary>Lives through the chapters of a story; after each, states, rows, counts and facts have to agree with the journal.</summary>
    /// <param name="chapters">What happens, in order.</param>
    public async Task LiveAsync(params Func<Task>[] chapters)
    {
        foreach (var chapter in chapters)
        {
            await chapter();
            await WholeDatabase.ExpectAsync(api.Database, api.Clock);
        }
    }

    /// <summary>Opens something new.</summary>
    /// <returns>It, as the mutation shows it.</returns>
    public async Task<Dossier> OpenAsync(Roles who, string kind, string mutation, object input, string? document = null)
    {
        var made = await (await WhoAsync(who)).Do(mutation, With(document, input), $"{kind}{{number}}");
        Assert.Equal("", made.Refusal());
        await CheckAsync();
        return new Dossier(kind, made.Text($"{kind}.number")!);
    }

    /// <summary>Takes a step; what the head has to decide is approved at once.</summary>
    /// <param name="who">The role of who takes it.</param>
    /// <param name="mutation">The step.</param>
    /// <param name="of">What it is a step of.</param>
    /// <param name="input">What is said beside the number.</param>
    /// <param name="document">The number of the document; reason and basis go with it.</param>
    /// <returns>Where the dossier stands after it; null where it is out of the hands of who took it.</returns>
    public async Task<string?> TakeAsync(Roles who, string mutation, Dossier of, object? input = null, string? document = null)
    {
        var standing = await TakeAsync(await WhoAsync(who), mutation, of, input, document);
        var decided = of.Kind == "case" ? await DecideAsync(of) : null;
        await CheckAsync();
        return decided ?? standing;
    }

    private Task CheckAsync() => IsCheckedAtEachStep ? WholeDatabase.ExpectNothingFoundAsync(api.Database, api.Clock) : Task.CompletedTask;

    /// <summary>The head approves what was proposed in a case and waits.</summary>
    /// <returns>Where the case stands after it; null where nothing waited.</returns>
    public async Task<string?> DecideAsync(Dossier of)
    {
        string? standing = null;
        foreach (var approval in await WaitingAsync(of))
        {
            standing = await TakeAsync(await WhoAsync(Roles.Leader), "approveCaseStep", of, new { approval, opinion = "同意" });
        }

        return standing;
    }

    /// <summary>The numbers of what was proposed in a case and waits for the head.</summary>
    public async Task<IReadOnlyList<int>> WaitingAsync(Dossier of) =>
        [.. (await SeeAsync(of, "approvals{item outcome}", Roles.Officer)).At("approvals").EnumerateArray()
            .Where(one => one.Text("outcome") is null).Select(one => one.At("item").GetInt32())];

    /// <inheritdoc cref="TakeAsync(Roles, string, Dossier, object?, string?)"/>
    public static async Task<string?> TakeAsync(ApiClient who, string mutation, Dossier of, object? input = null, string? document = null)
    {
        ArgumentNullException.ThrowIfNull(who);
        var done = await who.Do(mutation, With(document, new { number = of.Number }, input), $"{of.Kind}{{{of.Standing}}}");
        Assert.True(done.Refusal().Length == 0, $"{mutation}: {done}");
        return done.Text(of.Kind) is null ? null : done.Text($"{of.Kind}.{of.Standing}");
    }

    /// <summary>Takes a step that is refused.</summary>
    /// <returns>The type and code of the refusal.</returns>
    public async Task<string> RefusalOfAsync(Roles who, string mutation, Dossier of, object? input = null, string? document = null) =>
        (await (await WhoAsync(who)).Do(mutation, With(document, new { number = of.Number }, input), $"{of.Kind}{{{of.Standing}}}")).Refusal();

    /// <summary>Looks at something.</summary>
    public async Task<JsonElement> SeeAsync(Dossier of, string fields, Roles who = Roles.SectionHead) =>
        (await (await api.As(who)).Ask($"query($number:String!){{{of.Kind}(number:$number){{{fields}}}}}", new { number = of.Number })).Data().At(of.Kind);

    /// <summary>The journal of something, oldest entry first.</summary>
    public async Task<IReadOnlyList<JsonElement>> JournalAsync(Dossier of) =>
        [.. (await SeeAsync(of, "history(first:200){nodes{kind at basis documentNumber summary actorName agency}}")).At("history.nodes").EnumerateArray().Reverse()];

    /// <summary>The documents of something, oldest first: day, what happened, number. Each has its legal basis, or is the party's or the police's own.</summary>
    public async Task<IReadOnlyList<string>> DocumentsAsync(Dossier of) =>
        [.. (await JournalAsync(of)).Where(entry => entry.Text("documentNumber") is not null).Select(entry => $"{DayOf(entry)} {entry.Text("kind")} {entry.Text("documentNumber")}")];

    /// <summary>A lead on an enterprise of its own.</summary>
    public async Task<Dossier> LeadAsync(object? more = null) =>
        await OpenAsync(Roles.Officer, "case", "recordLead", With(null, new { title = "某厂生产不合格涂料案", violation = "ADULTERATION_OR_SUBSTANDARD", source = "REPORT", receivedOn = Today, facts = "举报涂料不合格", enterpriseCreditCode = await api.EnterpriseAsync() }, more));

    /// <summary>A case that is filed and investigated by two.</summary>
    public async Task<Dossier> FiledAsync(object? more = null)
    {
        var lead = await LeadAsync(more);
        await FileAsync(lead, "立案1号");
        return lead;
    }

    /// <summary>Files a lead.</summary>
    public async Task FileAsync(Dossier lead, string document) => Assert.Equal("INVESTIGATION", await TakeAsync(Roles.SectionHead, "fileCase", lead, new { officers = Two }, document));

    /// <summary>A small fine: reviewed, told, waived, decided.</summary>
    public async Task PenaliseAsync(Dossier filed, int fineCny)
    {
        await TakeAsync(Roles.Officer, "proposePenalty", filed, new { fineCny }, "建罚1号");
        await TakeAsync(Roles.Legal, "passLegalReview", filed, document: "审2号");
        await TakeAsync(Roles.Officer, "notifyRights", filed, new { servedOn = Today }, "告1号");
        await TakeAsync(Roles.Officer, "recordPartyAnswer", filed, new { answer = "WAIVED" });
        await TakeAsync(Roles.SectionHead, "decidePenalty", filed, new { fineCny, discretion = "一般" }, "罚1号");
    }

    /// <summary>Records figures that meet a threshold.</summary>
    public Task SuspectAsync(Dossier filed) => TakeAsync(Roles.Officer, "recordCaseFigures", filed, new { goodsValueCny = 80_000, salesAmountCny = 60_000 });

    /// <summary>Opens the transfer of a case.</summary>
    public async Task<Dossier> OpenTransferAsync(Dossier suspected, string document = "移启1号")
    {
        var transfer = await OpenAsync(Roles.Officer, "crimeTransfer", "openCrimeTransfer", new { caseNumber = suspected.Number, agency = "PUBLIC_SECURITY" }, document);
        Assert.Equal("DUTY", (await SeeAsync(transfer, "status")).Text("status"));
        return transfer;
    }

    /// <summary>A task group reports.</summary>
    public async Task ReportAsync(Dossier transfer, string document = "移报1号") =>
        Assert.Equal("REPORTED", await TakeAsync(Roles.Officer, "nameTransferTaskGroup", transfer, new { members = Two, report = "销售金额已达追诉标准" }, document));

    /// <summary>The head approves.</summary>
    public async Task ApproveAsync(Dossier transfer, string document = "移批1号") =>
        Assert.Equal("APPROVED", await TakeAsync(Roles.Leader, "decideCrimeTransfer", transfer, new { approve = true }, document));

    /// <summary>It is sent with everything that has to go with it.</summary>
    public async Task SendAsync(Dossier transfer, string document = "移送1号")
    {
        Assert.Equal("SENT", await TakeAsync(Roles.Officer, "sendCrimeTransfer", transfer, new { materials = AllMaterials }, document));
        Assert.Equal("SENT", await TakeAsync(Roles.Officer, "copyToProsecutors", transfer, document: $"{document}抄"));
    }

    /// <summary>A transfer from its opening to the police's desk.</summary>
    public async Task<Dossier> SentAsync(Dossier suspected)
    {
        var transfer = await OpenTransferAsync(suspected);
        await ReportAsync(transfer);
        await ApproveAsync(transfer);
        await SendAsync(transfer);
        return transfer;
    }

    /// <summary>The police sign for it.</summary>
    public async Task SignAsync(Dossier transfer, string receipt = "收1号") => Assert.Equal("RECEIVED", await TakeAsync(Roles.Liaison, "recordPoliceReceipt", transfer, new { receiptNumber = receipt }));

    /// <summary>The two who investigate and inspect have their accounts.</summary>
    public async Task AppointAsync()
    {
        await api.As(Roles.Officer);
        await api.As("second", Roles.Officer);
    }

    /// <summary>A section or an agency is in its list.</summary>
    /// <param name="mutation"><c>registerSection</c> or <c>registerAgency</c>.</param>
    /// <param name="input">Its code and name, and an agency's kind.</param>
    public async Task ListAsync(string mutation, object input) =>
        Assert.Contains((await (await api.As(Roles.Administrator)).Do(mutation, input)).Refusal(), new[] { "", "AlreadyExistsError ALREADY_EXISTS" });

    private async Task<ApiClient> WhoAsync(Roles role)
    {
        await AppointAsync();
        return await api.As(role);
    }

    private static string DayOf(JsonElement entry) => entry.GetProperty("at").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Dictionary<string, object?> With(string? document, params object?[] parts)
    {
        object? grounds = document is null ? null : new { reason = "抽样检验不合格", basis = "产品质量法 第五十条", documentNumber = document };
        var input = new Dictionary<string, object?>();
        foreach (var (name, value) in new[] { grounds }.Concat(parts).Select(part => part as Dictionary<string, object?> ?? ApiServer.Merge(part)).SelectMany(part => part))
        {
            input[name] = value;
        }

        return input;
    }
}
