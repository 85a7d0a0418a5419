using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
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

/// <summary>
/// 检查项目. The items of the checklist, the areas of the notice and what R3.3.1 adds. Each says what is as it should be, so that 符合 and 不符合
/// can be read one way only; the words of before stand beside them for the records that were made with them.
/// </summary>
[JsonConverter(typeof(WireNameConverter<ChecklistItem>))]
public enum ChecklistItem
{
    /// <summary>Quality control of key materials.</summary>
    [Term("关键原材料质量控制到位", "the quality of key materials is controlled")]
    [FirstWording("关键原材料质量控制", "quality control of key materials")]
    KeyMaterials,

    /// <summary>Quality control of the process (R3.3.1).</summary>
    [Term("生产过程质量控制到位", "the quality of the process is controlled")]
    [FirstWording("生产过程质量控制", "quality control of the process")]
    ProcessControl,

    /// <summary>The quality and safety system (R3.3.1).</summary>
    [Term("质量安全保证体系健全并有效运行", "the quality and safety system is complete and works")]
    [FirstWording("质量安全保证体系", "quality and safety system")]
    QualitySystem,

    /// <summary>The rules of quality management.</summary>
    [Term("质量管理制度健全并得到执行", "the rules of quality management are complete and followed")]
    [FirstWording("质量管理制度", "rules of quality management")]
    ManagementRules,

    /// <summary>Inspection of incoming materials (R3.3.1).</summary>
    [Term("原材料进厂检验制度落实", "incoming materials are inspected")]
    [FirstWording("原材料进厂检验", "inspection of incoming materials")]
    IncomingInspection,

    /// <summary>Inspection of outgoing products (R3.3.1).</summary>
    [Term("产品出厂检验制度落实", "outgoing products are inspected")]
    [FirstWording("产品出厂检验", "inspection of outgoing products")]
    OutgoingInspection,

    /// <summary>The premises.</summary>
    [Term("生产场所符合许可条件", "the premises meet the conditions of the licence")]
    [FirstWording("生产场所", "premises")]
    Premises,

    /// <summary>The production equipment that there must be.</summary>
    [Term("必备生产设备齐全完好", "the required production equipment is there and in order")]
    [FirstWording("必备生产设备", "production equipment")]
    ProductionEquipment,

    /// <summary>The test equipment.</summary>
    [Term("检验设备齐全并按期检定校准", "the test equipment is there and calibrated in time")]
    [FirstWording("检验设备", "test equipment")]
    TestEquipment,

    /// <summary>The licence's scope and marks.</summary>
    [Term("在许可范围内生产且标识标注规范", "production keeps within the licence and marks are right")]
    [FirstWording("许可范围和标识", "scope of the licence and marks")]
    LicenceScopeAndMarks,

    /// <summary>Materials and steps as the standard and the formula demand.</summary>
    [Term("按标准和配方用料、工序完整，无偷工减料", "materials and steps are as the standard demands, no corners are cut")]
    [FirstWording("偷工减料", "cutting corners")]
    MaterialsAndSteps,

    /// <summary>Adulteration, substandard goods passed off as good ones.</summary>
    [Term("无掺杂掺假、以次充好", "nothing is adulterated or passed off as better than it is")]
    [FirstWording("掺杂掺假、以次充好", "adulteration, inferior goods passed off as good")]
    Adulteration,
}

/// <summary>
/// 首版用语. The words of an item in the first version of the checklist, which named a subject and left open what 符合 says of it.
/// </summary>
/// <param name="chinese">The Chinese words.</param>
/// <param name="english">The English words.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class FirstWordingAttribute(string chinese, string english) : Attribute
{
    /// <summary>中文. The Chinese words.</summary>
    public string Chinese { get; } = chinese;

    /// <summary>英文. The English words.</summary>
    public string English { get; } = english;
}

/// <summary>检查表. Which area each item belongs to, and how it was worded in which version.</summary>
public static class Checklist
{
    /// <summary>The version that names subjects: of records that do not say which they were made with.</summary>
    public const int FirstVersion = 1;

    /// <summary>The version that is filled in today: statements of what is as it should be.</summary>
    public const int CurrentVersion = 2;

    private static readonly FrozenDictionary<ChecklistItem, BilingualText> FirstWordings = typeof(ChecklistItem)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(member => (Item: (ChecklistItem)member.GetValue(null)!, Words: member.GetCustomAttribute<FirstWordingAttribute>()))
        .Where(one => one.Words is not null)
        .ToFrozenDictionary(one => one.Item, one => new BilingualText(one.Words!.Chinese, one.Words.English));

    /// <summary>Why there is no such version, or null.</summary>
    /// <param name="version">The version; null where none is named.</param>
    public static InvalidInput? VersionProblem(int? version) => version is < FirstVersion or > CurrentVersion
        ? new InvalidInput("checklistVersion", $"没有第{version}版检查表", $"There is no version {version} of the checklist")
        : null;

    /// <summary>The words that an item had in a version of the checklist.</summary>
    /// <param name="item">An item.</param>
    /// <param name="version">The version; null for the first.</param>
    public static BilingualText WordingOf(ChecklistItem item, int? version) =>
        (version ?? FirstVersion) == FirstVersion && FirstWordings.TryGetValue(item, out var first) ? first : Terms.Of(item);

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
