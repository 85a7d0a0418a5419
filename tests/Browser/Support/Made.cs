using static ShuangDa.Tests.Browser.Support.Visitor;

namespace ShuangDa.Tests.Browser.Support;

/// <summary>What tests have people make over the API, so that no other test's is in their way.</summary>
/// <param name="asking">Somebody's window, by user name.</param>
internal sealed class Made(Func<string, Task<Visitor>> asking)
{
    /// <summary>Has an inspection recorded in which nothing was to be objected to.</summary>
    /// <param name="number">The inspection's number.</param>
    /// <param name="summary">What was seen.</param>
    public Task RecordAsync(string number, string summary) => RecordAsync(number, summary, "NONE", "result: CONFORMING");

    /// <summary>Has an inspection recorded in which something was found.</summary>
    /// <param name="number">The inspection's number.</param>
    /// <param name="summary">What was seen.</param>
    public Task RecordFaultAsync(string number, string summary) =>
        RecordAsync(number, summary, "RECTIFICATION", $"result: NONCONFORMING, severity: ORDINARY, note: \"{summary}\"");

    private async Task RecordAsync(string number, string summary, string result, string third)
    {
        string[] findings =
        [
            "{ item: KEY_MATERIALS, result: CONFORMING }",
            "{ item: PREMISES, result: CONFORMING }",
            $"{{ item: MATERIALS_AND_STEPS, {third} }}",
        ];
        await (await asking("officer")).GiveAsync(
            $"recordInspection(input: {{ number: \"{number}\", officers: [\"officer\", \"officer-2\"], "
            + $"findings: [{string.Join(", ", findings)}], result: {result}, summary: \"{summary}\" }})");
    }

    /// <summary>A lead; its number.</summary>
    /// <param name="title">What it is called.</param>
    public async Task<string> LeadAsync(string title)
    {
        var lead = $"title: \"{title}\", violation: FORGED_QUALITY_MARK, source: REPORT, receivedOn: \"{Today:yyyy-MM-dd}\"";
        return await (await asking("section-head")).MadeAsync(
            $"recordLead(input: {{ {lead}, facts: \"经查\", partyName: \"某厂\" }})", "case");
    }

    /// <summary>Has the section propose to file a case; the head has it to approve.</summary>
    /// <param name="number">The lead's number.</param>
    public async Task ProposeFilingAsync(string number) => await (await asking("section-head")).GiveAsync(
        $"fileCase(input: {{ number: \"{number}\", officers: [\"officer\", \"officer-2\"], reason: \"有违法事实\", basis: \"第五十四条\" }})");

    /// <summary>Has the head approve a step of a case.</summary>
    /// <param name="number">The case's number.</param>
    /// <param name="approval">Which of its proposals.</param>
    public async Task ApproveAsync(string number, int approval) => await (await asking("leader")).GiveAsync(
        $"approveCaseStep(input: {{ number: \"{number}\", approval: {approval} }})");

    /// <summary>The transfer that a case begins to the police; its number.</summary>
    /// <param name="caseNumber">The case's number.</param>
    public async Task<string> TransferAsync(string caseNumber)
    {
        var opened = $"caseNumber: \"{caseNumber}\", agency: \"PUBLIC_SECURITY\", reason: \"涉嫌犯罪\", basis: \"移送规定 第三条\"";
        await (await asking("officer")).GiveAsync($"openCrimeTransfer(input: {{ {opened} }})");
        return await TransferOfAsync(caseNumber);
    }

    /// <summary>The transfer of a case; its number.</summary>
    /// <param name="caseNumber">The case's number.</param>
    public async Task<string> TransferOfAsync(string caseNumber) => await (await asking("officer")).FirstAsync(
        $"crimeTransfers(first: 1, where: {{ caseNumber: {{ eq: \"{caseNumber}\" }} }})", "number");

    /// <summary>Brings a transfer to the police.</summary>
    /// <param name="number">The transfer's number.</param>
    public async Task SendTransferAsync(string number)
    {
        const string Grounds = "reason: \"核实情况\", basis: \"移送规定 第五条\"";
        var materials = string.Join(' ', DashboardForms.ValuesOf("TransferMaterial"));
        const string Group = "members: [\"officer-2\", \"officer-3\"], report: \"建议移送\"";
        await (await asking("officer")).GiveAsync($"nameTransferTaskGroup(input: {{ number: \"{number}\", {Group}, {Grounds} }})");
        await (await asking("leader")).GiveAsync($"decideCrimeTransfer(input: {{ number: \"{number}\", approve: true, {Grounds} }})");
        await (await asking("officer")).GiveAsync(
            $"sendCrimeTransfer(input: {{ number: \"{number}\", materials: [{materials}], {Grounds} }})");
    }
}
