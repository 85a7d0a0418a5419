using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.ProductClasses;

namespace ShuangDa.GraphQL.Cases;

/// <summary>案件计数. The cases that agree in those of month, violation, stage and product class that are asked for: what is left out tells none apart.</summary>
/// <param name="Month">月份. When their leads were received, as <c>2026-12</c>.</param>
/// <param name="Violation">违法行为. Of which kind.</param>
/// <param name="Stage">阶段. Where they stand.</param>
/// <param name="ProductClass">产品类别. Their main product class, or null.</param>
/// <param name="Count">件数. How many.</param>
/// <param name="GoodsValueCny">货值金额. Their goods' value added up, in yuan.</param>
[ReadableBy(Readers.Bureau)]
public sealed record CaseCount(string Month, ViolationKind Violation, CaseStage Stage, ProductClassType? ProductClass, int Count, decimal GoodsValueCny);
