namespace ShuangDa.Grains.Calendar;

/// <summary>预警时点. What share of a term is left when those concerned are warned: the bureau's own setting. Clocks that were reckoned before it changed keep their warning.</summary>
/// <param name="Left">剩余比例. The share, from 0 (no warning) to below 1.</param>
public sealed record WarningShare(double Left)
{
    /// <summary>A third is left.</summary>
    public static WarningShare Usual { get; } = new(1.0 / 3);
}
