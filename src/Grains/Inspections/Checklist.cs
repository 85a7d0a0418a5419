using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Inspections;

/// <summary>检查领域. The three areas that the notice names (R2.2.2).</summary>
[JsonConverter(typeof(WireNameConverter<InspectionArea>))]
public enum InspectionArea
{
    /// <summary>关键原材料、生产过程质量控制、质量保证体系和管理制度. Materials, process control, quality system and rules.</summary>
    QualityControl,

    /// <summary>生产场所、必备生产设备、检验设备. Premises, production and test equipment against the licence's conditions.</summary>
    PremisesAndEquipment,

    /// <summary>偷工减料. Cutting corners.</summary>
    CuttingCorners,
}

/// <summary>检查项目. The items of the checklist, the areas of the notice and what R3.3.1 adds.</summary>
[JsonConverter(typeof(WireNameConverter<ChecklistItem>))]
public enum ChecklistItem
{
    /// <summary>关键原材料质量控制. Quality control of key materials.</summary>
    KeyMaterials,

    /// <summary>生产过程质量控制. Quality control of the process (R3.3.1).</summary>
    ProcessControl,

    /// <summary>质量安全保证体系. The quality and safety system (R3.3.1).</summary>
    QualitySystem,

    /// <summary>质量管理制度. The rules of quality management.</summary>
    ManagementRules,

    /// <summary>原材料进厂检验. Inspection of incoming materials (R3.3.1).</summary>
    IncomingInspection,

    /// <summary>产品出厂检验. Inspection of outgoing products (R3.3.1).</summary>
    OutgoingInspection,

    /// <summary>生产场所. The premises.</summary>
    Premises,

    /// <summary>必备生产设备. The production equipment that there must be.</summary>
    ProductionEquipment,

    /// <summary>检验设备. The test equipment.</summary>
    TestEquipment,

    /// <summary>许可范围和标识. The licence's scope and marks.</summary>
    LicenceScopeAndMarks,

    /// <summary>偷工减料. Materials and steps as the standard and the formula demand.</summary>
    MaterialsAndSteps,

    /// <summary>掺杂掺假、以次充好. Adulteration, substandard goods passed off as good ones.</summary>
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

    /// <summary>The words for an area.</summary>
    /// <param name="area">An area.</param>
    public static BilingualText Of(InspectionArea area) => area switch
    {
        InspectionArea.QualityControl => new("关键原材料、生产过程质量控制和质量保证体系", "materials, process control and quality system"),
        InspectionArea.PremisesAndEquipment => new("生产场所、生产设备和检验设备", "premises, production and test equipment"),
        InspectionArea.CuttingCorners => new("偷工减料", "cutting corners"),
        _ => throw new ArgumentOutOfRangeException(nameof(area), area, null),
    };

    /// <summary>The words for a result.</summary>
    /// <param name="result">A result.</param>
    public static BilingualText Of(InspectionResult result) => result switch
    {
        InspectionResult.None => new("未发现问题", "nothing found"),
        InspectionResult.Rectification => new("责令限期整改", "rectification to be ordered"),
        InspectionResult.Case => new("立案查处", "a case"),
        InspectionResult.Lead => new("线索移送其他部门", "a lead for another agency"),
        InspectionResult.ProductionStopped => new("已停止生产", "production stopped"),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, null),
    };

    /// <summary>The words for a status.</summary>
    /// <param name="status">A status.</param>
    public static BilingualText Of(InspectionStatus status) => status switch
    {
        InspectionStatus.Planned => new("已计划", "planned"),
        InspectionStatus.Recorded => new("已记录", "recorded"),
        InspectionStatus.Cancelled => new("已取消", "cancelled"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>The words for how an enterprise comes to be inspected.</summary>
    /// <param name="basis">A basis.</param>
    public static BilingualText Of(InspectionBasis basis) => basis switch
    {
        InspectionBasis.Sweep => new("全面检查", "sweep"),
        InspectionBasis.RandomDraw => new("双随机抽查", "random draw"),
        InspectionBasis.Lead => new("线索检查", "inspection by lead"),
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, null),
    };
}
