using ShuangDa.Grains.SelfChecks;

namespace ShuangDa.Silo.Operations;

/// <summary>读模型提示. Says at the start what the search does not find, because rebuild-read-model has not run after an upgrade: the nightly
/// self-check would say so a day later.</summary>
internal static partial class ReadModelNotice
{
    /// <summary>Looks, and says it in the log.</summary>
    /// <param name="application">The application, before it is started.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public static async Task TellWhatIsNotFoundAsync(this WebApplication application, CancellationToken cancellationToken)
    {
        var rule = application.Services.GetServices<ISelfCheckRule>().OfType<SubjectsAreFound>().Single();
        var logger = application.Services.GetRequiredService<ILogger<SubjectsAreFound>>();
        await foreach (var finding in rule.CheckAsync(cancellationToken).ConfigureAwait(false))
        {
            LogNotFound(logger, finding.What.English, finding.Remedy.English);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{What}. {Remedy}")]
    private static partial void LogNotFound(ILogger logger, string what, string remedy);
}
