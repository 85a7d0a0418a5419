using ShuangDa.Grains.Agencies;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Agencies;

/// <summary>协作部门命令的入口.</summary>
public sealed class AgencyDoor() : ListedDoor<IAgencyGrain, Agency, AgencyCommand, AgencyEvent, AgencyRow, AgencyType>(Agency.List, "agency", row => new(row));
