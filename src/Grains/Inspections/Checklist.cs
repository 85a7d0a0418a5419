using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Inspections;

/// <summary>检查领域. The three areas that the notice names (R2.2.2).</summary>
[JsonConverter(typeof(WireNameConverter<InspectionArea>))]
public enum InspectionArea
{
    /// <summary>Materials, process control, quality system and rules.</summary>
    [Term("关键原材料和生产过程质量控制、质量保证体系和管理制度", "materials and process control, quality system and rules")]
    QualityControl,

    /// <summary>Premises, production and test equipment against the licence's conditions.</summary>
    [Term("生产场所、必备生产设备、检验设备", "premises, production and test equipment")]
    PremisesAndEquipment,

    /// <summary>Cutting corners.</summary>
    [Term("偷工减料", "cutting corners")]
    CuttingCorners,
}

/// <summary>检查项目. The items of the checklist, the areas of the notice and what R3.3.1 adds.</summary>
[JsonConverter(typeof(WireNameConverter<ChecklistItem>))]
public enum ChecklistItem
{
    /// <summary>Quality control of key materials.</summary>
    [Term("关键原材料质量控制", "quality control of key materials")]
    KeyMaterials,

    /// <summary>Quality control of the process (R3.3.1).</summary>
    [Term("生产过程质量控制", "quality control of the process")]
    ProcessControl,

    /// <summary>The quality and safety system (R3.3.1).</summary>
    [Term("质量安全保证体系", "quality and safety system")]
    QualitySystem,

    /// <summary>The rules of quality management.</summary>
    [Term("质量管理制度", "rules of quality management")]
    ManagementRules,

    /// <summary>Inspection of incoming materials (R3.3.1).</summary>
    [Term("原材料进厂检验", "inspection of incoming materials")]
    IncomingInspection,

    /// <summary>Inspection of outgoing products (R3.3.1).</summary>
    [Term("产品出厂检验", "inspection of outgoing products")]
    OutgoingInspection,

    /// <summary>The premises.</summary>
    [Term("生产场所", "premises")]
    Premises,

    /// <summary>The production equipment that there must be.</summary>
    [Term("必备生产设备", "production equipment")]
    ProductionEquipment,

    /// <summary>The test equipment.</summary>
    [Term("检验设备", "test equipment")]
    TestEquipment,

    /// <summary>The licence's scope and marks.</summary>
    [Term("许可范围和标识", "scope of the licence and marks")]
    LicenceScopeAndMarks,

    /// <summary>Materials and steps as the standard and the formula demand.</summary>
    [Term("偷工减料", "cutting corners")]
    MaterialsAndSteps,

    /// <summary>Adulteration, substandard goods passed off as good ones.</summary>
    [Term("掺杂掺假、以次充好", "adulteration, inferior goods passed off as good")]
    Adulteration,
}

/// <summary>检查表. Which area each item belongs to.</summary>
public static class Checklist
{
    /// <summary>The area of an item.</summary>
    /// <param name="item">An item.</param>
    public static InspectionArea AreaOf(ChecklistItem item) => item switch
    {
        ChecklistItem.KeyMaterials or ChecklistItem.ProcessControl or ChecklistItem.QualitySystem or ChecklistItem.ManagementRules or ChecklistItem.IncomingInspection or ChecklistItem.OutgoingInspection => InspectionArea.QualityControl,
        ChecklistItem.Premises or ChecklistItem.ProductionEquipment or ChecklistItem.TestEquipment or ChecklistItem.LicenceScopeAndMarks => InspectionArea.PremisesAndEquipment,
        ChecklistItem.MaterialsAndSteps or ChecklistItem.Adulteration => InspectionArea.CuttingCorners,
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, null),
    };

    /// <summary>The areas that a filled-in checklist says nothing about, in order.</summary>
    /// <param name="findings">What was filled in.</param>
    public static ImmutableArray<InspectionArea> Missing(IEnumerable<ChecklistItem> findings) => [.. Enum.GetValues<InspectionArea>().Except(findings.Select(AreaOf))];
}
