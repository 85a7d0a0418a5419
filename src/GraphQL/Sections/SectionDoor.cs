using ShuangDa.Grains.Sections;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Sections;

/// <summary>责任科室命令的入口.</summary>
public sealed class SectionDoor() : ListedDoor<ISectionGrain, Section, SectionCommand, SectionEvent, SectionRow, SectionType>(Section.List, "section", row => new(row));
