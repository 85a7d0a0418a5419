namespace ShuangDa.Grains.Deadlines;

/// <summary>期限种类. A stored name that is a kind of deadline: what is owed. From those that are marked the API makes its list of kinds.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class DeadlineAttribute : Attribute
{
    /// <summary>预警. Whether it only warns of another deadline.</summary>
    public bool IsWarning { get; init; }
}
