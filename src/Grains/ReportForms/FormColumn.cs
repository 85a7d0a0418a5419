using System.Collections.Immutable;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.FormEntries;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.ReportForms;

/// <summary>报表栏目. A column of a form.</summary>
/// <param name="Id">栏目代码. Its code, unique within the form; what was handed in names it for ever.</param>
/// <param name="Heading">栏目名称. What stands above it.</param>
/// <param name="Unit">计量单位. In what it counts.</param>
/// <param name="Counts">计量. What it adds up; null where it has words, or is filled by hand.</param>
/// <param name="Violation">违法行为. The kind of violation that alone counts, or null for all.</param>
/// <param name="Group">表头分组. What stands above several columns, or null.</param>
/// <param name="IsLicensed">获证. Whether only what is about holders of a licence counts, or only what is about others; null for all.</param>
/// <param name="ByHand">填报项目. What sections fill in here by hand, or null.</param>
public sealed record FormColumn(
    string Id,
    BilingualText Heading,
    FormUnit Unit,
    Measure? Counts = null,
    ViolationKind? Violation = null,
    BilingualText? Group = null,
    bool? IsLicensed = null,
    ManualFigure? ByHand = null)
{
    /// <summary>Whether it adds up money.</summary>
    public bool IsMoney => Counts is { } counts && counts.IsMoney();

    /// <summary>Whether it is filled by hand, because nothing that is recorded here tells it.</summary>
    public bool IsManual => ByHand is not null;

    /// <summary>The columns of a form, in their order.</summary>
    /// <param name="form">The form.</param>
    public static ImmutableArray<FormColumn> Of(ReportFormKind form) => form switch
    {
        ReportFormKind.EnforcementStatistics => EnforcementStatistics,
        ReportFormKind.CaseList => CaseList,
        ReportFormKind.UnlicensedAndLicensedViolations => UnlicensedAndLicensed,
        ReportFormKind.UnlicensedProducers => UnlicensedProducers,
        ReportFormKind.CounterfeitBrandProducers => CounterfeitBrandProducers,
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "There is no such form."),
    };

    // Requirements, Forms: 执法检查情况统计表.
    private static ImmutableArray<FormColumn> EnforcementStatistics { get; } =
    [
        new("officersSent", new("出动执法人员", "Officers sent"), FormUnit.PersonTimes, Measure.OfficersSent),
        new("enterprisesInspected", new("检查生产企业", "Enterprises inspected"), FormUnit.Visits, Measure.EnterprisesInspected),
        new("violatorsFound", new("发现违法企业", "Found in violation"), FormUnit.Parties, Measure.ViolatorsFound),
        new("rectificationsOrdered", new("责令整改", "Ordered to rectify"), FormUnit.Parties, Measure.RectificationsOrdered),
        new("casesFiled", new("立案", "Cases filed"), FormUnit.Cases, Measure.CasesFiled),
        new("casesClosed", new("结案", "Cases closed"), FormUnit.Cases, Measure.CasesClosed),
        new("goodsValue", new("查获货值", "Goods value found"), FormUnit.TenThousandYuan, Measure.GoodsValue),
        new("penalties", new("罚没款", "Fines and gains collected"), FormUnit.TenThousandYuan, Measure.Penalties),
        new("densClosed", new("端掉窝点", "Dens closed"), FormUnit.Dens, Measure.DensClosed),
        new("crimeTransfers", new("移送公安", "Sent to the police"), FormUnit.Cases, Measure.CrimeTransfers),
        new("crimeTransferGoodsValue", new("移送货值", "Goods value sent"), FormUnit.TenThousandYuan, Measure.CrimeTransferGoodsValue),
        new("majorCases", new("大案要案", "Major cases"), FormUnit.Cases, Measure.MajorCases),
        new("reportsReceived", new("受理举报", "Reports received"), FormUnit.Cases, ByHand: ManualFigure.ReportsReceived),
        new("trainings", new("宣传培训", "Trainings"), FormUnit.Times, ByHand: ManualFigure.Trainings),
        new("trainees", new("培训人数", "Trainees"), FormUnit.Persons, ByHand: ManualFigure.Trainees),
    ];

    // Requirements, Forms: 查处无证生产及获证企业违法行为工作报表.
    private static ImmutableArray<FormColumn> UnlicensedAndLicensed { get; } =
    [
        Unlicensed("unlicensedInspected", new("检查", "Inspected"), FormUnit.Parties, Measure.UnlicensedInspected),
        OfCases(Unlicensed("unlicensedProsecuted", new("查处", "Prosecuted"), FormUnit.Parties, Measure.CasesFiled)),
        OfCases(Unlicensed("unlicensedGoodsValue", new("货值", "Goods value"), FormUnit.TenThousandYuan, Measure.GoodsValue)),
        Unlicensed("banned", new("取缔", "Banned"), FormUnit.Parties, Measure.ProducersBanned),
        Unlicensed("guided", new("引导办证", "Guided to a licence"), FormUnit.Parties, Measure.ProducersGuided),
        Licensed("licensedInspected", new("检查", "Inspected"), FormUnit.Parties, Measure.LicensedInspected),
        Licensed("licensedNonconforming", new("不符合", "Not conforming"), FormUnit.Parties, Measure.LicensedNonconforming),
        OfHolders(Licensed("rectificationsOrdered", new("责令整改", "Ordered to rectify"), FormUnit.Parties, Measure.RectificationsOrdered)),
        OfHolders(Licensed("rectificationsPassed", new("复查合格", "Passed re-inspection"), FormUnit.Parties, Measure.RectificationsPassed)),
        Licensed("suspended", new("暂扣", "Suspended"), FormUnit.Licences, Measure.LicencesSuspended),
        Licensed("withdrawalsRequested", new("提请撤销", "Withdrawal requested"), FormUnit.Licences, Measure.WithdrawalsRequested),
        Licensed("deregistered", new("注销", "Deregistered"), FormUnit.Licences, Measure.LicencesDeregistered),
    ];

    // Requirements, Forms: 查处违法案件一览表（附件3）.
    private static ImmutableArray<FormColumn> CaseList { get; } =
    [
        Words("filedOn", new("立案日期", "Filed on")),
        Words("title", new("案件名称", "Case")),
        Words("party", new("当事人", "Party")),
        Words("violation", new("违法行为", "Violation")),
        Words("products", new("涉案产品", "Products")),
        Money("goodsValue", new("货值金额", "Goods value")),
        Words("handledBy", new("办案单位/人", "Section and officers")),
        Words("outcome", new("处理情况", "Outcome")),
        Words("isMajor", new("是否大案要案", "Major case")),
        Words("transferred", new("是否移送及移送日期", "Sent to the police, and when")),
    ];

    // Requirements, Forms: 无证生产企业和窝点明细表.
    private static ImmutableArray<FormColumn> UnlicensedProducers { get; } =
    [
        Words("party", new("名称", "Name")),
        Words("address", new("地址", "Address")),
        Words("representative", new("负责人", "In charge")),
        Words("products", new("产品", "Products")),
        Words("filedOn", new("查处日期", "Prosecuted on")),
        Money("goodsValue", new("货值", "Goods value")),
        Words("outcome", new("处理结果", "Outcome")),
        Words("isBanned", new("是否取缔", "Banned")),
        Words("remark", new("备注", "Remark")),
    ];

    // Requirements, Forms: 假冒名优产品标识案件违法企业和窝点明细表.
    private static ImmutableArray<FormColumn> CounterfeitBrandProducers { get; } =
    [
        Words("party", new("名称", "Name")),
        Words("address", new("地址", "Address")),
        Words("representative", new("负责人", "In charge")),
        Words("brands", new("被假冒品牌", "Brand")),
        Words("rightsHolders", new("权利人", "Rights holder")),
        Words("products", new("产品", "Products")),
        Words("quantity", new("数量", "Quantity")),
        Money("goodsValue", new("货值", "Goods value")),
        Words("filedOn", new("查处日期", "Prosecuted on")),
        Words("outcome", new("处理结果", "Outcome")),
        Words("transferred", new("移送情况", "Sent to the police")),
    ];

    private static FormColumn Unlicensed(string id, BilingualText heading, FormUnit unit, Measure counts) =>
        new(id, heading, unit, counts, Group: new BilingualText("无证生产", "Without a licence"));

    // Cases count whatever they are about; these columns count those about production without a licence.
    private static FormColumn OfCases(FormColumn column) => column with { Violation = ViolationKind.UnlicensedProduction };

    // Orders count whomever they are made to; these columns count those to holders of a licence.
    private static FormColumn OfHolders(FormColumn column) => column with { IsLicensed = true };

    private static FormColumn Licensed(string id, BilingualText heading, FormUnit unit, Measure counts) =>
        new(id, heading, unit, counts, Group: new BilingualText("获证企业", "Licensed"));

    private static FormColumn Words(string id, BilingualText heading) => new(id, heading, FormUnit.Words);

    private static FormColumn Money(string id, BilingualText heading) => new(id, heading, FormUnit.Yuan, Measure.GoodsValue);
}
