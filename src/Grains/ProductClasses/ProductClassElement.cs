using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.ProductClasses;

/// <summary>产品类别. What lists can ask of the product classes that something has.</summary>
/// <param name="Code">代码.</param>
public sealed record ProductClassElement([property: Filter] string Code);
