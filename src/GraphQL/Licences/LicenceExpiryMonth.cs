using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Licences;

/// <summary>届满月份. The licences of one status that end in one month.</summary>
/// <param name="Month">月份. As <c>2026-12</c>.</param>
/// <param name="Status">状态. How they stand.</param>
/// <param name="Count">张数. How many.</param>
[ReadableBy(Readers.Bureau)]
public sealed record LicenceExpiryMonth(string Month, LicenceStatus Status, int Count);
