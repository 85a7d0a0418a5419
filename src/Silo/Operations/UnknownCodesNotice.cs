using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Operations;

/// <summary>
/// 代码提示. Says at the start which settings name an entry that its list does not have, or has no more: nobody would be in charge by them,
/// and nothing else would say so. The entry may be registered later, so it is no reason not to start.
/// </summary>
internal static partial class UnknownCodesNotice
{
    /// <summary>Looks, and says it in the log.</summary>
    /// <param name="application">The application, before it is started.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public static async Task TellWhichCodesAreUnknownAsync(this WebApplication application, CancellationToken cancellationToken)
    {
        var logger = application.Services.GetRequiredService<ILogger<ActingRules>>();
        if (application.Services.GetRequiredService<ActingRules>().LicenceSection is not { } code)
        {
            return;
        }

        var database = application.Services.GetRequiredService<Grains.Journal.Database>();
        await using var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false);
        var open = (await Section.List.ReadAsync(data, cancellationToken).ConfigureAwait(false)).Where(one => !one.Closed).ToList();
        if (open.All(one => one.Code != code))
        {
            LogUnknown(logger, KnownSettings.LicenceSection, code, string.Join(", ", open.Select(one => one.Code)));
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "{Setting} names section '{Code}', which is not registered or is closed: nobody keeps the register of licences by it. "
        + "Open sections: {Sections}")]
    private static partial void LogUnknown(ILogger logger, string setting, string code, string sections);
}
