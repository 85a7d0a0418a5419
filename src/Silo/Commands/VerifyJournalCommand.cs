using System.CommandLine;
using ShuangDa.Grains.Journal;
using ShuangDa.Silo.Composition;
using ShuangDa.Silo.Database;
using ShuangDa.Silo.Operations;

namespace ShuangDa.Silo.Commands;

/// <summary>核验日志. Walks every chain of the journal, also while a server runs, and says where something is wrong.</summary>
internal static class VerifyJournalCommand
{
    public static Command Create()
    {
        var digest = new Option<FileInfo?>("--digest")
        {
            Description = "同时与库外的摘要文件核对。Hold the journal against a digest from outside the database as well.",
            HelpName = "FILE",
        };
        return new Command("verify-journal", "核验日志：逐条重算哈希链，由事件推出状态并与存储的状态比较。有问题时退出码为 1。\nVerify the journal: compute every link again and compare folded events with stored states. Exit code 1 when something is wrong.") { digest }
            .Does((call, cancellationToken) => RunAsync(call, call.Parsed.GetValue(digest)?.FullName, cancellationToken));
    }

    private static async Task<int> RunAsync(Call call, string? digest, CancellationToken cancellationToken)
    {
        await using var database = await OpenedDatabase.OpenToReadAsync(call.Database, cancellationToken).ConfigureAwait(false);
        var keptSince = await CommandRetention.KeptSinceAsync(database.Database, cancellationToken).ConfigureAwait(false);
        var report = await ProgressBars.ShowAsync("核验日志 Verifying the journal", tell => Verification.RunAsync(
            database.Database, ConceptsComposition.All, keptSince, digest, new Telling<VerificationProgress>(progress => tell(progress.Entries, progress.Total)), cancellationToken)).ConfigureAwait(false);
        foreach (var fault in report.Faults)
        {
            Console.WriteLine($"{fault.Subject}{(fault.Number is { } number ? $" #{number}" : string.Empty)}  {fault.Kind}  {fault.What.Chinese} / {fault.What.English}");
        }

        if (report.FaultCount > report.Faults.Count)
        {
            Console.WriteLine($"……另有 {report.FaultCount - report.Faults.Count} 项 / and {report.FaultCount - report.Faults.Count} more");
        }

        Console.WriteLine($"主体 {report.Subjects}，日志 {report.Entries} 条，问题 {report.FaultCount} 项。");
        Console.WriteLine($"{report.Subjects} subjects, {report.Entries} entries, {report.FaultCount} faults.");
        if (report.Coverage is { } coverage)
        {
            Console.WriteLine($"摘要写于 {coverage.At:yyyy-MM-dd HH:mm:ss}（北京时间），根 {coverage.Root}。其后的 {coverage.EntriesAfter} 条日志、{coverage.SubjectsAfter} 个新主体不在摘要范围内。");
            Console.WriteLine($"The digest was written at {coverage.At:yyyy-MM-dd HH:mm:ss} (Shanghai), root {coverage.Root}. It does not cover the {coverage.EntriesAfter} entries that came since, nor {coverage.SubjectsAfter} new subjects.");
        }

        return report.IsWhole ? 0 : 1;
    }
}
