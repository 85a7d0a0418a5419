namespace ShuangDa.Grains.Subjects;

/// <summary>
/// 更正事项. What a correction changes, put together as one line for people: what it says otherwise, why, and what had followed from it.
/// </summary>
public sealed class Changes
{
    private readonly List<BilingualText> _texts = [];

    /// <summary>事项. The changes, in order.</summary>
    public IReadOnlyList<BilingualText> Texts => _texts;

    /// <summary>One more change, where there is one.</summary>
    /// <param name="isChanged">Whether it was changed.</param>
    /// <param name="chinese">What was changed, with the figures that matter.</param>
    /// <param name="english">The same in English.</param>
    public Changes With(bool isChanged, string chinese, string english)
    {
        if (isChanged)
        {
            _texts.Add(new(chinese, english));
        }

        return this;
    }

    /// <summary>One change from a day to another.</summary>
    /// <param name="name">Whose day it is.</param>
    /// <param name="before">The day before.</param>
    /// <param name="after">The day since.</param>
    public Changes With(BilingualText name, DateOnly before, DateOnly after) =>
        With(
            before != after,
            $"{name.Chinese}由{IsoDate.Of(before)}改为{IsoDate.Of(after)}",
            $"{name.English} from {IsoDate.Of(before)} to {IsoDate.Of(after)}");

    /// <summary>One change from a number to another.</summary>
    /// <param name="name">What is numbered.</param>
    /// <param name="unit">The unit in Chinese.</param>
    /// <param name="before">The number before.</param>
    /// <param name="after">The number since.</param>
    public Changes With(BilingualText name, string unit, int before, int after) =>
        With(before != after, $"{name.Chinese}由{before}{unit}改为{after}{unit}", $"{name.English} from {before} to {after}");

    /// <summary>The line.</summary>
    /// <param name="what">What was corrected.</param>
    /// <param name="grounds">Why.</param>
    /// <param name="followed">What had followed from it, and the names of those; none where nothing had.</param>
    public BilingualText Summary(BilingualText what, Grounds grounds, (BilingualText What, BilingualText Names)? followed)
    {
        ArgumentNullException.ThrowIfNull(grounds);
        var (chinese, english) = followed is var (since, names)
            ? ($"；{since.Chinese}：{names.Chinese}", $"; {since.English}: {names.English}")
            : ("", "");
        return new(
            $"{what.Chinese}（{string.Join('，', _texts.Select(one => one.Chinese))}）：{grounds.Reason}{chinese}",
            $"{what.English} ({string.Join(", ", _texts.Select(one => one.English))}): {grounds.Reason}{english}");
    }
}
