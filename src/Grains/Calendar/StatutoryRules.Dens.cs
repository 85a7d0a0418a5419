namespace ShuangDa.Grains.Calendar;

public static partial class StatutoryRules
{
    /// <summary>窝点：首次行动. A den that was found is inspected, ordered about, or opened as a case.</summary>
    public const string DenFirstAct = "den.first-act";

    private static IEnumerable<StatutoryRule> DenRules() =>
    [
        InternalRow(
            DenFirstAct,
            StatutoryPeriod.OfWorkingDays(5),
            new("对发现的窝点开展检查、责令改正或者立案查处", "den inspected, ordered about or opened as a case"),
            new("发现窝点", "den found")),
    ];
}
