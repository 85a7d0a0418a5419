using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Campaigns;

/// <summary>
/// 指明专项行动的命令. A command that names a campaign. The shell looks it up; the law asks for <see cref="CampaignFound"/> and cannot
/// forget it.
/// </summary>
internal interface INamesCampaign
{
    /// <summary>专项行动. The code as given; null or blank where none is named.</summary>
    string? Campaign { get; }
}

/// <summary>专项行动情况. What the shell found of the campaign that a command names.</summary>
/// <param name="IsOpen">可以安排. Whether it goes on; false where there is none of that code.</param>
/// <param name="Parent">上级行动. The code of the campaign of which it is a part, or null.</param>
/// <param name="From">起始日期. Its first day (Asia/Shanghai); null where there is none of that code.</param>
/// <param name="Until">截止日期. Its last day; null where there is none of that code.</param>
public sealed record CampaignFound(bool IsOpen, string? Parent = null, DateOnly? From = null, DateOnly? Until = null)
{
    /// <summary>What is found where no campaign has the code, or none is named.</summary>
    public static CampaignFound None { get; } = new(IsOpen: false);

    /// <summary>What is wrong with a day that must lie within the campaign's, or null.</summary>
    /// <param name="field">The field's name in the input.</param>
    /// <param name="day">The day (Asia/Shanghai).</param>
    internal InvalidInput? Beyond(string field, DateOnly day) =>
        day < From ? new(
            field,
            $"早于专项行动的起始日期{IsoDate.Of(From.Value)}",
            $"That is before {IsoDate.Of(From.Value)}, the first day of the campaign")
        : day > Until ? new(
            field,
            $"晚于专项行动的截止日期{IsoDate.Of(Until.Value)}",
            $"That is after {IsoDate.Of(Until.Value)}, the last day of the campaign")
        : null;
}

/// <summary>专项行动事实. How the law asks whether a campaign that a command names goes on.</summary>
public static class CampaignFacts
{
    /// <summary>What is wrong with naming this campaign, or null; where none is given, nothing is.</summary>
    /// <param name="now">What the shell has found out.</param>
    /// <param name="field">The field's name in the input.</param>
    /// <param name="given">The code as given.</param>
    public static InvalidInput? NotOpenCampaign(this Circumstances now, string field, string? given)
    {
        ArgumentNullException.ThrowIfNull(now);
        return FreeText.Given(given) is { } code && !now.Required<CampaignFound>().IsOpen
            ? new InvalidInput(
                field, $"没有正在筹备或者进行的专项行动“{code}”", $"No campaign '{code}' is being prepared or running")
            : null;
    }
}

/// <summary>Looks up the campaign that a command names, in the table, so that nobody waits for its actor.</summary>
/// <param name="database">Where campaigns are listed.</param>
internal sealed class CampaignSource(Database database) : IFactSource
{
    public async ValueTask<object?> FetchAsync(Command command, Actor actor)
    {
        if (command is not INamesCampaign named)
        {
            return null;
        }

        if (FreeText.Given(named.Campaign) is not { } code)
        {
            return CampaignFound.None;
        }

        return await OfAsync(database, code);
    }

    /// <summary>The campaign of a code.</summary>
    /// <param name="database">Where campaigns are listed.</param>
    /// <param name="code">Its code.</param>
    internal static async Task<CampaignFound> OfAsync(Database database, string code)
    {
        await using var data = await database.ReadAsync();
        return await data.GetTable<CampaignRow>().FirstOrDefaultAsync(row => row.Code == code) is { } found
            ? new CampaignFound(found.IsOpen, found.Parent, IsoDate.Parse(found.From), IsoDate.Parse(found.Until))
            : CampaignFound.None;
    }
}
