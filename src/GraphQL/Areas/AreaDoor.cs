using ShuangDa.Grains.Areas;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Areas;

/// <summary>区域命令的入口.</summary>
public sealed class AreaDoor() : ListedDoor<IAreaGrain, Area, AreaCommand, AreaEvent, AreaRow, AreaType>(Area.List, "area", row => new(row.Code, row));
